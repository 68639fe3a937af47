import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { createServer } from '../http/server.ts';
import { type Actor, withLens } from '../lens/index.ts';
import { A_PDF } from './examples.ts';
import { documentRoutes, findDocument, receiveContent, storeDocument } from './index.ts';

/* A child's file in an invented authority, and those who might look into it. */

export type Scene = {
  authority: number;
  service: TestApp;
  aChild(): Promise<string>;
  anOrganisation(): Promise<string>;
  staff: Actor;
  stored(actor: Actor, belongs: { childId: string } | { draftId: string }, name?: string): Promise<string>;
  seenBy(actor: Actor, id: string): ReturnType<typeof findDocument>;
};

export const family = (childId: string): Actor => ({
  kind: 'family',
  accountId: null,
  sessionId: randomUUID(),
  name: 'Nadia',
  childIds: [childId],
});

export const organisation = (organisationId: string): Actor => ({
  kind: 'organisation',
  accountId: randomUUID(),
  name: 'Tom Reed',
  organisationId,
  administrator: false,
});

export const visitor = (draftId: string): Actor => ({ kind: 'visitor', draftId });

/** The service with the documents' own routes, and one more that takes a file as a form does. */
export async function aScene(): Promise<Scene> {
  const authority = await anAuthority();
  const made = await testApp(authority);
  const app = await createServer(made.services, { navigation: () => [] });
  documentRoutes(app, made.services, async () => ({ as: 'it is kept' }));
  takeFiles(app, made, authority);
  await app.ready();
  const service = { ...made, app };
  const staff: Actor = {
    kind: 'staff',
    accountId: randomUUID(),
    name: 'Priya Raman',
    authorityId: authority,
    roles: ['caseworker'],
  };
  return {
    authority,
    service,
    staff,
    aChild: () => aChild(authority),
    anOrganisation,
    async stored(actor, belongs, name = 'Report.pdf') {
      const meta = { authorityId: authority, name, kind: 'evidence', ...belongs };
      const result = await withLens(made.services.database, actor, (tx) =>
        storeDocument(made.services, tx, Readable.from([A_PDF]), meta),
      );
      if (!result.ok) throw new Error(result.message);
      return result.value;
    },
    seenBy: (actor, id) => withLens(made.services.database, actor, (tx) => findDocument(tx, id)),
  };
}

function takeFiles(app: FastifyInstance, { services }: TestApp, authorityId: number): void {
  app.post('/takes-a-file', { config: { access: 'public' } }, async (request, reply) => {
    const file = await request.file();
    if (file === undefined) return reply.code(422).send('none');
    const sent = { authorityId, name: file.filename };
    const received = await receiveContent(services.documents, file.file, sent);
    return received.ok ? received.value.title : reply.code(422).send(received.message);
  });
}

async function aChild(authority: number): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, id],
  );
  return id;
}

async function anOrganisation(): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Fernhill School')`,
    [id],
  );
  return id;
}

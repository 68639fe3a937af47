import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { idIn } from '../http/address.ts';
import { found, NotTheirs } from '../http/errors.ts';
import type { Services } from '../services.ts';
import { checkOf, isHeld } from './check.ts';
import type { Document } from './document.ts';
import { HeldPage } from './held-page.tsx';
import { attachment } from './name.ts';
import { findKept, openContent } from './open.ts';
import { readRange } from './range.ts';

/** What somebody is given who opens a document: the file as it is kept, another drawn in its place, or a page that says why not. */
export type Opening =
  | { as: 'it is kept' }
  | { as: 'drawn anew'; bytes: Buffer }
  | { as: 'page'; page: VNode };

/** Decides what that is, for whoever the lens shows the document. The request has said whose file it reads. */
export type DecideOpening = (request: FastifyRequest, document: Document) => Promise<Opening>;

/**
 * `GET /documents/:id`: a document on a child's file, to whoever the lens shows it. Only ever as a download, or played by
 * one of the service's own pages; a part of it to a player that asks for one.
 */
export function documentRoutes(app: FastifyInstance, services: Services, decide: DecideOpening): void {
  app.get(
    '/documents/:id',
    { config: { access: 'anyone signed in', childFile: true } },
    async (request, reply) => {
      const id = idIn(request, 'id');
      const kept = found(await request.act((tx) => findKept(tx, id)));
      const { document } = kept;
      if (document.childId === null) throw new NotTheirs();
      const check = checkOf(document, services.config.clamd !== null);
      if (isHeld(check))
        return reply.page(
          <HeldPage page={request.pageContext()} title={document.title} check={check} />,
          409,
        );
      request.readsChildFile({ authorityId: document.authorityId, childId: document.childId });
      const opening = await decide(request, document);
      if (opening.as === 'page') return reply.page(opening.page, 409);
      if (opening.as === 'drawn anew') return reply.headers(asDownload(document)).send(opening.bytes);
      const size = document.byteSize;
      const range = readRange(request.headers.range, size);
      if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${size}`).send();
      const content = await openContent(services.documents, kept, range);
      content.on('error', () =>
        services.logger.error({ documentId: document.id }, 'a document could not be sent whole'),
      );
      if (range !== null)
        reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${size}`);
      return reply
        .headers({
          ...asDownload(document),
          'content-length': range === null ? size : range.last - range.first + 1,
          'accept-ranges': 'bytes',
        })
        .send(content);
    },
  );
}

/** How a file somebody sent is answered: saved, never shown or run. */
export function asDownload({ mediaType, title }: Pick<Document, 'mediaType' | 'title'>) {
  return {
    'content-type': mediaType,
    'content-disposition': attachment(title),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  };
}

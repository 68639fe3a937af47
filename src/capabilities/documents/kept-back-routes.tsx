import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { endKeptBack, findKeptBack, listKeptBack } from '../../platform/documents/index.ts';
import { findWords } from '../../platform/documents/reading/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { readForm, type Typed, textField } from '../../platform/http/forms.ts';
import { day, noun } from '../../platform/http/json.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { KeptBackFromPage } from './pages/kept-back.tsx';
import { byWhom } from './reviewer-store.ts';

const doneSchema = z.object({ done: textField('Enter what you did', 2000) });
const may = { access: ['caseworker', 'manager'], childFile: true } as const;

/** Staff see a file that was kept back from one of the family, and write down what they did about it. */
export function keptBackRoutes(app: FastifyInstance, services: Services): void {
  const url = '/children/:childId/kept-back/:keptBackId';

  app.get(url, { config: may }, (request, reply) => show(request, reply, {}, {}));

  app.post(url, { config: { access: may.access } }, async (request, reply) => {
    const read = readForm(doneSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    await endOnce(request, services, read.value);
    return reply.redirect(
      url.replace(/:(\w+)/g, (_, name) => idIn(request, name)),
      303,
    );
  });

  const takes = noun(app, '/api/children/:childId/kept-back', {
    summary: 'Files that were not opened for one of the family, since they say how to reach somebody else',
    tag: 'documents',
    may,
    answer: z.object({
      keptBack: z.array(
        z.object({
          id: z.uuid(),
          documentId: z.uuid(),
          title: z.string(),
          readerName: z.string().describe('Whom it was kept back from'),
          shownName: z
            .string()
            .nullable()
            .describe('Whom its words show how to reach; null for where the child lives'),
          on: day,
          end: z.object({ done: z.string(), on: day, by: z.string() }).nullable(),
          doneBefore: z
            .string()
            .nullable()
            .describe('What was done before they asked for it again; null the first time'),
        }),
      ),
    }),
    show: async (request) => {
      const childId = idIn(request, 'childId');
      const { child, keptBack } = await request.act(async (tx) => ({
        child: found(await findChild(tx, childId)),
        keptBack: await listKeptBack(tx, childId),
      }));
      request.readsChildFile({ authorityId: child.authorityId, childId });
      return { keptBack };
    },
  });
  takes(`/api${url}`, {
    summary: 'Write down what was done about a file that was kept back from somebody',
    may: { access: may.access },
    form: doneSchema,
    act: (request, form) => endOnce(request, services, form),
  });
}

function endOnce(
  request: FastifyRequest,
  services: Services,
  { done }: z.output<typeof doneSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const kept = await theirs(tx, request);
    const { at, ...by } = byWhom(request, services);
    const ended = await endKeptBack(tx, kept, { done, on: englishDay(at), by });
    const { id, authorityId, childId, documentId } = kept;
    if (ended)
      await recordEvent(tx, {
        ...{ authorityId, childId: null, unseenChildId: childId },
        kind: 'file kept back from a reader dealt with',
        subject: 'document',
        subjectId: documentId,
        data: { keptBackId: id },
      });
    return accepted(`/children/${childId}/kept-back/${id}`);
  });
}

async function theirs(tx: Tx, request: FastifyRequest) {
  const kept = found(await findKeptBack(tx, idIn(request, 'keptBackId')));
  if (kept.childId !== idIn(request, 'childId')) throw new NotTheirs();
  return kept;
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { child, kept, isRead } = await request.act(async (tx) => {
    const child = found(await findChild(tx, idIn(request, 'childId')));
    const kept = await theirs(tx, request);
    return { child, kept, isRead: ((await findWords(tx, kept.documentId)) ?? '').trim() !== '' };
  });
  request.readsChildFile({ authorityId: child.authorityId, childId: child.id });
  const about = { childId: child.id, childName: fullName(child), kept, isRead };
  return reply.page(
    <KeptBackFromPage
      page={request.pageContext()}
      {...about}
      {...{ errors, typed }}
      formKey={randomUUID()}
    />,
    hasErrors(errors) ? 400 : 200,
  );
}

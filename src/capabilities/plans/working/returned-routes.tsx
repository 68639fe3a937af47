import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { idIn, partIn } from '../../../platform/http/address.ts';
import { NotTheirs } from '../../../platform/http/errors.ts';
import { readForm, typedIn } from '../../../platform/http/forms.ts';
import { noun } from '../../../platform/http/json.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Services } from '../../../platform/services.ts';
import { ReturnedFilesPage, ReturnedPage } from '../pages/returned.tsx';
import { openPlanPage, readsFile, staff, staffName } from '../plan-routes.tsx';
import type { Party } from './document.ts';
import { acceptReturned, listWordFiles, openReturned, readFile } from './returned-sending.ts';

const accepting = z.object({ accept: z.string().max(100_000, 'Select fewer at once').default('') });
const words = z.object({ where: z.string(), words: z.string() });
const answer = z.object({
  /** Why the file cannot be read as this plan's working document; null where it can. */
  refused: z.string().nullable(),
  changes: z.array(words.extend({ key: z.string(), before: z.string() })),
  rows: z.array(words.extend({ key: z.string() })),
  untold: z.array(words.extend({ why: z.string() })),
});

/** Working documents that came back as Word files: chosen among the child's files, read, and what they propose written down. */
export function returnedRoutes(app: FastifyInstance, services: Services): void {
  const at = '/plans/:planId/working-document/returned';
  app.get(at, { config: readsFile }, async (request, reply) => {
    const { of, shown } = await openPlanPage(request, (tx, plan) => listWordFiles(tx, plan));
    return reply.page(<ReturnedFilesPage page={request.pageContext()} of={of} files={shown} />);
  });
  const one = `${at}/:documentId/:party`;
  app.get(one, { config: readsFile }, (request, reply) => show(request, reply, services, {}));
  app.post(one, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(accepting, typedIn(request.body));
    if (!read.ok) return show(request, reply, services, read.errors);
    const done = await accept(request, services, read.value.accept);
    if (done.ok) return reply.redirect(done.value, 303);
    return show(request, reply, services, { [done.field]: done.message });
  });
  const json = noun(app, `/api${one}`, {
    summary: 'What a working document that came back as a Word file would have one party propose',
    tag: 'plans',
    may: readsFile,
    answer,
    show: async (request) => {
      const { read } = await open(request, services);
      if (!read.ok) return { refused: read.message, changes: [], rows: [], untold: [] };
      const { changes, rows, untold } = read.value;
      return {
        refused: null,
        changes: changes.map(({ at: _, ...change }) => change),
        rows: rows.map(({ section: where, ...row }) => ({ where, ...row })),
        untold: [...untold],
      };
    },
  });
  json(`/api${one}`, {
    summary: 'Write down as that party’s proposals what is named by its key, with commas between',
    may: { access: staff },
    form: accepting,
    act: (request, form) => accept(request, services, form.accept),
  });
}

async function open(request: FastifyRequest, services: Services) {
  const party = partyIn(request);
  const { of, shown: plan } = await openPlanPage(request, async (_, plan) => plan);
  const file = await readFile(request, services, plan, idIn(request, 'documentId'));
  const read = file.ok ? await request.act((tx) => openReturned(tx, plan, file.value, party)) : file;
  return { of, read, party };
}

async function show(request: FastifyRequest, reply: FastifyReply, services: Services, errors: FieldErrors) {
  const { of, read, party } = await open(request, services);
  return reply.page(
    <ReturnedPage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      action={`/plans/${of.planId}/working-document/returned/${idIn(request, 'documentId')}/${party}`}
      party={party}
      problem={read.ok ? null : read.message}
      read={read.ok ? read.value : null}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}

async function accept(request: FastifyRequest, services: Services, chosen: string): Promise<Outcome> {
  const [party, planId] = [partyIn(request), idIn(request, 'planId')];
  const { shown: plan } = await openPlanPage(request, async (_, plan) => plan);
  const file = await readFile(request, services, plan, idIn(request, 'documentId'));
  if (!file.ok) return file;
  const keys = chosen.split(',').filter((key) => key !== '');
  return request.once((tx) =>
    acceptReturned(tx, services, planId, file.value, { party, keys, by: staffName(request) }),
  );
}

function partyIn(request: FastifyRequest): Party {
  const party = partIn(request, 'party');
  if (party !== 'family' && party !== 'authority') throw new NotTheirs();
  return party;
}

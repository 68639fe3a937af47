import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { idIn, partIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { tooLong, typedIn } from '../../platform/http/forms.ts';
import { noun } from '../../platform/http/json.ts';
import { leavingOut } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { findChild, fullName } from '../children/index.ts';
import { ProposePage } from './pages/propose.tsx';
import { FamilyWorkingPage, WorkingPage } from './pages/working.tsx';
import { openPlanPage, readsFile, staff, staffName } from './plan-routes.tsx';
import { agree, fieldAt, type OpenWorking, openWorking, propose } from './proposal-sending.ts';
import { referenceOf } from './reference-store.ts';
import { findPlanOfChild } from './store.ts';
import { sendWord } from './word-file.ts';
import { readings, withoutOthers } from './working/for-one.ts';
import { returnedRoutes } from './working/returned-routes.tsx';
import { wordFile } from './working/word.ts';

const party = z.enum(['family', 'authority'], 'Select who proposes it');
const proposing = z.object({
  party,
  words: z.string().max(20_000, 'Shorten this to 20,000 characters or fewer'),
  source: z.string().default(''),
  page: z.string().max(10, 'Enter the page as a number').default(''),
});
const mark = z.enum(['original', 'agreed', 'family', 'authority']);
const answer = z.object({
  statements: z.array(
    z.object({
      section: z.string(),
      area: z.string(),
      name: z.string(),
      fields: z.array(
        z.object({
          place: z.int(),
          label: z.string(),
          words: z.array(
            z.object({ mark, struck: z.boolean(), text: z.string(), footnotes: z.array(z.int()) }),
          ),
        }),
      ),
    }),
  ),
  footnotes: z.array(
    z.object({
      number: z.int(),
      proposalId: z.string(),
      party,
      on: z.string(),
      agreedOn: z.string().nullable(),
      cites: z.string().nullable(),
    }),
  ),
});

/** The tribunal's working document: the plan as issued, with what each party would change, as a page, as Word and as JSON. */
export function workingRoutes(app: FastifyInstance, services: Services): void {
  const looks = { access: 'staff', childFile: true } as const;
  const family = { access: 'family', childFile: true } as const;
  const at = '/plans/:planId/working-document';
  app.get(at, { config: looks }, async (request, reply) => {
    const { of, shown } = await forStaff(request);
    const proposals = shown?.proposals ?? [];
    const formKeys = new Map(proposals.map(({ id }) => [id, randomUUID()]));
    return reply.page(<WorkingPage page={request.pageContext()} {...{ of, formKeys }} open={shown} />);
  });
  app.get(`${at}.docx`, { config: looks }, async (request, reply) =>
    sendWorking(reply, (await forStaff(request)).shown),
  );
  app.get(`${at}/:place`, { config: readsFile }, (request, reply) => showForm(request, reply, {}));
  app.post(`${at}/:place`, { config: { access: staff } }, async (request, reply) => {
    const read = proposing.safeParse(typedIn(request.body));
    if (!read.success) {
      const issue = read.error.issues[0];
      return showForm(request, reply, { [String(issue?.path[0] ?? 'words')]: issue?.message ?? '' });
    }
    const given = { ...read.data, place: partIn(request, 'place'), by: staffName(request) };
    const done =
      tooLong({ page: read.data.page }) ??
      (await request.once((tx) => propose(tx, services, idIn(request, 'planId'), given)));
    if (done.ok) return reply.redirect(done.value, 303);
    return showForm(request, reply, { [done.field]: done.message });
  });
  app.post(`${at}/agreements/:proposalId`, { config: { access: staff } }, async (request, reply) => {
    const given = { proposalId: idIn(request, 'proposalId'), by: staffName(request) };
    const done = await request.once((tx) => agree(tx, services, idIn(request, 'planId'), given));
    return reply.redirect(done.ok ? done.value : `/plans/${idIn(request, 'planId')}`, 303);
  });

  returnedRoutes(app, services);

  const json = noun(app, `/api${at}`, {
    summary: 'The tribunal’s working document of a plan as issued',
    tag: 'plans',
    may: looks,
    answer,
    show: async (request) => toJson((await forStaff(request)).shown),
  });
  json(`/api${at}/:place`, {
    summary:
      'Write down a change that one party proposes to one field, or a row to put into a section (B to H2)',
    may: { access: staff },
    form: proposing,
    act: (request, form) =>
      request.once((tx) =>
        propose(tx, services, idIn(request, 'planId'), {
          ...form,
          place: partIn(request, 'place'),
          by: staffName(request),
        }),
      ),
  });
  json(`/api${at}/agreements/:proposalId`, {
    summary: 'Record that both parties agree a change',
    may: { access: staff },
    form: z.object({}),
    act: (request) =>
      request.once((tx) =>
        agree(tx, services, idIn(request, 'planId'), {
          proposalId: idIn(request, 'proposalId'),
          by: staffName(request),
        }),
      ),
  });

  const theirs = '/family/:childId/plan/working-document';
  app.get(theirs, { config: family }, async (request, reply) => {
    const { child, open } = await forFamily(request, services);
    const of = { childId: child.id, childName: fullName(child) };
    return reply.page(<FamilyWorkingPage page={request.pageContext('family')} {...of} open={open} />);
  });
  app.get(`${theirs}.docx`, { config: family }, async (request, reply) =>
    sendWorking(reply, (await forFamily(request, services)).open),
  );
}

function forStaff(request: FastifyRequest) {
  return openPlanPage(request, async (tx, plan) => {
    const reference = await referenceOf(tx, plan);
    return openWorking(tx, plan, reference);
  });
}

async function forFamily(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const opened = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const plan = found(await findPlanOfChild(tx, childId));
    const reference = await referenceOf(tx, plan);
    return { child, open: await openWorking(tx, plan, reference) };
  });
  request.readsChildFile({ authorityId: opened.child.authorityId, childId });
  const { child, open } = opened;
  const safe = await leavingOut(request, services, [open, open && readings(open.document)]);
  return { child, open: open === null || safe === null ? open : withoutOthers(open, safe) };
}

async function sendWorking(reply: FastifyReply, open: OpenWorking | null) {
  return sendWord(reply, 'working-document', await wordFile(found(open ?? undefined)));
}

async function showForm(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors) {
  const { of, shown } = await forStaff(request);
  const open = found(shown ?? undefined);
  return reply.page(
    <ProposePage
      page={request.pageContext()}
      of={of}
      formKey={randomUUID()}
      place={partIn(request, 'place')}
      field={fieldAt(open, partIn(request, 'place'))}
      citable={open.citable}
      typed={typedIn(request.body ?? {})}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}

function toJson(open: OpenWorking | null): z.input<typeof answer> {
  if (open === null) return { statements: [], footnotes: [] };
  const { statements, footnotes } = open.document;
  const numbers = new Map(footnotes.map(({ number, proposal }) => [proposal.id, number]));
  return {
    statements: statements.map(({ section, area, name, fields }) => ({
      section,
      area,
      name,
      fields: fields.map(({ place, label, words }) => ({
        place,
        label,
        words: words.map(({ from, ...one }) => ({
          ...one,
          footnotes: from.flatMap((id) => numbers.get(id) ?? []),
        })),
      })),
    })),
    footnotes: footnotes.map(({ number, cites, proposal: { id: proposalId, party, on, agreedOn } }) => ({
      number,
      proposalId,
      party,
      on,
      agreedOn,
      cites,
    })),
  };
}

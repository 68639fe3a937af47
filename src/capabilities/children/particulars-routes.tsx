import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type FormResult, readForm, typedIn } from '../../platform/http/forms.ts';
import { actorOf, type Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { fullName } from './child.ts';
import { listCircumstances } from './circumstances-store.ts';
import { listRecorded } from './merge-store.ts';
import { nameRecord } from './merging.ts';
import { ParticularsPage, type ShownRecord } from './pages/particulars.tsx';
import { ParticularsFormPage } from './pages/particulars-form.tsx';
import {
  type Answers,
  changeParticulars,
  PARTS,
  type Part,
  type Particulars,
  type Refused,
  sameAnswers,
} from './particulars.ts';
import {
  findParticulars,
  isPart,
  listMergedRecords,
  listSameNumbers,
  lockParticulars,
  saveParticulars,
} from './particulars-store.ts';
import { PART_WORDS } from './particulars-words.ts';
import { partSchemas, versionSchema, whySchema } from './schema.ts';

export const WRITERS = ['caseworker', 'manager'] as const;
const reads = { access: 'staff', childFile: true } as const;
const asks = { access: WRITERS, childFile: true } as const;
const acts = { access: WRITERS } as const;

/** A child's particulars: what they are, what they were, and each question answered anew. */
export function particularsRoutes(app: FastifyInstance, services: Services): void {
  const all = '/cases/:childId/particulars';
  app.get(all, { config: reads }, async (request, reply) => {
    const childId = idIn(request, 'childId');
    const shown = await request.act(async (tx) => {
      const of = found(await findParticulars(tx, childId));
      const same = (await listSameNumbers(tx, of.childId, of.now)).map((one) => ({
        ...one,
        name: fullName(one),
      }));
      const records = await recordsOf(tx, of.childId);
      return { ...of, same, records, circumstances: await listCircumstances(tx, of.childId) };
    });
    const { authorityId, now } = shown;
    request.readsChildFile({ authorityId, childId: shown.childId });
    const of = { childId: shown.childId, childName: fullName(now), bornOn: now.bornOn };
    const mayChange = mayUse(WRITERS, request.actor);
    return reply.page(<ParticularsPage page={request.pageContext()} {...{ ...shown, of, mayChange }} />);
  });

  for (const part of Object.keys(PARTS).filter(isPart)) {
    app.get(`${all}/${part}`, { config: asks }, (request, reply) =>
      showForm(request, reply, { part, errors: {} }),
    );
    app.post(`${all}/${part}`, { config: acts }, async (request, reply) => {
      const read = readPart(part, request.body);
      if (!read.ok) return showForm(request, reply, { part, errors: read.errors });
      const childId = idIn(request, 'childId');
      const said = read.value;
      const outcome = await request.once((tx) => answerAnew(tx, childId, said, services.now()));
      if (outcome.ok) return reply.redirect(outcome.value, 303);
      const { overtakenBy = null } = outcome;
      return showForm(request, reply, { part, errors: { [outcome.field]: outcome.message }, overtakenBy });
    });
  }
}

/** One question's answers as a form has them, with why and what was read before. */
export function readPart(part: Part, body: unknown): FormResult<Said> {
  const answers = readForm(partSchemas[part], body);
  const rest = readForm(whySchema.and(versionSchema).and(chosenSchema), body);
  if (answers.ok && rest.ok) return { ok: true, value: { part, answers: answers.value, ...rest.value } };
  const errors = { ...(answers.ok ? {} : answers.errors), ...(rest.ok ? {} : rest.errors) };
  return { ok: false, errors, typed: typedIn(body) };
}

type Said = {
  part: Part;
  answers: Answers;
  version: number;
  why: string | null;
  /** The merged record whose answers they were chosen from. */
  from: Uuid | null;
};

/** Answers one question of a child's particulars anew: what was there before is kept beside it. */
export async function answerAnew(
  tx: Tx,
  childId: Uuid,
  said: Said,
  at: Date,
): Promise<{ ok: true; value: string } | Refused> {
  const before = found(await lockParticulars(tx, childId));
  const changed = changeParticulars(before.saves, before.now, said);
  if (!changed.ok) return changed;
  const { childId: file, authorityId } = before;
  const value = `/cases/${file}/particulars`;
  if (changed.value === null) return { ok: true, value };
  const { part, why } = said;
  const record = (await listMergedRecords(tx, file)).find(({ id }) => id === said.from);
  const fromRecord = record !== undefined && sameAnswers(part, said.answers, record.now) ? record.id : null;
  await saveParticulars(tx, before, {
    ...{ part, particulars: changed.value, why, by: nameOf(tx), at, fromRecord },
  });
  const about = { authorityId, childId: file, subject: 'child', subjectId: file };
  await recordEvent(tx, { ...about, kind: `particulars changed: ${PART_WORDS[part].toLowerCase()}` });
  return { ok: true, value };
}

type Shown = { part: Part; errors: FieldErrors; overtakenBy?: string | null };

async function showForm(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  const childId = idIn(request, 'childId');
  const { authorityId, file, now, version, records } = await request.act(async (tx) => {
    const { childId: file, ...of } = found(await findParticulars(tx, childId));
    return { ...of, file, records: await recordsOf(tx, file) };
  });
  request.readsChildFile({ authorityId, childId: file });
  const { part, errors, overtakenBy = null } = shown;
  const sent = typedIn(request.body ?? {});
  const { from } = chosenSchema.parse(hasErrors(errors) ? sent : request.query);
  const chosen = records.find(({ id }) => id === from) ?? null;
  const typed = hasErrors(errors) ? sent : textsOf(chosen?.now ?? now);
  const form = { formKey: randomUUID(), typed, errors };
  // Only once they have been shown what somebody else saved does saving again put theirs in its place.
  const seen = hasErrors(errors) && overtakenBy === null ? versionSchema.parse(sent).version : version;
  const of = { childId: file, childName: fullName(now), bornOn: now.bornOn };
  const status = overtakenBy !== null ? 409 : hasErrors(errors) ? 400 : 200;
  return reply.page(
    <ParticularsFormPage
      page={request.pageContext()}
      {...{ of, part, now, form, overtakenBy, chosen }}
      version={seen}
    />,
    status,
  );
}

const chosenSchema = z.object({
  from: z.uuid().nullable().catch(null).default(null),
});

/** Each record merged into a file, as it was recorded, with what tells it from the others. */
async function recordsOf(tx: Tx, file: Uuid): Promise<ShownRecord[]> {
  const records = await listMergedRecords(tx, file);
  const recorded = await listRecorded(
    tx,
    records.map(({ id }) => id),
  );
  return records.map((one) => ({ ...one, name: nameRecord(recorded.get(one.id)) }));
}

function textsOf({ bsl, ...texts }: Particulars): Record<string, string> {
  const known = Object.entries(texts).map(([name, value]) => [name, value ?? '']);
  return { ...Object.fromEntries(known), bsl: bsl ? 'yes' : 'no' };
}

export function nameOf(tx: Tx): string {
  const actor = actorOf(tx);
  return 'name' in actor ? actor.name : 'The service';
}

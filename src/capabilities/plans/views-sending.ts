import { randomUUID } from 'node:crypto';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { healthWords } from './checks/rules/health-is-agreed.ts';
import { consult } from './consultation-sending.ts';
import type { Answer, MeetingOutcome, PlanFacts, PreferredSetting, Representation } from './facts.ts';
import { happened, openForActing } from './post.ts';
import { insertAct } from './store.ts';
import { rowIn } from './suggesting.ts';
import { suggestsWords } from './suggestion-store.ts';
import {
  answerRepresentation,
  askForMeeting,
  expressPreference,
  makeRepresentation,
  noPreference,
  sayFinished,
  settleMeeting,
} from './views.ts';

/* What the family says about a draft, and what staff answer: each one act, with its event. */

type Said = Pick<Representation, 'about' | 'words' | 'from' | 'rowId'> & { id?: Uuid };

/** One comment on the draft, from the family or written down by staff as it came. */
export async function represent(tx: Tx, services: Services, planId: Uuid, said: Said): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const today = englishDay(services.now());
  const placed = aboutItsRow(facts, said);
  const made = makeRepresentation(facts, { id: randomUUID(), ...placed, receivedOn: today }, today);
  if (!made.ok) return made;
  const { id, from, draftNumber, about, words, rowId } = made.value;
  const body = { draftNumber, about, words, ...(rowId === undefined ? {} : { rowId }) };
  await insertAct(tx, plan, { id, kind: 'representation', on: today, by: from, body });
  await happened(tx, plan, 'representation made', id, { data: { about } });
  return { ok: true, value: plan.id };
}

// A line that is not in the draft they have is nobody's to point at; the words are taken all the same.
function aboutItsRow({ served }: PlanFacts, { rowId, ...said }: Said): Said {
  const there = served === null || rowId === undefined ? null : rowIn(served.content, rowId);
  if (rowId === undefined || (there === null && said.id === undefined)) return said;
  return { ...said, rowId, about: there?.section ?? said.about };
}

/** Asks to meet an officer about the draft. */
export async function askToMeet(
  tx: Tx,
  services: Services,
  planId: Uuid,
  said: { words: string; from: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const asked = askForMeeting(facts);
  if (!asked.ok) return asked;
  const on = englishDay(services.now());
  const { words, from } = said;
  const id = await insertAct(tx, plan, { kind: 'meeting asked for', on, by: from, body: { words } });
  await happened(tx, plan, 'meeting asked for', id);
  return { ok: true, value: plan.id };
}

/**
 * Records which setting the family wants, or that it has no preference. Never refused, whatever the setting, whenever it
 * comes. One that is on the register is consulted at once, where a draft is with the family. Needs the authority's lens.
 */
export async function prefer(
  tx: Tx,
  services: Services,
  planId: Uuid,
  wanted: { setting: PreferredSetting | null; from: string; contactId: Uuid | null },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const on = englishDay(services.now());
  const { setting, from, contactId } = wanted;
  const said = { from, receivedOn: on, contactId };
  const body = setting === null ? noPreference(said) : expressPreference(setting, said);
  const id = await insertAct(tx, plan, { kind: 'preference', on, by: from, body });
  await happened(tx, plan, 'setting asked for', id, { data: { kind: body.kind } });
  const settingId = setting?.settingId ?? null;
  if (settingId === null || facts.served === null || facts.issued !== null)
    return { ok: true, value: plan.id };
  const why = 'the family asked for it';
  return consult(tx, services, { planId, settingId, why, contentHash: null, reviewedBy: null });
}

/** One of the family says that they have nothing more to add. */
export async function finish(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { from, contactId }: { from: string; contactId: Uuid | null },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const on = englishDay(services.now());
  const finished = sayFinished(facts, on);
  if (!finished.ok) return finished;
  if (facts.finishedOn === null || facts.notFinished.length > 0) {
    const id = await insertAct(tx, plan, { kind: 'finished', on, by: from, body: { contactId } });
    await happened(tx, plan, 'family finished with the draft', id);
  }
  return { ok: true, value: plan.id };
}

/** Answers one comment. One that suggests words is taken where they are taken, so that they are in the draft at once. */
export async function answerComment(
  tx: Tx,
  services: Services,
  planId: Uuid,
  given: Parameters<typeof answer>[3],
): Promise<Outcome> {
  if (given.outcome === 'accepted' && (await suggestsWords(tx, given.representationId)))
    return refused('outcome', 'Take the words it suggests where suggestions are answered');
  return answer(tx, services, planId, given);
}

/** Answers one comment, with reasons the family reads. */
export async function answer(
  tx: Tx,
  services: Services,
  planId: Uuid,
  given: { representationId: string } & Pick<Answer, 'outcome' | 'reasons' | 'answeredBy'>,
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const said = found(facts.representations.find(({ id }) => id === given.representationId));
  const on = englishDay(services.now());
  const { outcome, reasons, answeredBy } = given;
  const answered = answerRepresentation(said, { outcome, reasons, answeredBy, answeredOn: on });
  if (!answered.ok) return answered;
  const body = { outcome, reasons };
  await insertAct(tx, plan, { kind: 'answer', on, by: answeredBy, about: said.id, body });
  await happened(tx, plan, 'representation answered', said.id, { data: { outcome } });
  return { ok: true, value: `/plans/${planId}` };
}

/** Records that a meeting was held, or that the family no longer wants it. */
export async function settle(
  tx: Tx,
  services: Services,
  planId: Uuid,
  given: { meetingId: string; outcome: MeetingOutcome; note: string; by: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const asked = found(facts.meetings.find(({ id }) => id === given.meetingId));
  const on = englishDay(services.now());
  const { outcome, note, by } = given;
  const settled = settleMeeting(asked, { on, outcome, note });
  if (!settled.ok) return settled;
  const body = { outcome, note };
  await insertAct(tx, plan, { kind: 'meeting settled', on, by, about: asked.id, body });
  await happened(tx, plan, SETTLED[outcome], asked.id);
  return { ok: true, value: `/plans/${planId}` };
}

const SETTLED = {
  held: 'meeting held',
  'no longer wanted': 'meeting no longer wanted',
} as const satisfies Record<MeetingOutcome, string>;

/** Records that the commissioning body agrees the health care provision (reg. 12(2)). */
export async function agreeHealth(
  tx: Tx,
  services: Services,
  planId: Uuid,
  given: { body: string; by: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  if (given.body === '') return refused('body', 'Enter the name of the body that agrees Section G');
  const on = englishDay(services.now());
  const body = { body: given.body, agreed: healthWords(facts.working) };
  const act = { kind: 'health agreement', on, by: given.by, body } as const;
  await happened(tx, plan, 'health provision agreed', await insertAct(tx, plan, act));
  return { ok: true, value: `/plans/${planId}` };
}

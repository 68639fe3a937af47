import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordEvent } from '../../platform/events/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import {
  choiceField,
  dayField,
  optionalDayField,
  optionalText,
  textField,
} from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import { type Actor, familyName, type Tx, throughOf } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { kmOfMiles } from '../../shared/on-the-ground.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, refused } from '../../shared/result.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { findPlan, findPlanFacts, lockPlan, type PlanFacts, type PlanKey } from '../plans/index.ts';
import { findPlace } from '../postcodes/index.ts';
import { bitsOf, findSetting, needTypeOf } from '../settings/index.ts';
import { forWhom } from './asking.ts';
import { candidatesFor, getConsidered } from './candidates-store.ts';
import { criteriaOn } from './criteria.ts';
import { draftLinesOf } from './draft-lines.ts';
import { NOTE_KINDS, toKept } from './kept-list.ts';
import {
  findNewestList,
  insertList,
  insertNote,
  insertSaying,
  listLists,
  listNotes,
  listSayings,
} from './lists-store.ts';
import { USUAL_MILES, versionOf } from './own-criteria.ts';
import { findOwn } from './own-criteria-store.ts';
import { tailoredList } from './tailored-list.ts';

/* Tailored lists for the pages and the API alike: made by staff; added to, declined and noted on by the family. */

export const makingSchema = z.object({
  startOn: dayField('the day they would start'),
  postcode: textField('Enter the postcode to measure from', 20),
  miles: z
    .string()
    .regex(/^\d{1,2}$/, 'Enter how far to look in whole miles, like 20')
    .transform(Number),
  wish: z.enum(['mainstream', 'special', '']).catch('').default(''),
  kinds: optionalText(5000),
});

/** Makes the next list of a plan from its draft as it stands; the family reads it at once. */
export function makeOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof makingSchema>,
): Promise<Outcome> {
  const planId = idIn(request, 'planId');
  const today = englishDay(services.now());
  return request.once(async (tx) => {
    await lockPlan(tx, planId);
    const { plan, facts, child } = await openPlan(tx, planId);
    const kinds = new Set(form.kinds.split(','));
    const asking = {
      startOn: form.startOn,
      miles: form.miles,
      wish: form.wish === '' ? null : form.wish,
      kinds,
    };
    const who = forWhom(child.bornOn, draftLinesOf(facts.working.content), asking, { today, bitOf });
    if (!who.ok) return who;
    const home = await findPlace(tx, form.postcode, 'postcode');
    if (!home.ok) return home;
    const km = Math.round(kmOfMiles(form.miles));
    const { register, facts: known } = await getConsidered(tx, services, today);
    const askedFor = [
      ...wantedIn(facts),
      ...(await listSayings(tx, child.id)).map(({ settingId }) => settingId),
    ];
    const { candidates, asked } = candidatesFor(
      register,
      { home: home.value, km },
      askedFor.filter((id) => id !== null),
    );
    const own = await findOwn(tx);
    const by = own === null ? who.value : { ...who.value, bands: own.bands };
    const list = tailoredList(known, candidates, by, asked);
    const settings = Array.from(list.rows, (row, place) =>
      toKept(list, place, { settingId: register.ids[row] ?? '', named: known.needs[row] ?? 0 }),
    );
    const made = {
      planId,
      criteria: versionOf(criteriaOn(today).version, own?.number ?? null),
      madeOn: today,
      madeBy: nameOf(request.actor),
    };
    const kept = {
      ...made,
      startOn: form.startOn,
      km,
      who: by,
      placeless: register.placeless,
      settings,
    };
    const { id, number } = await insertList(
      tx,
      { authorityId: plan.authorityId, childId: plan.childId },
      kept,
    );
    await happened(tx, plan, 'tailored list made', id, { planId, number });
    return accepted(`/plans/${planId}/tailored-lists/${id}`);
  });
}

function nameOf(actor: Actor | null): string {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor.name;
}

function bitOf(code: string): number {
  const need = needTypeOf(code);
  if (need === null) throw new Error('no such kind of need');
  return bitsOf([need]);
}

/** Every setting that anybody of the family has asked for, theirs first who asked last. */
function wantedIn({ preference, otherPreferences }: PlanFacts): (Uuid | null)[] {
  return [preference, ...otherPreferences].flatMap((one) =>
    one === null || one.kind === 'none' ? [] : [one.setting.settingId],
  );
}

async function openPlan(tx: Tx, planId: Uuid) {
  const plan = found(await findPlan(tx, planId));
  return {
    plan,
    facts: found(await findPlanFacts(tx, planId)),
    child: found(await findChild(tx, plan.childId)),
  };
}

/** What staff see: the draft a list would be made from, and the lists there are. */
export async function readMaking(request: FastifyRequest) {
  const planId = idIn(request, 'planId');
  const read = await request.act(async (tx) => {
    const { plan, facts, child } = await openPlan(tx, planId);
    const draft = draftLinesOf(facts.working.content);
    const usualMiles = (await findOwn(tx))?.usualMiles ?? USUAL_MILES;
    return { plan, child, childName: fullName(child), draft, lists: await listLists(tx, planId), usualMiles };
  });
  request.readsChildFile(read.plan);
  return read;
}

export const addingSchema = z.object({
  settingId: z.string().max(100).default(''),
  settingName: optionalText(300),
  words: optionalText(2000),
  from: optionalText(200),
});
export const decliningSchema = z.object({
  words: optionalText(2000),
  from: optionalText(200),
});

const whoSaid = { from: textField('Enter who of the family said it', 200) };
/** As staff write it down. */
export const toldAddingSchema = addingSchema.extend(whoSaid);
export const toldDecliningSchema = decliningSchema.extend(whoSaid);

/** By which door something is said: the family's own, or staff who write it down. */
export type Door = {
  saidBy: 'family' | 'authority';
  childOf(tx: Tx, request: FastifyRequest): Promise<Uuid>;
  at(childId: Uuid, request: FastifyRequest): string;
};

export const FAMILY_DOOR: Door = {
  saidBy: 'family',
  childOf: async (_, request) => idIn(request, 'childId'),
  at: (childId) => `/family/${childId}/tailored-list`,
};
export const STAFF_DOOR: Door = {
  saidBy: 'authority',
  childOf: async (tx, request) => found(await findPlan(tx, idIn(request, 'planId'))).childId,
  at: (_, request) => `/plans/${idIn(request, 'planId')}/tailored-lists`,
};

/** The family puts a setting on the newest list. It is no request under section 38: that is asked for with the plan. */
export function addOnce(
  request: FastifyRequest,
  services: Services,
  door: Door,
  form: z.infer<typeof addingSchema>,
): Promise<Outcome> {
  return sayOnce(request, services, door, async (tx) => {
    const setting = isUuid(form.settingId) ? await findSetting(tx, form.settingId) : undefined;
    const settingName = setting?.name ?? form.settingName;
    if (settingName === '') return refused('settingName', 'Select a setting, or enter the name of one');
    return accepted({
      kind: 'setting added',
      settingId: setting?.id ?? null,
      settingName,
      words: form.words,
      by: form.from,
    } as const);
  });
}

/** They want no list. Nothing else changes: what they ask for, and what was sent, stays as it is. */
export function declineOnce(
  request: FastifyRequest,
  services: Services,
  door: Door,
  form: z.infer<typeof decliningSchema>,
): Promise<Outcome> {
  return sayOnce(request, services, door, async () =>
    accepted({
      kind: 'list declined',
      settingId: null,
      settingName: null,
      words: form.words,
      by: form.from,
    } as const),
  );
}

type Said = Omit<Parameters<typeof insertSaying>[2], 'on'>;

function sayOnce(
  request: FastifyRequest,
  services: Services,
  door: Door,
  say: (tx: Tx) => Promise<ReturnType<typeof accepted<Said>> | ReturnType<typeof refused>>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const list = found(await findNewestList(tx, await door.childOf(tx, request)));
    const child = found(await findChild(tx, list.childId));
    const said = await say(tx);
    if (!said.ok) return said;
    const by = familyName(request.actor) ?? said.value.by;
    if (by === '') return refused('from', 'Enter your name');
    const of = { authorityId: child.authorityId, childId: list.childId };
    const on = englishDay(services.now());
    const id = await insertSaying(
      tx,
      { ...of, listId: list.id, saidBy: door.saidBy },
      { ...said.value, by, on },
    );
    const kind =
      said.value.kind === 'setting added' ? 'setting added to tailored list' : 'tailored list declined';
    await happened(tx, of, kind, id, { listId: list.id });
    return accepted(door.at(list.childId, request));
  });
}

export const noteSchema = z.object({
  kind: choiceField(NOTE_KINDS, 'Select what it is'),
  words: textField('Enter what you want to note', 2000),
  visitOn: optionalDayField('the day of the visit'),
});

/** Kept for whoever writes it and for nobody else, so it is no event on the file. */
export function noteOnce(request: FastifyRequest, form: z.infer<typeof noteSchema>): Promise<Outcome> {
  const [childId, settingId] = [idIn(request, 'childId'), idIn(request, 'settingId')];
  return request.once(async (tx) => {
    const child = found(await findChild(tx, childId));
    found(await findSetting(tx, settingId));
    const contactId = throughOf(request.actor, childId)?.contactId;
    if (contactId === undefined) throw new NotTheirs();
    if (form.visitOn !== null && form.kind !== 'visit')
      return refused('visitOn', 'Give a day only for a visit');
    await insertNote(tx, { authorityId: child.authorityId, childId, contactId }, { ...form, settingId });
    return accepted(`/family/${childId}/tailored-list/settings/${settingId}`);
  });
}

/** What the family has: their newest list, what they put on it, and what whoever asks noted for themself. */
export async function readOwn(request: FastifyRequest, services: Services) {
  const childId = idIn(request, 'childId');
  const read = await request.act(async (tx) => {
    const child = found(await findChild(tx, childId));
    const list = (await findNewestList(tx, childId)) ?? null;
    const { register } = await getConsidered(tx, services, englishDay(services.now()));
    const [sayings, notes] = [await listSayings(tx, childId), await listNotes(tx, childId)];
    return { child, childName: fullName(child), list, sayings, notes, register };
  });
  request.readsChildFile({ authorityId: read.child.authorityId, childId });
  return read;
}

async function happened(
  tx: Tx,
  { authorityId, childId }: Pick<PlanKey, 'authorityId' | 'childId'>,
  kind: string,
  subjectId: Uuid,
  data: Readonly<Record<string, string | number>>,
): Promise<void> {
  await recordEvent(tx, { authorityId, childId, kind, subject: 'tailored list', subjectId, data });
}

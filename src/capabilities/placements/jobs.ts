import { recordEvent } from '../../platform/events/index.ts';
import { findPeople } from '../../platform/identity/first-person.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { Services } from '../../platform/services.ts';
import { addDays, englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { listToTell } from '../rights/index.ts';
import { type Term, termToAsk } from './check.ts';
import {
  claimReminder,
  type Due,
  insertCheck,
  listDue,
  listForTerm,
  listToRemind,
  type ToRemind,
} from './check-store.ts';
import { checkAsked, checkReminder, settingAsked } from './letters.ts';
import { listToShow } from './list-store.ts';
import { showWhereTheyGo } from './post.ts';

/** As many at once as one run should hold; the rest are for the next night. */
const AT_ONCE = 2000;
/** How many days before its last day a check is reminded of. */
const REMINDED_BEFORE = 5;

/**
 * Every night: shows where a child goes as days begin and end, asks whether provision is in place, asks settings what they
 * provided this term, and reminds once. Each is claimed in the transaction that writes it, so a second run asks nothing again.
 * One that cannot be asked keeps nobody else waiting. Returns how many were asked or reminded.
 */
export async function checkProvision(services: Services): Promise<number> {
  const { database, config, authority } = services;
  const system = { kind: 'system', authorityId: authority.code } as const;
  const { checkWeeks, answerDays, terms } = config.placements;
  const today = englishDay(services.now());
  const term = termToAsk(terms, today, answerDays);
  const work = await withLens(database, system, async (tx) => ({
    shown: await listToShow(tx, today),
    due: await listDue(tx, today, checkWeeks, AT_ONCE),
    forTerm: term === undefined ? [] : await listForTerm(tx, term, AT_ONCE),
    reminders: await listToRemind(tx, today, REMINDED_BEFORE, AT_ONCE),
  }));
  const { shown, due, forTerm, reminders } = work;
  const people = await peopleOf(services, [...due, ...forTerm, ...reminders]);
  const acts: ((tx: Tx) => Promise<boolean>)[] = [
    ...shown.map((childId) => async (tx: Tx) => {
      await showWhereTheyGo(tx, childId, today);
      return false;
    }),
    ...due.map((one) => (tx: Tx) => ask(tx, services, { one, term: null, today, people })),
    ...forTerm.map((one) => (tx: Tx) => ask(tx, services, { one, term: term ?? null, today, people })),
    ...reminders.map((one) => (tx: Tx) => remind(tx, services, { one, today, people })),
  ];
  let done = 0;
  let failure: unknown;
  for (const act of acts) {
    try {
      if (await withLens(database, system, act)) done += 1;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return done;
}

type People = ReadonlyMap<Uuid, readonly { name: string; email: string }[]>;

async function peopleOf(
  { database }: Services,
  of: readonly { organisationId: Uuid | null }[],
): Promise<People> {
  const ids = new Set(of.flatMap(({ organisationId: id }) => (id === null ? [] : [id])));
  const people = await findPeople(database, [...ids]);
  return Map.groupBy(
    people.filter(({ administrator }) => administrator),
    ({ organisationId }) => organisationId,
  );
}

type Ask = { one: Due; term: Term | null; today: PlainDate; people: People };

async function ask(tx: Tx, services: Services, { one, term, today, people }: Ask): Promise<boolean> {
  const { placementId, versionId, childId, organisationId, settingName } = one;
  const authorityId = services.authority.code;
  const asksFamily = term === null && one.rank === 1;
  const answerBy = term?.to ?? addDays(today, services.config.placements.answerDays);
  const kind = term === null ? 'in place' : 'term';
  const of = { placementId, versionId, childId, organisationId };
  const asked = { kind, termEndsOn: term?.to ?? null, asksFamily, askedOn: today, answerBy } as const;
  const id = await insertCheck(tx, authorityId, { ...of, ...asked });
  if (id === null) return false;
  const told = { id, childId, answerBy, where: settingName ?? 'what the plan arranges' };
  if (asksFamily) await tellFamily(tx, services, told, false);
  if (organisationId !== null) await tellSetting(tx, services, told, people.get(organisationId) ?? [], false);
  await recordEvent(tx, {
    ...{ authorityId, childId, subject: 'placement check', subjectId: id },
    kind: term === null ? 'asked whether provision is in place' : 'asked what was provided this term',
    ...(organisationId === null ? {} : { organisationId }),
  });
  return true;
}

type Reminder = { one: ToRemind; today: PlainDate; people: People };

async function remind(tx: Tx, services: Services, { one, today, people }: Reminder): Promise<boolean> {
  const { id, childId, answerBy, organisationId, family } = one;
  if (!(await claimReminder(tx, id, today))) return false;
  const told = { id, childId, answerBy, where: 'Your setting' };
  if (family) await tellFamily(tx, services, told, true);
  if (organisationId !== null) await tellSetting(tx, services, told, people.get(organisationId) ?? [], true);
  return true;
}

type Told = { id: Uuid; childId: Uuid; answerBy: PlainDate; where: string };

async function tellFamily(tx: Tx, services: Services, told: Told, again: boolean): Promise<void> {
  const { childId, id, answerBy, where } = told;
  const child = await findChild(tx, childId);
  if (child === undefined) return;
  const { authority, config } = services;
  const turn = { reach: reachOf(authority), sendiass: authority.sendiass };
  const href = `${config.baseUrl}/family/${childId}/placement/checks/${id}`;
  const about = { childName: fullName(child), where, answerBy, href };
  const words = again ? checkReminder(about, turn) : checkAsked(about, config.placements.checkWeeks, turn);
  for (const contact of await listToTell(tx, services, childId, 'the plan and its setting')) {
    const to = { kind: 'contact', contact } as const;
    const template = again ? 'check of provision, again' : 'check of provision';
    await sendLetter(tx, { authorityId: authority.code, childId, to, template, ...words });
  }
}

type Somebody = { name: string; email: string };

async function tellSetting(
  tx: Tx,
  services: Services,
  { id, childId, answerBy, where }: Told,
  people: readonly Somebody[],
  again: boolean,
): Promise<void> {
  const href = `${services.config.baseUrl}/placement-checks/${id}`;
  for (const { name, email } of people) {
    const to = { kind: 'somebody', name, email } as const;
    const words = settingAsked({ where, answerBy, href }, again);
    const template = 'check of provision, to a setting';
    await sendLetter(tx, { authorityId: services.authority.code, childId, to, template, ...words });
  }
}

import { recordEvent } from '../../platform/events/index.ts';
import { findEmails } from '../../platform/identity/accounts.ts';
import { findPeople, type Person } from '../../platform/identity/first-person.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { addDays, daysBetween, englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findAreaOfficers, listStaff } from '../colleagues/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { adviceDueSoon, adviceOverdue, adviceToChase, adviceWaits } from './letters.ts';
import { adviceDue } from './post.ts';
import { type Awaited, claimReminder, listAwaited } from './reminder-store.ts';
import { dueWhen, peopleToRemind, REMINDERS, type Reminder } from './reminders.ts';

type Told = { name: string; email: string };
type Sending = {
  awaited: Awaited;
  reminder: Reminder;
  people: readonly Person[];
  caseworker: Told | null;
  managers: readonly Told[];
  /** Whose it is to see that health advice comes, in this area. */
  officers: readonly Told[];
};

/**
 * Tells of advice that was asked for, reminds of what is nearly due, and tells of what is late: the organisation's people, or the caseworker where it was
 * asked by other means, the authority's managers, and of health advice the area's designated clinical officers.
 * Run nightly; each reminder is claimed in the transaction that writes it, so a second run sends nothing again. Returns
 * how many were sent.
 */
export async function remindOfAdvice(services: Services): Promise<number> {
  const { database } = services;
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const today = englishDay(services.now());
  const managers = await managersOf(services);
  const officers = await findAreaOfficers(services);
  let sent = 0;
  let failure: unknown;
  // The latest first: of a reminder that was missed and the one after it, the one after is what is wanted.
  for (const reminder of REMINDERS.toReversed()) {
    const received = receivedWhen(dueWhen(reminder, today));
    const all = await withLens(database, system, (tx) => listAwaited(tx, reminder, received));
    // Whoever was asked by other means knows of it.
    const list = all.filter(({ organisationId }) => organisationId !== null || reminder !== 'asked');
    const organisations = [...new Set(list.flatMap(({ organisationId }) => organisationId ?? []))];
    const people = await findPeople(database, organisations);
    const emails = await findEmails(database, [...new Set(list.flatMap(chasedBy))]);
    for (const awaited of list) {
      const theirs = people.filter(({ organisationId }) => organisationId === awaited.organisationId);
      const email = emails.get(chasedBy(awaited)[0] ?? '');
      const caseworker = email === undefined ? null : { name: awaited.caseworker?.name ?? '', email };
      const sending = { awaited, reminder, people: theirs, caseworker, managers, officers };
      try {
        if (await withLens(database, system, (tx) => send(tx, services, sending, today))) sent += 1;
      } catch (error) {
        // One that cannot be written keeps nobody else waiting; the night is tried again for it alone.
        failure ??= error;
      }
    }
  }
  if (failure !== undefined) throw failure;
  return sent;
}

// Whoever works for no organisation here was asked by other means: only staff can ask them again.
function chasedBy({ organisationId, caseworker }: Awaited): Uuid[] {
  return organisationId === null && caseworker !== null ? [caseworker.accountId] : [];
}

/** The days on which advice was asked for that is due in a span: the six weeks are the law's own (T02). */
function receivedWhen({ from, to }: { from: PlainDate; to: PlainDate }) {
  const weeks = daysBetween(to, adviceDue(to));
  return { from: addDays(from, -weeks), to: addDays(to, -weeks) };
}

async function managersOf({ database, authority }: Services): Promise<Told[]> {
  const staff = await withLens(database, { kind: 'system', authorityId: authority.code }, listStaff);
  const managers = staff.filter(({ roles }) => roles.includes('manager'));
  const emails = await findEmails(
    database,
    managers.map(({ accountId }) => accountId),
  );
  return managers.flatMap(({ accountId, name }) => {
    const email = emails.get(accountId);
    return email === undefined ? [] : [{ name, email }];
  });
}

const TEMPLATES = {
  asked: 'advice in the inbox',
  'two weeks': 'advice due soon',
  'one week': 'advice due soon',
  'the day': 'advice due soon',
  overdue: 'advice overdue',
} as const satisfies Record<Reminder, string>;

async function send(tx: Tx, services: Services, sending: Sending, today: PlainDate): Promise<boolean> {
  const { awaited, reminder, people, caseworker, managers, officers } = sending;
  if (!(await claimReminder(tx, awaited, reminder, today))) return false;
  const { authorityId, childId, assessmentId, id, organisationId } = awaited;
  const overdue = reminder === 'overdue';
  const template = TEMPLATES[reminder];
  const turn = whereToTurn(services.authority);
  const words = (path: string) => {
    const about = {
      ...awaited,
      dueOn: adviceDue(awaited.receivedOn),
      href: `${services.config.baseUrl}${path}`,
    };
    if (reminder === 'asked') return adviceWaits(about, turn);
    return overdue ? adviceOverdue(about, turn) : adviceDueSoon(about, turn);
  };
  const told = peopleToRemind(reminder, awaited.held, people);
  for (const { name, email } of told) {
    const to = { kind: 'somebody', name, email } as const;
    await sendLetter(tx, { authorityId, childId, to, template, ...words(`/advice/${id}`) });
  }
  // Nobody there can sign in yet: it waits where their first person will find it.
  if (told.length === 0 && organisationId !== null && reminder !== 'asked') {
    const to = { kind: 'organisation', organisationId, name: awaited.adviserName } as const;
    await sendLetter(tx, { authorityId, childId, to, template, ...words(`/advice/${id}`) });
  }
  if (organisationId === null) {
    const about = { ...awaited, dueOn: adviceDue(awaited.receivedOn) };
    const href = `${services.config.baseUrl}/assessments/${assessmentId}/advice-requests/${id}`;
    const chase = adviceToChase({ ...about, href }, turn);
    // Where nobody has the case its managers are told, and of late advice they are in any case.
    for (const { name, email } of caseworker !== null ? [caseworker] : overdue ? [] : managers) {
      const to = { kind: 'somebody', name, email } as const;
      await sendLetter(tx, { authorityId, childId, to, template, ...chase });
    }
  }
  for (const { name, email } of overdue ? managers : []) {
    const to = { kind: 'somebody', name, email } as const;
    const page = `/assessments/${assessmentId}/advice-requests/${id}`;
    await sendLetter(tx, { authorityId, childId, to, template, ...words(page) });
  }
  for (const { name, email } of overdue && awaited.ofHealth ? officers : []) {
    const to = { kind: 'somebody', name, email } as const;
    await sendLetter(tx, { authorityId, childId, to, template, ...words('/inbox/health') });
  }
  // That it was asked for is an event already.
  if (reminder === 'asked') return true;
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: overdue ? 'overdue advice escalated' : 'reminder of advice sent',
    subject: 'advice request',
    subjectId: id,
    ...(organisationId === null ? {} : { organisationId }),
    data: { assessmentId, paragraph: awaited.paragraph, reminder },
  });
  return true;
}

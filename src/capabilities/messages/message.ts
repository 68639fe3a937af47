import { countWorkingDays } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

export type Message = {
  id: Uuid;
  from: 'family' | 'organisation' | 'staff';
  name: string;
  /** Whose it is of those on the file; null is everybody's from the team, and the team's alone from anybody else. */
  contactId: Uuid | null;
  body: string;
  sentAt: Date;
  /** The day the family, or the organisation, was promised an answer by; null for what the team wrote. */
  promisedOn: PlainDate | null;
  answeredAt: Date | null;
  /** Why no answer is needed, where the team said so. */
  closedReason: string | null;
  /** What the family said otherwise than here, and who wrote it down. */
  heard: { how: string; on: PlainDate; recordedBy: string } | null;
};

/** What is asked of a message to see whether, and for whom, it waits. */
export type Waits = Pick<Message, 'id' | 'name' | 'contactId' | 'sentAt' | 'promisedOn' | 'answeredAt'>;

export const HEARD_HOW = ['telephone', 'letter', 'email', 'in person'] as const;

/** Messages to the team that nobody has answered yet. */
export function waitingIn<M extends Waits>(messages: readonly M[]): M[] {
  return messages.filter(({ promisedOn, answeredAt }) => promisedOn !== null && answeredAt === null);
}

/**
 * Of what waits for an answer, the day first promised where it has gone by, and the day promised next. Both, where what was
 * written first is late and something was written since: each of them has its own day.
 */
export function promisesIn(messages: readonly Waits[], today: PlainDate): Promises {
  const days = waitingIn(messages)
    .flatMap(({ promisedOn }) => promisedOn ?? [])
    .toSorted();
  return { late: days.find((day) => day < today) ?? null, next: days.find((day) => day >= today) ?? null };
}
export type Promises = { late: PlainDate | null; next: PlainDate | null };

/**
 * The day a family is promised an answer by: so many working days after today, which is not counted. It is the authority's
 * own promise; no provision sets a time.
 */
export function promisedDay(today: PlainDate, workingDays: number): PlainDate {
  return countWorkingDays(today, workingDays, { firstDayCounts: false });
}

/** What somebody sends. Refuses nothing written, and a message without a name. */
export function write(form: { body: string; name: string }): Result<{ body: string; name: string }> {
  if (form.body === '') return refused('body', 'Enter your message');
  if (form.name === '') return refused('from', 'Enter your name');
  return accepted(form);
}

/** What stands for everybody on the file, where somebody is chosen to write to. */
export const EVERYBODY = 'everybody';

/**
 * To whom of those on the file the team writes; null is everybody. Where nobody was chosen it is whoever waits, and
 * everybody where nobody does: what one of several wrote is never answered to the others by an oversight.
 */
export function addressee(
  chosen: string,
  waiting: readonly Waits[],
  mayRead: readonly { id: Uuid }[],
): Result<Uuid | null> {
  if (chosen === EVERYBODY) return accepted(null);
  const one = mayRead.find(({ id }) => id === chosen);
  if (one !== undefined) return accepted(one.id);
  const whose = new Set(waiting.map(({ contactId }) => contactId));
  if (chosen === '' && whose.size === 0) return accepted(null);
  const [only = null] = whose;
  if (chosen === '' && whose.size === 1 && only !== null) return accepted(only);
  return refused('to', 'Select who this is to');
}

/** Says that no answer is needed. Refuses it without the reason they will read, and where nothing waits. */
export function close(messages: readonly Waits[], reason: string): Result<string> {
  if (waitingIn(messages).length === 0) return refused('reason', 'Nothing is waiting for an answer');
  if (reason === '') return refused('reason', 'Enter why no answer is needed');
  return accepted(reason);
}

import { addDays, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** What is sent about advice that is not in: the night after it was asked for, two weeks before it is due, one week before, on the day, and once it is late. */
export const REMINDERS = ['asked', 'two weeks', 'one week', 'the day', 'overdue'] as const;
export type Reminder = (typeof REMINDERS)[number];

// How many days are left, the fewest and the most. A night that was missed is made up by the next; of two, the later is sent.
const DAYS_LEFT = {
  asked: [15, 42],
  'two weeks': [8, 14],
  'one week': [1, 7],
  'the day': [0, 0],
  overdue: [-10_000, -1],
} as const satisfies Record<Reminder, readonly [number, number]>;

/** The days on which advice is due that is reminded of so today. */
export function dueWhen(reminder: Reminder, today: PlainDate): { from: PlainDate; to: PlainDate } {
  const [fewest, most] = DAYS_LEFT[reminder];
  return { from: addDays(today, fewest), to: addDays(today, most) };
}

type Person = {
  accountId: Uuid;
  name: string;
  email: string;
  administrator: boolean;
  /** When they were let back after they had left: what they had before then is theirs no longer. */
  rejoinedAt: Date | null;
};

/**
 * Who at the organisation is written to: whoever has it; where nobody has, its administrators; and they in any case once it
 * is overdue.
 */
export function peopleToRemind(
  reminder: Reminder,
  held: { by: Uuid; since: Date } | null,
  people: readonly Person[],
): readonly Person[] {
  const holder = people.find(
    ({ accountId, rejoinedAt }) =>
      held?.by === accountId && (rejoinedAt === null || held.since >= rejoinedAt),
  );
  if (holder !== undefined && reminder !== 'overdue') return [holder];
  return people.filter((one) => one.administrator || one === holder);
}

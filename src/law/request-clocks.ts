import type { PlainDate } from '../shared/plain-date.ts';
import { type Deadline, getDeadline } from './deadline.ts';
import type { RecordedException } from './exceptions.ts';
import { type Status, statusOf } from './status.ts';

/** The limits that start the day a request is received. The others wait for dates of their own. */
const OF_A_REQUEST = ['T01', 'T03', 'T04'] as const;
export type RequestClock = (typeof OF_A_REQUEST)[number];

export type RequestFacts = {
  receivedOn: PlainDate;
  exceptions?: readonly RecordedException[];
  /** When each was done, where it has been. */
  doneOn?: Partial<Record<RequestClock, PlainDate>>;
};

/** Every clock a request starts, and how each stands. The day received is one the Act was in force on. */
export function requestClocks(
  { receivedOn, exceptions = [], doneOn = {} }: RequestFacts,
  today: PlainDate,
): readonly { deadline: Deadline; status: Status }[] {
  return OF_A_REQUEST.map((id) => {
    const deadline = getDeadline(id, { from: receivedOn });
    return { deadline, status: statusOf(deadline, doneOn[id] ?? null, today, exceptions) };
  });
}

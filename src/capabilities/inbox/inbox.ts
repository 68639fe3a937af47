import type { PlainDate } from '../../shared/plain-date.ts';

/** Something an authority has put before an organisation, to be answered by a day. */
export type InboxItem = {
  authorityName: string;
  childName: string;
  /** What is wanted: `Advice: (b) Educational advice`. */
  what: string;
  dueOn: PlainDate;
  /** Where it is answered. */
  href: string;
  answeredOn: PlainDate | null;
};

/** What is left to answer, soonest due first; and what was answered, latest first. */
export function sortInbox(items: readonly InboxItem[]): { open: InboxItem[]; answered: InboxItem[] } {
  const open = items.filter(({ answeredOn }) => answeredOn === null);
  const answered = items.filter(({ answeredOn }) => answeredOn !== null);
  return {
    open: open.sort((one, other) => compare(one.dueOn, other.dueOn)),
    answered: answered.sort((one, other) => compare(other.answeredOn ?? '', one.answeredOn ?? '')),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

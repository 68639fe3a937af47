import type { PlainDate } from '../../shared/plain-date.ts';

/** Something an authority has put before an organisation, to be answered by a day. */
export type InboxItem = {
  authorityName: string;
  childName: string;
  /** What is wanted: `Advice: (b) Educational advice`. */
  what: string;
  /** By when; null where no law says. */
  dueOn: PlainDate | null;
  /** Where it is answered. */
  href: string;
  answeredOn: PlainDate | null;
};

/** Enough to find what was just sent; older answers stay on the child’s own pages. */
const ANSWERED_SHOWN = 20;

const LAST = '9999';

/** What is left to answer, soonest due first; and what was answered lately, latest first. */
export function sortInbox(items: readonly InboxItem[]): { open: InboxItem[]; answered: InboxItem[] } {
  const open = items.filter(({ answeredOn }) => answeredOn === null);
  const answered = items.filter(({ answeredOn }) => answeredOn !== null);
  return {
    open: open.sort((one, other) => compare(one.dueOn ?? LAST, other.dueOn ?? LAST)),
    answered: answered
      .sort((one, other) => compare(other.answeredOn ?? '', one.answeredOn ?? ''))
      .slice(0, ANSWERED_SHOWN),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

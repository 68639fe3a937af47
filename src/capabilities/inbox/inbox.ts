import { daysBetween, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

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
  /** The day it came. */
  waitingSince?: PlainDate;
  /** Who has it, and where whoever is looking may say so, of one or of several; left out of what is everybody's. */
  allocation?: {
    href: string | null;
    several?: string | null;
    holder: { accountId: Uuid; name: string } | null;
  };
};

/** Enough to find what was just sent; older answers stay on the child’s own pages. */
const ANSWERED_SHOWN = 20;
/** How many are on one page. */
export const PAGE = 50;
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

/** Whose: everybody's, nobody's, or that of one colleague by their account. */
export type Whose = 'everybody' | 'nobody' | { accountId: Uuid };

/** Whether something is of those asked for. What cannot be allocated is everybody's, and nobody in particular lacks it. */
export function isOf(item: InboxItem, whose: Whose): boolean {
  if (whose === 'everybody') return true;
  if (item.allocation === undefined) return false;
  const { holder } = item.allocation;
  return whose === 'nobody' ? holder === null : holder?.accountId === whose.accountId;
}

/** Whether every word looked for is in the child's name or the authority's, however it is written. */
export function matches(item: InboxItem, search: string): boolean {
  const text = plain(`${item.childName} ${item.authorityName}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** One page of a list: pages count from 1, and one past the end is the last. */
export function pageOf<T>(items: readonly T[], asked: number): { shown: T[]; number: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const number = Math.min(asked, pages);
  return { shown: items.slice((number - 1) * PAGE, number * PAGE), number, pages };
}

/** What one colleague has to answer, how much of it is late, and how many days the oldest has waited. */
export type Load = {
  holder: { accountId: Uuid; name: string } | null;
  open: number;
  overdue: number;
  longest: number;
};

/** The same for each who has anything, by name; what is not allocated comes first. */
export function loads(items: readonly InboxItem[], today: PlainDate): Load[] {
  const open = items.filter((item) => item.answeredOn === null && item.allocation !== undefined);
  const byHolder = Map.groupBy(open, ({ allocation }) => allocation?.holder?.accountId ?? '');
  return [...byHolder.values()]
    .map((theirs) => ({
      holder: theirs[0]?.allocation?.holder ?? null,
      open: theirs.length,
      overdue: theirs.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
      longest: Math.max(...theirs.map((item) => daysWaiting(item, today))),
    }))
    .sort((one, other) => compare(one.holder?.name ?? '', other.holder?.name ?? ''));
}

/** Advice that is still to be given, whoever has it: what has waited longest first. */
export function outstanding(items: readonly InboxItem[]): InboxItem[] {
  return items
    .filter((item) => item.answeredOn === null && item.allocation !== undefined && item.dueOn !== null)
    .sort((one, other) => compare(one.waitingSince ?? LAST, other.waitingSince ?? LAST));
}

/** How many days something has waited. */
export function daysWaiting({ waitingSince }: InboxItem, today: PlainDate): number {
  return waitingSince === undefined ? 0 : daysBetween(waitingSince, today);
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

import { addDays, daysBetween, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Something an authority has put before an organisation, to be answered by a day. */
export type InboxItem = {
  kind: string;
  id: Uuid;
  childId: Uuid;
  authorityName: string;
  childName: string;
  /** What tells one of a kind from another: of advice, its paragraph. */
  detail: string;
  waitingSince: PlainDate;
  /** By when; null where no law says. */
  dueOn: PlainDate | null;
  answeredOn: PlainDate | null;
  /** It is given to one colleague or another; otherwise it is everybody's. */
  allocated: boolean;
  holder: { accountId: Uuid; name: string } | null;
};

/** How the capability that put something here says it. */
export type Said = {
  /** What is wanted: `Advice: (b) Educational advice`. */
  what: string;
  /** Where it is answered. */
  href: string;
  /** Where it is answered in a sitting, one after another of its kind. */
  inSitting?: string;
  /** No law sets its day: the authority asks for it by then, and nothing is overdue. */
  onlyAsked?: boolean;
  /** Where whoever may do so says which colleague has it; and of several at once. */
  allocateAt?: string;
  allocateSeveralAt?: string;
};

/** How each kind of thing is said, by the capabilities that put them here. */
export type Words = Readonly<Record<string, (item: InboxItem) => Said>>;

export type ShownItem = InboxItem & Said;

/** The item as it is said; a kind nobody has words for is a defect. */
export function sayItem(item: InboxItem, words: Words): ShownItem {
  const say = words[item.kind];
  if (say === undefined) throw new Error(`nothing says what “${item.kind}” is in the inbox`);
  return { ...item, ...say(item) };
}

/** How many are on one page. */
export const PAGE = 50;

/** Whose: everybody's, nobody's, or that of one colleague by their account. */
export type Whose = 'everybody' | 'nobody' | { accountId: Uuid };

/** Which page of so many things is shown: pages count from 1, and one past the end is the last. */
export function pageOf(count: number, asked: number): { number: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / PAGE));
  return { number: Math.min(asked, pages), pages };
}

/** How many days something has waited. */
export function daysWaiting({ waitingSince }: { waitingSince: PlainDate }, today: PlainDate): number {
  return daysBetween(waitingSince, today);
}

/** What an organisation has done lately: how many pieces of advice, over so many weeks, and how long half of them took. */
export type Pace = { done: number; weeks: number; medianDays: number | null };

/** Fewer than this done lately says nothing of what is to come. */
const TOO_FEW = 4;

/**
 * When all that waits now would be done at the pace of lately, with the weeks that takes; null where too little was done to
 * say. It is arithmetic on the organisation's own figures, and moves no date of the law.
 */
export function expectedBy(
  { done, weeks }: Pace,
  waiting: number,
  today: PlainDate,
): { on: PlainDate; weeks: number; perWeek: number } | null {
  if (done < TOO_FEW || waiting === 0) return null;
  const perWeek = done / weeks;
  const taken = waiting / perWeek;
  return { on: addDays(today, Math.ceil(taken * 7)), weeks: taken, perWeek };
}

import {
  exceptionUnder,
  GROUND_WORDS,
  type Ground,
  type RecordedException,
  type Variant,
} from '../../law/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Case } from './case.ts';
import { deadlineOf, nextLimit, noticedOn } from './limits.ts';

/* What a case waits for and why it is late, said to the family the same way on the tracker, in letters and on paper. Its Easy
   Read says the same of each in its own words. */

const AWAITED_WORDS = {
  'decision whether to assess': 'The SEND team’s decision whether to assess',
  'decision whether to make a plan': 'The SEND team’s decision whether to make a plan',
  'their own views': 'Your own views and advice',
  'final plan': 'The final plan, from the SEND team',
  'amended plan': 'The amended plan, or why there is none, from the SEND team',
} as const;

/** Something that is waited for, advice of whom; since when, and by when it is due. */
export type Waiting = { since: PlainDate; dueOn: PlainDate | null } & (
  | { for: keyof typeof AWAITED_WORDS }
  | { for: 'advice'; of: string }
);

/** Why a case is late: what the law allows, advice that has not come in, or no reason that could be given. */
export type Why =
  | { kind: 'allowed'; ground: Ground }
  | { kind: 'advice'; of: string }
  | { kind: 'no reason' };

/** Where a case stands on a day. */
export type Standing = {
  since: PlainDate;
  waiting: readonly Waiting[];
  dueOn: PlainDate | null;
  late: boolean;
  /** Why it is late; empty where it is not. */
  why: readonly Why[];
};

/** Advice that is still to come. `own` is what the family itself was asked for. */
export type Awaited = { of: string; own: boolean; since: PlainDate; dueOn: PlainDate };

type Facts = Pick<Case, 'step' | 'receivedOn' | 'decidedOn' | 'issueDecidedOn' | 'dueOn'>;

/** The day a case came to where it is now. */
export function sinceOf(facts: Facts & Pick<Case, 'issuedOn'>): PlainDate {
  if (facts.step === 'amend the plan') return noticedOn(facts.dueOn);
  return facts.issuedOn ?? facts.issueDecidedOn ?? facts.decidedOn ?? facts.receivedOn;
}

/** What is waited for now, and of whom. Nothing for a case that is over. */
export function waitingFor(facts: Facts, awaited: readonly Awaited[]): Waiting[] {
  const { receivedOn, decidedOn, issueDecidedOn, dueOn } = facts;
  switch (facts.step) {
    case 'file to open':
    case 'decide whether to assess':
      return [{ for: 'decision whether to assess', since: receivedOn, dueOn }];
    case 'assess':
      if (awaited.length === 0)
        return [{ for: 'decision whether to make a plan', since: decidedOn ?? receivedOn, dueOn }];
      return awaited.map(({ of, own, since, dueOn: adviceDueOn }) =>
        // The six weeks bind those who advise (SEND Regulations 2014, reg. 8(1)), not the family.
        own
          ? { for: 'their own views', since, dueOn: null }
          : { for: 'advice', of, since, dueOn: adviceDueOn },
      );
    case 'make the plan':
      return [{ for: 'final plan', since: issueDecidedOn ?? receivedOn, dueOn }];
    case 'amend the plan':
      return [{ for: 'amended plan', since: noticedOn(dueOn), dueOn }];
    case 'plan issued':
    case 'closed':
      return [];
  }
}

/**
 * Each once, the recorded exceptions that the law knows for the very time limit the case's next act is due by: what
 * excused the first plan says nothing of an amendment of it, two years on.
 */
export function groundsNow(
  facts: Pick<Facts, 'step' | 'receivedOn' | 'dueOn'>,
  variant: Variant,
  recorded: readonly RecordedException[],
): Ground[] {
  const limit = nextLimit(facts.step);
  if (limit === null) return [];
  const from = facts.step === 'amend the plan' ? noticedOn(facts.dueOn) : facts.receivedOn;
  const { rule, start, due } = deadlineOf(limit, from, variant);
  const known = recorded.filter((one) => exceptionUnder(rule, start, due, one) !== null);
  return [...new Set(known.map(({ ground }) => ground))];
}

/** Why a case is late: what the law allows, what has not come in, or that there is no reason to give. */
export function whyLate(
  allowed: readonly Ground[],
  awaited: readonly Awaited[],
  today: PlainDate,
): readonly Why[] {
  const late = awaited.filter((one) => !one.own && one.dueOn < today);
  if (allowed.length === 0 && late.length === 0) return [{ kind: 'no reason' }];
  return [
    ...allowed.map((ground) => ({ kind: 'allowed', ground }) as const),
    ...late.map(({ of }) => ({ kind: 'advice', of }) as const),
  ];
}

export function sayWhy(why: Why): string {
  switch (why.kind) {
    case 'allowed':
      return `The law allows more time for this reason: ${GROUND_WORDS[why.ground]}.`;
    case 'advice':
      return `Advice from ${why.of} has not come in. The law gave them six weeks.`;
    case 'no reason':
      return 'We have not written down a reason that the law allows.';
  }
}

/** `Advice from Larkfield Primary School, since 3 February 2025, due by 17 March 2025`. */
export function sayWaiting({ since, dueOn, ...one }: Waiting): string {
  const what = one.for === 'advice' ? `Advice from ${one.of}` : AWAITED_WORDS[one.for];
  return `${what}, since ${sayDate(since)}${dueOn === null ? '' : `, due by ${sayDate(dueOn)}`}`;
}

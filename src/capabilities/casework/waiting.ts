import { exceptionUnder, GROUND_WORDS, type RecordedException, type Variant } from '../../law/index.ts';
import { type PlainDate, sayDate } from '../../shared/plain-date.ts';
import type { Case } from './case.ts';
import { deadlineOf, nextLimit, noticedOn } from './limits.ts';

/* What a case waits for and why it is late, said to the family the same way on the tracker, in letters and on paper. */

/** Something that is waited for: of whom and what, since when, and by when it is due. */
export type Waiting = { what: string; since: PlainDate; dueOn: PlainDate | null };

/** Where a case stands on a day. */
export type Standing = {
  since: PlainDate;
  waiting: readonly Waiting[];
  dueOn: PlainDate | null;
  late: boolean;
  /** Why it is late; empty where it is not. */
  why: readonly string[];
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
      return [{ what: 'The SEND team’s decision whether to assess', since: receivedOn, dueOn }];
    case 'assess':
      if (awaited.length === 0)
        return [
          { what: 'The SEND team’s decision whether to make a plan', since: decidedOn ?? receivedOn, dueOn },
        ];
      return awaited.map((one) => ({
        what: one.own ? 'Your own views and advice' : `Advice from ${one.of}`,
        since: one.since,
        // The six weeks bind those who advise (SEND Regulations 2014, reg. 8(1)), not the family.
        dueOn: one.own ? null : one.dueOn,
      }));
    case 'make the plan':
      return [{ what: 'The final plan, from the SEND team', since: issueDecidedOn ?? receivedOn, dueOn }];
    case 'amend the plan':
      return [
        {
          what: 'The amended plan, or why there is none, from the SEND team',
          since: noticedOn(dueOn),
          dueOn,
        },
      ];
    case 'plan issued':
    case 'closed':
      return [];
  }
}

/**
 * In words, each once, the recorded exceptions that the law knows for the very time limit the case's next act is due by: what
 * excused the first plan says nothing of an amendment of it, two years on.
 */
export function groundsNow(
  facts: Pick<Facts, 'step' | 'receivedOn' | 'dueOn'>,
  variant: Variant,
  recorded: readonly RecordedException[],
): string[] {
  const limit = nextLimit(facts.step);
  if (limit === null) return [];
  const from = facts.step === 'amend the plan' ? noticedOn(facts.dueOn) : facts.receivedOn;
  const { rule, start, due } = deadlineOf(limit, from, variant);
  const known = recorded.filter((one) => exceptionUnder(rule, start, due, one) !== null);
  return [...new Set(known.map(({ ground }) => GROUND_WORDS[ground]))];
}

/** Why a case is late, in plain words: what the law allows, what has not come in, or that there is no reason to give. */
export function whyLate(
  excused: readonly string[],
  awaited: readonly Awaited[],
  today: PlainDate,
): readonly string[] {
  const late = awaited.filter((one) => !one.own && one.dueOn < today);
  if (excused.length === 0 && late.length === 0)
    return ['We have not written down a reason that the law allows.'];
  return [
    ...excused.map((ground) => `The law allows more time for this reason: ${ground}.`),
    ...late.map((one) => `Advice from ${one.of} has not come in. The law gave them six weeks.`),
  ];
}

/** `Advice from Larkfield Primary School, since 3 February 2025, due by 17 March 2025`. */
export function sayWaiting({ what, since, dueOn }: Waiting): string {
  return `${what}, since ${sayDate(since)}${dueOn === null ? '' : `, due by ${sayDate(dueOn)}`}`;
}

import { addDays, addWeeks, laterOf, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

export const ANSWERS = ['yes', 'partly', 'no'] as const;
export type AnswerOf = (typeof ANSWERS)[number];
export type Party = 'setting' | 'family';

/** What somebody says of one line of Section F. */
export type LineAnswer = { row: Uuid; answer: AnswerOf; words: string };
export type Answer = {
  party: Party;
  lines: readonly LineAnswer[];
  by: string;
  on: PlainDate;
  recordedBy: string | null;
};

/** A question whether provision is in place, or still is at the end of a term, and what has been said. */
export type Check = {
  id: Uuid;
  childId: Uuid;
  versionId: Uuid;
  placementId: Uuid;
  kind: 'in place' | 'term';
  termEndsOn: PlainDate | null;
  organisationId: Uuid | null;
  /** The placement is at a setting: it is asked here, or by staff where nobody there can be. */
  atSetting: boolean;
  asksFamily: boolean;
  askedOn: PlainDate;
  answerBy: PlainDate;
  /** The placement it is about has ended, or another version of the plan is in force. */
  over: boolean;
  /** Where it is about, in a few words. */
  where: string;
  /** Oldest first. */
  answers: readonly Answer[];
};

/**
 * The day a placement is checked: so many weeks after it started, or after the version of the plan was issued where that is
 * later. The weeks are the service's own: no provision sets a time. A change of setting is another placement, so it begins anew.
 */
export function checkDue(startedOn: PlainDate, issuedOn: PlainDate, weeks: number): PlainDate {
  return addWeeks(laterOf(startedOn, issuedOn), weeks);
}

/** Who is asked by a check, in the order they are shown. */
export function asked({ atSetting, asksFamily }: Pick<Check, 'atSetting' | 'asksFamily'>): Party[] {
  return [...(atSetting ? (['setting'] as const) : []), ...(asksFamily ? (['family'] as const) : [])];
}

/** What a party said last; undefined where it has said nothing. */
export function lastOf(check: Pick<Check, 'answers'>, party: Party): Answer | undefined {
  return check.answers.findLast((one) => one.party === party);
}

export type Finding = { party: Party; found: 'in place' | 'not all in place' | 'waiting' | 'no answer' };

/** What a check has found of each party by a day. No answer once the day has gone by is a finding of its own, and never a yes. */
export function findingsOf(check: Check, today: PlainDate): Finding[] {
  return asked(check).map((party) => {
    const said = lastOf(check, party);
    if (said === undefined) return { party, found: today <= check.answerBy ? 'waiting' : 'no answer' };
    return {
      party,
      found: said.lines.every(({ answer }) => answer === 'yes') ? 'in place' : 'not all in place',
    };
  });
}

/**
 * What somebody answers, line by line. Refuses it where the question is over, where a line is left out, and where a line that
 * is not happening in full says nothing of what is not. A late answer is taken.
 */
export function answer(
  check: Pick<Check, 'over'>,
  rows: readonly Uuid[],
  said: readonly { row: Uuid; answer: string; words: string }[],
): Result<LineAnswer[]> {
  if (check.over)
    return refused(
      'answers',
      'This question is over: the placement ended, or the plan has changed since. Tell us about the plan as it is now',
    );
  const lines: LineAnswer[] = [];
  for (const row of rows) {
    const one = said.find((line) => line.row === row);
    const chosen = ANSWERS.find((answer) => answer === one?.answer);
    if (one === undefined || chosen === undefined)
      return refused(`answer-${row}`, 'Select whether this is happening');
    if (chosen !== 'yes' && one.words === '') return refused(`words-${row}`, 'Enter what is not happening');
    lines.push({ row, answer: chosen, words: one.words });
  }
  return accepted(lines);
}

/** A school term, as the authority says its days. */
export type Term = { from: PlainDate; to: PlainDate };

/** The term whose end is near: settings are asked so many days before it ends, and answer by its last day. */
export function termToAsk(terms: readonly Term[], today: PlainDate, days: number): Term | undefined {
  return terms.find(({ to }) => addDays(to, -days) <= today && today <= to);
}

export function sayCheck({ kind, termEndsOn }: Pick<Check, 'kind' | 'termEndsOn'>): string {
  return kind === 'term' && termEndsOn !== null
    ? `What was provided this term, to ${sayDate(termEndsOn)}`
    : 'Is what the plan says in place?';
}

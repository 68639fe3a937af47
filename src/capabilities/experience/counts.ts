import { addMonths, type PlainDate } from '../../shared/plain-date.ts';
import { KINDS, type Kind, type Question, quarterOf, STAGES, type Stage, statementsFor } from './survey.ts';

/* What a manager is shown of counts: of groups large enough, as shares, so that nobody finds out what one person did. */

/** A share as it is shown; null where it is of too few. */
export type Share = string | null;

/**
 * How many answered, of how many: null of fewer than the smallest shown. Nearly all and hardly any are said as that, since "all
 * of them" would say of each of them that they answered.
 */
export function sayShare(answered: number, of: number, least: number): Share {
  if (of < least) return null;
  const percent = (100 * answered) / of;
  if (percent <= 10) return '10% or less';
  if (percent >= 90) return '90% or more';
  return `${Math.round(percent)}%`;
}

/** How many agreed, of those who gave an answer: null of fewer than the smallest shown. */
export function sayAgreed(agreed: number, of: number, least: number): Share {
  return of < least ? null : `${Math.round((100 * agreed) / of)}%`;
}

export type Group = { topic: string; name: string; ended: number; answered: number };
export type ShownGroup = { name: string; ended: number; share: Share };

const TOPICS = ['need', 'age', 'sex', 'ethnicity', 'first language', 'looked after'] as const;
export type Topic = (typeof TOPICS)[number];
export const TOPIC_NAMES = {
  need: 'Primary need',
  age: 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnicity',
  'first language': 'First language',
  'looked after': 'Looked after by an authority',
} as const satisfies Record<Topic, string>;

const ETHNICITIES: readonly (readonly [RegExp, string])[] = [
  [/^W/, 'White'],
  [/^M/, 'Mixed'],
  [/^(A|CHNE)/, 'Asian or Chinese'],
  [/^B/, 'Black'],
  [/^OOTH/, 'Any other ethnic group'],
];

function nameOf({ topic, name }: Group): string {
  if (topic === 'sex') return name === 'F' ? 'Female' : name === 'M' ? 'Male' : 'Not recorded';
  if (topic === 'ethnicity')
    return ETHNICITIES.find(([code]) => code.test(name))?.[1] ?? 'Not recorded, or not said';
  return name === '' ? 'Not recorded' : name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Who was not heard: each group's share who answered, a breakdown at a time. One that is too small is not shown; and where it
 * is the only one, the smallest beside it is not either, since the two would follow from all.
 */
export function groupsShown(
  groups: readonly Group[],
  least: number,
  needName: (code: string) => string,
): { topic: Topic; groups: ShownGroup[] }[] {
  return TOPICS.map((topic) => {
    const named = Map.groupBy(
      groups.filter((group) => group.topic === topic),
      (group) => (topic === 'need' && group.name !== '' ? needName(group.name) : nameOf(group)),
    );
    const whole = [...named].map(([name, of]) => ({
      name,
      ended: of.reduce((sum, { ended }) => sum + ended, 0),
      answered: of.reduce((sum, { answered }) => sum + answered, 0),
    }));
    return { topic, groups: hideBeside(whole, least) };
  });
}

function hideBeside(
  groups: readonly { name: string; ended: number; answered: number }[],
  least: number,
): ShownGroup[] {
  const shown = groups.filter(({ ended }) => ended >= least).sort((one, other) => one.ended - other.ended);
  const alone = groups.length - shown.length === 1 ? shown[0]?.name : undefined;
  return groups.map(({ name, ended, answered }) => ({
    name,
    ended,
    share: name === alone ? null : sayShare(answered, ended, least),
  }));
}

/** How many quarters are shown: the one that is and those before it. */
const QUARTERS = 4;

/** The quarters shown on a day, oldest first. */
export function quartersOn(today: PlainDate): PlainDate[] {
  const now = quarterOf(today);
  return Array.from({ length: QUARTERS }, (_, back) => addMonths(now, -3 * (QUARTERS - 1 - back)));
}

type Measured = {
  quarterOn: PlainDate;
  stage: string;
  kind: string;
  question: string;
  agreed: number;
  answered: number;
  writtenDown: number;
};
export type Counted = {
  measured: readonly Measured[];
  asked: readonly { stage: string; kind: string; asked: number }[];
};

export type ResponseRow = { kind: Kind; stage: Stage; asked: number; share: Share; writtenDown: Share };

/** Of each kind and stage: how many were asked, and what share of those who can no longer answer, or did, answered. */
export function responses({ measured, asked }: Counted, least: number): ResponseRow[] {
  return KINDS.flatMap((kind) =>
    STAGES.flatMap((stage) => {
      const of = measured.filter(
        (one) => one.kind === kind && one.stage === stage && one.question === 'answered',
      );
      const sum = (what: 'agreed' | 'answered' | 'writtenDown') => of.reduce((so, one) => so + one[what], 0);
      const all = asked.find((one) => one.kind === kind && one.stage === stage)?.asked ?? 0;
      if (all === 0) return [];
      const share = sayShare(sum('agreed'), sum('answered'), least);
      const writtenDown = sayShare(sum('writtenDown'), sum('agreed'), least);
      return [{ kind, stage, asked: all, share, writtenDown: share === null ? null : writtenDown }];
    }),
  );
}

export type AgreedRow = { question: Question; words: string; shares: Share[] };
export type AgreedTable = { kind: Kind; answered: Share[]; rows: AgreedRow[] };

/** Of each kind, by quarter: what share answered, and what share of those agreed with each statement, over all stages. */
export function agreements(
  measured: readonly Measured[],
  quarters: readonly PlainDate[],
  least: number,
): AgreedTable[] {
  return KINDS.map((kind) => {
    const at = (question: string, quarter: PlainDate) => {
      const of = measured.filter(
        (one) => one.kind === kind && one.question === question && one.quarterOn === quarter,
      );
      return {
        agreed: of.reduce((sum, { agreed }) => sum + agreed, 0),
        answered: of.reduce((sum, { answered }) => sum + answered, 0),
      };
    };
    const statements = new Map(
      STAGES.flatMap((stage) => statementsFor(stage, kind)).map(({ id, words }) => [id, words]),
    );
    return {
      kind,
      answered: quarters.map((quarter) => {
        const { agreed, answered } = at('answered', quarter);
        return sayShare(agreed, answered, least);
      }),
      rows: [...statements].map(([question, words]) => ({
        question,
        words,
        shares: quarters.map((quarter) => {
          const { agreed, answered } = at(question, quarter);
          return sayAgreed(agreed, answered, least);
        }),
      })),
    };
  });
}

/** What was written, where so many of that kind answered in the quarter that it points to nobody. */
export function wordsShown<W extends { kind: string; quarterOn: PlainDate }>(
  words: readonly W[],
  measured: readonly Measured[],
  least: number,
): W[] {
  return words.filter(({ kind, quarterOn }) => {
    const of = measured.filter(
      (one) => one.kind === kind && one.quarterOn === quarterOn && one.question === 'answered',
    );
    return of.reduce((sum, { agreed }) => sum + agreed, 0) >= least;
  });
}

/** `January to March 2026`. */
export function sayQuarter(quarterOn: PlainDate): string {
  const month = Number(quarterOn.slice(5, 7));
  const [first, last] =
    {
      1: ['January', 'March'],
      4: ['April', 'June'],
      7: ['July', 'September'],
      10: ['October', 'December'],
    }[month] ?? [];
  return `${first} to ${last} ${quarterOn.slice(0, 4)}`;
}

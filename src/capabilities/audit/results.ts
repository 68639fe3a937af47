import type { PlainDate } from '../../shared/plain-date.ts';
import { mean } from './agreement.ts';
import { type Answer, GRADES, type Grade, HIGHEST, scoreOf } from './grades.ts';
import type { Question } from './questions.ts';

/** A plan that is graded, with the answers that stand: those agreed where two differed, the first grading's otherwise. */
export type Graded = {
  teams: readonly string[];
  needs: readonly string[];
  settingType: string;
  issuedOn: PlainDate;
  answers: readonly Answer[];
};

/** Fewer plans than this are not shown: what is said of so few may be said of one child, one setting or one person. */
export const FEWEST = 5;

export type QuestionResult = {
  id: string;
  quality: string;
  question: string;
  weight: number;
  /** How many plans have each grade; those on the scale are the denominator of the mean. */
  counts: Readonly<Record<Grade, number>>;
  of: number;
  /** Out of 100; null where no plan has a place on the scale. */
  mean: number | null;
};
export type GroupResult = { name: string; plans: number | null; mean: number | null };
export type Results = {
  graded: number;
  /** Null where fewer plans are graded than are shown. */
  shown: {
    mean: number | null;
    questions: readonly QuestionResult[];
    groups: readonly { by: string; overlap: boolean; groups: readonly GroupResult[] }[];
  } | null;
};

/** The weighted mean of one plan, out of 100; null where nothing in it has a place on the scale. */
export function markOf(questions: readonly Question[], answers: readonly Answer[]): number | null {
  const marks = questions.flatMap(({ id, weight }) => {
    const score = scoreOf(answers.find(({ question }) => question === id)?.grade ?? null);
    return score === null ? [] : [{ weight, score }];
  });
  const weights = marks.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return (100 * marks.reduce((sum, { weight, score }) => sum + weight * score, 0)) / (weights * HIGHEST);
}

export function resultsOf(questions: readonly Question[], plans: readonly Graded[]): Results {
  if (plans.length < FEWEST) return { graded: plans.length, shown: null };
  const marked = plans.map((plan) => ({ ...plan, mark: markOf(questions, plan.answers) }));
  const groups = [
    { by: 'Team', overlap: true, groups: grouped(marked, ({ teams }) => orNone(teams)) },
    { by: 'Area of need', overlap: true, groups: grouped(marked, ({ needs }) => orNone(needs)) },
    {
      by: 'Type of setting in Section I',
      overlap: false,
      groups: grouped(marked, (one) => [one.settingType]),
    },
    {
      by: 'Month of issue',
      overlap: false,
      groups: grouped(marked, ({ issuedOn }) => [issuedOn.slice(0, 7)]),
    },
  ];
  return {
    graded: plans.length,
    shown: {
      mean: meanOf(marked),
      questions: questions.map((question) => resultOf(question, plans)),
      groups,
    },
  };
}

function resultOf({ id, quality, question, weight }: Question, plans: readonly Graded[]): QuestionResult {
  const grades = plans.flatMap(({ answers }) => answers.find((one) => one.question === id)?.grade ?? []);
  const count = (grade: Grade) => grades.filter((one) => one === grade).length;
  const scores = grades.flatMap((grade) => scoreOf(grade) ?? []);
  const average = mean(scores);
  return {
    ...{ id, quality, question, weight },
    counts: countsOf(count),
    of: scores.length,
    mean: average === null ? null : (100 * average) / HIGHEST,
  };
}

function countsOf(count: (grade: Grade) => number): Record<Grade, number> {
  const [a, b, c, d, e] = GRADES;
  return { [a]: count(a), [b]: count(b), [c]: count(c), [d]: count(d), [e]: count(e) };
}

type Marked = Graded & { mark: number | null };

/**
 * The mean of each group, without those of fewer than five plans. Where one alone would be left out it could be worked out
 * from the whole, so the next smallest is left out with it.
 */
function grouped(plans: readonly Marked[], namesOf: (plan: Marked) => readonly string[]): GroupResult[] {
  const names = [...new Set(plans.flatMap(namesOf))].sort();
  const groups = names.map((name) => ({ name, of: plans.filter((plan) => namesOf(plan).includes(name)) }));
  const hidden = hiddenOf(groups.map(({ name, of }) => ({ name, plans: of.length })));
  return groups.map(({ name, of }) =>
    hidden.has(name) ? { name, plans: null, mean: null } : { name, plans: of.length, mean: meanOf(of) },
  );
}

/** Which groups are not shown. */
export function hiddenOf(groups: readonly { name: string; plans: number }[]): ReadonlySet<string> {
  const small = groups.filter(({ plans }) => plans < FEWEST).map(({ name }) => name);
  if (small.length !== 1) return new Set(small);
  const next = groups.filter(({ plans }) => plans >= FEWEST).sort((a, b) => a.plans - b.plans)[0];
  return new Set(next === undefined ? small : [...small, next.name]);
}

function meanOf(plans: readonly Marked[]): number | null {
  return mean(plans.flatMap(({ mark }) => mark ?? []));
}

function orNone(names: readonly string[]): readonly string[] {
  return names.length === 0 ? ['None recorded'] : names;
}

/** The results as rows of a table: by what, its name, how many plans, the mean, and how many have each grade. */
export function resultRows({ graded, shown }: Results): (string | number | null)[][] {
  if (shown === null) return [];
  const whole = (mean: number | null) => (mean === null ? null : Math.round(mean));
  return [
    ['whole round', 'every plan graded', graded, whole(shown.mean)],
    ...shown.questions.map(({ question, of, mean: average, counts }) => [
      'question',
      question,
      of,
      whole(average),
      ...GRADES.map((grade) => counts[grade]),
    ]),
    ...shown.groups.flatMap(({ by, groups }) =>
      groups.map(({ name, plans, mean: average }) => [by, name, plans ?? 'not shown', whole(average)]),
    ),
  ];
}

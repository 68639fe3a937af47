import { isBefore, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

/** What My plan asks, each answered in the child's own words or left out. */
export const MY_PLAN_PARTS = ['good', 'hard', 'helps', 'hopes', 'more'] as const;
export type MyPlanPart = (typeof MY_PLAN_PARTS)[number];
/** What each part is called, on every page and paper. */
export const MY_PLAN_TITLES = {
  good: 'What is good',
  hard: 'What is hard',
  helps: 'What helps me',
  hopes: 'What I want',
  more: 'What else I want to say',
} as const satisfies Record<MyPlanPart, string>;

type MyWords = Readonly<Record<MyPlanPart, string>>;

/** The child's own plan as it was once written: kept beside the EHC plan, and never part of it. */
export type MyPlan = MyWords & {
  number: number;
  howMade: string;
  helpedBy: string;
  madeOn: PlainDate;
  writtenBy: string;
  /** The child said that it is what they mean. */
  confirmed: { on: PlainDate; how: string; helpedBy: string; by: string } | null;
};

type MyPlanForm = MyWords & {
  /** The newest there was when the writing began; 0 where there was none. */
  version: number;
  howMade: string;
  helpedBy: string;
  madeOn: PlainDate | null;
  writtenBy: string;
};
export type NewMyPlan = Omit<MyPlan, 'confirmed'>;

/** A new writing of My plan. Whoever wrote after another began is told: nothing of either is lost. */
export function writeMyPlan(
  newest: Pick<MyPlan, 'number'> | null,
  { version, madeOn, ...form }: MyPlanForm,
  today: PlainDate,
): Result<NewMyPlan> {
  const last = newest?.number ?? 0;
  if (MY_PLAN_PARTS.every((part) => form[part].trim() === ''))
    return refused('good', 'Write something in at least one of the boxes');
  if (form.howMade.trim() === '') return refused('howMade', 'Enter how you wrote it, such as by talking');
  if (madeOn === null) return refused('madeOn', 'Enter the day it was written');
  if (isBefore(today, madeOn))
    return refused('madeOn', 'The day it was written must be today or in the past');
  if (form.writtenBy.trim() === '') return refused('writtenBy', 'Enter your name');
  if (version !== last)
    return refused(
      'good',
      'Somebody wrote a newer one while you were writing. Your words are still here: read the newer one, then send yours again',
    );
  return accepted({ ...form, madeOn, number: last + 1 });
}

export type Confirming = { number: number; how: string; helpedBy: string; by: string };

/** The child says that it is what they mean. Refused for what is not the newest, and a second time. */
export function confirmMyPlan(
  newest: Pick<MyPlan, 'number' | 'confirmed'>,
  form: Confirming,
): Result<Omit<Confirming, 'number'>> {
  if (form.number !== newest.number)
    return refused('how', `There is a newer one: version ${newest.number}. Read that one first`);
  if (newest.confirmed !== null) return refused('how', 'This one has been confirmed already');
  if (form.how.trim() === '') return refused('how', 'Enter how they read it, and what they said');
  if (form.by.trim() === '') return refused('by', 'Enter your name');
  return accepted({ how: form.how, helpedBy: form.helpedBy, by: form.by });
}

/** `My plan, version 2, 3 March 2026`: on every page of its paper, so that two are never taken for one another. */
export function myPlanStamp({ number, madeOn }: Pick<MyPlan, 'number' | 'madeOn'>): string {
  return `My plan, version ${number}, ${sayDate(madeOn)}`;
}

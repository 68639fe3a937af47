import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import { type AssessmentFacts, type MissingAdvice, missingAdvice, type Outcome } from './assessment.ts';
import { sayParagraph } from './paragraphs.ts';

export type DecisionForm = {
  /** s37(1): in the light of the assessment, it is necessary for provision to be made in accordance with a plan. */
  necessary: boolean | null;
  evidence: string;
  reasons: string;
  whatWouldChange: string;
  decidedOn: PlainDate | null;
  /** Why the decision is taken without a piece of advice, by the key `missingAdvice` gives it. */
  withoutAdvice: Readonly<Record<string, string>>;
};

export type Decision = {
  outcome: Outcome;
  evidence: string;
  reasons: string;
  whatWouldChange: string;
  decidedOn: PlainDate;
  notifiedOn: PlainDate;
  withoutAdvice: readonly { missing: MissingAdvice; reason: string }[];
};

/** The field of a form that asks why a piece of advice is missing. */
export function withoutField(key: string): string {
  return `without-${key}`;
}

/** Whether it may be decided now: once, and never held up by advice that is missing. */
export function mayDecideToIssue({ decision }: Pick<AssessmentFacts, 'decision'>): Result<null> {
  return decision === null ? accepted(null) : refused('decision', 'This has already been decided');
}

/**
 * The decision whether a plan is necessary: Children and Families Act 2014, s37(1), and no other test. Refuses one
 * without the evidence considered, its reasons and what would change it; one already made; one dated before the
 * assessment opened or after today; and one taken without a piece of advice for which no reason is recorded. Missing
 * advice never stops a decision, so that nobody waits for a professional who does not answer.
 */
export function decideToIssue(
  facts: AssessmentFacts,
  form: DecisionForm,
  today: PlainDate,
): Result<Decision> {
  const may = mayDecideToIssue(facts);
  if (!may.ok) return may;
  const { necessary, decidedOn } = form;
  if (necessary === null) return refused('necessary', 'Select whether a plan is necessary');
  if (form.evidence === '') return refused('evidence', 'Enter the evidence you considered');
  if (form.reasons === '') return refused('reasons', 'Enter the reasons for the decision');
  if (form.whatWouldChange === '') return refused('whatWouldChange', 'Enter what would change the decision');
  const missing = missingAdvice(facts);
  for (const gap of missing) {
    if ((form.withoutAdvice[gap.key] ?? '') === '') return refused(withoutField(gap.key), whyWithout(gap));
  }
  if (decidedOn === null) return refused('decidedOn', 'Enter the date of the decision');
  if (decidedOn < facts.openedOn) {
    return refused('decidedOn', 'The date of the decision must be on or after the day the assessment began');
  }
  if (decidedOn > today) return refused('decidedOn', 'The date of the decision must be today or in the past');
  return accepted({
    outcome: necessary ? 'issue' : 'do not issue',
    evidence: form.evidence,
    reasons: form.reasons,
    whatWouldChange: form.whatWouldChange,
    decidedOn,
    // The letter goes out with the decision, so the day it is recorded is the day the family is notified.
    notifiedOn: today,
    withoutAdvice: missing.map((gap) => ({ missing: gap, reason: form.withoutAdvice[gap.key] ?? '' })),
  });
}

function whyWithout(gap: MissingAdvice): string {
  const what =
    gap.asked === null
      ? sayParagraph(gap.paragraph)
      : `${sayParagraph(gap.paragraph)} from ${gap.asked.adviser}`;
  return `Enter why the decision is taken without ${what}`;
}

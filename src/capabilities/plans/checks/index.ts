import type { Check, Checked, Finding } from './check.ts';
import { a1Length } from './rules/a1-length.ts';
import { adulthood } from './rules/adulthood-from-year-9.ts';
import { adulthoodOutcome } from './rules/adulthood-outcome-from-year-9.ts';
import { adviceIsAppended } from './rules/advice-is-appended.ts';
import { adviceIsRecent } from './rules/advice-is-recent.ts';
import { adviceSinceReview } from './rules/advice-since-review.ts';
import { advisedNeedPlaced } from './rules/advised-need-placed.ts';
import { ageIsCurrent } from './rules/age-is-current.ts';
import { h1Under18 } from './rules/h1-under-18.ts';
import { hasANeed } from './rules/has-a-need.ts';
import { hasAnOutcome } from './rules/has-an-outcome.ts';
import { healthIsAgreed } from './rules/health-is-agreed.ts';
import { linksLeadSomewhere } from './rules/links-lead-somewhere.ts';
import { namesTheChild } from './rules/names-the-child.ts';
import { needHasProvision } from './rules/need-has-provision.ts';
import { noEmptyRow } from './rules/no-empty-row.ts';
import { noPastDate } from './rules/no-past-date.ts';
import { noRepeatedText } from './rules/no-repeated-text.ts';
import { oneChild } from './rules/one-child.ts';
import { onePronoun } from './rules/one-pronoun.ts';
import { outcomeHasProvision } from './rules/outcome-has-provision.ts';
import { outcomeIsNotProvision } from './rules/outcome-is-not-provision.ts';
import { outcomeIsSmart } from './rules/outcome-is-smart.ts';
import { plainWords } from './rules/plain-words.ts';
import { provisionHasNeed } from './rules/provision-has-need.ts';
import { saysHowLong } from './rules/provision-says-how-long.ts';
import { saysHowOften } from './rules/provision-says-how-often.ts';
import { saysRatio } from './rules/provision-says-ratio.ts';
import { saysReview } from './rules/provision-says-review.ts';
import { saysWhat } from './rules/provision-says-what.ts';
import { saysWho } from './rules/provision-says-who.ts';
import { weakWords } from './rules/provision-weak-words.ts';
import { plainEnough } from './rules/reading-age.ts';
import { sectionAIsWhole } from './rules/section-a-is-whole.ts';
import { sectionIEmpty } from './rules/section-i-empty-in-draft.ts';
import { statementCites } from './rules/statement-cites.ts';
import { trainingIsInF } from './rules/training-is-in-f.ts';
import { viewsAreSetOut } from './rules/views-are-set-out.ts';

/** Every rule a plan is checked by, those that stop it first. */
export const PLAN_CHECKS: readonly Check[] = [
  namesTheChild,
  hasANeed,
  hasAnOutcome,
  noEmptyRow,
  needHasProvision,
  provisionHasNeed,
  linksLeadSomewhere,
  sectionIEmpty,
  a1Length,
  h1Under18,
  adviceIsAppended,
  healthIsAgreed,
  saysWhat,
  saysWho,
  saysRatio,
  saysHowOften,
  saysHowLong,
  saysReview,
  weakWords,
  trainingIsInF,
  outcomeIsSmart,
  outcomeIsNotProvision,
  outcomeHasProvision,
  viewsAreSetOut,
  sectionAIsWhole,
  adulthood,
  adulthoodOutcome,
  oneChild,
  onePronoun,
  noPastDate,
  ageIsCurrent,
  adviceIsRecent,
  adviceSinceReview,
  advisedNeedPlaced,
  noRepeatedText,
  statementCites,
  plainWords,
  plainEnough,
];

/** `stopped`: something in it the law does not let out. `to improve`: something is probably wrong. */
export type Grade = 'stopped' | 'to improve' | 'ready';

/** What every rule finds in a plan, and how it stands by them. Finding nothing is not proof that a plan is right. */
export function checkPlan(plan: Checked): { findings: Finding[]; grade: Grade } {
  const findings = findingsOf(PLAN_CHECKS, plan);
  return { findings, grade: gradeOf(findings) };
}

const BLOCKING = PLAN_CHECKS.filter(({ severity }) => severity === 'blocking');

/** What stops a plan, and nothing else: the rules that read its language are not asked. */
export function blockingIn(plan: Checked): Finding[] {
  return findingsOf(BLOCKING, plan);
}

function findingsOf(checks: readonly Check[], plan: Checked): Finding[] {
  return checks.flatMap((check) =>
    check.find(plan).map(({ section, row, text, span, why }) => ({
      rule: check.id,
      severity: check.severity,
      section,
      row,
      text,
      span: span ?? ([0, text.length] as const),
      why,
      provision: sayProvision(check),
      suggestion: check.suggestion,
    })),
  );
}

function sayProvision({ cite: { provision, confidence } }: Check): string {
  return confidence === 'high' ? provision : `${provision} [${confidence} confidence]`;
}

function gradeOf(findings: readonly Finding[]): Grade {
  if (findings.some(({ severity }) => severity === 'blocking')) return 'stopped';
  return findings.some(({ severity }) => severity === 'warning') ? 'to improve' : 'ready';
}

import type { Measure, Polarity } from './measure.ts';

/* Measures and the dictionary of the Department's Local Authority Interactive Tool: what the tool calls each, and which way it says is better. */

/** What the tool calls a measure that is read here from its first publication: the same thing, counted alike. In small letters. */
const ALSO_THERE: Readonly<Record<string, string>> = {
  plans: 'sen_cases_jan',
  requests: 'sen_init_req',
  'requests-not-assessed': 'ehcp_initial_req_refused',
  assessments: 'sen_assessment',
  'assessments-plan-issued': 'sen_plan_issued',
  'assessments-no-plan': 'sen_plan_not_issued',
  'no-plan-within-16-weeks': 'sen_not_issue_plan_16wks',
  'plans-within-20-weeks': 'sen_ehc_excpt_20wks',
  'plans-within-20-weeks-all': 'sen_ehc_all_20wks',
  'reviews-expected': 'sen_pec_an_review_expected',
  'review-meetings': 'sen_pec_an_review_meet_rec',
  'review-decisions-within-4-weeks': 'sen_pec_outcome_com_4wks',
  'ceased-plans': 'sen_tot_ceased_ehc_plan',
  'appeal-rate': 'sen_appealabledec',
};

/** The short name the tool has for a measure, in small letters; null for one it does not have. */
export function laitNameOf({ id, published }: Pick<Measure, 'id' | 'published'>): string | null {
  return published?.source === 'lait' ? published.topic : (ALSO_THERE[id] ?? null);
}

/** Where more is better or worse here and the tool's dictionary says neither, and why. A test holds that there is no other. */
export const OTHERWISE_THAN_LAIT: Readonly<Record<string, string>> = {
  'no-plan-within-16-weeks':
    'The law gives 16 weeks to tell a family that there will be no plan (SEND Regulations 2014, reg. 10(1)).',
  'review-meetings':
    'The law has every plan reviewed within 12 months (Children and Families Act 2014, s44(1)).',
  'review-decisions-within-4-weeks':
    'The law gives 4 weeks after the meeting to tell a family what was decided (SEND Regulations 2014, reg. 20(10)).',
};

/** Which way a polarity of the tool's dictionary says is better: neither, where it prints `-` or nothing. */
export function polarityOfLait(printed: 'High' | 'Low' | '-' | null): Polarity {
  if (printed === 'High') return 'higher';
  return printed === 'Low' ? 'lower' : 'neither';
}

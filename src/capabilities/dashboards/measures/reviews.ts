import { BY_PERSON, BY_PLACE, fromPlans } from './from.ts';
import type { Measure } from './measure.ts';

const PARTS = [
  ['review_expected', 'reviews-expected', 'a review was expected', 'total_ehc_plans'],
  ['review_not_expected', 'reviews-not-expected', 'no review was expected', 'total_ehc_plans'],
  ['review_meeting_24', 'review-meetings-in-year', 'the meeting was in the year itself', 'review_expected'],
  ['review_meeting_25', 'review-meetings-after', 'the meeting was in the weeks after', 'review_expected'],
  ['review_meeting_prior_24', 'review-meetings-before', 'the last meeting was before', 'review_expected'],
  ['no_review_meeting', 'reviews-without-meeting', 'no meeting is on record', 'review_expected'],
  [
    'review_decision24',
    'review-decisions-in-year',
    'the decision was in the year itself',
    'total_review_meeting',
  ],
  [
    'review_decision25',
    'review-decisions-after',
    'the decision was in the weeks after',
    'total_review_meeting',
  ],
  [
    'review_decision_prior24',
    'review-decisions-before',
    'the last decision was before',
    'total_review_meeting',
  ],
  [
    'review_decision_outstanding',
    'review-decisions-late',
    'the decision is outstanding',
    'total_review_meeting',
  ],
  [
    'review_decision_not_due',
    'review-decisions-not-due',
    'the decision was not yet due',
    'total_review_meeting',
  ],
  ['outcome_amend', 'review-outcome-amend', 'the plan was to be amended', 'total_review_meeting'],
  ['outcome_maintan', 'review-outcome-maintain', 'the plan was to stay as it was', 'total_review_meeting'],
  ['outcome_cease', 'review-outcome-cease', 'the plan was to end', 'total_review_meeting'],
  ['no_outcome', 'review-outcome-none', 'no outcome is on record', 'total_review_meeting'],
] as const;
const OUT_OF = {
  total_ehc_plans: 'plans in force',
  review_expected: 'plans for which a review was expected',
  total_review_meeting: 'plans with a meeting on record',
} as const;

/** Whether plans are looked at every year, and what follows. First published for 2024. */
export const REVIEWS: readonly Measure[] = [
  fromPlans(
    'annual_reviews',
    {
      value: null,
      numerator: 'total_review_meeting',
      denominator: ['review_expected'],
      by: [...BY_PERSON, BY_PLACE],
    },
    {
      id: 'review-meetings',
      name: 'Annual review meetings held',
      question: 'Is the plan looked at every year?',
      sentence: '{} of the reviews expected in {when} have a meeting on record.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'higher', breaks: [] },
      numerator: 'Plans with an annual review meeting on record',
      denominator: 'plans for which a review was expected',
      caveat:
        'First published for 2024. Meetings of the year before and the first weeks of the year after are among them.',
    },
  ),
  fromPlans(
    'annual_reviews',
    {
      value: 'pc_decsion_4weeks',
      numerator: 'number_decsion_4weeks',
      denominator: ['number_decsion_4weeks', 'number_decision_gt_4weeks'],
      by: [...BY_PERSON, BY_PLACE],
    },
    {
      id: 'review-decisions-within-4-weeks',
      name: 'Review decisions within 4 weeks',
      question: 'After the yearly review, does the decision come within 4 weeks?',
      sentence: '{} of decisions after a yearly review in {when} came within 4 weeks of the meeting.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'higher', breaks: [] },
      numerator: 'Decisions after an annual review within 4 weeks of the meeting',
      denominator: 'decisions after an annual review',
      caveat: 'First published for 2024.',
    },
  ),
  ...PARTS.map(([numerator, id, when, denominator]) =>
    fromPlans(
      'annual_reviews',
      { value: null, numerator, denominator: [denominator] },
      {
        ...{ id, name: `Annual reviews: ${when}`, theme: 'experiences', detail: true },
        question: `For how many plans is it so that ${when}?`,
        sentence: `For {} of ${OUT_OF[denominator]} in {when} ${when}.`,
        ...{ unit: 'percent', polarity: 'neither', breaks: [] },
        numerator: `Plans where ${when}`,
        denominator: OUT_OF[denominator],
        caveat: 'First published for 2024.',
      },
    ),
  ),
];

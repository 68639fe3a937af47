import { BY_PLACE, COLLECTED_ANEW, fromPlans } from './from.ts';
import type { Measure } from './measure.ts';

const DISAGREEMENTS = [
  ['requests', 'mediation_related_request', 'mediation-requests', 'Mediation', 'a request'],
  ['requests', 'tribunal_related_request', 'tribunal-requests', 'A tribunal case', 'a request'],
  [
    'requests',
    'tribunal_after_mediation_request',
    'tribunal-after-mediation-requests',
    'A tribunal case after mediation',
    'a request',
  ],
  ['assessments', 'number_assess_mediation', 'mediation-no-plan', 'Mediation', 'there being no plan'],
  ['assessments', 'number_assess_tribunal', 'tribunal-no-plan', 'A tribunal case', 'there being no plan'],
  [
    'assessments',
    'number_asssess_mediation_tribunal',
    'tribunal-after-mediation-no-plan',
    'A tribunal case after mediation',
    'there being no plan',
  ],
  ['assessments', 'number_other_mediation', 'mediation-other', 'Mediation', 'another matter'],
  ['assessments', 'number_other_tribunal', 'tribunal-other', 'A tribunal case', 'another matter'],
  [
    'assessments',
    'number_other_mediation_tribunal',
    'tribunal-after-mediation-other',
    'A tribunal case after mediation',
    'another matter',
  ],
] as const;

/** When families and the authority do not agree, and when a plan ends. */
export const APPEALS: readonly Measure[] = [
  {
    id: 'appeal-rate',
    name: 'Appeals to the Tribunal',
    question: 'How often do families appeal?',
    sentence: 'Families appealed against {} of the decisions of {when} that could be appealed.',
    ...{ theme: 'experiences', unit: 'percent', polarity: 'lower', live: null, detail: false },
    numerator: 'Appeals registered with the SEND Tribunal in the calendar year',
    denominator: 'decisions that could have been appealed',
    lag: 'About a year after the year ends',
    caveat:
      'Counts decisions as the Ministry of Justice did until 2024: all plans in force, and the decisions of the year that could be appealed. The later way of counting, with fewer decisions, is a measure of its own.',
    breaks: [],
    published: {
      ...{ source: 'hmcts-appeals', dataset: 'appeals' },
      ...{ topic: 'all appealable decisions, earlier method', breakdown: '', by: [] },
      ...{ value: 'rate', numerator: 'appeals', denominator: ['decisions'] },
    },
  },
  {
    id: 'appeal-rate-later-method',
    name: 'Appeals to the Tribunal, counted the later way',
    question: 'How often do families appeal, counting only decisions made in the year?',
    sentence: 'Counted the later way, families appealed against {} of the decisions of {when}.',
    ...{ theme: 'experiences', unit: 'percent', polarity: 'lower', live: null, detail: false },
    numerator: 'Appeals registered with the SEND Tribunal in the calendar year',
    denominator: 'appealable decisions, counted the later way',
    lag: 'About a year after the year ends',
    caveat:
      'Only from 2024, and not published for every area. Never to be put on one line with the earlier way of counting.',
    breaks: [],
    published: {
      ...{ source: 'hmcts-appeals', dataset: 'appeals' },
      ...{ topic: 'all appealable decisions, later method', breakdown: '', by: [] },
      ...{ value: 'rate', numerator: 'appeals', denominator: ['decisions'] },
    },
  },
  ...DISAGREEMENTS.map(([dataset, value, id, what, about]) =>
    fromPlans(
      dataset,
      { value },
      {
        ...{ id, name: `${what} about ${about}`, theme: 'experiences', detail: true },
        question: `How often is there ${what.toLowerCase()} about ${about}?`,
        sentence: `${what} about ${about} took place {} times in {when}.`,
        ...{ unit: 'count', polarity: 'neither', breaks: [] },
        numerator: `${what} about ${about}, as authorities record it against what was decided in the year`,
        denominator: null,
        caveat:
          'Not published for every year. The courts count appeals by the day they are registered, and have more of them.',
      },
    ),
  ),
  fromPlans(
    'ceased_plans',
    { value: 'total_ceased', by: [BY_PLACE] },
    {
      ...{ id: 'ceased-plans', name: 'Plans that ended', theme: 'experiences', unit: 'count' },
      question: 'How many plans end?',
      sentence: '{} plans ended in {when}.',
      polarity: 'neither',
      numerator: 'Plans that ceased in the calendar year, those that moved to another authority among them',
      denominator: null,
      breaks: [COLLECTED_ANEW],
    },
  ),
  fromPlans(
    'ceased_plans',
    {
      value: null,
      numerator: 'needs_met',
      denominator: ['total_ceased'],
      by: ['sex', 'ethnicity', BY_PLACE],
    },
    {
      id: 'ceased-needs-met',
      name: 'Plans that ended because needs are met without one',
      question: 'How often does a plan end because it is no longer needed?',
      sentence: '{} of plans that ended in {when} did so because needs are met without one.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'neither' },
      numerator: 'Plans that ceased because needs are met without one',
      denominator: 'plans that ceased',
    },
  ),
];

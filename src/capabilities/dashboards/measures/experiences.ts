import { APPEALS } from './appeals.ts';
import { BY_PERSON, fromPlans } from './from.ts';
import type { Measure } from './measure.ts';
import { REVIEWS } from './reviews.ts';
import { SAID } from './said.ts';
import { SCHOOL_DAYS } from './school-days.ts';

/** How children and families fare on the way to a plan and with it. */
export const EXPERIENCES: readonly Measure[] = [
  fromPlans(
    'requests',
    { value: 'requests_received_in_year', by: BY_PERSON },
    {
      ...{ id: 'requests', name: 'Requests for an assessment', theme: 'experiences', unit: 'count' },
      question: 'How many requests for an assessment are made?',
      sentence: '{} requests for an education, health and care needs assessment were made in {when}.',
      polarity: 'neither',
      numerator: 'Requests for an education, health and care needs assessment received in the calendar year',
      denominator: null,
      live: 'requests',
    },
  ),
  fromPlans(
    'requests',
    {
      value: 'request_not_assess_pc',
      numerator: 'requests_decided_not_to_assess',
      denominator: ['requests_received_in_year'],
      by: BY_PERSON,
    },
    {
      id: 'requests-not-assessed',
      name: 'Requests turned down',
      question: 'How often is a request turned down?',
      sentence: '{} of requests made in {when} were turned down: there was no assessment.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'neither' },
      numerator: 'Requests received in the year where the authority decided not to assess',
      denominator: 'requests received in the year',
      caveat:
        'Requests not yet decided and those withdrawn are among all requests. A low figure is not always better: it depends on who asks.',
      live: 'requests-not-assessed',
    },
  ),
  ...(
    [
      ['requests-assessed', 'request_assess_pc', 'requests_decided_to_assess', 'led to an assessment'],
      ['requests-undecided', 'request_outstanding_pc', 'requests_decision_not_made', 'were not decided yet'],
      ['requests-withdrawn', 'request_withdrawn_pc', 'requests_withdrawn', 'were withdrawn'],
    ] as const
  ).map(([id, value, numerator, what]) =>
    fromPlans(
      'requests',
      { value, numerator, denominator: ['requests_received_in_year'] },
      {
        ...{ id, name: `Requests that ${what}`, detail: true },
        question: `How many requests ${what}?`,
        sentence: `{} of requests made in {when} ${what}.`,
        ...{ theme: 'experiences', unit: 'percent', polarity: 'neither' },
        numerator: `Requests received in the year that ${what}`,
        denominator: 'requests received in the year',
      },
    ),
  ),
  fromPlans(
    'requests',
    {
      value: 'request_outcome_six_weeks_pc',
      numerator: 'request_outcome_six_weeks',
      denominator: ['request_outcome_six_weeks', 'request_outcome_over_6_weeks'],
      by: BY_PERSON,
    },
    {
      id: 'decided-within-6-weeks',
      name: 'Requests decided within 6 weeks',
      question: 'Does the answer to a request come within 6 weeks?',
      sentence: '{} of requests made in {when} were answered within the 6 weeks the law gives.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'higher' },
      numerator: 'Requests received in the year and decided within 6 weeks',
      denominator: 'requests received in the year and decided',
      live: 'decided-within-6-weeks',
    },
  ),
  fromPlans(
    'assessments',
    { value: 'assess_in_year' },
    {
      ...{ id: 'assessments', name: 'Assessments', theme: 'experiences', unit: 'count' },
      question: 'How many assessments are there?',
      sentence: '{} assessments were decided in {when}.',
      polarity: 'neither',
      numerator: 'Education, health and care needs assessments of the calendar year',
      denominator: null,
    },
  ),
  fromPlans(
    'assessments',
    { value: 'assess_issued_pc', numerator: 'assess_issued', denominator: ['assess_in_year'] },
    {
      ...{ id: 'assessments-plan-issued', name: 'Assessments that end with a plan', detail: true },
      question: 'How often does an assessment end with a plan?',
      sentence: '{} of assessments in {when} ended with a plan.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'neither' },
      numerator: 'Assessments where a plan was issued',
      denominator: 'assessments of the year',
    },
  ),
  fromPlans(
    'assessments',
    {
      value: 'assess_not_issued_pc',
      numerator: 'assess_not_issued',
      denominator: ['assess_in_year'],
      by: BY_PERSON,
    },
    {
      id: 'assessments-no-plan',
      name: 'Assessments that end without a plan',
      question: 'How often does an assessment end without a plan?',
      sentence: '{} of assessments in {when} ended without a plan.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'neither' },
      numerator: 'Assessments where the authority decided not to issue a plan',
      denominator: 'assessments of the year',
      live: 'assessments-no-plan',
    },
  ),
  fromPlans(
    'assessments',
    {
      value: 'outcome_decision_within_time_pc',
      numerator: 'outcome_decision_within_time',
      denominator: ['outcome_decision_within_time', 'outcome_decision_over_time'],
    },
    {
      id: 'no-plan-within-16-weeks',
      name: 'Decisions not to make a plan within 16 weeks',
      question: 'If there is to be no plan, is the family told within 16 weeks?',
      sentence: '{} of decisions in {when} not to make a plan came within 16 weeks.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'higher' },
      numerator: 'Decisions not to issue a plan made within 16 weeks',
      denominator: 'decisions not to issue a plan',
    },
  ),
  fromPlans(
    'timeliness_20_week',
    {
      value: 'pc_plans_issued_20_weeks_ex',
      numerator: 'plans_issued_20_weeks_ex',
      denominator: ['plans_issued_den_ex'],
      by: BY_PERSON,
    },
    {
      id: 'plans-within-20-weeks',
      name: 'Plans finished within 20 weeks',
      question: 'Is a plan finished within 20 weeks?',
      sentence: '{} of new plans in {when} were finished within the 20 weeks the law gives.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'higher' },
      numerator: 'Plans issued within 20 weeks of the request, excluding exceptions',
      denominator: 'plans issued, excluding exceptions',
      caveat:
        'Leaves out plans where an exception in the regulations applied. For 2024 Dorset and City of London counted every plan as an exception, and have no figure.',
      live: 'plans-within-20-weeks',
    },
  ),
  fromPlans(
    'timeliness_20_week',
    {
      value: 'pc_plans_issued_within_20_weeks',
      numerator: 'plans_issued_within_20_weeks',
      denominator: ['plans_issued_den'],
      by: BY_PERSON,
    },
    {
      id: 'plans-within-20-weeks-all',
      name: 'Plans finished within 20 weeks, with exceptions',
      question: 'Is a plan finished within 20 weeks, counting every plan?',
      sentence: '{} of all new plans in {when} were finished within 20 weeks, exceptions and all.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'higher' },
      numerator: 'Plans issued within 20 weeks of the request, including exceptions',
      denominator: 'plans issued, including exceptions',
      live: 'plans-within-20-weeks-all',
    },
  ),
  fromPlans(
    'timeliness_20_week',
    {
      value: 'pc_plans_issued_gt_1_year_ex',
      numerator: 'plans_issued_gt_1_year_ex',
      denominator: ['plans_issued_den_ex'],
      by: BY_PERSON,
    },
    {
      id: 'plans-over-a-year',
      name: 'Plans that took more than a year',
      question: 'How many plans take more than a year?',
      sentence: '{} of new plans in {when} took more than a year.',
      ...{ theme: 'experiences', unit: 'percent', polarity: 'lower' },
      numerator: 'Plans issued more than 52 weeks after the request, excluding exceptions',
      denominator: 'plans issued, excluding exceptions',
    },
  ),
  ...REVIEWS,
  ...APPEALS,
  ...SCHOOL_DAYS,
  ...SAID,
];

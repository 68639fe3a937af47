import { EXPERIENCE_MEASURES } from './experience-measures.ts';

/* What is counted live. Where the Department publishes the same, by the words of its data guidance (2025 release) and, where those
   leave it open, as its own published rows add up. */

type Spec = {
  kind: 'count' | 'share' | 'mean';
  periods: 'January and today' | 'calendar years' | 'today';
  /** What the numerator is, or the count. */
  counts: string;
  /** What it is of; empty for a plain count. */
  of: string;
  /** The columns the Department publishes the same in; empty where it publishes none. */
  published: string;
  caveat: string;
};

const ENDS = 'This service cannot yet record that a plan has ended, so those that have are still counted.';

export const LIVE_MEASURES = {
  plans: {
    kind: 'count',
    periods: 'January and today',
    counts: 'Children and young people with a plan that was issued by the day',
    of: '',
    published: 'caseload: ehcplans',
    caveat: `January is the day of the Department’s survey, the third Thursday. ${ENDS}`,
  },
  'new-plans': {
    kind: 'count',
    periods: 'calendar years',
    counts: 'Plans that began in the year, also those written elsewhere and brought in',
    of: '',
    published: 'newplans: new_ehc_plans',
    caveat: 'A plan that was brought in after it had been amended is in no year: its first day is not known.',
  },
  requests: {
    kind: 'count',
    periods: 'calendar years',
    counts: 'Requests received in the year, whatever became of them; two of one child are two',
    of: '',
    published: 'requests: requests_received_in_year',
    caveat: 'A request referred to the authority responsible is counted there alone.',
  },
  'requests-not-assessed': {
    kind: 'share',
    periods: 'calendar years',
    counts: 'Of those, the ones refused an assessment, whenever that was decided',
    of: 'All requests received in the year, decided or not',
    published: 'requests: request_not_assess_pc',
    caveat:
      'The Department divides by all requests, and so do we: requests still to be decided make it lower.',
  },
  'decided-within-6-weeks': {
    kind: 'share',
    periods: 'calendar years',
    counts: 'Decisions notified by the 42nd day after the request was received',
    of: 'Requests received in the year that have been decided',
    published: 'requests: request_outcome_six_weeks_pc',
    caveat:
      'Exceptions count as any other, as in the published figure. Nationally the published one is of 148,753 requests in 2024, though 139,934 were decided: what the others are, its guidance does not say.',
  },
  'plans-within-20-weeks': {
    kind: 'share',
    periods: 'calendar years',
    counts: 'Plans issued by the 140th day after the request was received, without a lawful exception',
    of: 'Plans first issued in the year after an assessment here, without a lawful exception',
    published: 'timeliness_20_week: pc_plans_issued_20_weeks_ex',
    caveat:
      'An exception is one recorded by the law’s own words (regs 10(4), 13(3)). Nationally fewer plans are in the published figure than were issued; which are left out, its guidance does not say.',
  },
  'plans-within-20-weeks-all': {
    kind: 'share',
    periods: 'calendar years',
    counts: 'Plans issued by the 140th day after the request was received',
    of: 'Plans first issued in the year after an assessment here',
    published: 'timeliness_20_week: pc_plans_issued_within_20_weeks',
    caveat: 'With those where a lawful exception applied.',
  },
  'assessments-no-plan': {
    kind: 'share',
    periods: 'calendar years',
    counts: 'Assessments after which the family was notified in the year that there will be no plan',
    of: 'Assessments that ended in the year: with a plan issued, with none, or taken back',
    published: 'assessments: assess_not_issued_pc',
    caveat:
      'The Department counts a few more, still to be decided (62 in England in 2024), without saying which.',
  },
  'primary-need': {
    kind: 'share',
    periods: 'January and today',
    counts: 'Children and young people with a plan whose primary need is this',
    of: 'Children and young people with a plan',
    published: 'sen_needs_all_plans: number_…',
    caveat: `Down syndrome is under other difficulty or disability, as published. ${ENDS}`,
  },
  placement: {
    kind: 'share',
    periods: 'January and today',
    counts: 'Children and young people with a plan who are at a place of this kind',
    of: 'Children and young people with a plan',
    published: 'caseload: …_total',
    caveat: `Where they are in fact, as recorded; of two places the main one. ${ENDS}`,
  },
  'plan-ages': {
    kind: 'share',
    periods: 'January and today',
    counts: 'Children and young people with a plan who were this old on the 31 August before',
    of: 'Children and young people with a plan',
    published: 'caseload: ehcplans by child or young persons age',
    caveat: `Age as the SEN2 return counts it. ${ENDS}`,
  },
  'stage-days-decide': days(
    'From a request to the notice whether there is an assessment',
    'Decisions notified in the year',
  ),
  'stage-days-assess': days(
    'From that notice to the notice whether there is a plan',
    'Assessments decided in the year',
  ),
  'stage-days-plan': days(
    'From that notice to the final plan',
    'Plans first issued in the year after an assessment here',
  ),
  'predicted-breach': {
    ...local('today'),
    counts:
      'Open cases that, at the authority’s own pace of the last year, will pass the next time limit, the 20 weeks to a plan or the 16 to refuse one',
    of: 'Open cases that have not passed it yet',
    caveat: 'A forecast and no fact. Where fewer than ten cases tell of the pace, none is predicted.',
  },
  'advice-on-time': {
    ...local('calendar years'),
    counts: 'Advice the authority had by the 42nd day after its giver had the request (reg. 8(1))',
    of: 'Advice asked of others than the family in the year, and returned or past that day',
    caveat: 'Exceptions of reg. 8(2) count as any other. What was no longer asked by the day is not counted.',
  },
  'representations-answered': {
    ...local('calendar years'),
    counts: 'Representations that were answered, one by one',
    of: 'Representations that families made on drafts in the year',
    caveat: 'No provision says by when.',
  },
  'consultations-answered-in-15-days': {
    ...local('calendar years'),
    counts: 'Settings that answered by the 15th day after they were sent the draft (Code of Practice 9.83)',
    of: 'Settings sent the draft in the year that answered, or are past that day',
    caveat:
      'More time that was given counts as any other. What was no longer asked by the day is not counted, nor a setting whose copy of the draft still waits.',
  },
  'placements-in-place': {
    ...local('today'),
    counts: 'Children and young people who are where their plan names',
    of: 'Children and young people whose plan names a setting',
    caveat: 'As recorded: where nobody recorded a place, it does not count.',
  },
  'family-replies-on-time': {
    ...local('calendar years'),
    counts: 'Messages of families answered by the day they were promised',
    of: 'Messages of families in the year that were answered, or are past that day',
    caveat: 'The day is the authority’s own promise. Saying that no answer is needed, and why, is an answer.',
  },
  ...EXPERIENCE_MEASURES,
} as const satisfies Readonly<Record<string, Spec>>;

export type LiveMeasureId = keyof typeof LIVE_MEASURES;
export const LIVE_MEASURE_IDS = Object.keys(LIVE_MEASURES).filter(isLiveMeasure);

export function isLiveMeasure(id: string): id is LiveMeasureId {
  return Object.hasOwn(LIVE_MEASURES, id);
}

function days(counts: string, of: string) {
  const caveat = 'The mean: days of all cases together by the number of cases. One very long case moves it.';
  return { kind: 'mean', periods: 'calendar years', counts, of, published: '', caveat } as const;
}

function local<P extends Spec['periods']>(periods: P) {
  return { kind: 'share', periods, published: '' } as const;
}

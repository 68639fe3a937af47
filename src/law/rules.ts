import { plainDate } from '../shared/plain-date.ts';
import { code, fttRules, regs, si } from './citations.ts';
import type { Ground, Period, Rule } from './rule.ts';

/* Every timer, as data. Read with docs: domain wording follows the Regulations' own; corrections to common readings are
   noted where they bite. Confidence below high is shown wherever the rule is. */

const weeks = (count: number): Period => ({ unit: 'weeks', count });
const IN_FORCE = { from: plainDate('2014-09-01'), until: null };

/** Reg. 10(4)(a) to (d), which regs 5(4), 13(3) and 27(3) repeat or import. */
const CLOSURE_AND_ABSENCE: readonly Ground[] = [
  'school closed',
  'early years provider closed',
  'exceptional personal circumstances',
  'absent from the area',
];
const ORDER: readonly Ground[] = [
  'exceptional personal circumstances',
  'absent two weeks',
  'late representations',
  'school closed',
  'early years provider closed',
  'absent from the area',
];
const RECEIVED = 'the authority receives the request, or becomes responsible (s24)';

type Draft = Omit<Rule, 'exceptions' | 'inForce' | 'limbs'> & {
  starts: string;
  period: Period;
  second?: { starts: string; period: Period };
  exceptions?: readonly Ground[];
};

function rule({ starts, period, second, ...rest }: Draft): Rule {
  const first = { starts, period };
  return {
    exceptions: [],
    inForce: IN_FORCE,
    ...rest,
    limbs: second === undefined ? [first] : [first, second],
  };
}

export const RULES: readonly Rule[] = [
  rule({
    id: 'T01',
    name: 'Decide whether to assess, and notify',
    starts: RECEIVED,
    period: weeks(6),
    stops: 'the decision is notified',
    exceptions: CLOSURE_AND_ABSENCE,
    cite: regs(5, 'reg. 5(1), (4)'),
  }),
  rule({
    id: 'T02',
    name: 'Give advice for the assessment',
    starts: 'the advice-giver receives the request',
    period: weeks(6),
    stops: 'the advice is returned',
    exceptions: ['exceptional personal circumstances', 'absent from the area', 'appointment missed'],
    cite: regs(8, 'reg. 8(1), (2)'),
  }),
  rule({
    id: 'T03',
    name: 'Notify a decision not to issue a plan',
    starts: RECEIVED,
    period: weeks(16),
    stops: 'the decision is notified',
    exceptions: CLOSURE_AND_ABSENCE,
    cite: regs(10, 'reg. 10(1), (4)'),
  }),
  rule({
    id: 'T04',
    name: 'Send the final plan',
    starts: RECEIVED,
    period: weeks(20),
    stops: 'the final plan is sent',
    exceptions: CLOSURE_AND_ABSENCE,
    cite: regs(13, 'reg. 13(2), (3)'),
  }),
  rule({
    id: 'T05',
    name: 'Family’s time to give views on a draft',
    starts: 'the draft or the amendment notice is served',
    period: { unit: 'days', count: 15, firstDayCounts: true },
    stops: 'views are given, or the time ends',
    cite: {
      ...regs(13, 'reg. 13(1)(a); reg. 22(2)(c)'),
      note: 'At least 15 days: the authority may allow more.',
    },
  }),
  rule({
    id: 'T06',
    name: 'Setting answers a consultation',
    starts: 'the setting is consulted',
    period: { unit: 'days', count: 15, firstDayCounts: false },
    stops: 'the setting replies',
    cite: code('Code of Practice 9.83'),
  }),
  rule({
    id: 'T07',
    name: 'Complete the annual review',
    starts: 'the plan was first made, or last reviewed',
    period: { unit: 'months', count: 12, firstDayCounts: true },
    stops: 'the decision after the review is notified',
    cite: si('ukpga/2014/6/section/44', 'Children and Families Act 2014, s44(1)'),
  }),
  rule({
    id: 'T08',
    name: 'Give notice of a review meeting, and circulate advice',
    starts: 'the review meeting',
    period: { unit: 'weeks before', count: 2 },
    stops: 'notice and advice are sent',
    cite: {
      ...regs(20, 'reg. 20(3) to (4); reg. 21(3) to (4)', 'medium'),
      note: '“At least two weeks” ordinarily means clear days: send a day earlier to be safe.',
    },
  }),
  rule({
    id: 'T09',
    name: 'Send the report of the review',
    starts: 'the review meeting',
    period: weeks(2),
    stops: 'the report is sent',
    cite: regs(20, 'reg. 20(7) to (8)'),
  }),
  rule({
    id: 'T10',
    name: 'Decide after the review, and send any notice of amendment',
    starts: 'the review meeting',
    period: weeks(4),
    stops: 'the decision, and any proposed amendments, are notified',
    cite: {
      ...regs(20, 'reg. 20(10); reg. 22(2)'),
      note: 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin): the amendment notice goes within the same four weeks.',
    },
  }),
  rule({
    id: 'T11',
    name: 'Send the amended plan, or notice of no amendment',
    starts: 'the amendment notice is sent',
    period: weeks(8),
    stops: 'the final amended plan, or the notice, is sent',
    cite: regs(22, 'reg. 22(3) to (4)'),
  }),
  rule({
    id: 'T12',
    name: 'Name the setting before a move into or between schools',
    starts: 'the year of transfer',
    period: { unit: 'before', month: 2, day: 15 },
    stops: 'the final plan naming the setting is sent',
    cite: {
      ...regs(18, 'reg. 18'),
      note: 'Before 15 February, literally on or before the 14th. The Department treats the 15th as the deadline.',
    },
  }),
  rule({
    id: 'T12-post-16',
    name: 'Name the setting before a move from school to post-16',
    starts: 'the year of transfer',
    period: { unit: 'before', month: 3, day: 31 },
    stops: 'the final plan naming the setting is sent',
    cite: regs(18, 'reg. 18'),
  }),
  rule({
    id: 'T12-other',
    name: 'Name the institution before a move between post-16 institutions',
    starts: 'the transfer',
    period: { unit: 'months before', count: 5 },
    stops: 'the final plan naming the institution is sent',
    cite: regs(18, 'reg. 18'),
  }),
  rule({
    id: 'T13',
    name: 'Decide whether to reassess, and notify',
    starts: 'the reassessment is requested',
    period: { unit: 'days', count: 15, firstDayCounts: false },
    stops: 'the decision is notified',
    cite: regs(25, 'reg. 25(1)'),
  }),
  rule({
    id: 'T14',
    name: 'Send the final plan after a reassessment',
    starts: 'reassessment is notified (reg. 25(1)) or decided on the authority’s own motion',
    period: weeks(14),
    stops: 'the final plan is sent',
    exceptions: CLOSURE_AND_ABSENCE,
    cite: regs(27, 'reg. 27(2), (3)'),
  }),
  rule({
    id: 'T15',
    name: 'Transfer the plan to the new authority',
    starts: 'the old authority becomes aware of the move',
    period: { unit: 'working days', count: 15, firstDayCounts: true },
    stops: 'the plan is transferred',
    cite: {
      ...regs(15, 'reg. 15(2)'),
      note: 'On the day of the move, where the authority knew at least 15 working days before. The Regulations’ definition of a working day was not found.',
      confidence: 'medium',
    },
  }),
  rule({
    id: 'T16',
    name: 'New authority says what it will do',
    starts: 'the plan is transferred',
    period: weeks(6),
    stops: 'the new authority’s notice is sent',
    cite: regs(15, 'reg. 15(4)'),
  }),
  rule({
    id: 'T17',
    name: 'New authority reviews the plan',
    starts: 'the plan is transferred',
    period: { unit: 'months', count: 3, firstDayCounts: true },
    second: {
      starts: 'the plan was made, or last reviewed',
      period: { unit: 'months', count: 12, firstDayCounts: true },
    },
    stops: 'the plan is reviewed',
    cite: regs(15, 'reg. 15(5)'),
  }),
  rule({
    id: 'T18',
    name: 'Contact the mediation adviser',
    starts: 'the decision letter is sent',
    period: { unit: 'months', count: 2, firstDayCounts: false },
    stops: 'the adviser is contacted',
    cite: regs(33, 'reg. 33'),
  }),
  rule({
    id: 'T19',
    name: 'Mediation certificate, where mediation is not wanted',
    starts: 'the adviser is told',
    period: { unit: 'working days', count: 3, firstDayCounts: false },
    stops: 'the certificate is issued',
    cite: regs(34, 'reg. 34'),
  }),
  rule({
    id: 'T20',
    name: 'Arrange mediation',
    starts: 'the authority is told mediation is wanted (for health alone, the commissioner)',
    period: { unit: 'days', count: 30, firstDayCounts: false },
    stops: 'mediation takes place',
    cite: { ...regs(36, 'regs 36 to 38', 'medium'), note: 'Read as calendar days, the safe limit.' },
  }),
  rule({
    id: 'T20a',
    name: 'Tell the health commissioner of a mediation issue',
    starts: 'the authority is told',
    period: { unit: 'working days', count: 3, firstDayCounts: false },
    stops: 'each commissioner is told',
    cite: regs(35, 'reg. 35'),
  }),
  rule({
    id: 'T20b',
    name: 'Certificate where mediation was not arranged',
    starts: 'the adviser is told mediation cannot be arranged',
    period: { unit: 'working days', count: 3, firstDayCounts: false },
    stops: 'the certificate is issued',
    cite: regs(39, 'reg. 39'),
  }),
  rule({
    id: 'T21',
    name: 'Certificate after mediation',
    starts: 'mediation ends',
    period: { unit: 'working days', count: 3, firstDayCounts: false },
    stops: 'the certificate is issued',
    cite: regs(39, 'reg. 39'),
  }),
  rule({
    id: 'T22',
    name: 'Appeal to the tribunal',
    starts: 'the decision letter is sent',
    period: { unit: 'months', count: 2, firstDayCounts: false },
    second: {
      starts: 'the mediation certificate is issued',
      period: { unit: 'months', count: 1, firstDayCounts: false },
    },
    rolls: 'tribunal',
    stops: 'the tribunal receives the appeal, by 5pm',
    cite: { ...fttRules('rr 12 and 20(1)(c)'), note: 'The tribunal may extend the time.' },
  }),
  rule({
    id: 'T23',
    name: 'Respond to an appeal',
    starts: 'the authority receives the application notice',
    period: { unit: 'working days', count: 30, firstDayCounts: false, notCounted: 'tribunal holidays' },
    stops: 'the response is sent',
    cite: { ...fttRules('rr 12(3)(b) and 21'), note: 'A date fixed by the tribunal stands instead.' },
  }),
  rule({
    id: 'T24',
    name: 'After an order to assess: notify that it will',
    starts: 'the order is made',
    period: weeks(2),
    stops: 'the authority notifies',
    exceptions: ORDER,
    cite: regs(44, 'reg. 44'),
  }),
  rule({
    id: 'T24-no-plan',
    name: 'After an order to assess: notify a decision not to issue',
    starts: 'the order is made',
    period: weeks(10),
    stops: 'the decision is notified',
    exceptions: ORDER,
    cite: regs(44, 'reg. 44'),
  }),
  rule({
    id: 'T24-final',
    name: 'After an order to assess: send the final plan',
    starts: 'the order is made',
    period: weeks(14),
    stops: 'the final plan is sent',
    exceptions: ORDER,
    cite: regs(44, 'reg. 44'),
  }),
  rule({
    id: 'T25',
    name: 'After an order to make a plan: send the draft',
    starts: 'the order is made',
    period: weeks(5),
    stops: 'the draft is sent',
    exceptions: ORDER,
    cite: regs(44, 'reg. 44'),
  }),
  rule({
    id: 'T25-final',
    name: 'After an order to make a plan: send the final plan',
    starts: 'the order is made',
    period: weeks(11),
    stops: 'the final plan is sent',
    exceptions: ORDER,
    cite: regs(44, 'reg. 44'),
  }),
  rule({
    id: 'T26',
    name: 'After an order about Sections B or F: amend the plan',
    starts: 'the order is made',
    period: weeks(5),
    stops: 'the amended plan is sent',
    exceptions: ORDER,
    cite: regs(44, 'reg. 44', 'medium'),
  }),
  rule({
    id: 'T27',
    name: 'After an order about Section I: amend the plan',
    starts: 'the order is made',
    period: weeks(2),
    stops: 'the amended plan is sent',
    exceptions: ORDER,
    cite: regs(44, 'reg. 44', 'medium'),
  }),
  rule({
    id: 'T28',
    name: 'Answer a recommendation on health or social care',
    starts: 'the recommendation is made',
    period: weeks(5),
    stops: 'the written answer is sent',
    cite: si('uksi/2017/1306', 'SI 2017/1306'),
  }),
  rule({
    id: 'T29',
    name: 'Full-time education after exclusion',
    starts: 'the exclusion begins',
    period: { unit: 'school days', nth: 6 },
    stops: 'suitable full-time education is in place',
    cite: {
      ...si('uksi/2007/1870', 'SI 2007/1870; Education and Inspections Act 2006, s100'),
      note: 'From the sixth consecutive school day, on the setting’s own calendar.',
    },
  }),
  rule({
    id: 'T30',
    name: 'Keep the plan in force after a decision to cease',
    starts: 'the time to appeal ends, or the appeal is finally determined',
    period: { unit: 'same day' },
    stops: 'the plan may cease',
    cite: si('ukpga/2014/6/section/45', 'Children and Families Act 2014, s45(4)'),
  }),
];

import { addDays, plainDate } from '../../shared/plain-date.ts';
import { regs, si } from '../citations.ts';
import { ACT_IN_FORCE, beginningWith, fourCircumstances, group, weeks, within } from './build.ts';

const POST_16_SINCE = plainDate('2016-01-01');
const NAME_POST_16 = {
  id: 'T12-post-16',
  name: 'Name the setting before a move from school to post-16',
  starts: 'the young person moves',
  stops: 'the plan is reviewed, amended where necessary, and names the setting',
};

export const REVIEWS = group('Reviews and moves between phases', [
  {
    id: 'T07',
    name: 'Complete the annual review',
    starts: 'the plan was first made, or last reviewed',
    period: beginningWith(12, 'months'),
    stops: 'the decision after the review is notified',
    cite: si('ukpga/2014/6/section/44', 'Children and Families Act 2014, s44(1)', {
      note: 'Twelve months starting with that date, so the last day is the day before its anniversary. A review ends with the decision, not the meeting (Code of Practice 9.169).',
    }),
  },
  {
    id: 'T08',
    name: 'Give notice of a review meeting, and circulate advice',
    starts: 'the review meeting is held',
    period: { unit: 'weeks before', count: 2 },
    stops: 'notice and advice are sent',
    cite: regs(20, 'reg. 20(3) to (4); reg. 21(3) to (4)', {
      confidence: 'medium',
      note: '“At least two weeks” ordinarily means clear days: send a day earlier to be safe.',
    }),
  },
  {
    id: 'T09',
    name: 'Send the report of the review',
    starts: 'the review meeting is held',
    period: weeks(2),
    stops: 'the report is sent',
    cite: regs(20, 'reg. 20(7) to (8)'),
  },
  {
    id: 'T10',
    name: 'Decide after the review, and send any notice of amendment',
    starts: 'the review meeting is held',
    period: weeks(4),
    stops: 'the decision, and any proposed amendments, are notified',
    cite: regs(20, 'reg. 20(10); reg. 22(2)', {
      note: 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin): the amendment notice goes within the same four weeks.',
    }),
  },
  {
    id: 'T11',
    name: 'Send the amended plan, or notice of no amendment',
    starts: 'the amendment notice is sent',
    period: weeks(8),
    stops: 'the final amended plan, or the notice, is sent',
    cite: regs(22, 'reg. 22(3) to (4)', { note: 'Counted from when the notice was in fact sent.' }),
  },
  {
    id: 'T12',
    name: 'Name the setting before a move into or between schools',
    starts: 'the child moves',
    period: { unit: 'before', month: 2, day: 15 },
    stops: 'the plan is reviewed, amended where necessary, and names the setting',
    cite: regs(18, 'reg. 18(1)(b)', {
      note: 'Before 15 February, literally on or before the 14th. The Department treats the 15th as the deadline.',
    }),
  },
  {
    ...NAME_POST_16,
    period: { unit: 'before', month: 5, day: 31 },
    cite: regs(18, 'reg. 18(3)', { note: 'For moves on 1 September 2015 alone.' }),
    inForce: { from: ACT_IN_FORCE, until: addDays(POST_16_SINCE, -1) },
  },
  {
    ...NAME_POST_16,
    period: { unit: 'before', month: 3, day: 31 },
    cite: regs(18, 'reg. 18(1)(a)', { note: 'Before 31 March, literally on or before the 30th.' }),
    inForce: { from: POST_16_SINCE, until: null },
  },
  {
    id: 'T12-other',
    name: 'Name the institution before a move between post-16 institutions',
    starts: 'the young person moves',
    period: { unit: 'months before', count: 5 },
    stops: 'the plan is reviewed, amended where necessary, and names the institution',
    cite: regs(18, 'reg. 18(2)'),
  },
]);

export const REASSESSMENT = group('Reassessment', [
  {
    id: 'T13',
    name: 'Decide whether to reassess, and notify',
    starts: 'the authority receives the request to reassess',
    period: within(15, 'days'),
    stops: 'the decision is notified',
    cite: regs(25, 'reg. 25(1)'),
  },
  {
    id: 'T14',
    name: 'Send the final plan after a reassessment',
    starts: 'reassessment is notified (reg. 25(1)), or decided on the authority’s own motion',
    period: weeks(14),
    stops: 'the final plan is sent',
    exceptions: fourCircumstances('reg. 27(3)'),
    cite: regs(27, 'reg. 27(2), (3)'),
  },
]);

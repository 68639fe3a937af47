import { plainDate } from '../../shared/plain-date.ts';
import { regs, si } from '../citations.ts';
import type { Exception } from '../rule.ts';
import { fourCircumstances, group, weeks } from './build.ts';

const PERSONAL_AND_ABSENT = (paragraph: string): readonly Exception[] => [
  { ground: 'exceptional personal circumstances', provision: paragraph },
  { ground: 'absent two weeks', provision: paragraph },
  ...fourCircumstances(`${paragraph}, 13(3), 10(4)`),
];
const ORDER = {
  starts: 'the order is made',
  fixedBy: 'tribunal’s direction',
  exceptions: [
    ...PERSONAL_AND_ABSENT('reg. 44(3)'),
    { ground: 'late representations', provision: 'reg. 44(3)' },
  ],
} as const;
const FROM_ORDER = 'Counted from the day the order is made, which may be before it is sent.';
const cite = regs(44, 'reg. 44(2), (3)', { note: FROM_ORDER });
/** The wording of reg. 44(2)(d) to (h) as it now stands was not found; the periods are confirmed by two public sources. */
const unread = regs(44, 'reg. 44(2), (3)', {
  confidence: 'medium',
  note: `${FROM_ORDER} The tribunal’s direction stands instead.`,
});

export const ORDERS = group('After a tribunal’s order', [
  {
    ...ORDER,
    id: 'T24',
    name: 'After an order to assess: notify that it will',
    period: weeks(2),
    stops: 'the authority notifies',
    cite,
  },
  {
    ...ORDER,
    id: 'T24-no-plan',
    name: 'After an order to assess: notify a decision not to issue',
    period: weeks(10),
    stops: 'the decision is notified',
    cite,
  },
  {
    ...ORDER,
    id: 'T24-final',
    name: 'After an order to assess: send the final plan',
    period: weeks(14),
    stops: 'the final plan is sent',
    cite,
  },
  {
    ...ORDER,
    id: 'T25',
    name: 'After an order to make a plan: send the draft',
    period: weeks(5),
    stops: 'the draft is sent',
    cite,
  },
  {
    ...ORDER,
    id: 'T25-final',
    name: 'After an order to make a plan: send the final plan',
    period: weeks(11),
    stops: 'the final plan is sent',
    cite,
  },
  {
    ...ORDER,
    id: 'T26',
    name: 'After an order about Sections B or F: amend the plan',
    period: weeks(5),
    stops: 'the amended plan is sent',
    cite: unread,
  },
  {
    ...ORDER,
    id: 'T27',
    name: 'After an order about Section I: amend the plan',
    period: weeks(2),
    stops: 'the amended plan is sent',
    cite: unread,
  },
  {
    ...ORDER,
    id: 'R44-reconsider',
    name: 'After an order to reconsider: send a draft, or give notice of no plan',
    period: weeks(2),
    stops: 'the draft or the notice is sent',
    cite: unread,
  },
  {
    ...ORDER,
    id: 'R44-continue',
    name: 'After an order to keep the plan: go on maintaining it',
    period: { unit: 'same day' },
    stops: 'the plan is maintained, at once',
    cite: unread,
  },
  {
    ...ORDER,
    id: 'R44-continue-amend',
    name: 'After an order to keep and amend the plan: amend it',
    period: weeks(5),
    stops: 'the amended plan is sent',
    cite: unread,
  },
  {
    id: 'T28',
    name: 'Answer a recommendation on health or social care',
    starts: 'the recommendation is made',
    period: weeks(5),
    stops: 'the written answer is sent',
    cite: si('uksi/2017/1306', 'First-tier Tribunal Recommendations Power Regulations 2017'),
    inForce: { from: plainDate('2018-04-03'), until: null },
  },
]);

const UNOPPOSED = {
  starts: 'the authority tells the tribunal, before responding, that it will not oppose the appeal',
  exceptions: PERSONAL_AND_ABSENT('reg. 45'),
  // As SI 2015/359 reg. 8 replaced it.
  inForce: { from: plainDate('2015-03-23'), until: null },
} as const;
const unopposed = (text: string) => regs(45, text);

export const CONCESSIONS = group('After an appeal is not opposed', [
  {
    ...UNOPPOSED,
    id: 'R45-assess',
    name: 'Appeal to assess or reassess: notify that it will',
    period: weeks(2),
    stops: 'the authority notifies',
    cite: unopposed('reg. 45(3)'),
  },
  {
    ...UNOPPOSED,
    id: 'R45-assess-no-plan',
    name: 'Appeal to assess or reassess: notify a decision not to issue',
    period: weeks(10),
    stops: 'the decision is notified',
    cite: unopposed('reg. 45(3A)(a)'),
  },
  {
    ...UNOPPOSED,
    id: 'R45-assess-final',
    name: 'Appeal to assess or reassess: send the final plan',
    period: weeks(14),
    stops: 'the final plan is sent',
    cite: unopposed('reg. 45(3A)(b)'),
  },
  {
    ...UNOPPOSED,
    id: 'R45-make',
    name: 'Appeal to make a plan: send the draft',
    period: weeks(5),
    stops: 'the draft is sent',
    cite: unopposed('reg. 45'),
  },
  {
    ...UNOPPOSED,
    id: 'R45-make-final',
    name: 'Appeal to make a plan: send the final plan',
    period: weeks(11),
    stops: 'the final plan is sent',
    cite: unopposed('reg. 45'),
  },
  {
    ...UNOPPOSED,
    id: 'R45-amend',
    name: 'Appeal about Sections B or F, or to amend: amend the plan',
    period: weeks(5),
    stops: 'the amended plan is sent',
    cite: unopposed('reg. 45(4)'),
  },
  {
    ...UNOPPOSED,
    id: 'R45-name',
    name: 'Appeal about Section I alone: amend the plan',
    period: weeks(2),
    stops: 'the amended plan is sent',
    cite: regs(45, 'reg. 45', { note: 'Five weeks, as R45-amend, where the contents are appealed as well.' }),
  },
  {
    ...UNOPPOSED,
    id: 'R45-continue',
    name: 'Appeal against ceasing: go on maintaining the plan',
    period: { unit: 'same day' },
    stops: 'the plan is maintained, at once',
    cite: unopposed('reg. 45'),
  },
  {
    ...UNOPPOSED,
    id: 'R45-continue-amend',
    name: 'Appeal against ceasing: make the amendments agreed',
    period: weeks(5),
    stops: 'the amended plan is sent',
    cite: unopposed('reg. 45'),
  },
]);

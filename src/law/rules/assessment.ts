import { code, regs } from '../citations.ts';
import { beginningWith, fourCircumstances, group, weeks, within } from './build.ts';

const RECEIVED = 'the authority receives the request, or becomes responsible (s24)';

export const ASSESSMENT = group('Assessment and plan', [
  {
    id: 'T01',
    name: 'Decide whether to assess, and notify',
    starts: RECEIVED,
    period: weeks(6),
    stops: 'the decision is notified',
    exceptions: fourCircumstances('reg. 5(4)'),
    cite: regs(5, 'reg. 5(1), (4)'),
  },
  {
    id: 'T02',
    name: 'Give advice for the assessment',
    starts: 'the advice-giver receives the request',
    period: weeks(6),
    stops: 'the advice is returned',
    // A closed school is no excuse here, though it is for the authority: reg. 8(2) does not list it.
    exceptions: [
      { ground: 'exceptional personal circumstances', provision: 'reg. 8(2)(a)' },
      { ground: 'absent from the area', provision: 'reg. 8(2)(b)' },
      { ground: 'appointment missed', provision: 'reg. 8(2)(c)' },
    ],
    cite: regs(8, 'reg. 8(1), (2)'),
  },
  {
    id: 'T03',
    name: 'Notify a decision not to issue a plan',
    starts: RECEIVED,
    period: weeks(16),
    stops: 'the decision is notified',
    exceptions: fourCircumstances('reg. 10(4)'),
    cite: regs(10, 'reg. 10(1), (4)'),
  },
  {
    id: 'T04',
    name: 'Send the final plan',
    starts: RECEIVED,
    period: weeks(20),
    stops: 'the final plan is sent',
    exceptions: fourCircumstances('reg. 13(3), 10(4)'),
    cite: regs(13, 'reg. 13(2), (3)'),
  },
  {
    id: 'T05',
    name: 'Family’s time to give views on a draft',
    kind: 'right',
    starts: 'the draft or the amendment notice is served',
    period: beginningWith(15, 'days'),
    stops: 'views are given, or the time ends',
    cite: regs(13, 'reg. 13(1)(a); reg. 22(2)(c)', {
      note: 'At least 15 days: the authority may allow more. Counted from service, which by post is later than sending.',
    }),
  },
  {
    id: 'T06',
    name: 'Setting answers a consultation',
    starts: 'the setting is consulted',
    period: within(15, 'days'),
    stops: 'the setting replies',
    cite: { ...code('Code of Practice 9.83'), note: 'Set by the Code, not by the Regulations.' },
  },
]);

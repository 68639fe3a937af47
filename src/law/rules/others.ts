import { plainDate } from '../../shared/plain-date.ts';
import { si } from '../citations.ts';
import { group, weeks } from './build.ts';

const DETAINED = {
  starts: 'the home authority receives the request, or the person comes to its attention',
  exceptions: [
    { ground: 'school closed', provision: 'SI 2015/62, reg. 5(4)(a)' },
    { ground: 'exceptional personal circumstances', provision: 'SI 2015/62, reg. 5(4)(b)' },
  ],
  inForce: { from: plainDate('2015-04-01'), until: null },
} as const;
const THIRD_GROUND =
  'The exceptions are narrower than outside custody. A third ground is in the Regulations and is not carried here: its wording was not read.';

export const OTHERS = group('Exclusion, ceasing and custody', [
  {
    id: 'T29',
    name: 'Full-time education after exclusion',
    starts: 'the exclusion begins',
    period: { unit: 'school days', nth: 6 },
    stops: 'suitable full-time education is in place',
    exceptions: [
      { ground: 'public examinations taken', provision: 'SI 2007/1870, reg. 5' },
      { ground: 'plan specifies fewer hours', provision: 'SI 2007/1870, reg. 5' },
    ],
    cite: si(
      'uksi/2007/1870',
      'SI 2007/1870, regs 3 and 4; Education and Inspections Act 2006, s100; Education Act 1996, s19(3A)',
      {
        note: 'From the sixth consecutive school day, in one exclusion or several together, for a child of compulsory school age. The school arranges it after a suspension; the authority after a permanent exclusion or a suspension from a pupil referral unit.',
      },
    ),
    // As SI 2014/3216 made it.
    inForce: { from: plainDate('2015-01-05'), until: null },
  },
  {
    id: 'T30',
    name: 'Keep the plan in force after a decision to cease',
    kind: 'bar',
    starts: 'the time to appeal ends',
    period: { unit: 'same day' },
    or: { starts: 'the appeal is finally determined', period: { unit: 'same day' } },
    stops: 'the plan may cease',
    cite: si('ukpga/2014/6/section/45', 'Children and Families Act 2014, s45(4)'),
  },
  {
    ...DETAINED,
    id: 'D05',
    name: 'In custody: decide whether to assess, and notify',
    period: weeks(6),
    stops: 'the decision is notified',
    cite: si('uksi/2015/62/regulation/5', 'SEND (Detained Persons) Regulations 2015, reg. 5', {
      confidence: 'medium',
      note: THIRD_GROUND,
    }),
  },
  {
    ...DETAINED,
    id: 'D10',
    name: 'In custody: notify a decision not to issue a plan',
    period: weeks(16),
    stops: 'the decision is notified',
    cite: si('uksi/2015/62/regulation/10', 'SEND (Detained Persons) Regulations 2015, reg. 10', {
      confidence: 'medium',
      note: THIRD_GROUND,
    }),
  },
  {
    ...DETAINED,
    id: 'D13',
    name: 'In custody: send the final plan',
    period: weeks(20),
    stops: 'the final plan is sent',
    cite: si('uksi/2015/62/regulation/13', 'SEND (Detained Persons) Regulations 2015, reg. 13', {
      confidence: 'medium',
      note: THIRD_GROUND,
    }),
  },
]);

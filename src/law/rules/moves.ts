import { regs } from '../citations.ts';
import { beginningWith, group, WORKING_DAYS, weeks } from './build.ts';

export const MOVES = group('Moving between authorities', [
  {
    id: 'T15',
    name: 'Transfer the plan to the new authority',
    starts: 'the old authority becomes aware of the move',
    period: beginningWith(15, 'working days'),
    // The later of the two is reg. 15(2) itself: whoever knew 15 working days before transfers on the day of the move.
    or: { starts: 'the child or young person moves', period: { unit: 'same day' } },
    stops: 'the plan is transferred',
    cite: regs(15, 'reg. 15(2)', { confidence: 'medium', note: WORKING_DAYS }),
  },
  {
    id: 'T16',
    name: 'New authority says what it will do',
    starts: 'the plan is transferred',
    period: weeks(6),
    stops: 'the new authority’s notice is sent',
    cite: regs(15, 'reg. 15(4)'),
  },
  {
    id: 'T17',
    name: 'New authority reviews the plan',
    starts: 'the plan is transferred',
    period: beginningWith(3, 'months'),
    or: { starts: 'the plan was made, or last reviewed', period: beginningWith(12, 'months') },
    // Three months alone would be a date too early: every plan has a day it was made.
    second: 'always',
    stops: 'the plan is reviewed',
    cite: regs(15, 'reg. 15(5)', {
      note: 'Each period begins with its own day, so it ends the day before the corresponding date.',
    }),
  },
]);

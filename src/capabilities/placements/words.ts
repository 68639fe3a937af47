import type { TagColour } from '../../design-system/index.ts';
import type { Finding } from './check.ts';
import type { Stage } from './placement.ts';

/** What each audience is told of where a child stands. */
export const STAGE_WORDS = {
  'nothing recorded': {
    staff: 'Nothing recorded',
    family: 'We have not written down a school or college yet',
    colour: 'grey',
  },
  'no place recorded': {
    staff: 'No place recorded',
    family: 'We have not written down a place yet',
    colour: 'red',
  },
  'to start': { staff: 'To start', family: 'There is a place, which has yet to start', colour: 'blue' },
  'awaiting a place': { staff: 'Awaiting a place', family: 'There is no place yet', colour: 'red' },
  'educated at home': { staff: 'Educated at home', family: 'You educate them at home', colour: 'blue' },
  'arranged by the family': {
    staff: 'Arranged by the family',
    family: 'You have made your own arrangements',
    colour: 'blue',
  },
  'otherwise than in a school': {
    staff: 'Otherwise than in a school',
    family: 'Education is arranged otherwise than in a school or college',
    colour: 'blue',
  },
  placed: { staff: 'Placed', family: 'There is a place', colour: 'green' },
  'placed as named': {
    staff: 'Placed as the plan names',
    family: 'The place is the one the plan names',
    colour: 'green',
  },
  'placed otherwise than named': {
    staff: 'Not where the plan names',
    family: 'The place is not the one the plan names',
    colour: 'orange',
  },
} as const satisfies Record<Stage, { staff: string; family: string; colour: TagColour }>;

export const FINDING_WORDS = {
  'in place': { text: 'In place', colour: 'green' },
  'not all in place': { text: 'Not all in place', colour: 'red' },
  waiting: { text: 'Waiting', colour: 'blue' },
  'no answer': { text: 'No answer', colour: 'orange' },
} as const satisfies Record<Finding['found'], { text: string; colour: TagColour }>;

export function sayAttendance(attendance: string): string {
  return attendance === '' || attendance === 'daily' ? '' : `, ${attendance}`;
}

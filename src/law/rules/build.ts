import { plainDate } from '../../shared/plain-date.ts';
import type { Exception, Limb, Period, Rule } from '../rule.ts';

/** The day Part 3 of the Children and Families Act 2014 and the Regulations came into force. */
export const ACT_IN_FORCE = plainDate('2014-09-01');

type Draft = Pick<Rule, 'id' | 'name' | 'stops' | 'cite'> &
  Limb & { or?: Limb } & Partial<Omit<Rule, 'limbs' | 'group'>>;

/** Builds a group's rules: a duty with one limb, no exceptions, in force since the Act, unless the draft says otherwise. */
export function group(name: Rule['group'], drafts: readonly Draft[]): readonly Rule[] {
  return drafts.map(({ starts, period, or, ...rest }) => ({
    kind: 'duty',
    rolls: null,
    fixedBy: null,
    exceptions: [],
    inForce: { from: ACT_IN_FORCE, until: null },
    second: or === undefined ? 'none' : 'where there is one',
    ...rest,
    group: name,
    limbs: or === undefined ? [{ starts, period }] : [{ starts, period }, or],
  }));
}

export function weeks(count: number): Period {
  return { unit: 'weeks', count };
}

/** "Within N … of": the day itself is not counted. */
export function within(count: number, unit: 'days' | 'months' | 'working days'): Period {
  return { unit, count, firstDayCounts: false };
}

/** "N … beginning with": the day itself is the first. */
export function beginningWith(count: number, unit: 'days' | 'months' | 'working days'): Period {
  return { unit, count, firstDayCounts: true };
}

/** The four circumstances of reg. 10(4), which regs 5(4) and 27(3) repeat and reg. 13(3) imports. */
export function fourCircumstances(paragraph: string): readonly Exception[] {
  return [
    { ground: 'school closed', provision: `${paragraph}(a)` },
    { ground: 'early years provider closed', provision: `${paragraph}(b)` },
    { ground: 'exceptional personal circumstances', provision: `${paragraph}(c)` },
    { ground: 'absent from the area', provision: `${paragraph}(d)` },
  ];
}

/** As the working days of the SEND Regulations are read here: no definition of them was found in reg. 2. */
export const WORKING_DAYS =
  'The Regulations do not seem to say what a working day is. We leave out Saturdays, Sundays, Christmas Day, Good Friday and bank holidays.';

import { ageOn, regs } from '../../../../law/index.ts';
import { type Check, provisionsOf } from '../check.ts';

export const h1Under18: Check = {
  id: 'h1-under-18',
  name: 'Section H1 is for those under 18',
  severity: 'blocking',
  cite: regs(12, 'reg. 12(1)(h)(i)'),
  suggestion: 'Move it to Section H2, if it is still to be provided',
  find: (plan) =>
    ageOn(plan.content.personalDetails.dateOfBirth, plan.today) < 18
      ? []
      : provisionsOf(plan)
          .filter(({ section }) => section === 'H1')
          .map(({ id, line }) => ({
            section: 'H1',
            row: id,
            text: line,
            why: 'The young person is 18 or over',
          })),
};

import { regs, yearGroup } from '../../../../law/index.ts';
import { type Check, provisionsOf } from '../check.ts';
import { OF_ADULT_LIFE } from '../parts/adulthood.ts';

export const adulthood: Check = {
  id: 'adulthood-from-year-9',
  name: 'From year 9, there is provision to prepare for adulthood and independent living',
  severity: 'warning',
  cite: regs(12, 'reg. 12(3)'),
  suggestion:
    'Write provision for work, independent living, community and health in adult life, or mark the provision that is for it',
  find: (plan) => {
    const { dateOfBirth } = plan.content.personalDetails;
    if (yearGroup(dateOfBirth, plan.today) < 9) return [];
    const prepared = provisionsOf(plan).some(
      ({ preparesForAdulthood, line }) => preparesForAdulthood === true || OF_ADULT_LIFE.test(line),
    );
    return prepared
      ? []
      : [{ section: 'F', row: null, text: '', why: 'No provision seems to prepare for adulthood' }];
  },
};

import { regs, yearGroup } from '../../../../law/index.ts';
import { type Check, statementsOf } from '../check.ts';

const ADULTHOOD =
  /adult(?:hood| life)|employ|work experience|job|career|independent|college|community|friend|travel train|money|health/iu;

export const adulthood: Check = {
  id: 'adulthood-from-year-9',
  name: 'From year 9, there is provision to prepare for adulthood and independent living',
  severity: 'warning',
  cite: regs(12, 'reg. 12(3)'),
  suggestion: 'Write provision for work, independent living, community and health in adult life',
  find: (plan) => {
    const { dateOfBirth } = plan.content.personalDetails;
    const prepared = statementsOf(plan).some(
      ({ section, text }) => 'F G H1 H2'.includes(section) && ADULTHOOD.test(text),
    );
    if (yearGroup(dateOfBirth, plan.today) < 9 || prepared) return [];
    return [{ section: 'F', row: null, text: '', why: 'No provision seems to prepare for adulthood' }];
  },
};

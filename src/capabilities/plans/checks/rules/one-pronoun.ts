import { si } from '../../../../law/index.ts';
import { type Check, writtenIn } from '../check.ts';
import { plainLine, spanOf, words } from '../parts/line.ts';

const HE = words('he', 'him', 'his', 'himself');
const SHE = words('she', 'her', 'hers', 'herself');
const ANOTHER = words(
  'mother',
  'father',
  'brother',
  'sister',
  'grand\\w+',
  'uncle',
  'aunt',
  'mum',
  'dad',
  'mr',
  'mrs',
  'ms',
  'friend',
  'teacher',
  'therapist',
  'psychologist',
);

export const onePronoun: Check = {
  id: 'one-pronoun',
  name: 'The plan uses the child’s own pronouns',
  severity: 'advice',
  cite: si('eur/2016/679/article/5', 'UK General Data Protection Regulation, art. 5(1)(d)', {
    confidence: 'medium',
    note: 'A record must be accurate. Which words are right is the child’s to say, not their record’s sex',
  }),
  suggestion: 'Check that these words are about this child, and are the ones they use',
  find: (plan) => {
    const sex = plan.content.personalDetails.sex.trim().toLowerCase();
    if (sex !== 'male' && sex !== 'female') return [];
    const [own, other] = sex === 'male' ? [HE, SHE] : [SHE, HE];
    return writtenIn(plan).flatMap(({ section, row, text }) => {
      const line = plainLine(text);
      const span = spanOf(line, other);
      if (span === null || own.test(line) || ANOTHER.test(line)) return [];
      return [{ section, row, text, span, why: 'These are not the pronouns of the rest of the record' }];
    });
  },
};

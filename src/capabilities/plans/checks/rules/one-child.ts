import { si } from '../../../../law/index.ts';
import { type Check, statementsOf } from '../check.ts';

// A capitalised word that does what a child does. Sentences begin with ordinary words too: those stand elsewhere in small letters.
const NAMED =
  /(?<![\p{L}’'-])(\p{Lu}\p{Ll}{2,})(?=(?:’s|'s)? (?:will|has|is|needs|finds|can|cannot|likes|enjoys|struggles|requires|was|uses)\b)/gu;
const ORDINARY = new Set(
  'the this that these those there his her their she they what which who staff school college nursery teachers adults support training provision everyone nobody someone parents english maths science mum dad it reading writing speech language attention learning progress behaviour english communication hearing vision mobility'.split(
    ' ',
  ),
);

export const oneChild: Check = {
  id: 'one-child',
  name: 'The plan is about one child',
  severity: 'warning',
  cite: si('eur/2016/679/article/5', 'UK General Data Protection Regulation, art. 5(1)(d)', {
    confidence: 'medium',
  }),
  suggestion: 'Check that these words are about this child, and put their name',
  find: (plan) => {
    const { personalDetails, mainContacts, servicesInvolved } = plan.content;
    const record = [
      ...Object.values(personalDetails),
      ...mainContacts.map(({ name }) => name),
      ...servicesInvolved.otherProfessionals,
    ].join(' ');
    const known = new Set(record.toLowerCase().split(/[^\p{L}]+/u));
    const statements = statementsOf(plan);
    const small = new Set(statements.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []));
    return statements.flatMap(({ section, row, text }) =>
      [...text.matchAll(NAMED)].flatMap(({ index, 1: name = '' }) => {
        const word = name.toLowerCase();
        if (known.has(word) || small.has(word) || ORDINARY.has(word)) return [];
        const span = [index, index + name.length] as const;
        return [{ section, row, text, span, why: `“${name}” is not a name in this child’s record` }];
      }),
    );
  },
};

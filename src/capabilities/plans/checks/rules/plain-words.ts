import { code } from '../../../../law/index.ts';
import { type Check, statementsOf } from '../check.ts';
import { JARGON, LETTERS } from '../parts/jargon.ts';

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...JARGON.keys(), ...LETTERS.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((term) => term.replaceAll(' ', '\\s+'))
    .join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);

export const plainWords: Check = {
  id: 'plain-words',
  name: 'A plan says in plain words what only professionals would understand',
  severity: 'advice',
  cite: {
    ...code('Code of Practice, 9.61'),
    confidence: 'medium',
    note: 'The Code asks for plans that parents and young people can understand. Which words they may not is our own list',
  },
  suggestion: 'Say it in plain words, or say what it means where it first stands',
  find: (plan) =>
    [...statementsOf(plan), { section: 'A1', row: null, text: plan.content.a1 }].flatMap(
      ({ section, row, text }) => {
        const seen = new Set<string>();
        return [...text.matchAll(PATTERN)].flatMap(({ 0: said, index }) => {
          const term = said.toLowerCase().replaceAll(/\s+/g, ' ');
          const plain = JARGON.get(term) ?? (/\p{Lu}.*\p{Lu}/u.test(said) ? LETTERS.get(term) : undefined);
          // Explained where it stands, in brackets, is enough; each term is pointed at once in a text.
          if (plain === undefined || seen.has(term) || /^\s*\(/.test(text.slice(index + said.length)))
            return [];
          seen.add(term);
          const span = [index, index + said.length] as const;
          return [
            { section, row, text, span, why: `Not everybody knows “${said}”. For example: “${plain}”` },
          ];
        });
      },
    ),
};

import { si } from '../../../../law/index.ts';
import { kept } from '../../../../shared/kept.ts';
import { type Check, type Checked, writtenIn } from '../check.ts';
import { NAME_OR_WORD, NO_NAME } from '../parts/names.ts';

// What a person does: a word before it, with a capital, is somebody.
const DOES =
  '(?:has|is(?! that| to)|needs|finds|can|cannot|likes|enjoys|struggles|requires|was|uses|wants|lives|attends|reads|writes|speaks|says|does|gets|becomes|responds|benefits|shows|prefers|will (?:\\p{Ll}+))';
// After the verb `will` comes another verb, so “Will will read” has a name in it and “Will read” has none.
const ACTS = new RegExp(`(?<![\\p{L}’'-])(\\p{Lu}\\p{Ll}{2,})(?=(?:’s|'s)? ${DOES}\\b)`, 'gu');
// In the middle of a sentence a capital is a name's, where it owns something or something is done for it.
const OWNS = /(?<=[\p{Ll},] )(\p{Lu}\p{Ll}{2,})(?=(?:’s|'s|’|s’) \p{Ll})/gu;
const DONE_FOR =
  /(?<=\b(?:help|helps|helping|support|supports|supporting|teach|teaching|encourage|encouraging|enable|enabling|allow|allowing|remind|reminding|prompt|prompting|tell|telling|show|showing|give|giving|ask|asking|let|letting) )(\p{Lu}\p{Ll}{2,})(?= (?:to|with|how|when|that|a|the|his|her|their)\b)/gu;

// “His brother Idris”, “her friend, Wren”: somebody of whom the plan itself says who they are.
const KIN =
  /\b(?:mother|father|mum|dad|step\w+|(?:half-)?brother|(?:half-)?sister|twin|grand\p{Ll}+|nan|nana|uncle|aunt|aunty|auntie|cousin|carer|friends?|best friend|dog|cat|pet)s?(?:,| is| are| called| named)? ((?:\p{Lu}\p{Ll}+(?:, | and )?)+)/gu;

/** Whose name stands in a plan that is about somebody else. */
export const oneChild: Check = {
  id: 'one-child',
  name: 'The plan is about one child',
  severity: 'warning',
  cite: si('eur/2016/679/article/5', 'UK General Data Protection Regulation, art. 5(1)(d)', {
    confidence: 'medium',
  }),
  suggestion: 'Check that these words are about this child, and put their name',
  find: (plan) => {
    const written = writtenIn(plan);
    const known = new Set([...namesOnRecord(plan), ...written.flatMap(({ text }) => kinIn(text))]);
    const small = new Set(written.flatMap(({ text }) => smallIn(text)));
    return written.flatMap((statement) =>
      namesIn(statement.text)
        .filter(({ name, from }) => !isADate(name, statement.text.slice(0, from)))
        .filter(({ name }) => isStranger(name.toLowerCase(), known, small))
        .map(({ name, from }) => ({
          section: statement.section,
          row: statement.row,
          text: statement.text,
          span: [from, from + name.length] as const,
          why: `“${name}” is not a name in this child’s record`,
        })),
    );
  },
};

// “In May”, “every summer”: after these words it is a time of year.
function isADate(name: string, before: string): boolean {
  return (
    NAME_OR_WORD.has(name.toLowerCase()) &&
    /\b(?:in|by|from|until|since|of|each|every|this|last|next|before|after|during|the|to) $/iu.test(before)
  );
}

// A word that stands elsewhere in small letters is no name, unless it is one of those that are both.
function isStranger(word: string, known: ReadonlySet<string>, small: ReadonlySet<string>): boolean {
  if (known.has(word) || NO_NAME.has(word)) return false;
  if (THING.test(word) && !NAME_OR_WORD.has(word)) return false;
  return NAME_OR_WORD.has(word) || !small.has(word);
}

// “Handwriting is slow” and “Tiredness has grown” are about no person.
const THING = /(?:ing|ness|tion|sion|ment|ity|ety|ship|ism)$/u;

// A draft is checked whenever somebody opens a part of it, and most of its words are as they were.
const MOST = 4000;

const kinIn = kept(MOST, (text: string): readonly string[] => {
  // Without a capital in the middle of a sentence there is no name to look for.
  if (!/[\p{Ll},] \p{Lu}\p{Ll}/u.test(text)) return [];
  return [...text.matchAll(KIN)].flatMap(
    ({ 1: names = '' }) => names.toLowerCase().match(/\p{L}{2,}/gu) ?? [],
  );
});

const smallIn = kept(MOST, (text: string): readonly string[] => text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []);

const namesIn = kept(MOST, (text: string): readonly { name: string; from: number }[] => {
  const found = [ACTS, OWNS, DONE_FOR].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 1: name = '' }) => ({ name, from: index })),
  );
  const first = new Map(found.map((one) => [one.from, one]));
  return [...first.values()].sort((one, other) => one.from - other.from);
});

function namesOnRecord({ content }: Checked): ReadonlySet<string> {
  const { personalDetails, mainContacts, servicesInvolved, advice } = content;
  const record = [
    ...Object.values(personalDetails),
    ...mainContacts.map(({ name }) => name),
    ...servicesInvolved.otherProfessionals,
    ...Object.values(servicesInvolved.educationSetting),
    servicesInvolved.gpAndKeyHealthProfessional,
    ...advice.map(({ from }) => from),
  ].join(' ');
  return new Set(record.toLowerCase().split(/[^\p{L}]+/u));
}

import { NO_NEEDS } from '../rendering/index.ts';

/** What the bilingual plan itself says, beside the words of the plan. */
export const FRAME = {
  title: { key: 'frame.title', english: 'Education, health and care plan' },
  draft: { key: 'frame.draft', english: 'This is not a final plan.' },
  untranslated: { key: 'frame.untranslated', english: 'Not translated yet. These words are in English.' },
} as const;

/** What is said of a translation where the authority says nothing of its own. */
export const NOTICE =
  'The plan was written and issued in English. This translation is here to help you read it.';

// What no translator is asked for: who somebody is, where they are reached, and how a row is called.
const THE_SAME: Readonly<Record<string, readonly string[]>> = {
  'personal-details': ['Name', 'Preferred name', 'Date of birth'],
  'main-contacts': ['Name', 'Email', 'Telephone number', 'Home address'],
  services: ['Education setting', 'NHS Number (if available)'],
  'section-i': ['Name'],
  'sign-off': ['Signed for', 'Officer'],
};
const REFERENCES = /^[A-H]\d+(\.\d+)?(, [A-H]\d+(\.\d+)?)*$/;

/** Whether words need no translation, and so are in no file that leaves the authority. */
export function sameInEveryLanguage(section: string, label: string, text: string): boolean {
  if (saidByTheFrame(text)) return false;
  if (!/\p{L}/u.test(text) || REFERENCES.test(text)) return true;
  return THE_SAME[section]?.some((one) => label === one || label.startsWith(`${one} (`)) ?? false;
}

const SAID_BY_FRAME = new Set<string>([
  'Not given',
  'Yes',
  'No',
  'None recorded',
  'Not received',
  'No provision is specified',
  'No outcomes are set in this area',
  'No advice is recorded.',
  'No provision is to be secured by a direct payment.',
  'This section is empty in a draft plan. It is completed in the final plan.',
  'Education is arranged otherwise than in a school or college.',
  'These are on the child or young person’s file, where the pages named can be read.',
  ...Object.values(NO_NEEDS),
]);

/** Whether words are the template's own, which stand in many plans and many places of one. */
export function saidByTheFrame(text: string): boolean {
  return SAID_BY_FRAME.has(text);
}

import { expect, test } from 'vitest';
import { eventKinds } from '../../../test/support/event-kinds.ts';
import { NEWS } from './news.ts';

/* Every kind of event about a child that the code can record is told to the family, or is named here with why it is not. */

const NOT_TOLD = {
  'they said or did it themselves, or it writes down what they said': [
    'asked how it went',
    'choice whether to be asked written down',
    'consent given',
    'consent given by the family',
    'consent taken back by the family',
    'contact details changed by the family',
    'family finished with the draft',
    'family said provision is not happening',
    'family said provision is still not happening',
    'meeting asked for',
    'message from the family',
    'more said about a comment of the family',
    'my plan confirmed by the child',
    'my plan written',
    'report from the family recorded',
    'representation made',
    'setting added to tailored list',
    'setting asked for',
    'tailored list declined',
    'views given by the family',
    'what the child says confirmed by them',
    'what the child says recorded',
    'wish about parents recorded',
  ],
  'a letter of its own tells whoever it is for, by the way letters come': [
    'brought to attention',
    'consent taken back',
    'contact details changed',
    'family told',
    'letter posted',
    'letter sent again',
    'plan version sent',
    'told that the rights have passed',
    'told that the rights will pass',
  ],
  'another kind that is told is recorded with it': [
    'document no longer withheld',
    'translation of the plan came back',
  ],
  'a draft is being written, and is told of when it is served; of an amendment, when notice is given': [
    'advised need placed',
    'amendment begun',
    'amendment withdrawn',
    'change of the draft undone',
    'change to the plan agreed',
    'change to the plan proposed',
    'comment of a contributor answered',
    'comment of a contributor settled',
    'draft brought in from a file',
    'draft changed',
    'earlier words put back in the draft',
    'health provision agreed',
    'line of the draft commented on',
    'lines of the draft looked at',
    'lines of the draft no longer shown to an organisation',
    'lines of the draft shown to an organisation',
    'more said about a comment of a contributor',
    'plan exception recorded',
    'suggested words declined',
    'suggested words taken in part',
    'suggested words taken into the draft',
    'words for the draft suggested',
  ],
  'the plan is the one they have, in the same words': [
    'plan laid out in a newer layout, in the same words',
    'plan written elsewhere brought in',
  ],
  'nothing has changed: whoever was asked already is asked again, or somebody else in the same place does it':
    [
      'advice allocated to a colleague',
      'advice given back to the team',
      'consultation chased',
      'reminder of advice sent',
    ],
  'whom to ask is being found out; whom is asked for advice is told': [
    'asked who knows the child',
    'said who knows the child',
    'somebody who knows the child added',
    'somebody who knows the child taken off',
  ],
  'between the authority and others, and no family reads of it': [
    'asked what was provided this term',
    'copy given to whoever advises',
    'file attached to advice',
    'message from an organisation',
    'message to an organisation',
    'other authority consulted',
    'provision of a term attested',
    'travel need handed on',
  ],
  'who sees the file is theirs to read at any time, and is not pressed on them': [
    'document no longer shared',
    'document shared',
    'file read',
    'others told of the request',
    'reason for opening the file',
  ],
  'it is kept from the family, or nobody can open it': ['document found harmful', 'document withheld'],
  'what is known of the child and of the people on the file, which not everybody on it may know': [
    '… …',
    'capacity assessed',
    'files merged',
    'merged files taken apart',
    'parent no longer follows the case',
    'particulars changed: …',
    'person added to the file',
    'person checked',
    'representative ended',
    'representative recorded',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const { kinds, unread } = eventKinds();
const notTold: readonly string[] = Object.values(NOT_TOLD).flat();

test('every kind of event about a child is told to its family, or is named with why it is not', () => {
  expect(unread).toEqual([]);
  expect(kinds.size).toBeGreaterThan(120);
  expect([...kinds].filter((kind) => NEWS[kind] === undefined && !notTold.includes(kind))).toEqual([]);
});

test('what is told, and what is named as not told, is what can happen, and never both', () => {
  expect([...Object.keys(NEWS), ...notTold].filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(notTold.filter((kind) => NEWS[kind] !== undefined)).toEqual([]);
  expect(new Set(notTold).size).toBe(notTold.length);
});

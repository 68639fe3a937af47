import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { type AskForm, askAdvice } from './asking.ts';
import { asked, facts } from './assessment-examples.ts';
import {
  type Agreement,
  type AgreementForm,
  agree,
  type ExistingForm,
  isNotEnough,
  isSufficient,
  PARTIES,
  putForward,
} from './existing.ts';

const today = plainDate('2025-03-10');
const advisedOn = plainDate('2024-11-04');
const undecided = { decision: null };
const decided = { decision: { outcome: 'issue', notifiedOn: today } } as const;
const yes = (party: Agreement['party']): Agreement => ({ party, satisfied: true, name: 'Jo', on: today });

test('it is enough when all three are satisfied, and not before', () => {
  expect(isSufficient(PARTIES.map(yes))).toBe(true);
  for (const missing of PARTIES) {
    const two = PARTIES.filter((party) => party !== missing).map(yes);
    expect(isSufficient(two)).toBe(false);
    expect(isSufficient([...two, { ...yes(missing), satisfied: false }])).toBe(false);
    expect(isNotEnough([...two, { ...yes(missing), satisfied: false }])).toBe(true);
  }
});

const form = (changes: Partial<ExistingForm> = {}): ExistingForm => ({
  paragraph: 'd',
  authorName: 'David Lindqvist',
  authorRole: 'Educational psychologist',
  advisedOn,
  statement: 'Robin learns best with pictures.',
  organisationId: null,
  ...changes,
});

test.each([
  ['paragraph', { paragraph: null }],
  ['paragraph', { paragraph: 'a' }],
  ['authorName', { authorName: '' }],
  ['authorRole', { authorRole: '' }],
  ['advisedOn', { advisedOn: null }],
  ['advisedOn', { advisedOn: addDays(today, 1) }],
  ['statement', { statement: '' }],
] as const)('advice is not put forward with a wrong %s: %o', (field, changes) => {
  expect(putForward(undecided, form(), today).ok).toBe(true);
  expect(putForward(undecided, form(changes), today)).toMatchObject({ ok: false, field });
});

test('after the decision nothing is put forward or agreed', () => {
  expect(putForward(decided, form(), today)).toMatchObject({ field: 'paragraph' });
  expect(agree(decided, { advisedOn, agreements: [] }, answer(), today)).toMatchObject({ field: 'party' });
});

const answer = (changes: Partial<AgreementForm> = {}): AgreementForm => ({
  party: 'author',
  satisfied: true,
  name: 'David Lindqvist',
  agreedOn: today,
  ...changes,
});

test.each([
  ['party', { party: null }],
  ['party', { party: 'family' }],
  ['satisfied', { satisfied: null }],
  ['name', { name: '' }],
  ['agreedOn', { agreedOn: null }],
  ['agreedOn', { agreedOn: addDays(today, 1) }],
  ['agreedOn', { agreedOn: addDays(advisedOn, -1) }],
] as const)('an answer is not recorded with a wrong %s: %o', (field, changes) => {
  const existing = { advisedOn, agreements: [yes('family')] };
  expect(agree(undecided, existing, answer({ agreedOn: advisedOn }), today).ok).toBe(true);
  expect(agree(undecided, existing, answer(changes), today)).toMatchObject({ ok: false, field });
});

test('what was found enough is not asked for again of the same person, and may be of another', () => {
  const open = facts({ asked: [asked('d', { alreadyProvided: true })] });
  const ask = (adviserName: string): AskForm => ({
    paragraph: 'd',
    organisationId: 'psychology',
    byOtherMeans: false,
    contactId: null,
    adviserName,
    questions: 'How does Robin learn?',
  });
  expect(askAdvice(open, ask('david lindqvist'), today)).toMatchObject({ field: 'adviserName' });
  expect(askAdvice(open, ask('Ruth Adeyemi'), today).ok).toBe(true);
  expect(askAdvice(facts({ asked: [asked('d')] }), ask('David Lindqvist'), today).ok).toBe(true);
});

import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { type AdviceContent, EMPTY, type Provision } from './advice.ts';
import { whole } from './assessment-examples.ts';
import { openQuestions, questionBack, type SignatureForm, sign, toFinish } from './signing.ts';

const askedOn = plainDate('2025-02-11');
const today = plainDate('2025-03-25');
const draft = { content: whole, version: 4, askedOn };

function form(changes: Partial<SignatureForm> = {}): SignatureForm {
  return {
    name: 'David Lindqvist',
    role: 'Educational psychologist, HCPC registered',
    signedOn: today,
    version: 4,
    confirmed: true,
    ...changes,
  };
}

function provision(changes: Partial<Provision>): AdviceContent {
  return {
    ...whole,
    rows: whole.rows.map((row) => (row.kind === 'provision' ? { ...row, ...changes } : row)),
  };
}

function blank(id: string, ...fields: string[]): AdviceContent {
  const emptied = Object.fromEntries(fields.map((field) => [field, '']));
  return { ...whole, rows: whole.rows.map((row) => (row.id === id ? { ...row, ...emptied } : row)) };
}

test('finished advice is signed with name, role and date, and the authority has it that day', () => {
  const signed = sign(draft, form({ signedOn: addDays(today, -1) }), today);
  expect(signed).toMatchObject({ ok: true, value: { signedOn: addDays(today, -1), returnedOn: today } });
});

test.each([
  ['name', { name: '' }],
  ['role', { role: '' }],
  ['signedOn', { signedOn: null }],
  ['signedOn', { signedOn: addDays(askedOn, -1) }],
  ['signedOn', { signedOn: addDays(today, 1) }],
  ['confirmed', { confirmed: false }],
  ['confirmed', { version: 3 }],
] as const)('it is not signed with a wrong %s: %o', (field, changes) => {
  expect(sign(draft, form(changes), today)).toMatchObject({ ok: false, field });
});

test('the day it was asked for is early enough', () => {
  expect(sign(draft, form({ signedOn: askedOn }), today).ok).toBe(true);
});

test('a need wants its evidence, and an outcome with provision or why none is advised', () => {
  expect(toFinish(whole)).toEqual([]);
  expect(toFinish(blank('need', 'evidence'))).toMatchObject([{ kind: 'need', id: 'need' }]);
  const [need] = whole.rows;
  const alone = need === undefined ? [] : [need];
  expect(toFinish({ ...whole, rows: alone })).toMatchObject([{ kind: 'need' }]);
  const explained = alone.map((row) => ({ ...row, noProvision: 'It is met in every classroom here.' }));
  expect(toFinish({ ...whole, rows: explained })).toEqual([]);
});

test('an outcome wants its provision, and provision every prompt, if only to say it does not apply', () => {
  expect(toFinish({ ...whole, rows: whole.rows.slice(0, 2) })).toMatchObject([{ kind: 'outcome' }]);
  const [left] = toFinish(blank('provision', 'ratio', 'frequency'));
  expect(left).toMatchObject({ kind: 'provision', id: 'provision' });
  expect(left?.message).toContain('the ratio of staff to children; how often');
});

test('“not known to this service” is an answer by itself, and so is a statement; nothing at all is not', () => {
  expect(toFinish(EMPTY)).toMatchObject([{ kind: 'statement' }]);
  expect(toFinish({ ...EMPTY, statement: { ...EMPTY.statement, notKnown: true } })).toEqual([]);
  expect(toFinish({ ...EMPTY, statement: { ...EMPTY.statement, text: 'No health needs.' } })).toEqual([]);
});

test('unfinished advice cannot be signed', () => {
  const unfinished = { ...draft, content: blank('provision', 'who') };
  expect(sign(unfinished, form(), today)).toMatchObject({ ok: false, field: 'unfinished' });
});

test.each(['who', 'ratio', 'frequency', 'durationEachTime', 'review'] as const)(
  'provision that does not say %s is signed only with why its author cannot say',
  (prompt) => {
    const bare = provision({ [prompt]: '' });
    expect(sign({ ...draft, content: bare }, form(), today)).toMatchObject({
      ok: false,
      field: 'unfinished',
    });
    expect(toFinish(provision({ [prompt]: 'as required' }))).toHaveLength(1);
    const explained = provision({ [prompt]: '', whyNotSpecified: 'The trial of the aid ends in June.' });
    expect(sign({ ...draft, content: explained }, form(), today).ok).toBe(true);
  },
);

test('vague words are a question back at their line, stop nothing, and are answered by a reason', () => {
  const vague = provision({ what: 'Access to a quiet room', frequency: '3 regular breaks a day' });
  expect(openQuestions(vague)).toMatchObject([
    {
      id: 'provision',
      phrase: 'access to',
      question: 'What exactly will be provided, by whom, and how often?',
    },
    { id: 'provision', phrase: 'regular', question: 'How many times, in what period?' },
  ]);
  expect(toFinish(vague)).toEqual([]);
  expect(
    openQuestions(provision({ what: 'Access to a quiet room', whyNotSpecified: 'Hers to choose.' })),
  ).toEqual([]);
  expect(openQuestions(whole)).toEqual([]);
});

test('how often said only as “regular sessions” is not signed without why it cannot be said exactly', () => {
  const vague = provision({ frequency: 'regular sessions' });
  expect(toFinish(vague)).toMatchObject([{ id: 'provision' }]);
  expect(toFinish(vague)[0]?.message).toContain('how often');
  expect(sign({ ...draft, content: vague }, form(), today).ok).toBe(false);
  expect(toFinish(provision({ frequency: 'regular sessions, twice a week' }))).toEqual([]);
  expect(
    toFinish(provision({ frequency: 'regular sessions', whyNotSpecified: 'Fatigue differs each day.' })),
  ).toEqual([]);
});

test('the question staff send back says what is unsaid and what the words leave open', () => {
  const [line] = provision({
    what: 'Access to a quiet room',
    ratio: '',
    durationEachTime: 'up to 20 minutes',
  }).rows.filter((row) => row.kind === 'provision');
  expect(line === undefined ? '' : questionBack(line)).toBe(
    'Say the ratio of staff to children.\nYou wrote “access to”. What exactly will be provided, by whom, and how often?\nYou wrote “up to”. What is the least that will be provided?',
  );
});

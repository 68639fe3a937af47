import { expect, test } from 'vitest';
import { merging, onePerson, restrictedByMerge } from './merging.ts';

const A = { id: 'a', joinedTo: null };
const B = { id: 'b', joinedTo: null };

test('a file is merged into one that stands, with why, and never into itself', () => {
  expect(merging(A, B, 'The same UPN')).toEqual({ ok: true, value: { from: 'a', into: 'b' } });
  expect(merging(A, B, '')).toMatchObject({ ok: false, field: 'why' });
  expect(merging(A, A, 'x')).toMatchObject({ ok: false, field: 'into' });
  expect(merging(A, undefined, 'x')).toMatchObject({ ok: false, field: 'into' });
});

test('a file that was merged meanwhile is merged no further, from either side', () => {
  expect(merging({ ...A, joinedTo: 'b' }, B, 'x')).toMatchObject({
    message: expect.stringContaining('already'),
  });
  expect(merging(A, { ...B, joinedTo: 'a' }, 'x')).toMatchObject({
    message: expect.stringContaining('stands'),
  });
});

const person = (id: string, changes: object = {}) => ({
  id,
  name: `Person ${id}`,
  email: null,
  phone: null,
  restricted: false,
  ...changes,
});

test('whoever one file restricts is restricted on the other too: by name, email, telephone or account', () => {
  const restricted = person('1', {
    name: 'Zoë Finch',
    email: 'Zoe@x.example',
    phone: '+44 7700 900982',
    accounts: ['an account'],
    restricted: true,
  });
  for (const [known, found] of [
    [person('2', { name: 'zoe  finch' }), true],
    [person('3', { email: 'zoe@X.example' }), true],
    [person('4', { phone: '07700 900 982' }), true],
    [person('5', { accounts: ['another', 'an account'] }), true],
    [person('6', { accounts: ['another'] }), false],
    [person('7'), false],
  ] as const) {
    expect(restrictedByMerge([restricted], [known]).map(({ contact }) => contact.id)).toEqual(
      found ? [known.id] : [],
    );
    expect(restrictedByMerge([known], [restricted]).map(({ contact }) => contact.id)).toEqual(
      found ? [known.id] : [],
    );
  }
});

const sam = { name: 'Sam Hartwell', email: 'sam@hartwell.example', phone: null, relationship: 'father' };

test.each([
  ['a father on two records, with another email', { email: 'sam@work.example' }, true],
  ['a father on two records, by the same email and another word', { relationship: 'dad' }, true],
  ['whose relationship nobody knew', { email: null, relationship: 'not known' }, true],
  ['an uncle, reached elsewhere', { email: 'sam@work.example', relationship: 'uncle' }, false],
  ['a young person of that name, who has his email', { relationship: 'the young person' }, false],
  ['somebody of another name', { name: 'Pat Hartwell' }, false],
])('asks for the same things: %s, or not', (_who, changes, is) => {
  expect(onePerson(sam, { ...sam, ...changes })).toBe(is);
  expect(onePerson({ ...sam, ...changes }, sam)).toBe(is);
});

test('a young person is not taken for somebody whose relationship nobody knew, unless they are reached the same way', () => {
  const young = { ...sam, relationship: 'the young person' };
  const unknown = { ...sam, relationship: 'not known' };
  expect(onePerson(young, { ...unknown, email: null })).toBe(false);
  expect(onePerson(young, unknown)).toBe(true);
});

import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { type InboxItem, isOf, loads, matches, PAGE, pageOf, sortInbox } from './inbox.ts';

const day = plainDate('2025-03-24');

function anItem(changes: Partial<InboxItem>): InboxItem {
  return {
    authorityName: 'Wexcombe',
    childName: 'Robin Hartwell',
    what: 'Advice',
    dueOn: day,
    href: '/advice/1',
    answeredOn: null,
    ...changes,
  };
}

test('what is due soonest comes first, whoever asked', () => {
  const { open } = sortInbox([
    anItem({ authorityName: 'Otherton', dueOn: addDays(day, 1) }),
    anItem({ authorityName: 'Wexcombe', dueOn: day }),
  ]);
  expect(open.map(({ authorityName }) => authorityName)).toEqual(['Wexcombe', 'Otherton']);
});

test('only the latest answers are shown, and everything unanswered', () => {
  const many = Array.from({ length: 30 }, (_, place) => place);
  const { open, answered } = sortInbox([
    ...many.map((place) => anItem({ answeredOn: addDays(day, place) })),
    ...many.map(() => anItem({})),
  ]);
  expect(open).toHaveLength(30);
  expect(answered).toHaveLength(20);
  expect(answered[0]?.answeredOn).toBe(addDays(day, 29));
});

const ada = { accountId: 'a', name: 'Ada Wells' };
const held = (holder: typeof ada | null, changes: Partial<InboxItem> = {}) =>
  anItem({ allocation: { href: null, holder }, waitingSince: addDays(day, -10), ...changes });

test('mine, nobody’s and everybody’s; what cannot be allocated is everybody’s alone', () => {
  const [hers, nobodys, all] = [held(ada), held(null), anItem({})];
  expect([hers, nobodys, all].map((item) => isOf(item, { accountId: 'a' }))).toEqual([true, false, false]);
  expect([hers, nobodys, all].map((item) => isOf(item, 'nobody'))).toEqual([false, true, false]);
  expect([hers, nobodys, all].map((item) => isOf(item, 'everybody'))).toEqual([true, true, true]);
});

test('it is searched by name and authority, however accents and capitals are written', () => {
  const item = anItem({ childName: 'Zoë Hartwell', authorityName: 'Wexcombe' });
  expect(['zoe', 'HART wex', ''].map((search) => matches(item, search))).toEqual([true, true, true]);
  expect(matches(item, 'zoe otherton')).toBe(false);
});

test('it is paged by 50, and a page past the end is the last', () => {
  const many = Array.from({ length: 401 }, (_, place) => place);
  expect(pageOf(many, 1)).toMatchObject({ number: 1, pages: 9 });
  expect(pageOf(many, 1).shown).toHaveLength(PAGE);
  expect(pageOf(many, 12)).toMatchObject({ number: 9, shown: [400] });
  expect(pageOf([], 1)).toEqual({ shown: [], number: 1, pages: 1 });
});

test('what each has waits by person: what is due today is not overdue, and what is answered waits no longer', () => {
  expect(
    loads(
      [
        held(ada),
        held(ada, { dueOn: addDays(day, -1), waitingSince: addDays(day, -43) }),
        held(ada, { answeredOn: day, waitingSince: addDays(day, -90) }),
        held(null),
        anItem({}),
      ],
      day,
    ),
  ).toEqual([
    { holder: null, open: 1, overdue: 0, longest: 10 },
    { holder: ada, open: 2, overdue: 1, longest: 43 },
  ]);
});

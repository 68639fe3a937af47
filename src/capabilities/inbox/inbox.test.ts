import { expect, test } from 'vitest';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { type InboxItem, sortInbox } from './inbox.ts';

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

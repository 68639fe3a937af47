import { expect, test } from 'vitest';
import { plainDate } from '../shared/plain-date.ts';
import { getDeadline, type Place, RULES, VARIANT_LAW, VARIANTS, variantOf } from './index.ts';

const today = plainDate('2025-02-03');
const kind = (place: Place | null, bornOn: string) => variantOf({ place, bornOn: plainDate(bornOn) }, today);

test.each<[string, Place | null, string, string]>([
  ['a baby', 'at home', '2024-05-01', 'under 2'],
  ['a child the day before their second birthday', 'nursery', '2023-02-04', 'under 2'],
  ['a child on their second birthday', 'nursery', '2023-02-03', 'early years'],
  ['a four-year-old with a childminder', 'childminder', '2020-09-20', 'early years'],
  ['a four-year-old in a reception class', 'school', '2020-09-20', 'school'],
  ['a child of whom nobody said where they are', null, '2017-06-05', 'school'],
  ['a child taught at home', 'home educated', '2015-06-05', 'home educated'],
  ['a young person at college', 'college', '2007-06-05', 'post-16'],
  ['a fifteen-year-old at college, still of compulsory school age', 'college', '2009-09-10', 'school'],
  ['a young person in custody', 'custody', '2008-01-05', 'custody'],
])('%s', (_who, place, bornOn, expected) => {
  expect(kind(place, bornOn)).toBe(expected);
});

test('every kind of request has a clock to decide, to refuse a plan and to send one, each a rule in force', () => {
  for (const variant of VARIANTS)
    for (const id of Object.values(VARIANT_LAW[variant].clocks))
      expect(getDeadline(id, { from: today }).rule.id).toBe(id);
});

test('custody knows no exception for an early years provider, and the others do', () => {
  const grounds = (id: string) =>
    RULES.find((rule) => rule.id === id)?.exceptions.map(({ ground }) => ground) ?? [];
  expect(grounds(VARIANT_LAW.custody.clocks.decide)).not.toContain('early years provider closed');
  expect(grounds(VARIANT_LAW['early years'].clocks.decide)).toContain('early years provider closed');
});

import { expect, test } from 'vitest';
import { AREAS, ATTRIBUTION, areaAt, ENGLAND } from './index.ts';

test('the areas are England, nine regions and 153 authorities, each authority in one region; and five that are no more', () => {
  const authorities = AREAS.filter(({ kind, abolished }) => kind === 'authority' && abolished === null);
  expect(authorities).toHaveLength(153);
  expect(new Set(authorities.map(({ region }) => region)).size).toBe(9);
  expect(areaAt('840')).toMatchObject({ name: 'County Durham', region: 'E12000001', before: [] });
  expect(areaAt(ENGLAND)).toMatchObject({ name: 'England', kind: 'country' });
  expect(AREAS.filter(({ abolished }) => abolished !== null)).toHaveLength(5);
});

test('an authority knows whose area was theirs before it, and one that was abolished what followed', () => {
  expect(areaAt('942')?.before).toEqual(['909']);
  expect(areaAt('839')?.before).toEqual(['835', '836', '837']);
  expect(areaAt('928')?.abolished).toEqual({ on: '2021-04-01', into: ['940', '941'] });
});

test('whoever shows a figure can say whose it is', () => {
  expect(ATTRIBUTION).toContain('Open Government Licence v3.0');
});

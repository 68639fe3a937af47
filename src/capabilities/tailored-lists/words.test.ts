import { expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { CRITERIA_NAMES, criteriaOn, VERSIONS } from './criteria.ts';
import { aSetting, make, somebody } from './list-examples.ts';
import { LEAVES_OFF, REASONS } from './reasons.ts';
import { sayReasons } from './words.ts';

test('each criterion is published once in every version, with what it asks, its effect and where it comes from', () => {
  for (const { criteria } of VERSIONS) {
    expect(criteria.map(({ name }) => name)).toEqual(CRITERIA_NAMES);
    for (const { asks, what, source } of criteria) {
      expect(asks).toMatch(/\?$/);
      expect(what).toMatch(/\.$/);
      expect(source.words).not.toBe('');
    }
  }
});

test('only a criterion that says that it may leaves a setting off', () => {
  const [{ criteria }] = [criteriaOn(plainDate('2027-01-01'))];
  for (const { name, effect } of criteria) {
    const codes: readonly string[] = REASONS[name];
    expect([name, codes.some((code) => new Set<string>(LEAVES_OFF).has(code))]).toEqual([
      name,
      effect === 'leaves off',
    ]);
  }
});

test('a setting left off says why to everybody, and the families’ words speak to them', () => {
  const [entry] = make([aSetting(1, { status: 'Closed' })], somebody()).entries;
  if (entry === undefined) throw new Error('no entry');
  const closed = (['staff', 'family', 'easy read'] as const).map(
    (audience) => sayReasons(entry.reasons, audience).find(({ criterion }) => criterion === 'open')?.words,
  );
  expect(closed).toEqual([
    'The national register shows it as closed',
    'The national register shows it as closed',
    'This place has closed.',
  ]);
  expect(sayReasons(entry.reasons, 'family').map(({ words }) => words)).toContain(
    'If you ask for it the authority must name it, unless section 39(4) applies',
  );
});

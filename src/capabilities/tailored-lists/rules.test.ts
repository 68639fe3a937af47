import { describe, expect, test } from 'vitest';
import { plainDate } from '../../shared/plain-date.ts';
import { AUTISM, aSetting, make, SPEECH, somebody } from './list-examples.ts';

/* Rules of a list that would otherwise be broken and nobody the wiser. */

const DAY = plainDate('2026-03-02');
const alone = (setting: Parameters<typeof aSetting>[1], who = somebody()) =>
  make([aSetting(1, setting)], who).entries[0];

test('a need that may be of either of two kinds is met by a setting that names one of them', () => {
  const either = somebody({ lines: [{ ref: 'F1', needs: [0b11] }] });
  expect(alone({ needTypes: AUTISM === undefined ? [] : [AUTISM] }, either)?.reasons.needs).toBe(
    'every line',
  );
});

test('a setting of no place is at no distance, and not far', () => {
  expect(alone({ place: null })).toMatchObject({ km: null, reasons: { distance: 'distance not known' } });
});

test('one whose approval is not known comes after one that is approved, however near', () => {
  const independent = { type: 'Other independent school', requestable: null } as const;
  const approved = { requestable: 'approved independent institution (s41)' } as const;
  const { ids } = make([aSetting(1, independent), aSetting(9, approved)], somebody());
  expect(ids).toEqual([aSetting(9).id, aSetting(1).id]);
});

test('places said for any need count for somebody of whose needs nobody said the kind', () => {
  const lines = [{ needs: 256, from: 4, to: 19, vacancies: 2 }];
  const said = [
    { row: 0, needs: null, ages: null, unit: null, places: { saidOn: DAY, stale: false, lines } },
  ];
  const nobody = somebody({ lines: [{ ref: 'F1', needs: [0] }] });
  expect(make([aSetting(1)], nobody, [], said).entries[0]?.reasons.places).toBe('said it has room');
});

test('designated for none in particular takes away nothing that the register names', () => {
  const said = [{ row: 0, needs: 0, ages: null, unit: null, places: null }];
  const setting = aSetting(1, { needTypes: SPEECH === undefined ? [] : [SPEECH] });
  const speech = somebody({ lines: [{ ref: 'F1', needs: [1 << 8] }] });
  expect(make([setting], speech, [], said).entries[0]?.reasons.needs).toBe('every line');
});

describe('where ages are not known, what a school is called', () => {
  const phase = (name: string, said: 'Primary' | 'Secondary', yearAge: number) =>
    alone({ name, phase: said }, somebody({ age: yearAge, yearAge }))?.reasons.phase;

  test.each([
    ['Sedgecombe Infant and Nursery School', 5, 'teaches this year'],
    ['Sedgecombe Infant and Nursery School', 10, 'phase not known'],
    ['Sedgecombe Infant and Nursery School', 11, 'another phase'],
    ['Sedgecombe Junior School', 4, 'phase not known'],
    ['Sedgecombe Junior School', 7, 'teaches this year'],
    ['Sedgecombe Junior and Infant School', 4, 'teaches this year'],
    ['Sedgecombe First School', 7, 'teaches this year'],
    ['Sedgecombe First School', 9, 'phase not known'],
    ['Middle Sedgecombe Primary School', 4, 'teaches this year'],
  ])('primary, %s, at %i: %s', (name, yearAge, reason) => {
    expect(phase(name, 'Primary', yearAge)).toBe(reason);
  });

  test.each([
    ['Sedgecombe Middle School', 7, 'another phase'],
    ['Sedgecombe Middle School', 9, 'phase not known'],
    ['Sedgecombe Middle School', 11, 'teaches this year'],
    ['Sedgecombe Middle School', 14, 'phase not known'],
    ['Sedgecombe School (3-16 Learning Community)', 7, 'phase not known'],
    ['Sedgecombe High School', 9, 'another phase'],
  ])('secondary, %s, at %i: %s', (name, yearAge, reason) => {
    expect(phase(name, 'Secondary', yearAge)).toBe(reason);
  });

  test('counts for nothing once its ages are known', () => {
    const junior = { name: 'Sedgecombe Junior School', phase: 'Primary', ageFrom: 4, ageTo: 11 };
    const { reasons } = alone(junior, somebody({ age: 4, yearAge: 4 })) ?? {};
    expect(reasons).toMatchObject({ age: 'takes this age', phase: 'decided by age' });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../shared/plain-date.ts';
import {
  ageOn,
  birthday,
  compulsorySchoolAgeEnd,
  compulsorySchoolAgeStart,
  isOfCompulsorySchoolAge,
  rightsHolder,
  yearGroup,
} from './index.ts';

const on = plainDate;

test.each([
  ['2020-03-31', '2025-03-31'],
  ['2020-04-01', '2025-08-31'],
  ['2020-08-31', '2025-08-31'],
  ['2020-09-01', '2025-12-31'],
  ['2020-12-31', '2025-12-31'],
  ['2021-01-01', '2026-03-31'],
  ['2020-02-29', '2025-03-31'],
])('born on %s, compulsory school age begins on %s', (bornOn, begins) => {
  expect(compulsorySchoolAgeStart(on(bornOn))).toBe(begins);
});

describe('compulsory school age ends on the last Friday in June', () => {
  test.each([
    ['16 on the day itself', '2009-06-27', '2025-06-27'],
    ['16 the autumn before', '2008-09-02', '2025-06-27'],
    ['16 in the spring', '2009-02-14', '2025-06-27'],
    ['born in July: aged 15', '2009-07-15', '2025-06-27'],
    ['born on 31 August: aged 15', '2009-08-31', '2025-06-27'],
    ['born on 1 September: the year after', '2009-09-01', '2026-06-26'],
    ['a June whose 30th is a Friday', '2007-05-01', '2023-06-30'],
  ])('%s', (_, bornOn, ends) => {
    expect(compulsorySchoolAgeEnd(on(bornOn))).toBe(ends);
  });

  test('a birthday early in September, before term has begun, is caught', () => {
    const begins = () => on('2025-09-03');
    expect(compulsorySchoolAgeEnd(on('2009-09-02'), begins)).toBe('2025-06-27');
    expect(compulsorySchoolAgeEnd(on('2009-09-03'), begins)).toBe('2026-06-26');
  });

  test('it lasts to the end of that day, and then the rights are the young person’s', () => {
    const bornOn = on('2009-07-15');
    const [last, next] = [on('2025-06-27'), on('2025-06-28')];
    expect([rightsHolder(bornOn, last), rightsHolder(bornOn, next)]).toEqual(['parent', 'young person']);
    expect([isOfCompulsorySchoolAge(bornOn, last), isOfCompulsorySchoolAge(bornOn, next)]).toEqual([
      true,
      false,
    ]);
    expect(ageOn(bornOn, last)).toBe(15);
    expect(isOfCompulsorySchoolAge(bornOn, on('2014-08-30'))).toBe(false);
    expect(isOfCompulsorySchoolAge(bornOn, on('2014-08-31'))).toBe(true);
  });
});

test('someone born on 29 February comes of age on 1 March where there is no 29th', () => {
  expect(birthday(on('2008-02-29'), 16)).toBe('2024-02-29');
  expect(birthday(on('2008-02-29'), 18)).toBe('2026-03-01');
  expect([ageOn(on('2008-02-29'), on('2026-02-28')), ageOn(on('2008-02-29'), on('2026-03-01'))]).toEqual([
    17, 18,
  ]);
});

test('the school year turns on 1 September', () => {
  const bornOn = on('2015-08-31');
  expect([yearGroup(bornOn, on('2026-08-31')), yearGroup(bornOn, on('2026-09-01'))]).toEqual([6, 7]);
  expect(yearGroup(on('2021-09-01'), on('2026-01-15'))).toBe(-1);
  expect(yearGroup(on('2021-08-31'), on('2026-01-15'))).toBe(0);
});

const births = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays(on('2000-01-01'), offset));

test('for any birth, school age lasts from the term after five to the June of Year 11, and rights pass once', () => {
  fc.assert(
    fc.property(births, fc.nat({ max: 9000 }), (bornOn, later) => {
      const [begins, ends] = [compulsorySchoolAgeStart(bornOn), compulsorySchoolAgeEnd(bornOn)];
      expect(ageOn(bornOn, begins)).toBe(5);
      expect([15, 16]).toContain(ageOn(bornOn, ends));
      expect(yearGroup(bornOn, ends)).toBe(11);
      expect(Temporal.PlainDate.from(ends).dayOfWeek).toBe(5);
      const day = addDays(bornOn, later);
      if (rightsHolder(bornOn, day) === 'young person') {
        expect(rightsHolder(bornOn, addDays(day, 1))).toBe('young person');
      }
    }),
  );
});

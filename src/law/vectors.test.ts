import { describe, expect, test } from 'vitest';
import { plainDate } from '../shared/plain-date.ts';
import { deadline, getDeadline, ruleInForce, yearGroup } from './index.ts';

const due = (id: string, from: string, and?: string) =>
  getDeadline(id, { from: plainDate(from), ...(and === undefined ? {} : { and: plainDate(and) }) }).due;

describe('the date vectors', () => {
  test.each([
    ['T01', '2025-02-03', '2025-03-17'],
    ['T03', '2025-02-03', '2025-05-26'],
    ['T04', '2025-02-03', '2025-06-23'],
    ['T05', '2025-05-12', '2025-05-26'],
    ['T09', '2025-06-10', '2025-06-24'],
    ['T10', '2025-06-10', '2025-07-08'],
    ['T11', '2025-07-08', '2025-09-02'],
    ['T11', '2025-06-24', '2025-08-19'],
    ['T18', '2025-12-31', '2026-02-28'],
    ['T12', '2026-09-01', '2026-02-14'],
  ])('%s from %s is due on %s', (id, from, expected) => {
    expect(due(id, from)).toBe(expected);
  });

  test('a notice on the last day makes the final plan due twelve weeks from the meeting', () => {
    expect(due('T11', due('T10', '2025-06-10'))).toBe('2025-09-02');
  });

  test('an appeal runs to the later of two months from the letter and one month from the certificate', () => {
    expect(due('T22', '2025-12-31', '2026-02-20')).toBe('2026-03-20');
  });

  test('without a certificate a last day on a Saturday moves to the Monday, for the tribunal and not for mediation', () => {
    expect(due('T22', '2025-12-31')).toBe('2026-03-02');
    expect(due('T18', '2025-12-31')).toBe('2026-02-28');
  });

  test('a year group is the age on 31 August before it', () => {
    const day = plainDate('2026-01-15');
    expect(yearGroup(plainDate('2015-09-01'), day)).toBe(5);
    expect(yearGroup(plainDate('2015-08-31'), day)).toBe(6);
  });
});

describe('every timer, at its edge', () => {
  test.each([
    // Within N weeks: the day itself is left out, and weekends and holidays are not.
    ['T02', '2025-02-03', '2025-03-17'],
    ['T06', '2025-05-12', '2025-05-27'],
    ['T13', '2025-02-03', '2025-02-18'],
    ['T14', '2025-02-03', '2025-05-12'],
    ['T16', '2025-05-01', '2025-06-12'],
    ['T24', '2025-02-03', '2025-02-17'],
    ['T24-no-plan', '2025-02-03', '2025-04-14'],
    ['T24-final', '2025-02-03', '2025-05-12'],
    ['T25', '2025-02-03', '2025-03-10'],
    ['T25-final', '2025-02-03', '2025-04-21'],
    ['T26', '2025-02-03', '2025-03-10'],
    ['T27', '2025-02-03', '2025-02-17'],
    ['T28', '2025-02-03', '2025-03-10'],
    ['D05', '2025-02-03', '2025-03-17'],
    ['D10', '2025-02-03', '2025-05-26'],
    ['D13', '2025-02-03', '2025-06-23'],
    // Months starting with the day: the last is the one before the corresponding date.
    ['T07', '2025-03-10', '2026-03-09'],
    ['T07', '2023-03-01', '2024-02-29'],
    ['T07', '2024-02-29', '2025-02-27'],
    ['T08', '2025-06-10', '2025-05-27'],
    // Months from the day: the corresponding date, or the last there is.
    ['T18', '2025-12-30', '2026-02-28'],
    ['T18', '2023-12-31', '2024-02-29'],
    ['T18', '2025-01-15', '2025-03-15'],
    // Working days.
    ['T19', '2025-04-17', '2025-04-24'],
    ['T20', '2025-06-10', '2025-07-10'],
    ['T20a', '2025-06-13', '2025-06-18'],
    ['T20b', '2025-12-24', '2025-12-31'],
    ['T21', '2025-06-09', '2025-06-12'],
    // Fixed dates in the year of the move, and five months before it.
    ['T12-post-16', '2026-09-01', '2026-03-30'],
    ['T12-post-16', '2015-09-01', '2015-05-30'],
    ['T12-other', '2026-09-01', '2026-04-01'],
    ['T12-other', '2026-07-31', '2026-02-28'],
    ['T30', '2025-06-10', '2025-06-10'],
    ['R42', '2025-06-10', '2025-06-24'],
    ['R42-tell', '2025-06-10', '2025-06-17'],
    ['R44-reconsider', '2025-02-03', '2025-02-17'],
    ['R44-continue', '2025-02-03', '2025-02-03'],
    ['R44-continue-amend', '2025-02-03', '2025-03-10'],
    ['R45-assess', '2025-02-03', '2025-02-17'],
    ['R45-assess-no-plan', '2025-02-03', '2025-04-14'],
    ['R45-assess-final', '2025-02-03', '2025-05-12'],
    ['R45-make', '2025-02-03', '2025-03-10'],
    ['R45-make-final', '2025-02-03', '2025-04-21'],
    ['R45-amend', '2025-02-03', '2025-03-10'],
    ['R45-name', '2025-02-03', '2025-02-17'],
    ['R45-continue', '2025-02-03', '2025-02-03'],
    ['R45-continue-amend', '2025-02-03', '2025-03-10'],
  ])('%s from %s is due on %s', (id, from, expected) => {
    expect(due(id, from)).toBe(expected);
  });

  test.each([
    // Three months from the transfer, or twelve from the last review.
    ['T17', '2025-05-01', '2024-06-15', '2025-07-31'],
    ['T17', '2025-05-01', '2025-04-15', '2026-04-14'],
    // The day of the move, for an authority that knew of it 15 working days before; else 15 with the day it knew.
    ['T15', '2025-06-02', '2025-06-23', '2025-06-23'],
    ['T15', '2025-06-03', '2025-06-23', '2025-06-23'],
    ['T15', '2025-06-04', '2025-06-23', '2025-06-24'],
    ['T15', '2025-06-30', '2025-06-23', '2025-07-18'],
    ['T22', '2025-01-15', '2025-01-20', '2025-03-17'],
    ['T22', '2025-01-15', '2025-03-14', '2025-04-14'],
    ['T30', '2025-06-10', '2025-11-03', '2025-11-03'],
  ])('%s from %s and %s is due on %s, the later', (id, from, and, expected) => {
    expect(due(id, from, and)).toBe(expected);
  });

  test('fifteen working days to transfer a plan count the day the authority became aware', () => {
    expect(due('T15', '2025-06-02')).toBe('2025-06-20');
    expect(due('T15', '2025-05-24')).toBe('2025-06-16');
  });
});

describe('the tribunal’s own days', () => {
  test.each([
    ['a working day stays', '2025-01-14', '2025-03-14'],
    ['a Saturday moves to Monday', '2025-01-15', '2025-03-17'],
    ['Good Friday moves past Easter Monday', '2025-02-18', '2025-04-22'],
    ['31 July stays', '2025-05-31', '2025-07-31'],
    ['1 August moves to the first working day of September', '2025-06-01', '2025-09-01'],
    ['the August bank holiday moves with August', '2025-06-25', '2025-09-01'],
    [
      'a Saturday 31 July moves to Monday 2 August: the two rules are not chained',
      '2021-05-31',
      '2021-08-02',
    ],
    ['a September that begins on a Sunday', '2024-06-10', '2024-09-02'],
    ['24 December stays', '2025-10-24', '2025-12-24'],
    ['25 December moves to the first working day after 1 January', '2025-10-25', '2026-01-02'],
    ['1 January moves, over a weekend', '2026-11-01', '2027-01-04'],
    ['2 January stays', '2025-11-02', '2026-01-02'],
    ['a new year whose holiday is the 3rd', '2027-10-28', '2028-01-04'],
  ])('%s', (_, sent, expected) => {
    expect(due('T22', sent)).toBe(expected);
  });

  test('a move says what it was and how far', () => {
    expect(getDeadline('T22', { from: plainDate('2025-06-10') }).adjustments).toEqual([
      { name: 'moved to the first working day after 31 August (r. 12(3)(a))', days: 22 },
    ]);
    expect(getDeadline('T22', { from: plainDate('2025-01-15') }).adjustments).toEqual([
      { name: 'moved to the next working day (r. 12(2))', days: 2 },
    ]);
  });

  test('thirty working days to respond count no day of August, nor 25 December to 1 January', () => {
    expect(due('T23', '2025-07-21')).toBe('2025-09-30');
    expect(due('T23', '2025-12-22')).toBe('2026-02-10');
    expect(due('T23', '2025-02-03')).toBe('2025-03-17');
  });

  test('a date the tribunal directs stands instead, sooner or later', () => {
    const from = plainDate('2025-02-03');
    const fixed = (id: string, day: string) => getDeadline(id, { from, fixed: plainDate(day) });
    expect(fixed('T23', '2025-03-10').due).toBe('2025-03-10');
    expect(fixed('T24', '2025-03-10').adjustments).toEqual([
      { name: 'by the tribunal’s direction', days: 21 },
    ]);
    expect(fixed('T22', '2025-05-01').due).toBe('2025-05-01');
    expect(fixed('T22', '2025-03-01').due).toBe('2025-04-03');
    expect(deadline('T04', { from, fixed: plainDate('2025-09-01') })).toMatchObject({ field: 'fixed' });
  });

  test('where bank holidays are not known yet, the date says so', () => {
    expect(getDeadline('T23', { from: plainDate('2028-12-20') }).cautions).toEqual([
      'The bank holidays of 2029 are not known to this service, so the true date may be a little later',
    ]);
    expect(getDeadline('T23', { from: plainDate('2028-03-01') }).cautions).toEqual([]);
    expect(getDeadline('T04', { from: plainDate('2029-03-01') }).cautions).toEqual([]);
  });
});

describe('school days', () => {
  const schoolCalendar = {
    terms: [
      { from: plainDate('2025-09-02'), to: plainDate('2025-10-24') },
      { from: plainDate('2025-11-03'), to: plainDate('2025-12-19') },
    ],
    closed: [plainDate('2025-09-05')],
  };
  const sixth = (from: string) => getDeadline('T29', { from: plainDate(from), schoolCalendar }).due;

  test('the sixth is the sixth the setting is open, the first day of exclusion counted', () => {
    expect(sixth('2025-09-08')).toBe('2025-09-15');
    expect(sixth('2025-09-02')).toBe('2025-09-10');
  });

  test('half term is passed over, and so is a weekend it begins on', () => {
    expect(sixth('2025-10-22')).toBe('2025-11-05');
    expect(sixth('2025-10-25')).toBe('2025-11-10');
  });

  test('without a calendar, or where it ends too soon, there is no answer', () => {
    expect(deadline('T29', { from: plainDate('2025-09-02') })).toMatchObject({
      ok: false,
      field: 'school-calendar',
    });
    expect(deadline('T29', { from: plainDate('2025-12-17'), schoolCalendar })).toMatchObject({
      field: 'school-calendar',
      message: 'The calendar ends before T29 does: add the school’s next term',
    });
  });
});

describe('which rule', () => {
  test('one is chosen by the day of the act that starts its clock: before the Act there was none', () => {
    expect(deadline('T01', { from: plainDate('2014-08-31') })).toMatchObject({
      ok: false,
      field: 'from',
      message: 'T01 was not in force on 31 August 2014',
    });
    expect(deadline('T01', { from: plainDate('2014-09-01') })).toMatchObject({ ok: true });
    expect(deadline('T28', { from: plainDate('2018-04-02') })).toMatchObject({ ok: false });
    expect(deadline('T99', { from: plainDate('2025-01-01') })).toMatchObject({ field: 'rule' });
  });

  test('a change of law leaves older cases their own: moves in 2015 had until before 31 May', () => {
    expect(ruleInForce('T12-post-16', plainDate('2015-12-31'))?.cite.provision).toContain('18(3)');
    expect(ruleInForce('T12-post-16', plainDate('2016-01-01'))?.cite.provision).toContain('18(1)(a)');
  });

  test('a pilot area’s own rule stands while it is in force, and nowhere else', () => {
    const national = getDeadline('T01', { from: plainDate('2025-02-03') }).rule;
    const pilot = {
      ...national,
      limbs: [{ ...national.limbs[0], period: { unit: 'weeks', count: 4 } }],
      inForce: { from: plainDate('2025-01-01'), until: plainDate('2025-12-31') },
    } as const;
    const areaRules = [pilot];
    expect(getDeadline('T01', { from: plainDate('2025-02-03'), areaRules }).due).toBe('2025-03-03');
    expect(getDeadline('T01', { from: plainDate('2024-12-31'), areaRules }).due).toBe('2025-02-11');
    expect(getDeadline('T01', { from: plainDate('2025-02-03') }).due).toBe('2025-03-17');
  });

  test('a second date is asked for where leaving it out would be too early, and refused where it means nothing', () => {
    const from = plainDate('2025-05-01');
    expect(deadline('T17', { from })).toMatchObject({ field: 'and' });
    expect(deadline('T11', { from, and: from })).toMatchObject({ field: 'and' });
    expect(deadline('T01', { from: plainDate('2104-01-01') })).toMatchObject({ field: 'from' });
  });
});

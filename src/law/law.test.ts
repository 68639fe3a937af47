import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addWeeks, plainDate } from '../shared/plain-date.ts';
import { deadline, getDeadline } from './deadline.ts';
import { RULES } from './rules.ts';
import { isExcused, statusOf } from './status.ts';

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
    ['T12-post-16', '2026-09-01', '2026-03-30'],
    ['T12-other', '2026-09-01', '2026-04-01'],
  ])('%s from %s is due on %s', (id, from, expected) => {
    expect(due(id, from)).toBe(expected);
  });

  test('an appeal runs to the later of two months from the letter and one month from the certificate', () => {
    expect(due('T22', '2025-12-31', '2026-02-20')).toBe('2026-03-20');
  });

  test('without a certificate a last day on a Saturday moves to the Monday, for the tribunal and not for mediation', () => {
    expect(due('T22', '2025-12-31')).toBe('2026-03-02');
    expect(due('T18', '2025-12-31')).toBe('2026-02-28');
  });
});

describe('counting', () => {
  test('a year beginning with the day the plan was made ends the day before its anniversary', () => {
    expect(due('T07', '2024-02-29')).toBe('2025-02-27');
    expect(due('T07', '2025-03-10')).toBe('2026-03-09');
  });

  test('a new authority reviews by the later of three months from transfer and twelve from the last review', () => {
    expect(due('T17', '2025-05-01', '2024-06-15')).toBe('2025-07-31');
    expect(due('T17', '2025-05-01', '2025-04-15')).toBe('2026-04-14');
  });

  test('working days leave out weekends and bank holidays: three after Maundy Thursday pass Easter', () => {
    expect(due('T19', '2025-04-17')).toBe('2025-04-24');
  });

  test('fifteen working days to transfer a plan count the day the authority became aware', () => {
    expect(due('T15', '2025-06-02')).toBe('2025-06-20');
  });

  test('an appeal ending in August moves past it, and so does one ending at Christmas', () => {
    expect(due('T22', '2025-06-10')).toBe('2025-09-01');
    expect(due('T22', '2025-10-28')).toBe('2026-01-02');
  });

  test('thirty working days to respond count no day of August', () => {
    expect(due('T23', '2025-07-21')).toBe('2025-09-30');
  });

  test('the sixth school day is the sixth the setting is open, on its own calendar', () => {
    const schoolCalendar = {
      terms: [{ from: plainDate('2025-09-02'), to: plainDate('2025-10-24') }],
      closed: [plainDate('2025-09-05')],
    };
    expect(getDeadline('T29', { from: plainDate('2025-09-02'), schoolCalendar }).due).toBe('2025-09-10');
    expect(deadline('T29', { from: plainDate('2025-09-02') })).toMatchObject({
      ok: false,
      field: 'school-calendar',
    });
  });
});

const days = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays(plainDate('2019-06-01'), offset));
const calendar = { terms: [{ from: plainDate('2018-01-01'), to: plainDate('2040-01-01') }], closed: [] };

test.each(RULES.map((rule) => rule.id))('%s never falls due earlier for starting later', (id) => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 400 }), (from, later) => {
      const [early, late] = [from, addDays(from, later)].map(
        (start) => getDeadline(id, { from: start, schoolCalendar: calendar }).due,
      );
      expect(String(early) <= String(late)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('every due date is its start, its period and its named adjustments', () => {
  fc.assert(
    fc.property(days, (from) => {
      const { due: on, start, adjustments } = getDeadline('T22', { from });
      const added = adjustments.reduce((sum, { days: more }) => sum + more, 0);
      expect(added).toBeGreaterThanOrEqual(0);
      expect(addDays(getDeadline('T18', { from: start }).due, added)).toBe(on);
    }),
  );
});

describe('status', () => {
  const rule = getDeadline('T01', { from: plainDate('2025-02-03') }).rule;
  const last = plainDate('2025-03-17');

  test('the last day is on time; the next is late', () => {
    expect(statusOf(last, last, last, false)).toBe('met');
    expect(statusOf(last, addDays(last, 1), addDays(last, 1), false)).toBe('met late');
    expect(statusOf(last, null, last, false)).toBe('due');
    expect(statusOf(last, null, addDays(last, 1), false)).toBe('overdue');
  });

  test('an exception only ever helps: it never makes a limit late, nor moves it', () => {
    fc.assert(
      fc.property(days, fc.boolean(), (today, done) => {
        const doneOn = done ? today : null;
        const [without, withOne] = [
          statusOf(last, doneOn, today, false),
          statusOf(last, doneOn, today, true),
        ];
        const late = ['overdue', 'met late'];
        expect(late.includes(withOne)).toBe(false);
        if (!late.includes(without)) expect(withOne).toBe(without);
      }),
    );
  });

  test('an exception counts only for a rule that knows it, and only within the period', () => {
    const closed = { ground: 'school closed', from: plainDate('2025-03-01'), until: null } as const;
    const missed = { ground: 'appointment missed', from: plainDate('2025-03-01'), until: null } as const;
    const later = { ...closed, from: addWeeks(last, 1) };
    expect(isExcused(rule, plainDate('2025-02-03'), last, [closed])).toBe(true);
    expect(isExcused(rule, plainDate('2025-02-03'), last, [missed])).toBe(false);
    expect(isExcused(rule, plainDate('2025-02-03'), last, [later])).toBe(false);
  });
});

test('a rule is chosen by the day of the act that starts its clock: before the Act there was none', () => {
  expect(deadline('T01', { from: plainDate('2014-08-31') })).toMatchObject({ ok: false });
  expect(deadline('T01', { from: plainDate('2014-09-01') })).toMatchObject({ ok: true });
});

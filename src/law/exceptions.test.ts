import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '../shared/plain-date.ts';
import {
  closureWindow,
  exceptionUnder,
  GROUND_WORDS,
  type Ground,
  getDeadline,
  isBreach,
  isExcused,
  type RecordedException,
  RULES,
  requestClocks,
  STATUSES,
  statusOf,
} from './index.ts';

const on = plainDate;
const decide = getDeadline('T01', { from: on('2025-07-07') });
const advise = getDeadline('T02', { from: on('2025-07-07') });
const assessAsOrdered = getDeadline('T24-final', { from: on('2025-07-07') });

function aRecorded(ground: Ground, from: string, until: string | null, asked?: string): RecordedException {
  const adviceRequestedOn = asked === undefined ? null : on(asked);
  return { ground, from: on(from), until: until === null ? null : on(until), adviceRequestedOn };
}

const excuses = ({ rule, start, due }: typeof decide, recorded: RecordedException) =>
  isExcused(rule, start, due, [recorded]);

describe('a school closed for the summer', () => {
  // Closed from 23 July; re-opens on 2 September.
  const summer = (asked?: string) => aRecorded('school closed', '2025-07-23', '2025-09-01', asked);

  test('excuses advice asked for from a week before it closes until a week before it re-opens', () => {
    expect(closureWindow(on('2025-07-23'), on('2025-09-01'))).toEqual({
      from: '2025-07-16',
      to: '2025-08-26',
    });
    expect(
      ['2025-07-15', '2025-07-16', '2025-08-26', '2025-08-27'].map((day) => excuses(decide, summer(day))),
    ).toEqual([false, true, true, false]);
  });

  test('is closed for exactly four weeks or it is not an exception', () => {
    expect(closureWindow(on('2025-07-23'), on('2025-08-19'))).toEqual({
      from: '2025-07-16',
      to: '2025-08-13',
    });
    expect(closureWindow(on('2025-07-23'), on('2025-08-18'))).toBeNull();
  });

  test('where the day advice was asked for is not recorded, it is taken to be within the clock', () => {
    expect(excuses(decide, summer())).toBe(true);
    expect(excuses(getDeadline('T01', { from: on('2025-08-27') }), summer())).toBe(false);
  });

  test('never excuses the advice-giver: reg. 8(2) has no closure', () => {
    expect(excuses(advise, summer('2025-07-16'))).toBe(false);
  });

  test('an ordinary two-week holiday is no exception', () => {
    expect(excuses(decide, aRecorded('school closed', '2025-12-20', '2026-01-04'))).toBe(false);
  });
});

describe('an absence', () => {
  test('is four weeks together within the clock, for the authority’s own limits', () => {
    expect(excuses(decide, aRecorded('absent from the area', '2025-07-10', '2025-08-06'))).toBe(true);
    expect(excuses(decide, aRecorded('absent from the area', '2025-07-10', '2025-08-05'))).toBe(false);
    // 40 days away, of which 27 are within the six weeks.
    expect(excuses(decide, aRecorded('absent from the area', '2025-07-23', '2025-08-31'))).toBe(false);
    expect(excuses(decide, aRecorded('absent from the area', '2025-07-22', null))).toBe(true);
  });

  test('is two weeks after a tribunal’s order, however it was recorded', () => {
    const away = (until: string) => aRecorded('absent from the area', '2025-07-10', until);
    expect([
      excuses(assessAsOrdered, away('2025-07-23')),
      excuses(assessAsOrdered, away('2025-07-22')),
    ]).toEqual([true, false]);
    expect(excuses(decide, aRecorded('absent two weeks', '2025-07-10', '2025-07-23'))).toBe(false);
  });
});

describe('an exception', () => {
  test('counts only for a rule that lists it, and says under which paragraph', () => {
    const circumstances = aRecorded('exceptional personal circumstances', '2025-07-20', '2025-07-21');
    expect(exceptionUnder(decide.rule, decide.start, decide.due, circumstances)?.provision).toBe(
      'reg. 5(4)(c)',
    );
    expect(exceptionUnder(advise.rule, advise.start, advise.due, circumstances)?.provision).toBe(
      'reg. 8(2)(a)',
    );
    const missed = aRecorded('appointment missed', '2025-07-20', '2025-07-20');
    expect([excuses(advise, missed), excuses(decide, missed)]).toEqual([true, false]);
    const late = aRecorded('late representations', '2025-07-20', '2025-07-20');
    const conceded = getDeadline('R45-amend', { from: on('2025-07-07') });
    expect([excuses(assessAsOrdered, late), excuses(conceded, late)]).toEqual([true, false]);
  });

  test('counts only within the clock’s own period', () => {
    const circumstances = (day: string) => aRecorded('exceptional personal circumstances', day, day);
    const days = ['2025-07-06', '2025-07-07', '2025-08-18', '2025-08-19'];
    expect(days.map((day) => excuses(decide, circumstances(day)))).toEqual([false, true, true, false]);
  });
});

const grounds = Object.keys(GROUND_WORDS).flatMap((name) =>
  RULES.flatMap((rule) => rule.exceptions.map(({ ground }) => ground)).filter((ground) => ground === name),
);
const days = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(on('2024-06-01'), offset));
const recorded = fc
  .record({
    ground: fc.constantFrom(...new Set(grounds)),
    from: days,
    length: fc.integer({ min: 0, max: 90 }),
  })
  .map(({ ground, from, length }): RecordedException => ({ ground, from, until: addDays(from, length) }));
const ids = fc.constantFrom(
  'T01',
  'T02',
  'T03',
  'T04',
  'T11',
  'T14',
  'T24',
  'T28',
  'T05',
  'T18',
  'T30',
  'R45-make',
);

describe('exceptions only ever extend', () => {
  test('none moves a date, and none turns what was in time into what was late', () => {
    fc.assert(
      fc.property(
        ids,
        days,
        days,
        fc.option(days),
        fc.array(recorded),
        (id, from, today, doneOn, exceptions) => {
          const deadline = getDeadline(id, { from });
          const [without, withThem] = [
            statusOf(deadline, doneOn, today),
            statusOf(deadline, doneOn, today, exceptions),
          ];
          if (withThem === without) return;
          expect(withThem).toBe('excused');
          expect(['overdue', 'met late']).toContain(without);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('one more never takes away what another gave', () => {
    fc.assert(
      fc.property(ids, days, fc.array(recorded), recorded, (id, from, exceptions, another) => {
        const { rule, start, due } = getDeadline(id, { from });
        if (!isExcused(rule, start, due, exceptions)) return;
        expect(isExcused(rule, start, due, [...exceptions, another])).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('one that lasts longer excuses whatever it excused before', () => {
    fc.assert(
      fc.property(ids, days, recorded, fc.nat({ max: 60 }), (id, from, exception, longer) => {
        const { rule, start, due } = getDeadline(id, { from });
        if (exception.until === null || !isExcused(rule, start, due, [exception])) return;
        const extended = { ...exception, until: addDays(exception.until, longer) };
        expect(isExcused(rule, start, due, [extended])).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('how a deadline stands', () => {
  const last = decide.due;
  const next = addDays(last, 1);
  const excuse = aRecorded('exceptional personal circumstances', '2025-07-20', null);
  const views = getDeadline('T05', { from: on('2025-07-07') });
  const keep = getDeadline('T30', { from: on('2025-07-07') });

  test.each<[string, string, typeof decide, PlainDate | null, PlainDate, RecordedException[]]>([
    ['done on the last day', 'met', decide, last, next, []],
    ['done the day after', 'met late', decide, next, next, []],
    ['not done, on the last day', 'due', decide, null, last, []],
    ['not done, the day after', 'overdue', decide, null, next, []],
    ['not done, with an exception', 'excused', decide, null, next, [excuse]],
    ['done late, with an exception', 'excused', decide, next, next, [excuse]],
    ['done in time, with an exception', 'met', decide, last, next, [excuse]],
    ['the family’s own time, on its last day', 'running', views, null, views.due, []],
    ['the family’s own time, after it', 'ended', views, null, addDays(views.due, 1), []],
    ['a plan that ceased before it might', 'too soon', keep, addDays(keep.due, -1), next, []],
    ['a plan that ceased when it might', 'met', keep, keep.due, next, []],
  ])('%s: %s', (_, status, deadline, doneOn, today, exceptions) => {
    expect(statusOf(deadline, doneOn, today, exceptions)).toBe(status);
    expect(STATUSES).toContain(status);
  });

  test('what is excused, or not yet due, is not a breach', () => {
    expect(STATUSES.filter(isBreach)).toEqual(['met late', 'overdue', 'too soon']);
  });
});

test('a request starts three clocks, each standing as it stands', () => {
  const clocks = requestClocks(
    { receivedOn: on('2025-02-03'), doneOn: { T01: on('2025-03-18') } },
    on('2025-05-27'),
  );
  expect(clocks.map(({ deadline, status }) => [deadline.rule.id, deadline.due, status])).toEqual([
    ['T01', '2025-03-17', 'met late'],
    ['T03', '2025-05-26', 'overdue'],
    ['T04', '2025-06-23', 'due'],
  ]);
});

import { expect, test } from 'vitest';
import { getDeadline } from '../../law/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { type ExceptionForm, groundsOf, recordException } from './exceptions.ts';

/* A request received on 2 June 2025: to be decided by 14 July, the final plan by 20 October. */

const today = plainDate('2025-09-10');
const ours = (['T01', 'T03', 'T04'] as const).map((id) => getDeadline(id, { from: plainDate('2025-06-02') }));
const advice = [getDeadline('T02', { from: plainDate('2025-06-30') })];

function form(changes: Partial<ExceptionForm>): ExceptionForm {
  return {
    ground: 'exceptional personal circumstances',
    from: plainDate('2025-07-01'),
    until: plainDate('2025-07-08'),
    adviceAskedOn: null,
    reason: 'Nobody could be reached.',
    evidence: 'Letter of 9 July 2025',
    ...changes,
  };
}

const closed = (from: string, until: string, asked: string | null) =>
  form({
    ground: 'school closed',
    from: plainDate(from),
    until: plainDate(until),
    adviceAskedOn: asked === null ? null : plainDate(asked),
  });
const said = (limits: typeof ours, given: ExceptionForm) => {
  const result = recordException(limits, given, today);
  return result.ok ? 'recorded' : `${result.field}: ${result.message}`;
};

test('each time limit knows its own grounds: a closed school excuses the authority and no adviser', () => {
  expect(groundsOf(ours)).toEqual([
    'school closed',
    'early years provider closed',
    'exceptional personal circumstances',
    'absent from the area',
  ]);
  expect(groundsOf(advice)).toEqual([
    'exceptional personal circumstances',
    'absent from the area',
    'appointment missed',
  ]);
  expect(said(advice, closed('2025-07-23', '2025-09-02', '2025-07-17'))).toMatch(/^ground/);
  expect(said(ours, form({ ground: 'appointment missed' }))).toMatch(/^ground/);
  expect(said(advice, form({ ground: 'appointment missed', until: plainDate('2025-07-01') }))).toBe(
    'recorded',
  );
});

test('a summer closure excuses advice asked for from a week before it until a week before it ends', () => {
  // Closed from 23 July, open again on 3 September: from 16 July to 27 August.
  for (const [asked, outcome] of [
    ['2025-07-15', /16 July 2025 to 27 August 2025/],
    ['2025-07-16', /^recorded$/],
    ['2025-08-27', /^recorded$/],
    ['2025-08-28', /16 July 2025 to 27 August 2025/],
    [null, /^adviceAskedOn: Enter the day/],
  ] as const)
    expect(said(ours, closed('2025-07-23', '2025-09-02', asked)), String(asked)).toMatch(outcome);
});

test('an ordinary holiday is no exception', () => {
  expect(said(ours, closed('2025-07-23', '2025-08-18', '2025-07-20'))).toContain('at least 4 weeks together');
  expect(said(ours, closed('2025-07-23', '2025-08-19', '2025-07-20'))).toBe('recorded');
});

test('an absence lasts four weeks within the time limit', () => {
  const away = (from: string, until: string | null) =>
    form({
      ground: 'absent from the area',
      from: plainDate(from),
      until: until === null ? null : plainDate(until),
    });
  expect(said(ours, away('2025-07-01', '2025-07-27'))).toContain('at least 4 weeks together');
  expect(said(ours, away('2025-07-01', '2025-07-28'))).toBe('recorded');
  expect(said(ours, away('2025-07-01', null))).toBe('recorded');
  expect(said(advice, away('2025-08-01', null))).toContain('at least 4 weeks together');
});

test('what is missing, runs backwards or is yet to come is said at its own field', () => {
  expect(said(ours, form({ ground: null }))).toBe('ground: Select what happened');
  expect(said(ours, form({ until: plainDate('2025-06-30') }))).toMatch(/^until: The last day/);
  expect(said(ours, form({ from: plainDate('2025-09-11'), until: null }))).toMatch(
    /^from: The first day must be today/,
  );
  expect(said(ours, form({ from: plainDate('2025-05-01'), until: plainDate('2025-06-01') }))).toMatch(
    /^from: It must be within/,
  );
  expect(said(ours, form({ reason: '' }))).toMatch(/^reason/);
  expect(said(ours, form({ evidence: '' }))).toMatch(/^evidence/);
});

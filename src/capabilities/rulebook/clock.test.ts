import { describe, expect, test } from 'vitest';
import { type Io, UnusableInput } from '../../platform/command.ts';
import { parseConfig } from '../../platform/config/index.ts';
import { clock } from './cli.ts';

type Line = { id: string; due: string; status: string };

const CALENDAR = '{"terms":[{"from":"2025-09-02","to":"2025-10-24"}],"closed":["2025-09-05"]}';

async function run(args: string, files: Record<string, string> = {}) {
  const lines: string[] = [];
  const io: Io = {
    out: (line) => lines.push(line),
    error: () => undefined,
    progress: () => undefined,
    read: async (path) => files[path] ?? Promise.reject(new Error('no such file')),
    config: parseConfig({}),
    database: () => Promise.reject(new Error('the clock needs no database')),
    now: () => new Date('2025-03-01T12:00:00Z'),
  };
  const code = await clock(args.split(' '), io);
  return { code, text: lines.join('\n') };
}

async function deadlines(args: string, files: Record<string, string> = {}) {
  const { code, text } = await run(`${args} --json`, files);
  const found: Line[] = JSON.parse(text).deadlines;
  return {
    code,
    found,
    dues: found.map(({ id, due }) => [id, due]),
    statuses: found.map((one) => one.status),
  };
}

describe('a request', () => {
  test('has three limits, each with its provision and how it stands', async () => {
    const { text } = await run('--received 2025-02-03 --json');
    const [first] = JSON.parse(text).deadlines;
    expect(first).toMatchObject({
      id: 'T01',
      name: 'Decide whether to assess, and notify',
      due: '2025-03-17',
      provision: 'SEND Regulations 2014, reg. 5(1), (4)',
      url: 'https://www.legislation.gov.uk/uksi/2014/1530/regulation/5',
      status: 'due',
    });
    const { code, dues } = await deadlines('--received 2025-02-03');
    expect([code, dues]).toEqual([
      0,
      [
        ['T01', '2025-03-17'],
        ['T03', '2025-05-26'],
        ['T04', '2025-06-23'],
      ],
    ]);
  });

  test('asked how it stands on a day, the answer is no where a limit has passed, and not before', async () => {
    const late = await deadlines('--received 2025-02-03 --today 2025-03-18');
    expect([late.code, late.statuses]).toEqual([1, ['overdue', 'due', 'due']]);
    expect((await deadlines('--received 2025-02-03 --today 2025-03-17')).code).toBe(0);
  });

  test('asked only when things are due, the answer is the dates, however long ago', async () => {
    const { code, statuses } = await deadlines('--received 2020-02-03');
    expect([code, statuses]).toEqual([0, ['overdue', 'overdue', 'overdue']]);
  });

  test('a lawful exception excuses a late decision and moves no date', async () => {
    const { code, found } = await deadlines(
      '--received 2025-02-03 --exception absence:2025-02-10:2025-03-12 --today 2025-04-01',
    );
    expect([code, found[0]]).toMatchObject([0, { due: '2025-03-17', status: 'excused' }]);
  });

  test('a closure excuses by the day advice was asked for; a kind may be typed in the law’s words', async () => {
    const status = async (exception: string) => {
      const text = `--received 2025-07-07 --today 2025-09-01 --exception ${exception}`;
      return (await deadlines(text)).statuses[0];
    };
    expect(await status('school-closed:2025-07-23:2025-09-01:2025-07-15')).toBe('overdue');
    expect(await status('school-closed:2025-07-23:2025-09-01:2025-07-16')).toBe('excused');
    expect(await status('exceptional-personal-circumstances:2025-07-23:')).toBe('excused');
  });
});

describe('one timer', () => {
  test.each([
    'T01 T02 T03 T04 T05 T06 T07 T08 T09 T10 T11 T13 T14 T15 T16 T18 T19 T20 T20a T20b T21 T22 T23 T26 T27 T28 T30',
    'D05 D13 R42-tell R44-reconsider R45-name',
  ])('every id is taken: %s', async (ids) => {
    for (const id of ids.split(' ')) {
      const { code, found } = await deadlines(`--rule ${id} --from 2025-02-03`);
      expect([code, found.map((one) => one.id)]).toEqual([0, [id]]);
    }
  });

  test('one with variants answers each of them', async () => {
    expect((await deadlines('--rule T24 --from 2025-02-03')).dues).toEqual([
      ['T24', '2025-02-17'],
      ['T24-no-plan', '2025-04-14'],
      ['T24-final', '2025-05-12'],
    ]);
    expect((await deadlines('--rule T25 --from 2025-02-03')).dues).toEqual([
      ['T25', '2025-03-10'],
      ['T25-final', '2025-04-21'],
    ]);
  });

  test('a phase transfer is asked for by the day or by the year', async () => {
    const byYear = (await deadlines('--rule T12 --from 2026')).dues;
    expect(byYear).toEqual([
      ['T12', '2026-02-14'],
      ['T12-post-16', '2026-03-30'],
      ['T12-other', '2026-04-01'],
    ]);
    expect((await deadlines('--rule t12 --from 2026-09-01')).dues).toEqual(byYear);
  });

  test('the later of two takes its second date', async () => {
    expect((await deadlines('--rule T22 --from 2025-12-31 --and 2026-02-20')).dues).toEqual([
      ['T22', '2026-03-20'],
    ]);
    expect((await deadlines('--rule T17 --from 2025-05-01 --and 2025-04-15')).dues).toEqual([
      ['T17', '2026-04-14'],
    ]);
  });

  test('a date the tribunal fixed stands instead', async () => {
    expect((await deadlines('--rule T23 --from 2025-02-03 --fixed 2025-04-01')).dues).toEqual([
      ['T23', '2025-04-01'],
    ]);
  });

  test('a setting’s own calendar is read from a file or standard input', async () => {
    const asked = '--rule T29 --from 2025-09-02 --school-calendar';
    expect((await deadlines(`${asked} -`, { '-': CALENDAR })).dues).toEqual([['T29', '2025-09-10']]);
    expect((await deadlines(`${asked} terms.json`, { 'terms.json': CALENDAR })).dues).toEqual([
      ['T29', '2025-09-10'],
    ]);
  });

  test('the family’s own time is never overdue', async () => {
    const { code, statuses } = await deadlines('--rule T22 --from 2025-02-03 --today 2026-02-03');
    expect([code, statuses]).toEqual([0, ['ended']]);
  });
});

test('in words, each date says how it came about', async () => {
  const { text } = await run('--rule T22 --from 2025-01-15');
  expect(text.split('\n')).toEqual([
    'T22  17 March 2025  running  Appeal to the tribunal (First-tier Tribunal (HESC) Procedure Rules 2008, rr 12 and 20(1)(c))',
    '    the decision letter is sent: 15 January 2025; 2 months; moved to the next working day (r. 12(2)) (2 days)',
  ]);
});

test('--help says what there is', async () => {
  const { code, text } = await run('--help');
  expect(code).toBe(0);
  for (const word of ['--school-calendar', 'early-years-closed', 'T20a', '{"terms"'])
    expect(text).toContain(word);
});

const T29 = '--rule T29 --from 2025-09-02';
test.each([
  ['--json', '--received'],
  ['--received 2025-02-30', '--received 2025-02-30 is not a date'],
  ['--received 2014-08-31', '--received: T01 was not in force'],
  ['--received 9999-12-31', '--received: 31 December 9999 is too far off'],
  ['--received 2025-02-03 --today tomorrow', '--today tomorrow'],
  ['--received 2025-02-03 --rule T01', '--received for a request or --rule'],
  ['--received 2025-02-03 --and 2025-02-04', '--and goes with --rule'],
  ['--received 2025-02-03 --colour red', '--colour'],
  ['--rule T99 --from 2025-01-01', '--rule T99'],
  ['--rule T11', '--from'],
  ['--rule T11 --from 2026', '--from 2026'],
  ['--rule T11 --from 2025-01-01 --and 2025-01-02', '--and: T11'],
  ['--rule T17 --from 2025-05-01', '--and: T17'],
  ['--rule T04 --from 2025-05-01 --fixed 2025-10-01', '--fixed: '],
  ['--received 2025-02-03 --exception holiday:2025-02-10:', '--exception holiday'],
  ['--received 2025-02-03 --exception absence', '--exception absence: FROM'],
  ['--received 2025-02-03 --exception absence:2025-03-10:2025-02-10', 'TO is before FROM'],
  ['--received 2025-02-03 --exception absence:2025-02-10:soon', 'TO is not a date'],
  ['--received 2025-02-03 --exception absence:2025-02-10::2025-02-11', 'only a closure'],
  ['--received 2025-02-03 --exception constructor:2025-02-10:', '--exception constructor'],
  [T29, '--school-calendar: T29 counts school days'],
  [`${T29} --school-calendar none.json`, '--school-calendar none.json cannot be read'],
  [`${T29} --school-calendar words`, '--school-calendar words: is not JSON'],
  [`${T29} --school-calendar empty`, '--school-calendar empty: terms: give at least one term'],
  [`${T29} --school-calendar backwards`, 'terms.0: a term ends before it begins'],
  [`${T29} --school-calendar impossible`, 'terms.0.from: 2025-02-30 is not a date'],
  [`--rule T29 --from 2025-10-23 --school-calendar short`, '--school-calendar: The calendar ends before T29'],
])('%s is refused in one line that names what cannot be used', async (args, named) => {
  const files = {
    words: 'term starts in September',
    empty: '{"terms":[]}',
    backwards: '{"terms":[{"from":"2025-10-24","to":"2025-09-02"}]}',
    impossible: '{"terms":[{"from":"2025-02-30","to":"2025-09-02"}]}',
    short: CALENDAR,
  };
  const refusal = run(args, files);
  await expect(refusal).rejects.toThrow(UnusableInput);
  await expect(refusal).rejects.toThrow(named);
  await expect(refusal.catch((error: Error) => error.message)).resolves.not.toContain('\n');
});

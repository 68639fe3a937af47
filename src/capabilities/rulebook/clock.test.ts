import { expect, test } from 'vitest';
import { type Io, UnusableInput } from '../../platform/command.ts';
import { parseConfig } from '../../platform/config/index.ts';
import { clock } from './cli.ts';

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

test('every limit of a request, each with its provision and how it stands', async () => {
  const { code, text } = await run('--received 2025-02-03 --today 2025-04-01 --json');
  expect(code).toBe(0);
  const { deadlines } = JSON.parse(text);
  expect(
    deadlines.map((one: { id: string; due: string; status: string }) => [one.id, one.due, one.status]),
  ).toEqual([
    ['T01', '2025-03-17', 'overdue'],
    ['T03', '2025-05-26', 'due'],
    ['T04', '2025-06-23', 'due'],
  ]);
  expect(deadlines[0].url).toBe('https://www.legislation.gov.uk/uksi/2014/1530/regulation/5');
});

test('a lawful exception excuses a late decision and moves no date', async () => {
  const { text } = await run(
    '--received 2025-02-03 --exception absence:2025-02-10:2025-03-12 --today 2025-04-01 --json',
  );
  expect(JSON.parse(text).deadlines[0]).toMatchObject({ due: '2025-03-17', status: 'excused' });
});

test('a setting’s own calendar is read from standard input', async () => {
  const files = { '-': '{"terms":[{"from":"2025-09-02","to":"2025-10-24"}],"closed":["2025-09-05"]}' };
  const { text } = await run('--rule T29 --from 2025-09-02 --school-calendar - --json', files);
  expect(JSON.parse(text).deadlines[0].due).toBe('2025-09-10');
});

test('an order to assess has three limits', async () => {
  const { text } = await run('--rule T24 --from 2025-02-03 --json');
  expect(JSON.parse(text).deadlines.map((one: { due: string }) => one.due)).toEqual([
    '2025-02-17',
    '2025-04-14',
    '2025-05-12',
  ]);
});

test.each([
  ['--received 2025-02-30', '--received 2025-02-30'],
  ['--rule T99 --from 2025-01-01', '--rule T99'],
  ['--received 2025-02-03 --exception holiday:2025-02-10:', '--exception holiday'],
  ['--rule T29 --from 2025-09-02', '--school-calendar'],
  ['--rule T29 --from 2025-09-02 --school-calendar none.json', 'none.json cannot be read'],
])('%s is refused, naming what cannot be used', async (args, named) => {
  await expect(run(args)).rejects.toThrow(UnusableInput);
  await expect(run(args)).rejects.toThrow(named);
});

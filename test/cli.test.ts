import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../src/platform/config/index.ts';

/** Runs `bin/opensend` from another folder, as a person would. */
function opensend(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    // The test runner sets variables of its own, which are not this service's settings.
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
    const options = { cwd: tmpdir(), env };
    execFile(join(PROJECT, 'bin', 'opensend'), args, options, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

describe('the command line', () => {
  test('help lists what there is', async () => {
    const { code, out } = await opensend('help');
    expect(code).toBe(0);
    expect(out).toContain('opensend backup make FOLDER');
    expect(out).toContain('opensend settings import FILE');
  });

  test.each([
    [['sing'], 'opensend has no command sing: opensend help lists them\n'],
    [['authority', 'choose', 'Ashmere'], 'opensend authority: say which authority, by its three-digit code'],
    [['demo', 'national'], 'opensend demo: say how many: opensend demo national --people 640000'],
    [
      ['demo', 'national', '--people', 'many'],
      'opensend demo: --people is a whole number from 153 to 2000000',
    ],
    [['backup'], 'opensend backup: say which: opensend backup make FOLDER'],
    [['clock', '--received', '2026-02-30'], 'opensend clock: '],
  ])('what it cannot use is exit code 2 and one line: %s', async (args, words) => {
    const { code, out, error } = await opensend(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error.startsWith(words) && error.trimEnd().split('\n').length === 1 ? words : error).toBe(words);
  });

  test('an answer is on standard output and nothing else is, so that a program can read it', async () => {
    const { code, out, error } = await opensend('clock', '--received', '2026-02-03', '--json');
    expect([code, error]).toEqual([0, '']);
    expect(JSON.parse(out)).toHaveProperty('deadlines');
  });
});

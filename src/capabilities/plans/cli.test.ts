import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Io } from '../../platform/command.ts';
import { parseConfig } from '../../platform/config/index.ts';
import { plan } from './cli.ts';
import { aPlanInWord } from './converting/examples.ts';
import { aDraft, anArea, facts } from './examples.ts';
import { emptyAreas } from './plan.ts';
import { currentVersion, planFileText } from './plan-file-schema.ts';

async function run(text: string, ...args: string[]) {
  const lines: string[] = [];
  const io: Io = {
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
    progress: () => undefined,
    read: () => Promise.resolve(text),
    config: parseConfig({}),
    database: () => Promise.reject(new Error('a plan is checked without a database')),
    now: () => new Date('2026-03-02T10:00:00Z'),
  };
  const answer = await plan(args, io);
  return { answer, said: lines.join('\n') };
}

function file(content = aDraft()): string {
  const of = { authority: { code: 970, name: 'Wexcombe' }, reference: 'R-1', citations: [] };
  return planFileText({ ...of, ...currentVersion(facts({ working: { ...facts().working, content } })) });
}

test('a plan file is checked, and what is found is given as JSON', async () => {
  expect(await run(file(), 'check', 'plan.json', '--json')).toEqual({
    answer: 0,
    said: JSON.stringify({ findings: [], grade: 'ready' }, null, 2),
  });
  const area = { ...anArea(1, 'F'), provisions: [], outcomes: [] };
  const bare = aDraft({ areas: { ...emptyAreas(), 'cognition and learning': area } });
  const { answer, said } = await run(file(bare), 'check', 'plan.json', '--json');
  expect(answer).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    grade: 'stopped',
    findings: [{ rule: 'has-an-outcome' }, { rule: 'need-has-provision' }],
  });
});

test('what is not a plan is refused in plain words', async () => {
  await expect(run('not a plan', 'check', 'plan.json')).rejects.toThrow('This file is not a plan');
  await expect(run(file(), 'audit', 'plan.json')).rejects.toThrow('use: opensend plan check FILE');
});

test('files are said as they would be read, and one that cannot be does not stop the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plans-'));
  try {
    const [word, broken] = [join(folder, 'plan.docx'), join(folder, 'broken.docx')];
    await writeFile(word, await aPlanInWord());
    await writeFile(broken, 'PK\x03\x04');
    const { answer, said } = await run('', 'convert', word, broken, '--json');
    expect(answer).toBe(2);
    expect(JSON.parse(said)).toMatchObject({
      files: [
        {
          file: word,
          plans: [
            {
              kind: 'word',
              placed: { length: 27 },
              unplaced: [{ text: 'No personal budget was asked for.' }],
              ignored: expect.arrayContaining([expect.objectContaining({ from: 'footer' })]),
            },
          ],
        },
        { file: broken, problem: expect.stringContaining('cannot be read') },
      ],
    });
    const inWords = await run('', 'convert', word);
    expect(inWords.answer).toBe(1);
    expect(inWords.said).toContain('27 placed, 1 to place');
    await expect(run('', 'convert', join(folder, 'none.docx'))).rejects.toThrow('cannot be read');
  } finally {
    await rm(folder, { recursive: true });
  }
});

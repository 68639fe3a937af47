import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../src/platform/config/index.ts';
import { testApp } from '../support/app.ts';
import { anAuthority } from '../support/database.ts';

const FILE = join(PROJECT, 'docs', 'plan.schema.json');

test('the published schema of a plan is what the service reads: run with UPDATE_PLAN_SCHEMA=1 to write it anew', async () => {
  const { app } = await testApp(await anAuthority());
  const answer = await app.inject('/plan-schema/1.json');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    'application/schema+json; charset=utf-8',
  ]);
  const text = `${JSON.stringify(answer.json(), null, 2)}\n`;
  if (process.env['UPDATE_PLAN_SCHEMA'] === '1') await writeFile(FILE, text);
  expect(await readFile(FILE, 'utf8')).toBe(text);
});

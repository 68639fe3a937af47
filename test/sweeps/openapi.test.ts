import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../src/platform/config/index.ts';
import { openApi } from '../../src/platform/http/openapi.ts';
import { testApp } from '../support/app.ts';
import { anAuthority } from '../support/database.ts';

const FILE = join(PROJECT, 'docs', 'openapi.json');

test('the published description of the API is what the routes say: run with UPDATE_OPENAPI=1 to write it anew', async () => {
  const { app } = await testApp(await anAuthority());
  const text = `${JSON.stringify(openApi(app.listedRoutes), null, 2)}\n`;
  if (process.env['UPDATE_OPENAPI'] === '1') await writeFile(FILE, text);
  expect(await readFile(FILE, 'utf8')).toBe(text);
});

test('every route under /api is described, and nothing else is', async () => {
  const { app } = await testApp(await anAuthority());
  for (const { url, api } of app.listedRoutes)
    expect([url, api !== undefined]).toEqual([url, url.startsWith('/api/')]);
});

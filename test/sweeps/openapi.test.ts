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
  const text = `${written(openApi(app.listedRoutes))}\n`;
  if (process.env['UPDATE_OPENAPI'] === '1') await writeFile(FILE, text);
  expect(await readFile(FILE, 'utf8')).toBe(text);
});

test('what the description refers to is there, and nothing is there that it does not refer to', async () => {
  const described = JSON.parse(await readFile(FILE, 'utf8'));
  const there = Object.entries<object>(described.components).flatMap(([kind, all]) =>
    Object.keys(all).map((name) => `#/components/${kind}/${name}`),
  );
  const referredTo = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to);
  expect([...new Set(referredTo)].sort()).toEqual(there.sort());
});

test('every route under /api is described, and nothing else is', async () => {
  const { app } = await testApp(await anAuthority());
  for (const { url, api } of app.listedRoutes)
    expect([url, api !== undefined]).toEqual([url, url.startsWith('/api/')]);
});

/** JSON as changes to it are read: what fits on a line stands on one. */
function written(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= 110) return line;
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((one) => written(one, inner))
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${written(one, inner)}`);
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

import { execFile } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PROJECT } from '../src/platform/config/index.ts';

const run = promisify(execFile);

const cruiseSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const rulesSchema = z.object({ default: z.object({ forbidden: z.array(z.object({ name: z.string() })) }) });

/* One violation of each boundary: the file that breaks it, what it holds, and what else must be there for it. */
const PLANTS: Readonly<Record<string, readonly [path: string, text: string][]>> = {
  'no cycles': [
    ['src/shared/one.ts', "import { two } from './two.ts';\nexport const one = () => two();"],
    ['src/shared/two.ts', "import { one } from './one.ts';\nexport const two = () => one();"],
  ],
  'law is pure': [
    ['src/law/broken.ts', "import { readFile } from 'node:fs/promises';\nexport { readFile };"],
  ],
  'shared leans on nothing': [['src/shared/broken.ts', "export { z } from 'zod';"]],
  'platform, shared, law and design-system know no capability': [
    ['src/platform/broken.ts', "export { list } from '../capabilities/other/index.ts';"],
  ],
  'one door per capability': [
    ['src/capabilities/mine/index.ts', "export { find } from '../other/store.ts';"],
  ],
  'one door per capability, from outside': [
    ['src/app.ts', "export { find } from './capabilities/other/store.ts';"],
  ],
  'pages only render': [
    ['src/capabilities/mine/pages/broken.tsx', "export { find } from '../store.ts';"],
    ['src/capabilities/mine/store.ts', 'export const find = 1;'],
  ],
  'nothing depends on dashboards or returns': [
    ['src/capabilities/mine/index.ts', "export { list } from '../returns/index.ts';"],
    ['src/capabilities/returns/index.ts', 'export const list = 1;'],
  ],
  'only the lens opens the database': [
    ['src/capabilities/mine/store.ts', "export { open } from '../../platform/database/index.ts';"],
    ['src/platform/database/index.ts', 'export const open = 1;'],
  ],
  'a domain file decides and nothing else': [
    ['src/capabilities/mine/decision.ts', "export { z } from 'zod';"],
  ],
};
const OTHER: [string, string][] = [
  ['src/capabilities/other/index.ts', 'export const list = 1;'],
  ['src/capabilities/other/store.ts', 'export const find = 1;'],
];

describe('each boundary is held', () => {
  test('every rule has its violation here', async () => {
    const file: unknown = await import(pathToFileURL(join(PROJECT, '.dependency-cruiser.mjs')).href);
    const names = rulesSchema.parse(file).default.forbidden.map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(PLANTS).sort());
  });

  test.each(Object.entries(PLANTS))('%s', async (name, files) => {
    const folder = await mkdtemp(join(tmpdir(), 'opensend-boundaries-'));
    try {
      for (const [path, text] of [...OTHER, ...files]) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), `${text}\n`);
      }
      await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
      for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
        await cp(join(PROJECT, file), join(folder, file));
      const { summary } = await cruise(folder, ['src']);
      const found = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
      expect(found).toContain(`${name}: ${files[0]?.[0]}`);
      expect(new Set(summary.violations.map(({ rule }) => rule.name))).toEqual(new Set([name]));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test('every file there is was looked at', async () => {
  const files = await Array.fromAsync(glob('{src,test,bench}/**/*.{ts,tsx}', { cwd: PROJECT }));
  const { modules } = await cruise(PROJECT, ['src', 'test', 'bench']);
  const cruised = new Set(modules.map(({ source }) => source));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !cruised.has(file))).toEqual([]);
}, 180_000);

async function cruise(cwd: string, folders: string[]): Promise<z.infer<typeof cruiseSchema>> {
  const program = join(PROJECT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [program, ...folders, '--output-type', 'json', '--config', '.dependency-cruiser.mjs'];
  const { stdout } = await run(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 }).catch(
    // Its exit code is the number of violations; what it found is on standard output all the same.
    (error: unknown) => ({ stdout: error instanceof Error && 'stdout' in error ? String(error.stdout) : '' }),
  );
  return cruiseSchema.parse(JSON.parse(stdout));
}

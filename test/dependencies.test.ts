import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PROJECT } from '../src/platform/config/index.ts';

const read = (name: string) => readFile(join(PROJECT, name), 'utf8');
const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

test('every runtime dependency has its line, and no line is left over', async () => {
  const { dependencies } = packageSchema.parse(JSON.parse(await read('package.json')));
  const lines = [...(await read('docs/dependencies.md')).matchAll(/^\| (@?[a-z0-9][\w./-]*) \|/gm)];
  expect(lines.map((match) => match[1])).toEqual(Object.keys(dependencies).sort());
});

test('every version is exact', async () => {
  const { dependencies, devDependencies } = packageSchema.parse(JSON.parse(await read('package.json')));
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
    [],
  );
});

test('the lock file names no registry, so that any mirror will do', async () => {
  expect(await read('package-lock.json')).not.toContain('"resolved"');
});

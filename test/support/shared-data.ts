import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../src/platform/config/index.ts';

const FOLDER = process.env['OPENSEND_SHARED_DATA'] ?? join(PROJECT, '..', 'shared', 'data');

/** A file of real public data, or null where this machine has none: the test that wants it says so and passes over. */
export function sharedData(path: string): string | null {
  const file = join(FOLDER, path);
  if (existsSync(file)) return file;
  process.stdout.write(`not run: no ${path} beside the project\n`);
  return null;
}

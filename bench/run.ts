import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/* Runs each bench in name order, or only those named. Each prints one table: ratios and rates, on this machine. */

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace('.bench.ts', '')))
  .sort();
const failed = files.filter((name) => {
  const argv = [...process.execArgv, join(import.meta.dirname, name)];
  return spawnSync(process.execPath, argv, { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) process.stderr.write(`Failed: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);

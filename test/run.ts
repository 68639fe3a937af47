import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findChromium } from './support/chromium.ts';

/* Everything that must hold. Ends with the line `N passed, N failed`; each of the first steps counts as one. */

const CHECKS: readonly (readonly [name: string, ...command: string[]])[] = [
  ['format and lint', '@biomejs/biome/bin/biome', 'ci', '--diagnostic-level=warn', '.'],
  ['types', '@typescript/native/bin/tsc', '-p', '.'],
  ['boundaries', 'dependency-cruiser/bin/dependency-cruiser.mjs', 'src', 'test', 'bench'],
  ['dead code', 'knip/bin/knip.js', '--no-config-hints'],
];
const tally = { passed: 0, failed: 0 };

await Promise.all(CHECKS.map(check));
tellOfChromium();
await runTests();
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 ? 0 : 1);

async function check([name, program, ...args]: readonly [string, ...string[]]): Promise<void> {
  const started = performance.now();
  const child = spawn(process.execPath, [join('node_modules', program ?? ''), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
  const good = status === 0;
  tally[good ? 'passed' : 'failed'] += 1;
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${good ? 'passed' : 'FAILED'}  ${name} (${seconds} s)\n`);
  if (!good) process.stdout.write(`${stdout}${stderr}\n`);
}

// Without it the journeys fail, each by name; this says first what would make them pass.
function tellOfChromium(): void {
  try {
    findChromium();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
  }
}

async function runTests(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'opensend-results-'));
  const report = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const status = await ended(child);
  const counts = readCounts(report);
  tally.passed += counts.passed;
  // A run that broke down counts as a failure even when every test it reached had passed.
  tally.failed += counts.failed === 0 && status !== 0 ? 1 : counts.failed;
  rmSync(folder, { recursive: true });
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

function readCounts(report: string): { passed: number; failed: number } {
  try {
    const results: { numPassedTests: number; numFailedTests: number } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: results.numPassedTests, failed: results.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

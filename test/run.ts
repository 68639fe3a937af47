import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './support/chromium.ts';

/* Everything that must hold, in the order it is quickest to fail. Ends with the line `N passed, N failed`. */

const tally = { passed: 0, failed: 0 };

check('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--diagnostic-level=warn', '.']);
check('types', ['node_modules/@typescript/native/bin/tsc', '-p', '.']);
check('boundaries', ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'test', 'bench']);
check('dead code', ['node_modules/knip/bin/knip.js']);
findChromium();
runTests();

process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
process.exit(tally.failed === 0 ? 0 : 1);

function check(name: string, command: string[]): void {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  const good = status === 0;
  tally[good ? 'passed' : 'failed'] += 1;
  process.stdout.write(
    `${good ? 'passed' : 'FAILED'}  ${name} (${Math.round((Date.now() - started) / 1000)} s)\n`,
  );
  if (!good) process.stdout.write(`${stdout}${stderr}\n`);
}

function runTests(): void {
  const folder = mkdtempSync(join(tmpdir(), 'opensend-results-'));
  const report = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters], {
    stdio: 'inherit',
  });
  const counts = readCounts(report);
  tally.passed += counts.passed;
  // A run that broke down counts as a failure even when every test it reached had passed.
  tally.failed += counts.failed === 0 && status !== 0 ? 1 : counts.failed;
  rmSync(folder, { recursive: true });
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

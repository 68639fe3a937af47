import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real scanner of a test's own, which knows one signature. */
export type Scanner = { address: { host: string; port: number }; stop(): Promise<void> };

/**
 * The string by which every scanner can be tried (EICAR's "Anti-Malware Testfile", 68 characters). It is put together
 * here and now, so that no file of this project holds it and no scanner takes one away.
 */
export function eicar(): Buffer {
  const parts = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-', 'STANDARD-', 'ANTIVIRUS-', 'TEST-FILE!', '$H+H*'];
  return Buffer.from(parts.join(''));
}

/**
 * Starts Debian's `clamd` on loopback with a configuration and one signature of its own; installs it first where this is
 * root and it is not there. Null where it cannot be had: why is said in one line.
 */
export async function startClamd(largest = '50M'): Promise<Scanner | null> {
  const program = await findClamd();
  if (program === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'opensend-clamd-'));
  await chmod(folder, 0o700);
  // Target type 0 is any file, `*` any place in it (ClamAV's extended signature format).
  await writeFile(join(folder, 'local.ndb'), `OpenSEND.Test.Eicar:0:*:${eicar().toString('hex')}\n`);
  const port = await aFreePort();
  const lines = [
    'Foreground yes',
    `DatabaseDirectory ${folder}`,
    `TemporaryDirectory ${folder}`,
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `StreamMaxLength ${largest}`,
    'MaxFileSize 50M',
    'MaxScanSize 200M',
    'AlertExceedsMax yes',
  ];
  const config = join(folder, 'clamd.conf');
  await writeFile(config, `${lines.join('\n')}\n`);
  const child = spawn(program, ['--config-file', config], { stdio: 'ignore' });
  await untilItAnswers(child, port);
  return {
    address: { host: '127.0.0.1', port },
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findClamd(): Promise<string | null> {
  const program = '/usr/sbin/clamd';
  const there = () =>
    stat(program).then(
      () => true,
      () => false,
    );
  if (await there()) return program;
  if (process.getuid?.() !== 0) return skipped('clamd is not installed, and only root can install it');
  // A fresh system has no lists of packages yet: then they are fetched, and it is tried once more.
  const installed = (await install()) || ((await apt(['update'])) && (await install()));
  if (!installed) return skipped('clamav-daemon could not be installed');
  return (await there()) ? program : skipped('clamav-daemon was installed without clamd');
}

const install = () => apt(['install', '-y', '--no-install-recommends', 'clamav-daemon']);

function apt(words: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', words, { timeout: 140_000, env }).then(
    () => true,
    () => false,
  );
}

function skipped(why: string): null {
  console.log(`Not tried with a real scanner: ${why}`);
  return null;
}

async function aFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilItAnswers(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const opened = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (opened) return;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`clamd stopped with ${child.exitCode}`);
}

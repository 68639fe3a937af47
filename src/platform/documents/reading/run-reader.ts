import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Limits = { milliseconds: number; megabytes: number; letters: number };
export const USUAL: Limits = { milliseconds: 60_000, megabytes: 300, letters: 5_000_000 };

/** A program that reads files, with all that it may read itself. */
export type Program = { file: string; reads: readonly string[] };

/**
 * Reads a file in a process of its own: whatever is in it, it costs at most this much time and memory. Each line it says is
 * heard as JSON, null where it is none. Answers whether it came to its own end.
 */
export async function runReader(
  { file, reads }: Program,
  args: readonly string[],
  content: Readable,
  { limits, hear }: { limits: Limits; hear: (said: unknown) => void },
): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.megabytes}`,
      '--permission',
      ...[file, ...reads].map((path) => `--allow-fs-read=${path}`),
      file,
      ...args,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const stop = () => child.kill('SIGKILL');
  const timer = setTimeout(stop, limits.milliseconds);
  const gone = new Promise<number | null>((resolve) =>
    child.on('close', resolve).on('error', () => resolve(null)),
  );
  // The process may go before it has heard everything; bytes that are not as they were stored are another matter.
  const fed = pipeline(content, child.stdin).catch((error: unknown) =>
    content.errored === null ? null : Promise.reject(error),
  );
  try {
    let letters = 0;
    for await (const said of createInterface({ input: child.stdout })) {
      letters += said.length;
      if (letters > limits.letters) stop();
      else hear(parsed(said));
    }
    const [code] = await Promise.all([gone, fed]);
    // It may have said all of it, and ended by itself, before it could be stopped.
    return code === 0 && letters <= limits.letters;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Config, readConfig } from './config/index.ts';
import { type CommandDatabase, openCommandDatabase } from './open-database.ts';

/** What a command is given besides its arguments. It writes through these alone, so that a test can run it. */
export type Io = {
  /** One line to standard output: the answer. */
  out(line: string): void;
  /** One line to standard error: what was wrong, or what could not be used. */
  error(line: string): void;
  /** How far long work has come: shown when standard error is a terminal, nowhere otherwise. */
  progress(line: string): void;
  /** The text of a file, or of standard input for `-`. */
  read(path: string): Promise<string>;
  config: Config;
  /** Opened the first time it is asked for, and closed when the command ends. */
  database(): Promise<CommandDatabase>;
  now(): Date;
};

/** Takes what follows the noun. Answers 0 when done, 1 when the answer is no, 2 when the input could not be used. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** The input cannot be used: one line, and exit code 2. */
export class UnusableInput extends Error {}

/** Runs what reads arguments, so that what it throws is said as input that cannot be used. */
export function usable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnusableInput(error instanceof Error ? error.message : 'cannot be used');
  }
}

/** Runs one command on this terminal and returns its exit code. */
export async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const opened: Promise<CommandDatabase>[] = [];
  const config = readConfig();
  const io: Io = {
    out: (line) => process.stdout.write(`${line}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
    },
    read: (path) => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
    config,
    database: () => {
      const first = opened[0] ?? openCommandDatabase(config);
      opened[0] = first;
      return first;
    },
    now: () => new Date(),
  };
  try {
    return await command(args, io);
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    for (const database of await Promise.allSettled(opened)) {
      if (database.status === 'fulfilled') await database.value.close();
    }
  }
}

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { type PlainDate, parsePlainDate, sayDate } from '../../shared/plain-date.ts';
import { sayNumber } from '../../shared/words.ts';
import type { Approvals } from './approvals/write-list-store.ts';
import { type Imported, importRegister } from './import-store.ts';
import { LARGEST_FILE, TOO_LARGE, UnusableRegister } from './inspect-file.ts';

const SHOWN = 50;
const USE =
  'use: opensend settings import FILE [--published DATE], or opensend settings list --postcode P --need ASD --age 11';

/**
 * `settings import FILE`: a GIAS extract, its links, a census file, settings without a URN or, with the day it was published, a
 * list of section 41, into the register; `-` is standard input. Answers 0 when it is there, with each row that could not be used; 2 when the file cannot be used, and then nothing is changed.
 */
export const settings: Command = async (args, io) => {
  const { values, positionals } = usable(() =>
    parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, published: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    }),
  );
  const [verb, file] = positionals;
  if (verb !== 'import' || file === undefined || positionals.length > 2) {
    throw new UnusableInput(USE);
  }
  const publishedOn = values.published === undefined ? null : parsePlainDate(values.published);
  if (values.published !== undefined && publishedOn === null)
    throw new UnusableInput('--published must be a day like 2026-09-01');
  const { ownerUrl } = await io.database();
  if (ownerUrl === null)
    throw new UnusableInput('set DATABASE_OWNER_URL: the register is imported as the owner of the schema');
  const done = await importFile({ ownerUrl, file, publishedOn }, io);
  if (values.json === true) io.out(JSON.stringify(done, null, 2));
  else tell(done, io);
  return 0;
};

type Wanted = { ownerUrl: string; file: string; publishedOn: PlainDate | null };

async function importFile({ ownerUrl, file, publishedOn }: Wanted, io: Io): Promise<Imported> {
  const started = performance.now();
  const onProgress = (rows: number) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    io.progress(`${sayNumber(rows)} rows read, ${seconds} s`);
  };
  try {
    if (file !== '-') return await importRegister(ownerUrl, file, onProgress, publishedOn);
    return await withStandardInput((kept) => importRegister(ownerUrl, kept, onProgress, publishedOn));
  } catch (error) {
    if (!(error instanceof UnusableRegister)) throw error;
    throw new UnusableInput(`${file === '-' ? 'the file' : file} was not imported: ${error.message}`);
  }
}

// Kept first: its encoding is known only once all of it has been read.
async function withStandardInput<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-register-'));
  try {
    const file = join(folder, 'register.csv');
    await pipeline(process.stdin, limited, createWriteStream(file, { mode: 0o600 }));
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* limited(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > LARGEST_FILE) throw new UnusableRegister(TOO_LARGE);
    yield part;
  }
}

function tell(done: Imported, io: Io): void {
  const say = (count: number) => sayNumber(count);
  if (done.approvals === undefined)
    io.out(
      `${done.layout}: ${say(done.read)} read, ${say(done.added)} added, ${say(done.changed)} changed, ${say(done.unchanged)} unchanged`,
    );
  else tellApprovals(done.approvals, done.read, io);
  if (done.unknown > 0)
    io.out(
      `${say(done.unknown)} ${done.unknown === 1 ? 'row is of a setting' : 'rows are of settings'} not on the register`,
    );
  const { unusable } = done;
  for (const { line, reason } of unusable.slice(0, SHOWN)) io.out(`line ${line} was not used: ${reason}`);
  if (unusable.length > SHOWN) {
    io.out(`and ${say(unusable.length - SHOWN)} more lines were not used: --json lists them all`);
  }
}

function tellApprovals(
  { publishedOn, same, approved, ended, unmatched }: Approvals,
  read: number,
  io: Io,
): void {
  const say = (count: number) => sayNumber(count);
  const list = `section 41 list of ${sayDate(publishedOn)}: ${say(read)} read`;
  io.out(
    same
      ? `${list}, and it is here already`
      : `${list}, ${say(approved)} now approved, ${say(ended)} no longer`,
  );
  if (unmatched > 0)
    io.out(`${say(unmatched)} of the newest list are of no setting on the register, or might be of several`);
}

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { copyIn } from '../../platform/database/copy.ts';
import { connectAsOwner } from '../../platform/database/owner.ts';
import { Refused } from '../../platform/refused.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { sayNumber } from '../../shared/words.ts';
import { COPIED, copyLine } from './copy-lines.ts';
import { partsOf } from './files/parts.ts';
import { type Begun, begin } from './files/table.ts';
import { findRelease, finishRelease, type Gathered, type Imported } from './release-store.ts';
import { NO_STATISTICS } from './sources/dashboard.ts';
import { type Definition, type Reader, UnusableStatistics } from './sources/line.ts';

export type Importing = {
  ownerUrl: string;
  path: string;
  /** The day it was published, where somebody says so. */
  publishedOn: PlainDate | null;
  onProgress: (line: string) => void;
};

/**
 * Imports a file of official statistics as the owner of the schema: a release as its publisher packs it, or one of its tables.
 * All of it or nothing, in one transaction; the same bytes again change nothing. Answers one release, or more where a zip file
 * holds another publisher's table too. Throws UnusableStatistics for a file it cannot use, Refused for a database it cannot write.
 */
export async function importStatistics({ ownerUrl, ...asked }: Importing): Promise<Imported[]> {
  // Where it is not hashed first, it is hashed as it is read, and known then.
  const sha256 = (await lookAt(asked.path)) ? await hashOf(asked.path) : null;
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query('begin');
    await client.query('lock table statistics_releases in share row exclusive mode');
    const known = sha256 === null ? null : await findRelease(client, sha256);
    const releases = known === null ? await importParts(client, asked, sha256) : [known];
    await client.query('commit');
    return releases;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw explained(error);
  } finally {
    await client.end();
  }
}

type Asked = Omit<Importing, 'ownerUrl'>;

const LARGEST_HASHED_FIRST = 256 * 1024 * 1024;

/**
 * Refuses a file that is no statistics by how it begins, before all of it is read for its hash. Answers whether it is to be hashed
 * before it is imported: a plain table of more than 256 MB is not, so that what is wrong with it is found on the way.
 */
async function lookAt(path: string): Promise<boolean> {
  const parts = partsOf(path);
  try {
    const { value: part } = await parts.next();
    if (part === undefined || part.packed) return true;
    const table = await begin(part);
    if (table === null) throw new UnusableStatistics(whyNone([part.name]), WHAT_IS_READ);
    if (part.parquet !== null) return true;
    const { value: first } = await table.records.next();
    if (first !== undefined) table.reader.take(first.cells, first.line);
    await table.records.return(undefined);
    return (await stat(path)).size <= LARGEST_HASHED_FIRST;
  } finally {
    await parts.return(undefined);
  }
}

async function importParts(client: pg.Client, asked: Asked, sha256: string | null): Promise<Imported[]> {
  const gathered = new Map<string, Gathered>();
  const left: string[] = [];
  for await (const part of partsOf(asked.path)) {
    const table = await begin(part);
    if (table === null) {
      left.push(part.name);
      continue;
    }
    const { source, dataset, indicators, rates } = table.reader;
    // What another publisher put into the release is a release of its own, known by its own bytes.
    const key = source === 'ees-ehc-plans' ? source : part.name;
    const release = gathered.get(key) ?? newRelease(source, part.name, part.packed);
    gathered.set(key, release);
    if (release.datasets.some((other) => other.dataset === dataset))
      throw new UnusableStatistics(`it holds ${dataset} twice`);
    const done = await copyTable({ client, table, release: release.id, onProgress: asked.onProgress });
    release.datasets.push({ dataset, indicators, rates, ...done });
    release.notes.push(...table.reader.notes(), ...table.notes());
    const whole = source === 'ees-ehc-plans' || !part.packed;
    release.sha256 = whole && sha256 !== null ? sha256 : table.sha256();
  }
  if (gathered.size === 0) throw new UnusableStatistics(whyNone(left), WHAT_IS_READ);
  await client.query('analyze statistics_rows');
  const releases: Imported[] = [];
  for (const release of gathered.values()) releases.push(await finishRelease(client, release, asked));
  return releases;
}

function newRelease(source: Reader['source'], name: string, packed: boolean): Gathered {
  return { id: randomUUID(), source, name, packed, sha256: '', datasets: [], notes: [] };
}

const WHAT_IS_READ =
  'Give the release “Education, health and care plans” as a zip file or a table of it, or a file that docs/operations.md names';

function whyNone(left: readonly string[]): string {
  const [first] = left;
  if (first === undefined) return 'it holds no CSV file';
  if (NO_STATISTICS.includes(first.toLowerCase())) return `${first} holds no figure of an area`;
  return `the columns of ${first} are those of no statistics known here`;
}

type Copying = { client: pg.Client; table: Begun; release: string; onProgress: (line: string) => void };

async function copyTable({ client, table, release, onProgress }: Copying): Promise<Done> {
  const done: Done = { rows: 0, newest: {}, definitions: [] };
  const { dataset, definitions } = table.reader;
  try {
    await copyIn(client, `copy ${COPIED} from stdin`, rowsOf(table, release, done, onProgress));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505')
      throw new UnusableStatistics(`${dataset} says the same thing twice: ${saidTwice(error.detail)}`);
    throw error;
  }
  if (definitions !== undefined) {
    const { year, measures } = definitions();
    if (measures.length === 0) throw new UnusableStatistics(`${dataset} holds no measure`);
    return { rows: measures.length, newest: { 'calendar year': year }, definitions: measures };
  }
  if (done.rows === 0) throw new UnusableStatistics(`${dataset} holds no row of England`);
  return done;
}
/** The newest year of each kind of period. */
type Newest = Partial<Record<string, number>>;
type Done = { rows: number; newest: Newest; definitions: readonly Definition[] };

const AT_ONCE = 64 * 1024;
const TOLD_EVERY = 5000;

async function* rowsOf(
  { reader, records }: Begun,
  release: string,
  done: Done,
  onProgress: (line: string) => void,
): AsyncGenerator<string> {
  let text = '';
  const add = (lines: ReturnType<Reader['take']>) => {
    for (const line of lines) {
      text += copyLine(release, reader.dataset, line);
      done.rows += 1;
      done.newest[line.periodKind] = Math.max(line.year, done.newest[line.periodKind] ?? 0);
      if (done.rows % TOLD_EVERY === 0) onProgress(`${reader.dataset}: ${sayNumber(done.rows)} rows`);
    }
  };
  for await (const { cells, line } of records) {
    add(reader.take(cells, line));
    if (text.length > AT_ONCE) {
      yield text;
      text = '';
    }
  }
  add(reader.finish());
  if (text !== '') yield text;
}

/** `Key (dataset, topic, …)=(caseload, , , 839, January, 2025, …) already exists.` */
function saidTwice(detail: string | undefined): string {
  const [, topic = '', breakdown = '', area = '', kind = '', year = ''] =
    /=\((.*)\)/.exec(detail ?? '')?.[1]?.split(', ') ?? [];
  return [`area ${area}`, `${kind} ${year}`, topic, breakdown].filter((part) => part !== '').join(', ');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  } catch {
    throw new UnusableStatistics('there is no such file, or it cannot be read');
  }
  return hash.digest('hex');
}

function explained(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '42501')
    return new Refused('DATABASE_OWNER_URL may not write the statistics: use the owner of the schema');
  if (error.code === '42P01')
    return new Refused('the database is older than this version of OpenSEND: run npm run migrate first');
  return error;
}

import { parseArgs } from 'node:util';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { withLens } from '../../platform/lens/index.ts';
import { parsePlainDate } from '../../shared/plain-date.ts';
import { sayNumber } from '../../shared/words.ts';
import { type Difference, readDifferences } from './differences-store.ts';
import { importStatistics } from './import-store.ts';
import { type Imported, listReleases, type Release } from './release-store.ts';
import { UnusableStatistics } from './sources/line.ts';

/**
 * What is worked out again from the statistics once some were imported: as the owner of the schema, told which tables were, also
 * where their bytes were imported before. Answers what was done.
 */
export type Afterwards = (ownerUrl: string, tables: ReadonlySet<string>) => Promise<string>;

const USE = 'use: opensend statistics import FILE | list | differences RELEASE';
const SHOWN = 20;

/**
 * `statistics import FILE [--published DAY]`: a release of official statistics, or one of its tables, then what is made from it;
 * `list`: the releases there are; `differences RELEASE`: what a revision has otherwise than the one before. Each with `--json`.
 * Answers 0, or 2 for what cannot be used, and then nothing is changed.
 */
export const statistics =
  (afterwards: readonly Afterwards[]): Command =>
  async (args, io) => {
    const { values, positionals } = usable(() =>
      parseArgs({
        args: [...args],
        options: { json: { type: 'boolean' }, published: { type: 'string' } },
        allowPositionals: true,
        strict: true,
      }),
    );
    const [verb, given, ...more] = positionals;
    if (more.length > 0) throw new UnusableInput(USE);
    const json = values.json === true;
    if (verb === 'list' && given === undefined) return list(io, json);
    if (verb === 'differences' && given !== undefined) return differences(given, io, json);
    if (verb !== 'import' || given === undefined) throw new UnusableInput(USE);
    if (given === '-')
      throw new UnusableInput(
        'give a file: a release is read more than once, and standard input can be read once',
      );
    const publishedOn = values.published === undefined ? null : parsePlainDate(values.published);
    if (values.published !== undefined && publishedOn === null)
      throw new UnusableInput('--published must be a day like 2025-06-26');
    const { ownerUrl } = await io.database();
    if (ownerUrl === null)
      throw new UnusableInput('set DATABASE_OWNER_URL: statistics are imported as the owner of the schema');
    const onProgress = (line: string) => io.progress(line);
    const imported = await importStatistics({ ownerUrl, path: given, publishedOn, onProgress }).catch(
      (error: unknown) => {
        if (!(error instanceof UnusableStatistics)) throw error;
        throw new UnusableInput(
          `${given} was not imported: ${error.message}${error.whatToDo === '' ? '' : `. ${error.whatToDo}`}`,
        );
      },
    );
    const made: string[] = [];
    const tables = new Set(imported.flatMap(({ datasets }) => datasets.map(({ dataset }) => dataset)));
    for (const work of afterwards) made.push(await work(ownerUrl, tables));
    if (json) io.out(JSON.stringify({ imported, made }, null, 2));
    else tell(imported, made, io);
    return 0;
  };

const say = (count: number) => sayNumber(count);
const named = ({ title, revision }: Release) => (revision === 1 ? title : `${title}, revision ${revision}`);

function tell(imported: readonly Imported[], made: readonly string[], io: Io): void {
  for (const release of imported) {
    if (release.already) io.out(`${named(release)}: imported before, nothing is changed`);
    else io.out(`${named(release)}: ${say(release.datasets.reduce((sum, { rows }) => sum + rows, 0))} rows`);
    for (const { dataset, rows } of release.already ? [] : release.datasets)
      io.out(`  ${dataset}: ${say(rows)}`);
    for (const note of release.notes) io.out(`  ${note}`);
    tellDifferences(release.differences, io);
  }
  for (const line of made) io.out(line);
}

function tellDifferences(found: readonly Difference[], io: Io): void {
  const many = found.length === 1 ? '1 figure is' : `${say(found.length)} figures are`;
  if (found.length > 0) io.out(`  ${many} otherwise than in the revision before:`);
  for (const one of found.slice(0, SHOWN)) io.out(`  ${difference(one)}`);
  if (found.length > SHOWN)
    io.out(`  and ${say(found.length - SHOWN)} more: opensend statistics differences lists them`);
}

function difference({
  dataset,
  area,
  periodKind,
  year,
  topic,
  breakdown,
  indicator,
  was,
  is,
}: Difference): string {
  const about = [dataset, area, `${periodKind} ${year}`, topic, breakdown, indicator];
  return `${about.filter((part) => part !== '').join(', ')}: was ${was ?? 'not there'}, is ${is ?? 'not there'}`;
}

async function list(io: Io, json: boolean): Promise<number> {
  const releases = await read(io, listReleases);
  if (json) io.out(JSON.stringify(releases, null, 2));
  for (const release of json ? [] : releases) {
    const day = release.publishedOn === null ? '' : `, published ${release.publishedOn}`;
    io.out(`${release.id.slice(0, 8)}  ${named(release)}${day} (${release.publisher}; ${release.fileName})`);
  }
  return 0;
}

async function differences(given: string, io: Io, json: boolean): Promise<number> {
  if (!/^[0-9a-f-]{8,36}$/.test(given))
    throw new UnusableInput(`opensend statistics list says what the releases are called`);
  const found = await read(io, (tx) => readDifferences(tx, given));
  if (found === null)
    throw new UnusableInput(`there is no release ${given}: opensend statistics list lists them`);
  if (json) io.out(JSON.stringify(found, null, 2));
  else for (const one of found) io.out(difference(one));
  return 0;
}

// What is published is the same through every lens: this one sees no child.
async function read<T>(
  io: Io,
  work: (tx: Parameters<Parameters<typeof withLens<T>>[2]>[0]) => Promise<T>,
): Promise<T> {
  const { database } = await io.database();
  return withLens(database, { kind: 'system', authorityId: 0 }, work);
}

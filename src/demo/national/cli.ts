import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { sayNumber } from '../../shared/words.ts';
import { readImported } from './imported.ts';
import { makeNational, type Progress } from './make.ts';
import { type Published, readPublished } from './published.ts';
import { shapesOfFigures } from './shapes.ts';
import { shapesOfRelease } from './shapes-published.ts';

/** The one in the middle by its number of plans: whose staff the demonstration signs in as. */
const HOME = '303';
/** Plans whose words are made, unless told otherwise. */
const WORDS = '1000';
const TEXT = { type: 'string' } as const;

/**
 * `demo national --people N [--seed N] [--release ZIP] [--plan-texts N] [--home CODE] [--totals FILE]`: all England, invented, as
 * large as asked for, in a database of its own.
 */
export const national: Command = async (args, io) => {
  const asked = parse(args);
  const given = asked.release === undefined ? null : await readRelease(asked.release);
  const { ownerUrl } = await io.database();
  if (ownerUrl === null)
    throw new UnusableInput('set DATABASE_OWNER_URL: only the owner of the schema makes a demonstration');
  const published = given ?? (await readImported(ownerUrl));
  const shapes = published === null ? shapesOfFigures() : shapesOfRelease(published);
  const made = await makeNational(ownerUrl, shapes, { ...asked, now: io.now() }, progressTo(io));
  if (asked.totals !== undefined) await writeFile(asked.totals, `${JSON.stringify(made.totals)}\n`);
  const england = (measure: string, year: number) =>
    sayNumber(
      made.totals
        .filter((one) => one.measure === measure && one.year === year)
        .reduce((sum, { numerator }) => sum + numerator, 0),
    );
  io.out(
    `${shapes.length} authorities: ${england('plans', 2025)} people with plans, counted on 16 January 2025; ${england('requests', 2024)} requests and ${england('new-plans', 2024)} new plans in 2024`,
  );
  io.out(`The words of ${sayNumber(asked.words)} plans were made; the others say where alone`);
  io.out(
    published === null
      ? 'From the national and regional figures that come with the service: --release ZIP makes each authority as published'
      : `Each authority as ${asked.release ?? 'the release that was imported'} has it`,
  );
  io.out(
    'Everybody in it is invented. Not in it, since the service does not record them yet: plans that ended, annual reviews, appeals',
  );
  return 0;
};

function parse(args: readonly string[]) {
  const { positionals, values } = usable(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ people: TEXT, seed: TEXT, release: TEXT, totals: TEXT },
        'plan-texts': TEXT,
        home: TEXT,
      },
    }),
  );
  if (positionals.length > 0 || values.people === undefined)
    throw new UnusableInput('say how many: opensend demo national --people 640000');
  return {
    people: whole('people', values.people, 153, 2_000_000),
    seed: whole('seed', values.seed ?? '1', 0, 1_000_000),
    words: whole('plan-texts', values['plan-texts'] ?? WORDS, 0, 2_000_000),
    home: whole('home', values.home ?? HOME, 1, 999),
    release: values.release,
    totals: values.totals,
  };
}

function whole(option: string, given: string, least: number, most: number): number {
  const number = /^\d{1,7}$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UnusableInput(`--${option} is a whole number from ${least} to ${most}`);
}

async function readRelease(release: string): Promise<Published> {
  const bytes = await readFile(release).catch(() => {
    throw new UnusableInput(`cannot read ${release}`);
  });
  return readPublished(bytes);
}

function progressTo(io: Io): Progress {
  const started = performance.now();
  return (done, of) => {
    const left = Math.round(((performance.now() - started) / done / 1000) * (of - done));
    io.progress(`${done} of ${of} authorities, the largest first; at most ${left} seconds left`);
  };
}

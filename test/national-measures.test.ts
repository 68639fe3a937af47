import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshCounts } from '../src/capabilities/dashboards/live/refresh.ts';
import { makeNational } from '../src/demo/national/make.ts';
import { shapesOfFigures } from '../src/demo/national/shapes.ts';
import type { Total } from '../src/demo/national/totals.ts';
import { parseConfig } from '../src/platform/config/index.ts';
import { type Database, migrate, openDatabase } from '../src/platform/database/index.ts';
import { openDocumentStore } from '../src/platform/documents/configured-store.ts';
import type { Services } from '../src/platform/services.ts';
import { anEmptyDatabase } from './support/database.ts';

/* Measures counted from the rows of all England, at a hundredth of its size, are what was counted while the rows were made. */

const NOW = new Date('2025-01-16T09:00:00Z');
/** Whole years, and the day everything was made up to. */
const YEARS = [2020, 2021, 2022, 2023, 2024];

let own: Awaited<ReturnType<typeof anEmptyDatabase>>;
let database: Database;
let totals: readonly Total[];
const counted = new Map<string, string>();

beforeAll(async () => {
  own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  database = openDatabase(own.appUrl, { max: 4 });
  const national = { people: 6400, seed: 3, words: 0, home: 303, now: NOW };
  totals = (await makeNational(own.ownerUrl, shapesOfFigures(), national, () => undefined)).totals;
  const services = await servicesOf();
  for (const authority of new Set(totals.map((total) => total.authority)))
    for (const one of await refreshCounts(services, authority))
      if (one.periodKind !== 'today')
        counted.set(
          keyOf({ ...one, authority, periodKind: one.periodKind }),
          `${one.numerator} of ${one.denominator ?? '-'}`,
        );
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function servicesOf(): Promise<Services> {
  const config = parseConfig({ LOG_LEVEL: 'silent' });
  const authority = { code: 303, name: 'Bexley', email: null, phone: null, address: null, sendiass: null };
  const rest = {
    mediationAdviser: null,
    safeguarding: null,
    translationNotice: null,
    brandColour: null,
    demo: true,
  };
  return {
    ...{ config, database, databaseUrl: own.appUrl, authority: { ...authority, ...rest } },
    ...{
      documents: await openDocumentStore(config.documents),
      logger: pino({ level: 'silent' }),
      now: () => NOW,
    },
  };
}

type Of = Pick<Total, 'measure' | 'authority' | 'periodKind' | 'year' | 'topic' | 'breakdown'>;
const keyOf = ({ measure, authority, periodKind, year, topic, breakdown }: Of) =>
  [measure, authority, periodKind, year, topic, breakdown].join('|');

/** What was said while the rows were made, of what is counted live; the rest has no live measure, or is of years that are not whole. */
function comparable(): Total[] {
  const live = new Set([...counted.keys()].map((key) => key.split('|')[0]));
  return totals.filter(({ measure, periodKind, year }) =>
    // The generator's new plans are those of an assessment here; ours are also those brought in, and are held to rows below.
    measure === 'new-plans' || !live.has(measure)
      ? false
      : periodKind === 'January'
        ? year >= 2023
        : YEARS.includes(year),
  );
}

test('every measure of every authority is, to the unit, what was counted while its rows were made', async () => {
  const backwards = await decidedBeforeTheyBegan();
  const wrong = comparable().flatMap((total) => {
    if (backwards.has(keyOf(total))) return [];
    const said = `${total.numerator} of ${total.denominator ?? '-'}`;
    const found = counted.get(keyOf(total));
    return found === said ? [] : [`${keyOf(total)}: ${found ?? 'nothing'}, not ${said}`];
  });
  expect(wrong).toEqual([]);
  const measures = new Set(comparable().map(({ measure }) => measure));
  expect([...measures].sort()).toEqual([
    ...[
      'assessments-no-plan',
      'decided-within-6-weeks',
      'placement',
      'plan-ages',
      'plans',
      'plans-within-20-weeks',
    ],
    ...['plans-within-20-weeks-all', 'primary-need', 'requests', 'requests-not-assessed'],
    ...['stage-days-assess', 'stage-days-decide', 'stage-days-plan'],
  ]);
  expect(new Set(comparable().map(({ authority }) => authority)).size).toBe(153);
});

/** An assessment whose outcome is dated before it began took no days, and is in no mean; whoever made it counted it. */
async function decidedBeforeTheyBegan(): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    `select a.authority_id as authority, extract(year from d.notified_on)::int as year from assessments a
     join assessment_decisions d on d.authority_id = a.authority_id and d.assessment_id = a.id where d.notified_on < a.opened_on`,
  );
  expect(rows.length).toBeLessThan(5);
  const of = { measure: 'stage-days-assess', periodKind: 'calendar year', topic: '', breakdown: '' } as const;
  return new Set(rows.map(({ authority, year }) => keyOf({ ...of, authority, year })));
}

test('nothing is counted that was not made: what has no total comes to none', () => {
  const said = new Set(comparable().map(keyOf));
  const measures = new Set(comparable().map(({ measure }) => measure));
  const more = [...counted].filter(([key, value]) => {
    const [measure = '', , kind, year] = key.split('|');
    const whole = kind === 'January' ? year === '2025' : YEARS.includes(Number(year));
    return measures.has(measure) && whole && !said.has(key) && !value.startsWith('0 of');
  });
  expect(more).toEqual([]);
});

test('new plans are those whose first version is of the year, brought in or not', async () => {
  const rows = await rowsOf(
    `select authority_id as authority, extract(year from sent_on)::int as year, count(*)::int as count from plan_versions
     where kind = 'final' and number = 1 group by 1, 2`,
  );
  for (const { authority, year, count } of rows.filter((row) => YEARS.includes(row.year)))
    expect(counted.get(`new-plans|${authority}|calendar year|${year}||`)).toBe(`${count} of -`);
});

type Row = { authority: number; year: number; count: number };

async function rowsOf(question: string): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: own.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<Row>(question);
  await owner.end();
  return rows;
}

import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type England, makeNational } from '../src/demo/national/make.ts';
import { readPublished } from '../src/demo/national/published.ts';
import { shapesOfFigures } from '../src/demo/national/shapes.ts';
import { shapesOfRelease } from '../src/demo/national/shapes-published.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { migrate } from '../src/platform/database/index.ts';
import { sharedData } from '../test/support/shared-data.ts';
import type { Measured } from './support/table.ts';

const PEOPLE = 640_000;

/**
 * All England made in a durable PostgreSQL of its own: how long it took, what it takes on disk, rows of each table a second. What
 * is counted from the rows otherwise than was said to be written is counted as wrong.
 */
export async function national(): Promise<Measured[]> {
  const release = sharedData('ees/education-health-and-care-plans_2025.zip');
  const shapes = release === null ? shapesOfFigures() : shapesOfRelease(readPublished(readFileSync(release)));
  const folder = await mkdtemp(join(tmpdir(), 'opensend-bench-'));
  const server = await startEmbedded(folder, { durable: true });
  try {
    await migrate(server.ownerUrl, server.appPassword);
    const started = performance.now();
    const asked = { people: PEOPLE, seed: 1, words: 1000, home: 303, now: new Date() };
    const england = await makeNational(server.ownerUrl, shapes, asked, () => undefined);
    const seconds = (performance.now() - started) / 1000;
    return await measure(server.ownerUrl, england, seconds);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(ownerUrl: string, { tables, totals }: England, seconds: number): Promise<Measured[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const [size] = (
      await client.query<{ gb: number }>('select pg_database_size(current_database()) / 1e9::float8 as gb')
    ).rows;
    const rows = [...tables.values()].reduce((sum, one) => sum + one.rows, 0);
    const own = [...tables].map(
      ([table, one]): Measured => ({
        what: `  ${table}: ${one.rows.toLocaleString('en-GB')} rows`,
        perSecond: one.rows / one.seconds,
        beside: `${one.seconds.toFixed(0)} s of the two connections’`,
        wrong: 0,
      }),
    );
    return [
      {
        what: `all England, ${PEOPLE.toLocaleString('en-GB')} people with plans: ${rows.toLocaleString('en-GB')} rows, ${size?.gb.toFixed(1)} GB of at most 20`,
        perSecond: rows / seconds,
        beside: `${seconds.toFixed(0)} s, at most 600`,
        wrong: await countWrong(client, totals),
      },
      ...own,
    ];
  } finally {
    await client.end();
  }
}

const FROM_ROWS: Readonly<Record<string, string>> = {
  plans: `select authority_id, 2025, count(*) from plan_versions where kind = 'final' group by 1`,
  requests: `select authority_id, extract(year from received_on)::int, count(*) from requests group by 1, 2`,
  'requests-not-assessed': `select r.authority_id, extract(year from r.received_on)::int, count(*) from requests r
    join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id where d.outcome = 'do not assess' group by 1, 2`,
  'plans-within-20-weeks-all': `select r.authority_id, extract(year from v.sent_on)::int, count(*) from plan_versions v
    join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
    join requests r on r.authority_id = p.authority_id and r.id = p.request_id where v.sent_on <= r.received_on + 140 group by 1, 2`,
};

async function countWrong(client: pg.Client, totals: England['totals']): Promise<number> {
  let wrong = 0;
  for (const [measure, text] of Object.entries(FROM_ROWS)) {
    const found = await client.query<{ authority: number; year: number; count: number }>(
      `select a as authority, y as year, n::int as count from (${text}) as m (a, y, n)`,
    );
    const counted = new Map(found.rows.map((one) => [`${one.authority} ${one.year}`, one.count]));
    wrong += totals
      .filter((one) => one.measure === measure && (measure !== 'plans' || one.year === 2025))
      .filter((one) => (counted.get(`${one.authority} ${one.year}`) ?? 0) !== one.numerator).length;
  }
  return wrong;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { listOwnCounts, listReleasedCounts } from '../src/capabilities/dashboards/live/read-store.ts';
import { refreshCounts } from '../src/capabilities/dashboards/live/refresh.ts';
import { parseConfig } from '../src/platform/config/index.ts';
import { startEmbedded } from '../src/platform/database/embedded.ts';
import { type Database, migrate, openDatabase } from '../src/platform/database/index.ts';
import { openDocumentStore } from '../src/platform/documents/configured-store.ts';
import { withLens } from '../src/platform/lens/index.ts';
import type { Services } from '../src/platform/services.ts';
import { fillMeasured } from './support/measured-cases.ts';
import { workedSoFar } from './support/processor.ts';
import { type Measured, spread } from './support/table.ts';

/* Counting one authority's measures anew after a change, what those who read meanwhile wait, and what it costs as there are more areas. */

const LARGE = 200;
const CASES = 20_000;
const SMALL_CASES = 500;
const AREAS = [1, 10, 50, 153];
const TIMES = 12;

/** Refreshes a large authority, with readers and beside plain queries, then among ever more others; prints the curve. */
export async function measures(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-bench-'));
  const server = await startEmbedded(folder, { durable: true });
  await migrate(server.ownerUrl, server.appPassword);
  const owner = new pg.Pool({ connectionString: server.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const services = await servicesOf(server.appUrl, folder);
  try {
    await fillMeasured(owner, LARGE, CASES);
    await owner.query('analyze');
    return [...(await refreshing(owner, services)), ...(await curve(owner, services))];
  } finally {
    await services.database.close();
    await owner.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function servicesOf(appUrl: string, folder: string): Promise<Services> {
  const config = parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const authority = {
    code: LARGE,
    name: 'Authority',
    email: null,
    phone: null,
    address: null,
    sendiass: null,
  };
  const rest = {
    mediationAdviser: null,
    safeguarding: null,
    translationNotice: null,
    brandColour: null,
    demo: true,
  };
  return {
    ...{ config, database: openDatabase(appUrl, { max: 10 }), databaseUrl: appUrl },
    ...{ authority: { ...authority, ...rest }, documents: await openDocumentStore(config.documents) },
    ...{ logger: pino({ level: 'silent' }), now: () => new Date() },
  };
}

async function refreshing(owner: pg.Pool, services: Services): Promise<Measured[]> {
  const counts = await refreshCounts(services, LARGE);
  const plain = spread(await timed(TIMES, () => plainly(owner)));
  const [alone] = await readWhile(services.database, () =>
    timed(1, () => new Promise((done) => setTimeout(done, 6000))),
  );
  const before = await workedSoFar(owner);
  const quiet = await timed(TIMES, () => refreshCounts(services, LARGE));
  const after = await workedSoFar(owner);
  const [readers, times] = await readWhile(services.database, () =>
    timed(TIMES, () => refreshCounts(services, LARGE)),
  );
  const refreshed = spread(times);
  const processor = before === null || after === null ? null : (after.processor - before.processor) / TIMES;
  const own = await withLens(services.database, { kind: 'system', authorityId: LARGE }, (tx) =>
    listOwnCounts(tx),
  );
  const wrong = own.length === counts.length ? 0 : 1;
  return [
    { what: 'the same sums, plain GROUP BY over the tables', ...plain, beside: '', wrong: 0 },
    {
      what: `one authority’s measures anew, ${CASES.toLocaleString('en-GB')} cases, nobody reading`,
      ...spread(quiet),
      beside: processor === null ? '' : `${Math.round(processor)} ms of the database’s processor`,
      wrong,
    },
    {
      what: `one authority’s measures anew, ${CASES.toLocaleString('en-GB')} cases, read meanwhile`,
      ...refreshed,
      beside: `${(refreshed.p50 / plain.p50).toFixed(1)} of plain`,
      wrong,
    },
    { what: 'reading counts and releases, nothing refreshed', ...alone, beside: '', wrong: 0 },
    {
      what: 'reading counts and releases while they are refreshed',
      ...readers,
      beside: `p99 ${(readers.p99 / alone.p99).toFixed(1)} of that`,
      wrong: 0,
    },
  ];
}

async function curve(owner: pg.Pool, services: Services): Promise<Measured[]> {
  const measured: Measured[] = [];
  let there = 0;
  let first: Cost | null = null;
  for (const areas of AREAS) {
    for (; there < areas; there += 1) await fillMeasured(owner, 300 + there, SMALL_CASES);
    await owner.query('vacuum analyze');
    // The same areas each time, so that what differs is how many are beside them.
    const cost: Cost = await costOf(owner, services);
    first ??= cost;
    const what = `an area of ${SMALL_CASES} cases anew, ${areas} areas beside the large one`;
    measured.push({ what, ...spread(cost.times), beside: sayCost(cost, first), wrong: 0 });
  }
  return measured;
}

type Cost = { times: number[]; processor: number | null; blocks: number | null };
/** How often one area is counted anew: often enough that a tick of the clock is nothing beside it. */
const OFTEN = 40;

async function costOf(owner: pg.Pool, services: Services): Promise<Cost> {
  await refreshCounts(services, 300);
  const before = await workedSoFar(owner);
  const times = await timed(OFTEN, () => refreshCounts(services, 300));
  const after = await workedSoFar(owner);
  if (before === null || after === null) return { times, processor: null, blocks: null };
  const each = (of: 'processor' | 'blocks') => (after[of] - before[of]) / OFTEN;
  return { times, processor: each('processor'), blocks: each('blocks') };
}

function sayCost({ processor, blocks }: Cost, first: Cost): string {
  if (processor === null || blocks === null) return 'processor time is not known here';
  const beside = (one: number, other: number | null) => (one / (other ?? one)).toFixed(2);
  return `${processor.toFixed(1)} ms of processor (${beside(processor, first.processor)} of one area), ${Math.round(blocks)} blocks (${beside(blocks, first.blocks)})`;
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken;
}

/** Four who read some hundred times a second together, as pages would, until the work is done; and how long each reading took. */
async function readWhile(database: Database, work: () => Promise<number[]>) {
  const taken: number[] = [];
  const state = { over: false };
  const readers = Array.from({ length: 4 }, async () => {
    while (!state.over) {
      const started = performance.now();
      await withLens(database, { kind: 'system', authorityId: LARGE }, (tx) =>
        listOwnCounts(tx, { measures: ['plans-within-20-weeks', 'requests', 'primary-need'] }),
      );
      await listReleasedCounts(database, { authorityIds: [LARGE], measures: ['plans-within-20-weeks'] });
      taken.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, 35));
    }
  });
  const times = await work();
  state.over = true;
  await Promise.all(readers);
  return [spread(taken), times] as const;
}

/** What the same sums cost where nobody’s lens, no other file and no exception of the law’s is thought of. */
async function plainly(owner: pg.Pool): Promise<void> {
  for (const question of PLAIN) await owner.query(question.replaceAll('$1', String(LARGE)));
}
const DAYS = `(select current_date as on_day union all select make_date(extract(year from current_date)::int - n, 1, 16) from generate_series(0, 2) n) d`;
const PLAIN = [
  `select extract(year from received_on), count(*), count(*) filter (where outcome = 'do not assess'), count(outcome),
     count(*) filter (where notified_on <= received_on + 42), sum(notified_on - received_on)
   from requests r left join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id where r.authority_id = $1 group by 1`,
  `select extract(year from sent_on), count(*), count(*) filter (where sent_on <= received_on + 140), count(*) filter (where e.request_id is null)
   from plan_versions v join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
   join requests r on r.authority_id = p.authority_id and r.id = p.request_id
   left join request_exceptions e on e.authority_id = r.authority_id and e.request_id = r.id
   where v.authority_id = $1 and v.kind = 'final' and v.number = 1 group by 1`,
  `select extract(year from notified_on), outcome, count(*), sum(notified_on - opened_on)
   from assessments a join assessment_decisions d on d.authority_id = a.authority_id and d.assessment_id = a.id where a.authority_id = $1 group by 1, 2`,
  `select d.on_day, need, count(*) from plan_versions v join ${DAYS} on v.sent_on <= d.on_day
   join children_circumstances f on f.authority_id = v.authority_id and f.child_id = v.child_id and f.kind = 'primary need'
   where v.authority_id = $1 and v.kind = 'final' and v.number = 1 group by 1, 2`,
  `select d.on_day, s.kind, count(*) from plan_versions v join ${DAYS} on v.sent_on <= d.on_day
   left join placements s on s.authority_id = v.authority_id and s.child_id = v.child_id and s.from_on <= d.on_day
   where v.authority_id = $1 and v.kind = 'final' and v.number = 1 group by 1, 2`,
  `select d.on_day, date_part('year', age(d.on_day, born_on)), count(*) from plan_versions v join ${DAYS} on v.sent_on <= d.on_day
   join children c on c.authority_id = v.authority_id and c.id = v.child_id
   where v.authority_id = $1 and v.kind = 'final' and v.number = 1 group by 1, 2`,
];

import { withLens } from '../src/platform/lens/index.ts';
import { type Asked, paced, rate } from './support/load.ts';
import { aService, CASEWORKER } from './support/service.ts';
import type { Measured } from './support/table.ts';

/* The caseworker's list and the family's tracker with 20,000 active cases in the authority; and many authorities' transactions
   at once on one pool, counting every row that is not the asker's own. */

/** Of them active, beside those that are over. */
const CASES = 20_000;
const ACTIVE = `select count(*)::int as active from case_steps where authority_id = 998 and step not in ('closed', 'plan issued')`;
type Service = Awaited<ReturnType<typeof aService>>;

/** Loads the pages people open most, and counts what a tenant sees of another. */
export async function pages(): Promise<Measured[]> {
  const service = await aService(CASES, 'active');
  try {
    const { rows } = await service.owner.query<{ active: number }>(ACTIVE);
    const active = rows[0]?.active ?? 0;
    if (active < CASES) throw new Error(`only ${active} cases are active`);
    return [...(await loadPages(service)), await tenants(service)];
  } finally {
    await service.stop();
  }
}

async function loadPages(service: Service): Promise<Measured[]> {
  const cookie = await service.signIn(CASEWORKER);
  const { rows } = await service.owner.query<{ child_id: string }>(
    `select r.child_id from requests r join children c on c.authority_id = r.authority_id and c.id = r.child_id
     join case_steps s on s.authority_id = r.authority_id and s.request_id = r.id
     where r.authority_id = 998 and c.joined_to is null and s.step not in ('closed', 'plan issued') order by random() limit 200`,
  );
  const trackers: Asked[] = [];
  for (const { child_id } of rows)
    trackers.push({ path: `/family/${child_id}`, cookie: await service.openTracker(child_id) });
  const asked: Record<string, Asked[]> = {
    'caseworker’s list, first page': [{ path: '/cases', cookie }],
    'the list, search by a name 1 in 25 have': [
      { path: await search(service.address, cookie, 'ashw'), cookie },
    ],
    'the list, search by a name nobody has': [
      { path: await search(service.address, cookie, 'zzzz'), cookie },
    ],
    'a child’s case': rows.map(({ child_id }) => ({ path: `/cases/${child_id}`, cookie })),
    'family’s tracker': trackers,
  };
  const health = await rate(service.address, [{ path: '/health', cookie: '' }]);
  const measured: Measured[] = [];
  for (const [name, them] of Object.entries(asked)) {
    await rate(service.address, them);
    const { perSecond, p50, failed } = await rate(service.address, them);
    const { p99, failed: late } = await paced(service.address, them);
    measured.push({
      what: `${name}: ${await kilobytes(service.address, them)} KB, web process ${await service.memory()} MB`,
      perSecond,
      p50,
      p99,
      beside: `1/${(health.perSecond / perSecond).toFixed(0)} of /health`,
      wrong: failed + late,
    });
  }
  return measured;
}

/** The address of a search, which says nothing of what was typed. */
async function search(address: string, cookie: string, words: string): Promise<string> {
  const answer = await fetch(`${address}/cases/search`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `opensend_session=${cookie}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ words }),
  });
  return answer.headers.get('location') ?? '';
}

async function kilobytes(address: string, [first]: readonly Asked[]): Promise<number> {
  const headers = { cookie: `opensend_session=${first?.cookie ?? ''}` };
  const answer = await fetch(`${address}${first?.path ?? ''}`, { headers });
  return Math.ceil((await answer.text()).length / 1024);
}

async function tenants(service: Service): Promise<Measured> {
  await service.owner.query(
    `insert into authorities (code, name, fictional) select 900 + n, 'Tenant ' || n, true from generate_series(1, 20) n`,
  );
  await service.owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) select 900 + n, gen_random_uuid(), 'A', 'B', '2015-01-01' from generate_series(1, 20) n, generate_series(1, 50)`,
  );
  const total = 6000;
  let asked = 0;
  let leaks = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      while (asked < total) {
        asked += 1;
        const authorityId = 901 + (asked % 20);
        const seen = await withLens(service.database, { kind: 'system', authorityId }, (tx) =>
          tx.selectFrom('children').select('authority_id').limit(60).execute(),
        );
        leaks += seen.filter((row) => row.authority_id !== authorityId).length + (seen.length === 50 ? 0 : 1);
      }
    }),
  );
  const perSecond = total / ((performance.now() - started) / 1000);
  return { what: 'transactions of 20 authorities on one pool of 10', perSecond, beside: '', wrong: leaks };
}

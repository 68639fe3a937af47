import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '../src/app.ts';
import { STEPS } from '../src/capabilities/casework/case.ts';
import { demoCases } from '../src/demo/cases.ts';
import { drawPlaces } from '../src/demo/history.ts';
import { drawHistory } from '../src/demo/past.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from '../src/demo/people.ts';
import { seeded } from '../src/demo/random.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { STAFF_ROLES, withLens } from '../src/platform/lens/index.ts';
import { daysBetween, plainDate } from '../src/shared/plain-date.ts';
import { browser } from './support/app.ts';
import { anEmptyDatabase, ownerPool, poolOf, testDatabase } from './support/database.ts';
import { type DemoService, demoService } from './support/demo.ts';
import { aFamily, aSessionFor } from './support/people.ts';
import { readPdf } from './support/read-pdf.ts';

/* The demonstration: one fictional authority, 3,000 invented children at every stage. */

let service: DemoService;
beforeAll(async () => {
  service = await demoService();
});
afterAll(() => service.app.close());

async function as(subject: string) {
  const person = DEMO_PEOPLE.find((one) => one.subject === subject);
  const visitor = browser(service);
  visitor.signInWith(await aSessionFor(service, person?.id ?? ''));
  return visitor;
}

async function rowsOf(text: string, values: readonly unknown[] = []) {
  return (await ownerPool().query(text, [...values])).rows;
}

test('children stand at every step, some plans are late, and some decisions are no', async () => {
  const steps = await rowsOf(
    'select step, count(*)::int as count from case_steps where authority_id = 998 group by step',
  );
  const counted = new Map(steps.map(({ step, count }) => [step, count]));
  for (const step of STEPS) expect([step, (counted.get(step) ?? 0) >= 3]).toEqual([step, true]);
  const [{ late, intime }] = await rowsOf(
    `select count(*) filter (where issued_on > received_on + 140)::int as late,
       count(*) filter (where issued_on <= received_on + 140)::int as intime from case_steps where authority_id = 998`,
  );
  expect([late > 0, intime > 0]).toEqual([true, true]);
  const refused = await rowsOf(`select outcome from assessment_decisions where outcome = 'do not issue'`);
  expect(refused.length).toBeGreaterThan(0);
});

test('its own measures are counted as it is made, and stand beside what is published of England', async () => {
  const manager = await as('manager');
  const { body } = await manager.get('/performance');
  expect(body).toContain('is none of the 153 authorities');
  expect(body).not.toContain('Nothing is counted yet');
  expect(body).toMatch(/Plans issued by the 140th day[\s\S]*?\d+\.\d% \(\d+ of \d+\)/);
});

test('the same day makes the same children', () => {
  const day = plainDate('2025-02-03');
  expect(demoCases(300, day)).toEqual(demoCases(300, day));
  expect(new Set(demoCases(300, day).map(({ reference }) => reference)).size).toBe(300);
});

const day = plainDate('2025-02-03');
const share = (count: number, of: number) => Math.round((1000 * count) / of) / 10;

/** Holds a share to what is published, in percent, to within `by`. */
function near(what: string, is: number, published: number, by = 3): void {
  expect([what, Math.abs(is - published) < by], `${what}: ${is} for ${published}`).toEqual([what, true]);
}

// Every figure here is of EES, EHC plans 2025: January 2025, and what happened in 2024.
test('those with plans are as many boys, of the ages, and had their plans as soon, as published', () => {
  const past = drawHistory(2700, day);
  near('boys', share(past.filter(({ sex }) => sex === 'M').length, past.length), 70.6);
  for (const [from, to, published] of [
    [0, 4, 4.3],
    [5, 10, 33.3],
    [11, 15, 36.5],
    [16, 19, 20.1],
    [20, 25, 5.8],
  ] as const) {
    const ages = past.map(({ bornOn }) => Math.floor(daysBetween(bornOn, day) / 365.25));
    near(
      `${from} to ${to}`,
      share(ages.filter((age) => from <= age && age <= to).length, ages.length),
      published,
    );
  }
  const took = past.map(({ receivedOn, issuedOn }) => daysBetween(receivedOn, issuedOn));
  near('within 20 weeks', share(took.filter((days) => days <= 140).length, took.length), 46.4);
  near('over 52 weeks', share(took.filter((days) => days > 364).length, took.length), 7.3);
  expect(past.filter(({ bornOn, receivedOn }) => bornOn >= receivedOn)).toEqual([]);
});

test('requests are refused, and decided within six weeks, as often as published', async () => {
  const drawn = demoCases(3000, day);
  near('boys', share(drawn.filter(({ sex }) => sex === 'M').length, drawn.length), 70.6);
  const decided = drawn.flatMap((one) => (one.decision === null ? [] : [{ ...one, ...one.decision }]));
  near('refused', share(decided.filter(({ assess }) => !assess).length, decided.length), 25.2);
  const settled = decided.filter(({ receivedOn }) => daysBetween(receivedOn, day) > 70);
  const inTime = settled.filter(({ receivedOn, on }) => daysBetween(receivedOn, on) <= 42);
  near('within six weeks', share(inTime.length, settled.length), 84.8);
  // Those of earlier years too, also the few there are here: of 40 plans 14 are refused beside them and 3 come to none.
  const [before] = await rowsOf(
    `select count(*) filter (where d.outcome = 'do not assess')::int as refused,
       count(*) filter (where ad.outcome = 'do not issue')::int as without, count(*)::int as of
     from requests r join request_decisions d on d.authority_id = r.authority_id and d.request_id = r.id
     left join assessments a on a.authority_id = r.authority_id and a.request_id = r.id
     left join assessment_decisions ad on ad.authority_id = a.authority_id and ad.assessment_id = a.id
     where r.authority_id = 998 and r.received_on < $1::date - 220`,
    [day],
  );
  near('refused in earlier years', share(before.refused, before.of), 25.2);
  near('assessed without a plan', share(before.without, before.of - before.refused), 6.1);
});

test('they are placed as published, at settings that take their age, and their needs are as often recorded', async () => {
  const settings = await rowsOf(
    'select id, name, type, age_from as "from", age_to as "to" from settings where la_code = $1 order by id',
    [DEMO_AUTHORITY.code],
  );
  const random = seeded(7);
  const places = drawHistory(2700, day).map((one) => ({ one, ...drawPlaces(random, settings, one, day) }));
  const named = places.map(({ at, moved }) => (moved === null ? at : moved.to));
  // 3.0% are not recorded and 7.8% educated elsewhere; the rest here.
  const kind = (which: RegExp) =>
    0.892 * share(named.filter(({ type }) => which.test(type)).length, named.length);
  near('special', kind(/special (?!post)|special$/i), 30.4);
  near('independent special', kind(/independent special/i), 4.6);
  near('college', kind(/further education|post 16/i), 13.8);
  near('independent, in the mainstream', kind(/independent school/i), 1.1);
  near('mainstream', kind(/^(?!.*(special|post 16|further|nursery|referral|alternative))/i), 43.6);
  const tooOld = places.filter(({ one, at, moved }) => {
    const { to } = moved?.to ?? at;
    return Math.floor(daysBetween(one.bornOn, day) / 365.25) > to + 1;
  });
  expect(share(tooOld.length, places.length)).toBeLessThan(2);
  for (const { one, moved } of places) {
    if (moved === null) continue;
    expect([one.issuedOn < moved.noticeOn, moved.amendedOn < day]).toEqual([true, true]);
  }
  const needs = await rowsOf(
    `select need, count(*)::int as count from children_circumstances where authority_id = 998 and kind = 'primary need' group by need`,
  );
  const of = needs.reduce((sum, { count }) => sum + count, 0);
  // There are some four hundred here alone.
  for (const [need, published] of [
    ['ASD', 31.5],
    ['SLCN', 21.3],
    ['SEMH', 20.7],
    ['MLD', 10.6],
  ] as const)
    near(need, share(needs.find((one) => one.need === need)?.count ?? 0, of), published, 6);
});

test('made again it is the same, even when the first making was broken off', async () => {
  // Not the database the other tests use: they go on with its children.
  const [whole, again] = [await anEmptyDatabase(), await anEmptyDatabase()];
  const owner = poolOf(again.ownerUrl, 1);
  const making = (server: typeof whole) =>
    loadDemo(server, new Date('2025-02-03T08:00:00Z'), service.services.config, 40);
  try {
    for (const { ownerUrl } of [whole, again]) await migrate(ownerUrl);
    await making(whole);
    const first = making(again).then(
      () => 'made',
      () => 'broken off',
    );
    const plans = async () => Number((await owner.query('select count(*) from plans')).rows[0].count);
    while ((await plans()) < 5) await setTimeout(20);
    await owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    expect(await first).toBe('broken off');
    await making(again);
    const other = poolOf(whole.ownerUrl, 1);
    const [here, there] = [await toldOf(other), await toldOf(owner)];
    await other.end();
    // Only the child in hand when it was broken off may have come less far.
    expect(there.filter((one, place) => one !== here[place]).length).toBeLessThanOrEqual(1);
    expect(there).toHaveLength(here.length);
  } finally {
    await owner.end();
    await whole.drop();
    await again.drop();
  }
}, 120_000);

/** Each child, where their case stands, and every word of their plan; without what is drawn anew each time. */
async function toldOf(database: pg.Pool): Promise<string[]> {
  const { rows } = await database.query(
    `select concat_ws('|', c.given_names, c.family_name, s.reference, s.received_on, s.step, s.issued_on, k.name,
       (select string_agg(regexp_replace(to_jsonb(v.content)::text, '[0-9a-f]{8}-[0-9a-f-]{27}', '', 'g'), '|' order by v.number)
        from plan_versions v join plans p on p.authority_id = v.authority_id and p.id = v.plan_id where p.child_id = s.child_id)) as told
     from case_steps s join children c on c.authority_id = s.authority_id and c.id = s.child_id
     join children_contacts k on k.authority_id = s.authority_id and k.child_id = s.child_id
     where s.authority_id = 998 order by s.reference, k.name`,
  );
  return rows.map(({ told }) => told);
}

test('a parent who signs in sees a draft to comment on and a final plan to download', async () => {
  const sarah = await as('parent');
  const followed = [...(await sarah.get('/family')).body.matchAll(/\/family\/([0-9a-f-]{36})"/g)];
  const children = [...new Set(followed.map(([, id = '']) => id))];
  expect(children).toHaveLength(3);
  const plans = await Promise.all(children.map((id) => sarah.get(`/family/${id}/plan`)));
  expect(plans.filter(({ body }) => body.includes('Comment on the draft'))).toHaveLength(1);
  const final = plans.find(({ body }) => body.includes('Download the plan (PDF)'))?.body ?? '';
  expect(final).toContain('Hollybank School');
  expect(final).toContain('How best to talk with');
  expect(final).toContain('drew and talked with a teaching assistant');
  const paper = /href="(\/documents\/[0-9a-f-]{36})"/.exec(final)?.[1] ?? '';
  const read = await readPdf((await sarah.get(paper)).rawPayload);
  expect(read.pages.join(' ')).toContain('Hollybank School');
});

test('there is somebody to sign in as for every role, and each finds a first page', async () => {
  const roles = DEMO_PEOPLE.flatMap((one) => (one.kind === 'staff' ? one.roles : []));
  expect(new Set(roles)).toEqual(new Set(STAFF_ROLES));
  for (const { subject, kind } of DEMO_PEOPLE) {
    const first = { staff: '/cases', organisation: '/inbox', family: '/family' }[kind];
    const answer = await (await as(subject)).get(first);
    expect([subject, answer.statusCode === 200 || answer.statusCode === 303]).toEqual([subject, true]);
  }
  expect((await (await as('clinical-officer')).get('/inbox/health')).statusCode).toBe(200);
});

test('a young person who holds the rights follows their own case', async () => {
  const kai = await as('young-person');
  const [{ child_id }] = await rowsOf(
    `select child_id from children_contacts where authority_id = 998 and name = 'Kai Wren'`,
  );
  const page = await kai.get(`/family/${child_id}`);
  expect([page.statusCode, page.body.includes('We are finding out what help is needed')]).toEqual([
    200,
    true,
  ]);
});

test('the list keeps what the facts say, whatever has happened to the children since', async () => {
  await (await as('caseworker')).get('/cases');
  const columns =
    'authority_id, request_id, child_id, reference, received_on, step, due_on, assessment_id, plan_id, issued_on, issue_decided_on';
  const differing = await rowsOf(
    `(select ${columns} from case_rows where authority_id = 998 except select ${columns} from case_steps)
     union all (select ${columns} from case_steps where authority_id = 998 except select ${columns} from case_rows)`,
  );
  expect(differing).toEqual([]);
  const otherwise = await rowsOf(
    `select s.child_name from case_rows s
     join children asked on asked.authority_id = s.authority_id and asked.id = s.child_id
     join children file on file.authority_id = asked.authority_id and file.id = coalesce(asked.joined_to, asked.id)
     where (s.file_id, s.child_name, s.born_on) is distinct from
       (file.id, coalesce(file.preferred_name, file.given_names) || ' ' || file.family_name, file.born_on)`,
  );
  expect(otherwise).toEqual([]);
});

test('a family’s lens finds the same kept as it would work out from the facts, of its own children alone', async () => {
  await (await as('caseworker')).get('/cases');
  const own = (await rowsOf('select distinct child_id from case_rows where authority_id = 998')).map(
    ({ child_id }) => child_id,
  );
  const family = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'A family of many',
    childIds: own.filter((_, place) => place % 2 === 0),
  } as const;
  const columns = sql.raw(
    'authority_id, request_id, child_id, reference, received_on, step, due_on, assessment_id, plan_id, issued_on, issue_decided_on, decided_on, caseworker_id, caseworker',
  );
  await withLens(testDatabase(), family, async (tx) => {
    const differing = await sql`
      (select ${columns} from case_rows except select ${columns} from case_steps)
      union all (select ${columns} from case_steps except select ${columns} from case_rows)`.execute(tx);
    expect(differing.rows).toEqual([]);
    const seen = await sql<{ child_id: string }>`select distinct child_id from case_rows`.execute(tx);
    expect(seen.rows.map(({ child_id }) => child_id).sort()).toEqual([...family.childIds].sort());
    const steps = await sql`select distinct step from case_rows`.execute(tx);
    expect(steps.rows.length).toBeGreaterThan(4);
  });
  // What the authority waits for of others, and who acted, is its own staff's.
  for (const [column, table] of [
    ['waits', 'case_rows'],
    ['child_name', 'case_rows'],
    ['organisation_id', 'case_changes'],
  ] as const) {
    const asked = withLens(testDatabase(), family, (tx) =>
      sql`select ${sql.ref(column)} from ${sql.table(table)}`.execute(tx),
    );
    await expect(asked).rejects.toThrow('permission denied');
  }
});

test('a school finds consultations waiting, and a caseworker the history as it would have been', async () => {
  expect((await (await as('head')).get('/inbox')).body).toContain('To answer');
  // Not one that a journey of another test took to its plan since the demonstration began.
  const [first] = await rowsOf(
    `select child_id from case_steps where step = 'plan issued' and authority_id = 998
     order by received_on limit 1`,
  );
  const history = (await (await as('caseworker')).get(`/cases/${first.child_id}/timeline`)).body;
  expect(history).toContain('Plan issued');
  const [{ count }] = await rowsOf(
    `select count(*)::int as count from events where authority_id = 998 and child_id = '${first.child_id}' and kind <> 'file read' and recorded_at > '2025-02-03T12:00:00Z'`,
  );
  expect(count).toBe(0);
});

test('a child whose plan was issued years ago has it to read, by staff and by the family', async () => {
  const [old] = await rowsOf(
    `select child_id, plan_id from case_steps where authority_id = 998 and issued_on < '2024-01-01' limit 1`,
  );
  const plan = await (await as('caseworker')).get(`/plans/${old.plan_id}/document`);
  expect([plan.statusCode, plan.body.includes('Section I: Placement')]).toEqual([200, true]);
  const family = browser(service);
  family.signInWith(await aFamily(service, [old.child_id]));
  const read = await family.get(`/family/${old.child_id}/plan`);
  expect([read.statusCode, read.body.includes('Section F')]).toEqual([200, true]);
});

test('a case says when it will probably be done, with its working, from how long the others took', async () => {
  const [open] = await rowsOf(
    `select child_id from case_steps where authority_id = 998 and step = 'assess' order by due_on desc limit 1`,
  );
  const page = (await (await as('caseworker')).get(`/cases/${open.child_id}`)).body;
  expect(page).toContain('At the pace of the last year');
  expect(page).toMatch(/half took no more than \d+ days longer|half of the \d+ cases of the last year/);
});

test('everything in it is invented: no address but in .example', async () => {
  const addresses = await rowsOf(
    `select email from accounts where id::text like '0d000000%' union select email from children_contacts where authority_id = 998 and email is not null`,
  );
  expect(addresses.length).toBeGreaterThan(100);
  for (const { email } of addresses) expect(email).toMatch(/\.example$/);
});

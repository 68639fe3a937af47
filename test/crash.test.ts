import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { anInstallation, type Family } from './support/installation.ts';
import { type Answer, actsOn, askOnce, type Call } from './support/traffic.ts';

/* Web, worker and database are each killed outright in the middle of traffic: messages, decisions, advice asked for and
   signed, and files. Whoever was told that something was done finds it done afterwards, once; and every letter, email, text
   and notice goes out, once. */

const AT_ONCE = 6;
const BETWEEN_KILLS = 30;
const CHILDREN = 60;

test('what was acknowledged is there after any kill, and every letter goes out exactly once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-crash-'));
  const it = await anInstallation(folder, CHILDREN, CHILDREN, ['email', 'text', 'post']);
  const done = { fromFamily: [], fromStaff: [], decided: [], asked: [], signed: [], uploaded: [] } as Record<
    'fromFamily' | 'fromStaff' | 'decided' | 'asked' | 'signed' | 'uploaded',
    string[]
  >;
  const acknowledged = () => Object.values(done).reduce((sum, { length }) => sum + length, 0);
  let over = false;

  /** Asks until there is an answer. What is refused is an answer. */
  async function ask(call: Call): Promise<Answer> {
    for (;;) {
      const answer = await askOnce(it.address, call);
      if (answer.status > 0 && answer.status < 500) return answer;
      await setTimeout(100);
    }
  }
  async function find(text: string): Promise<{ id: string }[]> {
    for (;;) {
      const rows = await it.ask<{ id: string }>(text).catch(() => null);
      if (rows !== null) return rows;
      await setTimeout(100);
    }
  }
  const acts = actsOn(it, ask, find);

  // Each child is decided about once: the families at the end of the list are not begun with.
  let next = 0;
  async function aCase(): Promise<void> {
    const family = it.families[next++];
    if (family === undefined) return;
    await acts.decide(family);
    done.decided.push(family.childId);
    await acts.askForAdvice(family);
    done.asked.push(family.childId);
    await acts.signAdvice(family);
    done.signed.push(family.childId);
  }

  async function somebody(number: number): Promise<void> {
    for (let turn = number; !over; turn += AT_ONCE + 1) {
      const family = it.families[turn % it.families.length] as Family;
      const words = `Words ${number} ${turn} ${randomUUID()}`;
      const kind = turn % 4;
      if (kind === 0) await acts.fromFamily(family, words).then(() => done.fromFamily.push(words));
      if (kind === 1) await acts.fromStaff(family, words).then(() => done.fromStaff.push(family.childId));
      if (kind === 2) await acts.upload(family, words).then(() => done.uploaded.push(words));
      if (kind === 3) await aCase();
    }
  }

  /** Something happened more than an hour ago to every child, which is news; and the worker comes to tell of it. */
  let rounds = 0;
  async function news(): Promise<void> {
    rounds += 1;
    await it.ask(
      `insert into family_news (authority_id, id, child_id, kind, happened_at)
       select authority_id, gen_random_uuid(), id, 'caseworker changed', now() - interval '2 hours' from children`,
    );
    await it.ask(`select graphile_worker.add_job('every_ten_minutes', '{}')`);
  }

  /** The provider has taken something, and has not answered yet: whoever is killed now does not know that it has. */
  async function somethingIsHandedOver(): Promise<void> {
    const before = it.taken.length;
    while (it.taken.length === before) await setTimeout(5);
  }

  async function moreAreAcknowledged(): Promise<void> {
    const until = acknowledged() + BETWEEN_KILLS;
    while (acknowledged() < until) await setTimeout(20);
  }

  const traffic = Promise.all(Array.from({ length: AT_ONCE }, (_, number) => somebody(number)));
  const failed = traffic.catch((error: unknown) => {
    over = true;
    throw error;
  });
  failed.catch(() => undefined);
  for (const kill of [it.killWeb, it.killWorker, it.killDatabase]) {
    await Promise.race([moreAreAcknowledged(), failed]);
    if (kill !== it.killWeb) {
      await news();
      await Promise.race([somethingIsHandedOver(), failed]);
    }
    await kill();
  }
  await Promise.race([moreAreAcknowledged(), failed]);
  await Promise.race([somethingIsHandedOver(), failed]);
  await Promise.all([it.killWeb(), it.killWorker(), it.killDatabase()]);
  await Promise.race([moreAreAcknowledged(), failed]);
  over = true;
  await traffic;
  for (const unsent of [
    `select 1 from family_news where gathered_at is null and happened_at < now() - interval '1 hour'`,
    'select 1 from family_updates where written_at is null and due_at < now()',
    // What goes by post is printed, and waits for somebody to say that they posted it.
    'select 1 from letters where sent_at is null and failed_at is null and by_hand_since is null',
  ])
    while ((await it.ask(unsent)).length > 0) {
      // What is gathered in one round of the worker is written in the next.
      await it.ask(`select graphile_worker.add_job('every_ten_minutes', '{}', job_key => 'again')`);
      await setTimeout(500);
    }

  // All that was acknowledged is there, once.
  const texts = async (query: string) => (await it.ask<{ id: string }>(query)).map(({ id }) => id).sort();
  for (const kind of Object.values(done)) expect(kind.length).toBeGreaterThan(5);
  expect(await texts(`select body as id from messages where from_kind = 'family'`)).toEqual(
    done.fromFamily.sort(),
  );
  expect(await texts(`select child_id as id from messages where from_kind = 'staff'`)).toEqual(
    done.fromStaff.sort(),
  );
  expect(await texts('select child_id as id from request_decisions')).toEqual(done.decided.sort());
  expect(await texts('select child_id as id from advice_requests')).toEqual(done.asked.sort());
  expect(await texts('select child_id as id from advice where signed_on is not null')).toEqual(
    done.signed.sort(),
  );
  expect(await texts("select title as id from documents where kind = 'letter'")).toEqual(
    done.uploaded.sort(),
  );

  // Each has its letters, one to each whom it is to, and no other.
  const lettersOf = (template: string, channels: string) =>
    texts(`select child_id as id from letters where template = '${template}' and channel in (${channels})`);
  const everyWay = `'email', 'text', 'post'`;
  expect(await lettersOf('message', everyWay)).toEqual(done.fromStaff);
  expect(await lettersOf('decision to assess', everyWay)).toEqual(done.decided);
  expect(await lettersOf('advice asked for', `'portal'`)).toEqual(done.asked);
  const told = await it.ask<{ child_id: string; times: number }>(
    `select child_id, sum(cardinality(array_positions(kinds, 'caseworker changed')))::int as times from family_updates group by 1`,
  );
  expect(told).toHaveLength(CHILDREN);
  expect(new Set(told.map(({ times }) => times))).toEqual(new Set([rounds]));
  const updates = await texts('select letter_id as id from family_updates where written_at is not null');
  expect(await texts(`select id from letters where template = 'update'`)).toEqual(updates);

  // And each went out the way it was to go: what the provider takes it took once.
  const letters = await it.ask<{ id: string; channel: string; sent_by: string }>(
    `select id, channel, case when by_hand_since is null then sent_by else 'hand' end as sent_by from letters`,
  );
  const ways = new Set(letters.map(({ channel, sent_by }) => `${channel} by ${sent_by}`));
  expect([...ways].sort()).toEqual([
    'email by GOV.UK Notify',
    'portal by portal',
    'post by hand',
    'text by GOV.UK Notify',
  ]);
  const handed = letters.filter(({ sent_by }) => sent_by === 'GOV.UK Notify').map(({ id }) => id);
  expect(it.taken.map(({ reference }) => reference).sort()).toEqual(handed.sort());
  await it.stop();
  await rm(folder, { recursive: true, force: true });
}, 280_000);

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { anInstallation, type Family, type Installation } from '../test/support/installation.ts';
import { type Answer, actsOn, askOnce, type Call } from '../test/support/traffic.ts';
import type { Measured } from './support/table.ts';

/* An hour of a large authority's work in five minutes, with web, worker and a provider of messages each a process: nothing
   that was acknowledged is lost, and nobody is sent the same thing twice. */

const CHILDREN = 20_000;
const MINUTES = 5;
/**
 * What an hour brings. No source gives it: 200 staff who open a page each minute, 1,000 families who look and write, files sent
 * in, and cases decided on, each with advice asked for and signed.
 */
const HOUR = {
  list: 3000,
  case: 9000,
  tracker: 3000,
  fromFamily: 600,
  fromStaff: 600,
  file: 200,
  decided: 60,
} as const;
const KINDS = [
  'list',
  'case',
  'tracker',
  'fromFamily',
  'fromStaff',
  'file',
  'decided',
] as const satisfies (keyof typeof HOUR)[];
/** How often the worker comes to tell of what happened: each ten minutes of the hour. */
const TELLING = (MINUTES * 60_000) / 6;

/** The worker’s own round, as its clock would begin it; one that waits already is the same. */
const COMES_ROUND = `select graphile_worker.add_job('every_ten_minutes', '{}', job_key => 'replay')`;

type Kind = (typeof KINDS)[number];
/** What was acknowledged: words, titles and whose case. */
type Done = Record<'messages' | 'files' | 'decided' | 'asked' | 'signed', string[]>;

export async function replay(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-replay-'));
  const it = await anInstallation(folder, CHILDREN, 1000, ['email', 'text', 'post']);
  try {
    const done: Done = { messages: [], files: [], decided: [], asked: [], signed: [] };
    // As on any day: what is kept of 20,000 cases put in at one stroke is written by the first who opens the list.
    await read(it, '/cases', it.staffCookie);
    const took = await play(it, done);
    const updates = await tellOfAll(it);
    const wrong = took.failed + (await lost(it, done)) + (await sentTwice(it));
    const kept = `${done.messages.length} messages, ${done.files.length} files, ${done.decided.length} decisions and ${done.signed.length} signed advices kept`;
    return [
      {
        what: `an hour of an authority with ${CHILDREN.toLocaleString('en-GB')} cases in ${MINUTES} minutes: ${took.asked} acts, ${kept}, ${it.taken.length} notifications, ${updates} updates`,
        perSecond: took.asked / (MINUTES * 60),
        p50: took.waits[Math.floor(took.waits.length * 0.5)] ?? 0,
        p99: took.waits[Math.floor(took.waits.length * 0.99)] ?? 0,
        beside: '',
        wrong,
      },
    ];
  } finally {
    await it.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks for each thing at its own moment, whether or not what came before was answered; waits are those of single requests. */
async function play(it: Installation, done: Done) {
  const moments = KINDS.flatMap((kind) =>
    Array.from({ length: HOUR[kind] }, () => ({ kind, at: Math.random() * MINUTES * 60_000 })),
  );
  moments.sort((one, other) => one.at - other.at);
  const waits: number[] = [];
  const failed: unknown[] = [];
  const timed = async (call: Call): Promise<Answer> => {
    const begun = performance.now();
    const answer = await askOnce(it.address, call);
    waits.push(performance.now() - begun);
    return answer;
  };
  const acts = actsOn(it, timed, it.ask);
  const undecided = [...it.families];
  const started = performance.now();
  const asked: Promise<void>[] = [];
  const telling = everySoOften(() => tell(it, TELLING));
  for (const { kind, at } of moments) {
    const early = at - (performance.now() - started);
    if (early > 1) await setTimeout(early);
    asked.push(
      one(it, acts, kind, { done, undecided, timed }).catch((error: unknown) => void failed.push(error)),
    );
  }
  await Promise.all(asked);
  await telling.stop();
  waits.sort((a, b) => a - b);
  return { asked: moments.length, waits, failed: failed.length };
}

type Among = { done: Done; undecided: Family[]; timed: (call: Call) => Promise<Answer> };

async function one(
  it: Installation,
  acts: ReturnType<typeof actsOn>,
  kind: Kind,
  { done, undecided, timed }: Among,
) {
  const family = it.families[Math.floor(Math.random() * it.families.length)];
  if (family === undefined) return;
  const { childId, cookie } = family;
  const words = `Invented words ${randomUUID()}`;
  switch (kind) {
    case 'list':
      return read(it, '/cases', it.staffCookie, timed);
    case 'case':
      return read(it, `/cases/${childId}`, it.staffCookie, timed);
    case 'tracker':
      return read(it, `/family/${childId}`, cookie, timed);
    case 'fromFamily':
      await acts.fromFamily(family, words);
      done.messages.push(words);
      return;
    case 'fromStaff':
      await acts.fromStaff(family, words);
      done.messages.push(words);
      return;
    case 'file':
      await acts.upload(family, words);
      done.files.push(words);
      return;
    case 'decided':
      return aCase(acts, done, undecided.pop());
  }
}

async function aCase(acts: ReturnType<typeof actsOn>, done: Done, family: Family | undefined): Promise<void> {
  if (family === undefined) return;
  await acts.decide(family);
  done.decided.push(family.childId);
  await acts.askForAdvice(family);
  done.asked.push(family.childId);
  await acts.signAdvice(family);
  done.signed.push(family.childId);
}

async function read(
  it: Installation,
  path: string,
  cookie: string,
  ask: (call: Call) => Promise<Answer> = (call) => askOnce(it.address, call),
): Promise<void> {
  const { status } = await ask({ method: 'GET', path, cookie });
  if (status !== 200) throw new Error(`${path}: ${status}`);
}

function everySoOften(work: () => Promise<void>) {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await setTimeout(TELLING, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) await work();
    }
  })();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}

/**
 * Updates gather for an hour, and an hour lasts five minutes here: what waits grows as much older as the clock of the hour went
 * on beyond this machine's, and the worker comes round as it does each ten minutes. No rule is another.
 */
async function tell(it: Installation, wentBy: number): Promise<void> {
  const older = wentBy * (60 / MINUTES) - wentBy;
  await it.ask(
    `update family_news set happened_at = happened_at - interval '${Math.round(older)} milliseconds' where gathered_at is null`,
  );
  await it.ask(COMES_ROUND);
}

/** As after the hour: all that is still gathered is told of. Returns how many updates there were. */
async function tellOfAll(it: Installation): Promise<number> {
  await tell(it, MINUTES * 60_000 + TELLING);
  const round = () => it.ask(COMES_ROUND);
  await none(it, 'select 1 from family_news where gathered_at is null', round);
  // What is gathered in one round is written in the next.
  await none(it, 'select 1 from family_updates where written_at is null', round);
  return (await it.ask('select 1 from family_updates where letter_id is not null')).length;
}

async function none(it: Installation, query: string, meanwhile?: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; (await it.ask(query)).length > 0 && tries < 240; tries += 1) {
    await meanwhile?.();
    await setTimeout(500);
  }
}

/** What was acknowledged and is not there. */
async function lost(it: Installation, done: Done): Promise<number> {
  const missing = async (acknowledged: readonly string[], query: string) => {
    const kept = new Set((await it.ask<{ id: string }>(query)).map(({ id }) => id));
    return acknowledged.filter((one) => !kept.has(one)).length;
  };
  return (
    (await missing(done.messages, 'select body as id from messages')) +
    (await missing(done.files, `select title as id from documents where kind = 'letter'`)) +
    (await missing(done.decided, 'select child_id as id from request_decisions')) +
    (await missing(done.asked, 'select child_id as id from advice_requests')) +
    (await missing(done.signed, 'select child_id as id from advice where signed_on is not null'))
  );
}

/** What is to have as many letters as there are acts, to each child; and what a family is told of once, and by nothing else. */
const ONE_EACH = [
  [`select child_id from messages where from_kind = 'staff'`, `template = 'message'`],
  ['select child_id from request_decisions', `template = 'decision to assess'`],
  ['select child_id from advice_requests', `template = 'advice asked for' and channel = 'portal'`],
  ['select child_id from family_updates', `template = 'update'`],
] as const;
const TOLD_OF = ['advice asked for', 'advice signed'];

/** Waits until everything has gone out; what was sent twice, what has not gone, and what was written twice or not at all. */
async function sentTwice(it: Installation): Promise<number> {
  // What goes by post is printed, and waits for somebody to say that they posted it.
  const unsent =
    'select 1 from letters where sent_at is null and failed_at is null and by_hand_since is null';
  await none(it, unsent);
  const references = it.taken.map(({ reference }) => reference);
  const handed = await it.ask(`select 1 from letters where sent_by = 'GOV.UK Notify'`);
  const unlike = async (acts: string, told: string) => {
    const rows = await it.ask<{ by: number }>(
      `select abs(coalesce(a.times, 0) - coalesce(t.times, 0))::int as by
       from (select child_id, count(*) as times from (${acts}) acts group by 1) a
       full join (select child_id, sum(times) as times from (${told}) told group by 1) t using (child_id)`,
    );
    return rows.reduce((sum, { by }) => sum + by, 0);
  };
  let wrong =
    references.length - new Set(references).size + Math.abs(handed.length - new Set(references).size);
  wrong += (await it.ask(unsent)).length;
  for (const [acts, which] of ONE_EACH)
    wrong += await unlike(acts, `select child_id, 1 as times from letters where ${which}`);
  for (const kind of TOLD_OF)
    wrong += await unlike(
      `select child_id from family_news where kind = '${kind}'`,
      `select child_id, cardinality(array_positions(kinds, '${kind}')) as times from family_updates`,
    );
  return wrong;
}

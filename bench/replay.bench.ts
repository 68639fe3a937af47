import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { anInstallation } from '../test/support/installation.ts';
import type { Measured } from './support/table.ts';

/* An hour of a large authority's work in five minutes, with web, worker and a provider of messages each a process: nothing
   that was acknowledged is lost, and nobody is sent the same thing twice. */

const CHILDREN = 20_000;
const MINUTES = 5;
/** What an hour brings. No source gives it: 200 staff who open a page each minute, 1,000 families who look, and messages. */
const HOUR = { list: 3000, case: 9000, tracker: 3000, fromFamily: 600, fromStaff: 600 } as const;
const KINDS = ['list', 'case', 'tracker', 'fromFamily', 'fromStaff'] as const satisfies (keyof typeof HOUR)[];

type Installation = Awaited<ReturnType<typeof anInstallation>>;
type Kind = (typeof KINDS)[number];

export async function replay(): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-replay-'));
  const it = await anInstallation(folder, CHILDREN, 1000);
  try {
    const written: string[] = [];
    // As on any day: what is kept of 20,000 cases put in at one stroke is written by the first who opens the list.
    await ask(it, '/cases', it.staffCookie);
    const took = await play(it, written);
    const wrong = took.failed + (await lost(it, written)) + (await sentTwice(it));
    return [
      {
        what: `an hour of an authority with ${CHILDREN.toLocaleString('en-GB')} cases in ${MINUTES} minutes: ${took.asked} requests, ${written.length} messages kept, ${it.taken.length} notifications`,
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

/** Asks for each thing at its own moment, whether or not what came before was answered. */
async function play(it: Installation, written: string[]) {
  const moments = KINDS.flatMap((kind) =>
    Array.from({ length: HOUR[kind] }, () => ({ kind, at: Math.random() * MINUTES * 60_000 })),
  );
  moments.sort((one, other) => one.at - other.at);
  const waits: number[] = [];
  const failed: unknown[] = [];
  const started = performance.now();
  const asked: Promise<void>[] = [];
  for (const { kind, at } of moments) {
    const early = at - (performance.now() - started);
    if (early > 1) await setTimeout(early);
    asked.push(
      one(it, kind, written).then(
        (wait) => void waits.push(wait),
        (error: unknown) => void failed.push(error),
      ),
    );
  }
  await Promise.all(asked);
  waits.sort((a, b) => a - b);
  return { asked: moments.length, waits, failed: failed.length };
}

async function one(it: Installation, kind: Kind, written: string[]): Promise<number> {
  const { childId, cookie } = it.families[Math.floor(Math.random() * it.families.length)] ?? {
    childId: '',
    cookie: '',
  };
  const started = performance.now();
  const body = `Invented words ${randomUUID()}`;
  switch (kind) {
    case 'list':
      await ask(it, '/cases', it.staffCookie);
      break;
    case 'case':
      await ask(it, `/cases/${childId}`, it.staffCookie);
      break;
    case 'tracker':
      await ask(it, `/family/${childId}`, cookie);
      break;
    case 'fromFamily':
      await ask(it, `/family/${childId}/messages`, cookie, { body, from: 'A parent' });
      written.push(body);
      break;
    case 'fromStaff':
      await ask(it, `/cases/${childId}/messages`, it.staffCookie, { body });
      written.push(body);
      break;
  }
  return performance.now() - started;
}

async function ask(it: Installation, path: string, cookie: string, form?: Record<string, string>) {
  const headers = { cookie: `opensend_session=${cookie}`, 'sec-fetch-site': 'same-origin' };
  const sent =
    form === undefined
      ? {}
      : { method: 'POST', body: new URLSearchParams({ ...form, idempotencyKey: randomUUID() }) };
  const answer = await fetch(`${it.address}${path}`, { ...sent, headers, redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== (form === undefined ? 200 : 303)) throw new Error(`${path}: ${answer.status}`);
}

async function lost(it: Installation, written: readonly string[]): Promise<number> {
  const kept = new Set((await it.ask<{ body: string }>('select body from messages')).map(({ body }) => body));
  return written.filter((body) => !kept.has(body)).length;
}

/** Waits until everything has gone out; what was sent twice, and what has not gone. */
async function sentTwice(it: Installation): Promise<number> {
  const unsent = 'select 1 from letters where sent_at is null and failed_at is null';
  for (let tries = 0; (await it.ask(unsent)).length > 0 && tries < 600; tries += 1) await setTimeout(100);
  const references = it.taken.map(({ reference }) => reference);
  const letters = await it.ask('select 1 from letters');
  return references.length - new Set(references).size + Math.abs(letters.length - new Set(references).size);
}

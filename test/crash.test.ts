import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { anInstallation, type Family } from './support/installation.ts';

/* Web, worker and database are each killed outright in the middle of traffic. Whoever was told that something was done
   finds it done afterwards, once; and every letter goes out, once. */

const AT_ONCE = 6;
const BETWEEN_KILLS = 40;

test('what was acknowledged is there after any kill, and every letter goes out exactly once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-crash-'));
  const it = await anInstallation(folder, 12);
  const acknowledged: string[] = [];
  let over = false;

  /** Sends one form until it is answered, under the key it was made with, as a browser's “try again” does. */
  async function act(path: string, cookie: string, fields: Record<string, string>): Promise<void> {
    const body = new URLSearchParams({ ...fields, idempotencyKey: randomUUID() });
    for (;;) {
      const status = await fetch(`${it.address}${path}`, {
        method: 'POST',
        body,
        headers: { cookie: `opensend_session=${cookie}`, 'sec-fetch-site': 'same-origin' },
        redirect: 'manual',
        signal: AbortSignal.timeout(20_000),
      }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 303) return;
      if (status >= 400 && status < 500) throw new Error(`${path} was answered ${status}`);
      await setTimeout(100);
    }
  }

  async function somebody(number: number): Promise<void> {
    for (let turn = number; !over; turn += AT_ONCE) {
      const { childId, cookie }: Family = it.families[turn % it.families.length] ?? {
        childId: '',
        cookie: '',
      };
      const body = `Message ${number} ${turn} ${randomUUID()}`;
      if (turn % 2 === 0) await act(`/family/${childId}/messages`, cookie, { body, from: 'A parent' });
      else await act(`/cases/${childId}/messages`, it.staffCookie, { body });
      acknowledged.push(body);
    }
  }

  async function moreAreAcknowledged(): Promise<void> {
    const until = acknowledged.length + BETWEEN_KILLS;
    while (acknowledged.length < until) await setTimeout(20);
  }

  const traffic = Promise.all(Array.from({ length: AT_ONCE }, (_, number) => somebody(number)));
  const failed = traffic.catch((error: unknown) => {
    over = true;
    throw error;
  });
  failed.catch(() => undefined);
  for (const kill of [it.killWeb, it.killWorker, it.killDatabase]) {
    await Promise.race([moreAreAcknowledged(), failed]);
    await kill();
  }
  await Promise.race([moreAreAcknowledged(), failed]);
  await Promise.all([it.killWeb(), it.killWorker(), it.killDatabase()]);
  await Promise.race([moreAreAcknowledged(), failed]);
  over = true;
  await traffic;

  const written = await it.ask<{ body: string }>('select body from messages');
  expect(written.map(({ body }) => body).sort()).toEqual([...acknowledged].sort());

  const unsent = 'select id from letters where sent_at is null and failed_at is null';
  while ((await it.ask(unsent)).length > 0) await setTimeout(100);
  const letters = await it.ask<{ id: string; sent_by: string }>('select id, sent_by from letters');
  const toFamilies = acknowledged.filter((_, place) => acknowledged[place] !== undefined).length;
  expect(toFamilies).toBeGreaterThanOrEqual(4 * BETWEEN_KILLS);
  expect(new Set(letters.map(({ sent_by }) => sent_by))).toEqual(new Set(['GOV.UK Notify']));
  expect(it.taken.map(({ reference }) => reference).sort()).toEqual(letters.map(({ id }) => id).sort());
  await it.stop();
  await rm(folder, { recursive: true, force: true });
}, 280_000);

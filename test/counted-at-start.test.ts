import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startWorker } from '../src/app.ts';
import { parseConfig } from '../src/platform/config/index.ts';
import { migrate, openDatabase } from '../src/platform/database/index.ts';
import { openDocumentStore } from '../src/platform/documents/configured-store.ts';
import type { Services } from '../src/platform/services.ts';
import { anEmptyDatabase, poolOf } from './support/database.ts';

/* An authority sees its own measures from its first start, and does not wait for the clock. */

test('a worker that starts counts at once, and an authority that holds nothing yet is counted as nought', async () => {
  const own = await anEmptyDatabase();
  await migrate(own.ownerUrl);
  const owner = poolOf(own.ownerUrl);
  await owner.query(
    `insert into authorities (code, name, fictional) values (997, 'Wexcombe', true) on conflict do nothing`,
  );
  const database = openDatabase(own.appUrl, { max: 4 });
  const services = await servicesOf(own.appUrl, database);
  const worker = await startWorker(services);
  try {
    const counted = async () =>
      (
        await owner.query<{ measure: string; numerator: number }>(
          'select measure, numerator from dashboard_counts',
        )
      ).rows;
    for (let tries = 0; tries < 150 && (await counted()).length === 0; tries += 1) await pause(100);
    expect((await counted()).find(({ measure }) => measure === 'plans')).toMatchObject({ numerator: 0 });
  } finally {
    await worker.stop();
    await database.close();
    await owner.end();
    // The worker's connections close when they will.
    await pause(500);
    await own.drop();
  }
}, 60_000);

async function servicesOf(databaseUrl: string, database: Services['database']): Promise<Services> {
  const config = parseConfig({ LOG_LEVEL: 'silent' });
  const reached = { email: null, phone: null, address: null, sendiass: null, mediationAdviser: null };
  const rest = { safeguarding: null, translationNotice: null, brandColour: null, demo: false };
  return {
    ...{ config, database, databaseUrl, authority: { code: 997, name: 'Wexcombe', ...reached, ...rest } },
    documents: await openDocumentStore(config.documents),
    ...{ logger: pino({ level: 'silent' }), now: () => new Date('2025-02-03T10:00:00Z') },
  };
}

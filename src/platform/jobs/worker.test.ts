import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import type { JobPayload } from './index.ts';
import { startWorker } from './worker.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp(await anAuthority());
});
afterAll(() => service.app.close());

test('work that comes round by the clock is done, though its job says when it was due', async () => {
  const done = Promise.withResolvers<JobPayload>();
  const worker = await startWorker(service.services, {
    every_night: async (payload) => done.resolve(payload),
    every_ten_minutes: async () => undefined,
  });
  // As the worker's own timetable asks for it.
  await ownerPool().query(`select graphile_worker.add_job('every_night', $1::json)`, [
    JSON.stringify({ _cron: { ts: '2025-02-03T02:15:00Z', backfilled: false } }),
  ]);
  expect(await done.promise).toEqual({});
  await worker.stop();
});

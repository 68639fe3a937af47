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

test.each([
  ['done', () => Promise.resolve()],
  ['failed', () => Promise.reject(new Error('invented'))],
])(
  'a database that goes as a job is written down as %s ends the worker, and nothing else',
  async (_, job) => {
    const { rows } = await ownerPool().query(
      `select (graphile_worker.add_job('every_night', '{}'::json, run_at => now() + interval '1 hour')).id`,
    );
    const { id } = rows[0];
    await ownerPool().query(`
    create function goes_away() returns trigger language plpgsql as $$ begin
      if old.id = ${id} and old.locked_by is not null then perform pg_terminate_backend(pg_backend_pid()); end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$;
    create trigger goes_away before update or delete on graphile_worker._private_jobs for each row execute function goes_away();
  `);
    try {
      const worker = await startWorker(service.services, {
        every_night: job,
        every_ten_minutes: () => Promise.resolve(),
      });
      await ownerPool().query(`update graphile_worker._private_jobs set run_at = now() where id = ${id}`);
      await worker.ended;
      await worker.stop();
    } finally {
      await ownerPool().query(`drop trigger goes_away on graphile_worker._private_jobs; drop function goes_away();
      delete from graphile_worker._private_jobs where id = ${id}`);
    }
  },
);

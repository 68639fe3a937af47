import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { watchWorkers } from './gone-workers.ts';

/* What a killed worker had taken is given back; what one alive has taken, and what was taken just now, is not. */

let service: TestApp;
const alive = new pg.Client({ connectionString: inject('appUrl') });
beforeAll(async () => {
  service = await testApp(await anAuthority(), undefined, { WORKER_GONE_SECONDS: '2' });
  await alive.connect();
});
afterAll(async () => {
  await alive.end();
  await ownerPool().query(`delete from graphile_worker._private_jobs where locked_by like 'test-%'`);
  await service.app.close();
});

async function aJobTakenBy(worker: string, ago: string): Promise<string> {
  const { rows } = await ownerPool().query(
    `select (graphile_worker.add_job('nothing', '{}'::json, run_at => now() + interval '1 day')).id`,
  );
  await ownerPool().query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval where id = $3`,
    [worker, ago, rows[0].id],
  );
  return rows[0].id;
}

async function takenBy(job: string): Promise<string | null> {
  const { rows } = await ownerPool().query(
    'select locked_by from graphile_worker._private_jobs where id = $1',
    [job],
  );
  return rows[0].locked_by;
}

test('only the job of a worker that is gone is given back', async () => {
  const [other, own] = [new EventEmitter(), new EventEmitter()];
  const processes = [await watchWorkers(service.services, other), await watchWorkers(service.services, own)];
  other.emit('pool:create', { workerPool: { id: 'test-busy' } });
  own.emit('pool:create', { workerPool: { id: 'test-mine' } });
  await untilHeld('test-busy');
  await untilHeld('test-mine');
  const [busy, mine] = [
    await aJobTakenBy('test-busy', '5 minutes'),
    await aJobTakenBy('test-mine', '5 minutes'),
  ];
  const just = await aJobTakenBy('test-just', '0 seconds');
  const gone = await aJobTakenBy('test-gone', '5 minutes');
  while ((await takenBy(gone)) !== null) await setTimeout(20);
  expect([await takenBy(busy), await takenBy(mine)]).toEqual(['test-busy', 'test-mine']);
  expect(await takenBy(just)).toBe('test-just');
  for (const one of processes) await one.stop();
});

async function untilHeld(worker: string): Promise<void> {
  for (;;) {
    const { rows } = await alive.query(
      `select pg_try_advisory_lock(hashtext('opensend worker'), hashtext($1)) as free`,
      [worker],
    );
    if (rows[0].free === false) return;
    await alive.query(`select pg_advisory_unlock(hashtext('opensend worker'), hashtext($1))`, [worker]);
    await setTimeout(20);
  }
}

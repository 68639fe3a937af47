import { EventEmitter } from 'node:events';
import { Logger as GraphileLogger, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { watchWorkers } from './gone-workers.ts';
import type { Jobs } from './index.ts';

// What comes round by the clock says in `_cron` when it was due, which no job of ours asks.
const payloadSchema = z
  .looseObject({ _cron: z.unknown() })
  .partial()
  .transform(({ _cron, ...own }) => own)
  .pipe(z.record(z.string(), z.union([z.string(), z.number()])));

export type RunningWorker = {
  /** Lets the jobs under way finish. */
  stop(): Promise<void>;
  /** Settles when it has ended, for whatever reason: it does when the database is away for long. */
  ended: Promise<void>;
};

/**
 * Runs jobs until stopped. A job that throws is tried again, later and later; one whose worker was killed is taken up by
 * another.
 */
export async function startWorker(services: Services, jobs: Jobs): Promise<RunningWorker> {
  const taskList: TaskList = {};
  for (const [name, job] of Object.entries(jobs)) {
    taskList[name] = (payload) => job(payloadSchema.parse(payload), services);
  }
  // The log line of a failed job names the job, never its payload.
  const logger = new GraphileLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') services.logger.warn({ job: true }, message.split('\n')[0]);
  });
  const events = new EventEmitter();
  const watch = await watchWorkers(services, events);
  const runner = await run({
    connectionString: services.databaseUrl,
    taskList,
    // Once a day, at a quiet hour; a night missed while the service was down is made up once when it is back.
    crontab: '15 2 * * * every_night ?fill=1d\n*/10 * * * * every_ten_minutes',
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    // What became of a job is then written where its failing is caught: a database that goes meanwhile ends the worker in
    // order, and not the process under it.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger,
    events,
  });
  return {
    async stop() {
      await runner.stop().catch(() => undefined);
      await watch.stop();
    },
    ended: runner.promise.catch(() => undefined),
  };
}

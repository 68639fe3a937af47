import { createApp, demoPeople, loadDemo, startWorker } from './app.ts';
import { run } from './platform/run.ts';

// With a database of its own the worker is a process of its own; from a clone, one command runs both.
await run(
  { createApp, demoPeople, loadDemo, startWorker },
  { web: true, worker: process.env['DATABASE_URL'] === undefined },
);

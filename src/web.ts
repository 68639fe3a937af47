import { afterMigrating, createApp, demoPeople, loadDemo, startWorker } from './app.ts';
import { run } from './platform/run.ts';

await run({ afterMigrating, createApp, demoPeople, loadDemo, startWorker }, 'web');

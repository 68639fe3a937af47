import { createApp, demoPeople, loadDemo, startWorker } from './app.ts';
import { run } from './platform/run.ts';

await run({ createApp, demoPeople, loadDemo, startWorker }, 'web');

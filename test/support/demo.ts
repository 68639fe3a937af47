import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { loadDemo } from '../../src/app.ts';
import { DEMO_AUTHORITY } from '../../src/demo/people.ts';
import { parseConfig } from '../../src/platform/config/index.ts';
import { type TestApp, testApp } from './app.ts';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

/** The day the demonstration stands at in journeys and sweeps. */
const DEMO_DAY = '2025-02-03';

/** Fewer children of earlier years than the demonstration has: enough for every page to have something on it. */
const PAST = 40;

export type DemoService = TestApp & { baseUrl: string };

/** The whole service on a real port with the demonstration in it, made once for the run. */
export async function demoService(): Promise<DemoService> {
  // Every service of the run finds the demonstration's papers where the first one left them.
  const kept = { DOCUMENTS_DIR: join(tmpdir(), `opensend-demonstration-${process.pid}`) };
  const server = { ownerUrl: inject('ownerUrl'), appUrl: inject('appUrl') };
  await loadDemo(
    server,
    new Date(`${DEMO_DAY}T08:00:00Z`),
    parseConfig({ ...kept, LOG_LEVEL: 'silent' }),
    PAST,
  );
  const port = await freePort();
  const service = await testApp(DEMO_AUTHORITY.code, DEMO_DAY, { ...kept, PORT: String(port) });
  await service.app.listen({ port, host: 'localhost' });
  return { ...service, baseUrl: service.services.config.baseUrl };
}

export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

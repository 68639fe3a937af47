import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { deriveFigures } from '../../src/capabilities/dashboards/figures/import-store.ts';
import { startEmbedded } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string;
    ownerUrl: string;
  }
}

/** One real PostgreSQL for the whole run, migrated, on loopback, gone afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'opensend-test-'));
  const server = await startEmbedded(folder, { durable: false });
  await migrate(server.ownerUrl, server.appPassword);
  await deriveFigures(server.ownerUrl);
  project.provide('appUrl', server.appUrl);
  project.provide('ownerUrl', server.ownerUrl);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from './platform/database/embedded.ts';
import { migrate } from './platform/database/migrate.ts';
import { writeSchemaFiles } from './platform/database/schema-files.ts';

// Describes what the migrations make, from a database made for it: the description never depends on anyone's data.
const folder = await mkdtemp(join(tmpdir(), 'opensend-schema-'));
const server = await startEmbedded(folder, { durable: false });
try {
  await migrate(server.ownerUrl, server.appPassword);
  await writeSchemaFiles(server.ownerUrl);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

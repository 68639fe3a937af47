import { resolve } from 'node:path';
import { type Command, type Io, UnusableInput } from '../command.ts';
import { openDocumentStore } from '../documents/configured-store.ts';
import { makeBackup } from './make.ts';
import { restoreBackup } from './restore.ts';

/** `backup make FOLDER` and `backup restore FOLDER`: the database and its documents together. 1: documents were lost. */
export const backup: Command = async (args, io) => {
  const [verb, given, ...rest] = args;
  if ((verb !== 'make' && verb !== 'restore') || given === undefined || rest.length > 0) {
    throw new UnusableInput('say which: opensend backup make FOLDER, or opensend backup restore FOLDER');
  }
  const { ownerUrl } = await io.database();
  if (ownerUrl === null) {
    throw new UnusableInput('set DATABASE_OWNER_URL: only the owner of the schema sees every row');
  }
  const documents = await openDocumentStore(io.config.documents);
  const job = { ownerUrl, documents, folder: resolve(given), progress: io.progress };
  return verb === 'make' ? make({ ...job, now: io.now() }, io) : restore(job, io);
};

async function make(job: Parameters<typeof makeBackup>[0], io: Io): Promise<number> {
  const lost = await makeBackup(job);
  for (const key of lost) io.error(`the store has lost or changed document ${key}`);
  io.out(`The back-up is in ${job.folder}`);
  return lost.length === 0 ? 0 : 1;
}

async function restore(job: Parameters<typeof restoreBackup>[0], io: Io): Promise<number> {
  const { madeAt, tables, documents } = await restoreBackup(job);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  io.out(`Restored the back-up of ${madeAt}: ${rows} rows, ${documents.length} documents`);
  return 0;
}

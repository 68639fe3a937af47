import { parseArgs } from 'node:util';
import { type Command, type Io, UnusableInput, usable } from '../../platform/command.ts';
import { importRegister } from './import-store.ts';
import { UnusableRegister } from './read-register.ts';

/** `settings import FILE`: a GIAS extract, its links, or a census file, into the register. Answers 2 when it cannot be used. */
export const settings: Command = async (args, io) => {
  const { values, positionals } = usable(() =>
    parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    }),
  );
  const [verb, file] = positionals;
  if (verb !== 'import' || file === undefined || positionals.length > 2) {
    throw new UnusableInput('use: opensend settings import FILE');
  }
  return importFile(file, values.json === true, io);
};

async function importFile(file: string, asJson: boolean, io: Io): Promise<number> {
  const { ownerUrl } = await io.database();
  if (ownerUrl === null)
    throw new UnusableInput('set DATABASE_OWNER_URL: the register is imported as the owner of the schema');
  try {
    const done = await importRegister(ownerUrl, file, (rows) =>
      io.progress(`${rows.toLocaleString('en-GB')} rows read`),
    );
    if (asJson) io.out(JSON.stringify(done, null, 2));
    else {
      io.out(
        `${done.layout}: ${done.read} rows, ${done.added} added, ${done.changed} changed, ${done.unchanged} unchanged`,
      );
      for (const { line, reason } of done.unusable) io.out(`line ${line} was not used: ${reason}`);
    }
    return 0;
  } catch (error) {
    if (error instanceof UnusableRegister)
      throw new UnusableInput(`${file} was not imported: ${error.message}`);
    throw error;
  }
}

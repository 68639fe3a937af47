import { parseArgs } from 'node:util';
import { type Command, UnusableInput, usable } from '../../platform/command.ts';
import { importRelease } from './import-store.ts';
import { UnusableRelease } from './read-release.ts';

/**
 * `sufficiency import FILE`: the Department's release of education, health and care plans, as it is published: a zip file.
 * Answers 0 when it is there, 2 when it cannot be used, and then nothing is changed.
 */
export const sufficiency: Command = async (args, io) => {
  const { positionals } = usable(() =>
    parseArgs({ args: [...args], options: {}, allowPositionals: true, strict: true }),
  );
  const [verb, file] = positionals;
  if (verb !== 'import' || file === undefined || positionals.length > 2) {
    throw new UnusableInput('use: opensend sufficiency import FILE');
  }
  const { ownerUrl } = await io.database();
  if (ownerUrl === null)
    throw new UnusableInput('set DATABASE_OWNER_URL: a release is imported as the owner of the schema');
  try {
    const { authorities, from, until, counts } = await importRelease(ownerUrl, file);
    const say = (count: number) => count.toLocaleString('en-GB');
    io.out(`${say(authorities)} authorities, ${from} to ${until}: ${say(counts)} counts`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableRelease)) throw error;
    throw new UnusableInput(`${file} was not imported: ${error.message}`);
  }
};

import { parseArgs } from 'node:util';
import { type Command, UnusableInput, usable } from '../../platform/command.ts';
import { sayNumber } from '../../shared/words.ts';
import { importPostcodes, UnusableDirectory } from './import-store.ts';

const SHOWN = 20;

/** `postcodes import FILE`: the ONS Postcode Directory, as CSV or gzipped CSV. Answers 0 when it is there, 2 when it cannot be used. */
export const postcodes: Command = async (args, io) => {
  const { positionals } = usable(() =>
    parseArgs({ args: [...args], options: {}, allowPositionals: true, strict: true }),
  );
  const [verb, file] = positionals;
  if (verb !== 'import' || file === undefined || positionals.length > 2)
    throw new UnusableInput('use: opensend postcodes import FILE');
  const { ownerUrl } = await io.database();
  if (ownerUrl === null)
    throw new UnusableInput('set DATABASE_OWNER_URL: postcodes are imported as the owner of the schema');
  const say = (count: number) => sayNumber(count);
  try {
    const done = await importPostcodes(ownerUrl, file, (lines) => io.progress(`${say(lines)} lines read`));
    io.out(
      `${say(done.read)} postcodes read, ${say(done.added)} added, ${say(done.changed)} changed, ${say(done.unchanged)} unchanged`,
    );
    if (done.elsewhere > 0)
      io.out(`${say(done.elsewhere)} lines are of places outside England or off the map`);
    for (const { line, reason } of done.unusable.slice(0, SHOWN))
      io.out(`line ${line} was not used: ${reason}`);
    if (done.unusable.length > SHOWN)
      io.out(`and ${say(done.unusable.length - SHOWN)} more lines were not used`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableDirectory)) throw error;
    throw new UnusableInput(`${file} was not imported: ${error.message}`);
  }
};

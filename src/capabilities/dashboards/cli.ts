import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findHomeAuthority } from '../../platform/authority.ts';
import { type Command, UnusableInput, usable } from '../../platform/command.ts';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import { sayNumber } from '../../shared/words.ts';
import { LEAST_ALIKE, makeExtract } from './extract/make.ts';

const USE = 'use: opensend dashboards extract --out FILE --by NAME --why WORDS';

/**
 * `dashboards extract --out FILE --by NAME --why WORDS`: the authority's cases for analysts as Parquet, with a dictionary beside
 * it as FILE.dictionary.csv. Who asked and why is recorded. Answers 0 when both are written; refuses to write over a file.
 */
export const dashboards: Command = async (args, io) => {
  const text = { type: 'string' } as const;
  const { values, positionals } = usable(() =>
    parseArgs({
      args: [...args],
      options: { out: text, by: text, why: text },
      allowPositionals: true,
      strict: true,
    }),
  );
  const [by, why] = [values.by?.trim() ?? '', values.why?.trim() ?? ''];
  if (positionals.join(' ') !== 'extract' || values.out === undefined) throw new UnusableInput(USE);
  if (by === '' || why === '') throw new UnusableInput(`say who asks for it and why: it is recorded. ${USE}`);
  if (by.length > 200 || why.length > 1000)
    throw new UnusableInput('say who in 200 characters, and why in 1,000');
  const { database } = await io.database();
  const home = await findHomeAuthority(database);
  if (home === null) throw new UnusableInput('choose the authority first: opensend authority choose CODE');
  const made = await makeExtract(database, { authorityId: home.code, by, why, today: englishDay(io.now()) });
  await write(values.out, made.parquet);
  await write(`${values.out}.dictionary.csv`, made.dictionary);
  const say = (count: number) => sayNumber(count);
  io.out(
    `${say(made.rows)} rows as they stood before ${sayDate(made.before)}, each alike with ${LEAST_ALIKE - 1} others or more`,
  );
  io.out(`${say(made.leftOut)} left out because too few were like them`);
  return 0;
};

async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UnusableInput(code === 'EEXIST' ? `${path} is there already` : `${path} cannot be written`);
  }
}

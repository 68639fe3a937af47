import { type FileHandle, open, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findHomeAuthority } from '../../platform/authority.ts';
import { type Command, UnusableInput, usable } from '../../platform/command.ts';
import { englishDay, sayDate } from '../../shared/plain-date.ts';
import { sayNumber } from '../../shared/words.ts';
import { LEAST_ALIKE, makeExtract } from './extract/make.ts';

const USE = 'use: opensend dashboards extract --out FILE --by NAME --why WORDS';

/**
 * `dashboards extract --out FILE --by NAME --why WORDS`: the authority's cases for analysts as Parquet, with a dictionary beside
 * it as FILE.dictionary.csv. Who asked and why is recorded. Answers 0 when both are written. Refuses to write over a
 * file, and reads nothing of anybody where either cannot be written.
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
  const files = await reserve([values.out, `${values.out}.dictionary.csv`]);
  const made = await files.write(async () => {
    const extract = await makeExtract(database, {
      ...{ authorityId: home.code, by, why },
      today: englishDay(io.now()),
    });
    return { ...extract, contents: [extract.parquet, extract.dictionary] };
  });
  const say = (count: number) => sayNumber(count);
  io.out(
    `${say(made.rows)} rows as they stood before ${sayDate(made.before)}, each alike with ${LEAST_ALIKE - 1} others or more`,
  );
  io.out(`${say(made.leftOut)} left out because too few were like them`);
  return 0;
};

/**
 * New files, made empty before anything is read: what cannot be kept is not made, nor put on the record as if it had been.
 * Whatever fails leaves none of them.
 */
async function reserve(paths: readonly string[]) {
  const handles: FileHandle[] = [];
  const giveUp = async () => {
    for (const [at, handle] of handles.entries()) {
      await handle.close();
      await rm(paths[at] ?? '', { force: true });
    }
  };
  for (const path of paths) {
    const opened = await open(path, 'wx').catch((error: unknown) => ({ error }));
    if ('error' in opened) {
      await giveUp();
      throw new UnusableInput(whyNot(path, opened.error));
    }
    handles.push(opened);
  }
  return {
    async write<T extends { contents: readonly (string | Uint8Array)[] }>(
      make: () => Promise<T>,
    ): Promise<T> {
      try {
        const made = await make();
        for (const [at, handle] of handles.entries()) {
          await handle.writeFile(made.contents[at] ?? '');
          await handle.close();
        }
        return made;
      } catch (error) {
        await giveUp();
        throw error;
      }
    },
  };
}

function whyNot(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'EEXIST' ? `${path} is there already` : `${path} cannot be written`;
}

import { readFile } from 'node:fs/promises';
import type { Io } from '../../../platform/command.ts';
import { UnusableInput } from '../../../platform/command.ts';
import type { ReadPlan } from './passage.ts';
import { sayPlace } from './place.ts';
import { readPlansIn } from './read-file.ts';

/**
 * What each file would be read as, without keeping anything: answers 0 where every word is placed or left aside with why, 1
 * where some are for somebody to place, 2 where a file cannot be read. The other files are read all the same.
 */
export async function convertFiles(files: readonly string[], json: boolean, io: Io): Promise<number> {
  let worst = 0;
  const told: unknown[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => {
      throw new UnusableInput(`${file} cannot be read`);
    });
    const read = await readPlansIn(bytes);
    if (!read.ok) {
      worst = 2;
      told.push({ file, problem: read.message });
      if (!json) io.error(`${file}: ${read.message}`);
      continue;
    }
    if (read.value.some((plan) => plan.passages.some(({ place }) => place === null)))
      worst = Math.max(worst, 1);
    told.push({ file, plans: read.value.map(asData) });
    if (!json) for (const line of read.value.flatMap((plan, at) => inWords(plan, at, file))) io.out(line);
  }
  if (json) io.out(JSON.stringify({ files: told }, null, 2));
  return worst;
}

function asData({ kind, passages, ignored, notes }: ReadPlan) {
  return {
    kind,
    placed: passages.flatMap(({ number, text, from, place, links }) =>
      place === null ? [] : [{ number, place, in: sayPlace(place), links, text, from }],
    ),
    unplaced: passages.flatMap(({ number, text, from, place, why }) =>
      place === null ? [{ number, text, from, why }] : [],
    ),
    ignored,
    notes,
  };
}

function inWords({ passages, ignored, notes }: ReadPlan, at: number, file: string): string[] {
  const unplaced = passages.filter(({ place }) => place === null);
  const placed = passages.length - unplaced.length;
  return [
    `${file}, plan ${at + 1}: ${placed} placed, ${unplaced.length} to place, ${ignored.length} left aside`,
    ...notes.map((note) => `  note: ${note}`),
    ...unplaced.map(({ from, why, text }) => `  to place: ${from}: ${why}: “${text.slice(0, 80)}”`),
  ];
}

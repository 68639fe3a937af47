import { accepted } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { sayNumber } from '../../../shared/words.ts';
import type { Language } from './languages.ts';
import { evened, sourceHash, type TranslatedRow } from './matching.ts';
import type { Piece } from './pieces.ts';

/** A translator's file as it was read, whatever its form: nothing of it has been compared with the plan yet. */
export type TranslatorsFile = {
  /** Which version it says it is of, as `urn:uuid:…`. */
  of: string;
  language: string;
  rows: readonly { key: string; source: string; target: string }[];
};

/** What is wrong with a file: which part of it, and what to do. */
export type Problem = { where: string; why: string };
export type Checked =
  | { ok: true; value: readonly TranslatedRow[] }
  | { ok: false; problems: readonly Problem[] };

export type Expected = {
  versionId: Uuid;
  earlier: readonly Uuid[];
  language: Language;
  pieces: readonly Piece[];
};

export const MOST_LETTERS = 20_000;
const UNSEEN = /(?![\t\n\r])\p{Cc}/u;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;

/** What the file calls the version it is of. */
export function urnOf(versionId: Uuid): string {
  return `urn:uuid:${versionId}`;
}

/** The translation a file holds of just this version in just this language; or everything that is wrong with it, at once. */
export function checkReturned(file: TranslatorsFile, expected: Expected): Checked {
  const whole = wrongFile(file, expected);
  if (whole !== null) return { ok: false, problems: [{ where: 'The file', why: whole }] };
  const rows = new Map<string, TranslatorsFile['rows'][number]>();
  const problems: Problem[] = [];
  const pieces = new Map(expected.pieces.map((piece) => [piece.key, piece]));
  for (const row of file.rows) {
    const where = pieces.get(row.key)?.where ?? `Row ‘${seen(row.key)}’`;
    if (!pieces.has(row.key))
      problems.push({ where, why: 'The plan has no such row. Take it out of the file' });
    else if (rows.has(row.key)) problems.push({ where, why: 'This row is in the file twice. Take one out' });
    rows.set(row.key, row);
  }
  for (const { key, english, where } of expected.pieces) {
    const row = rows.get(key);
    const why = row === undefined ? MISSING : wrongWith(row, english);
    if (why !== null) problems.push({ where: `${where}: ${start(english)}`, why });
  }
  if (problems.length > 0) return { ok: false, problems };
  const given = expected.pieces.flatMap(({ key, english }) => {
    const words = tidied(rows.get(key)?.target ?? '');
    return words === '' ? [] : [{ key, source: sourceHash(english), words }];
  });
  if (given.length > 0) return accepted(given);
  return { ok: false, problems: [{ where: 'The file', why: 'Nothing in it is translated yet' }] };
}

const MISSING = 'This row is not in the file. Put it back: a row may be left untranslated, and not left out';

function wrongFile(file: TranslatorsFile, { versionId, earlier, language }: Expected): string | null {
  if (file.of !== urnOf(versionId))
    return earlier.some((id) => file.of === urnOf(id))
      ? 'This is of an earlier version of the plan. Download the translator’s file again: what has not changed is in it, translated'
      : 'This is not a translator’s file of this plan. Check whose plan it is of';
  if (file.language.toLowerCase() === language.tag.toLowerCase()) return null;
  return `The file says that it is in another language (‘${seen(file.language)}’), not ${language.name} (‘${language.tag}’)`;
}

function wrongWith({ source, target }: TranslatorsFile['rows'][number], english: string): string | null {
  if (evened(source) !== evened(english))
    return 'The English words were changed in the file. A translation is of the plan’s own words: put them back';
  if (UNSEEN.test(target)) return 'Take out the control characters, which cannot be seen or printed';
  if (TURNING.test(target))
    return 'Take out the characters that turn the direction of the words round: the page does that by the language';
  if (target.length > MOST_LETTERS)
    return `Shorten the translation to ${sayNumber(MOST_LETTERS)} characters or fewer`;
  return null;
}

function tidied(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
}

function start(english: string): string {
  return english.length <= 60 ? `‘${english}’` : `‘${english.slice(0, 59)}…’`;
}

function seen(text: string): string {
  return text.replaceAll(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 60);
}

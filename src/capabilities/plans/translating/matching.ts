import { countOf } from '../../../shared/words.ts';
import { sha256 } from '../hash.ts';
import type { Piece } from './pieces.ts';

/** One translated piece as it is kept: its words, and the hash of the English they are of. */
export type TranslatedRow = { key: string; source: string; words: string };

/** How a piece of a version stands in one language. */
export type Standing = Piece & {
  /** Null where it is not translated, or says something else now than what was. */
  words: string | null;
  /** It was translated, and the plan has said otherwise since. */
  outOfDate: boolean;
};

/** Whether two texts are the same words, however a translator's software broke its lines. */
export function evened(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

export function sourceHash(english: string): string {
  return sha256(evened(english));
}

/**
 * Every piece of a version with its translation, from whatever was translated of any version, newest first: a translation is of
 * just the words it was made of, so what has not changed is carried over and what has is out of date.
 */
export function standingOf(
  pieces: readonly Piece[],
  translations: readonly (readonly TranslatedRow[])[],
): Standing[] {
  const byKey = Map.groupBy(translations.flat(), ({ key }) => key);
  return pieces.map((piece) => {
    const rows = byKey.get(piece.key) ?? [];
    const source = sourceHash(piece.english);
    const words = rows.find((row) => row.source === source)?.words ?? null;
    return { ...piece, words, outOfDate: words === null && rows.length > 0 };
  });
}

/** What a piece is in the other language, by its key; null where it is not translated. */
export type SayOther = (key: string) => string | null;

export function sayOther(standing: readonly Standing[]): SayOther {
  const words = new Map(standing.map((row) => [row.key, row.words]));
  return (key) => words.get(key) ?? null;
}

/** `12 of 40 parts`. */
export function sayProgress(standing: readonly Standing[]): string {
  const done = standing.filter(({ words }) => words !== null).length;
  return `${done} of ${countOf(standing.length, 'part')}`;
}

import { tidy } from '../../../platform/documents/reading/index.ts';
import { LEFT_OUT } from '../../../shared/left-out.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { sha256 } from '../hash.ts';
import type { Party, WorkingField } from './document.ts';
import type { Marked } from './marks.ts';

/*
 * The bookmarks of a working document as a Word file: which version it is of, and of each part of it which field it is, with
 * what it said to each party when the file was made. Word keeps them whatever is written between.
 */

type Piece = Pick<Marked, 'mark' | 'struck' | 'text'>;
/** What one field says to one party: its own text, and what the other would change, which is not its to alter. */
export type Said = { own: string; others: string };

/** A party’s own text out of one that both parties marked, with the other’s changes apart. */
export function saidTo(party: Party, pieces: readonly Piece[]): Said {
  const other = party === 'family' ? 'authority' : 'family';
  let [own, others, last] = ['', '', ''];
  for (const { mark, struck, text } of pieces) {
    if (mark === other ? struck : !struck) own += text;
    const kind = mark === other && text !== '' ? (struck ? '−' : '+') : '';
    if (kind !== '') others += (kind === last ? '' : kind) + text;
    if (text !== '') last = kind;
  }
  return { own: evened(own), others: evened(others) };
}

/** As it is after a program has read it and written it again. */
export function evened(text: string): string {
  return tidy(text)
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

export function fingerprint({ own, others }: Said): string {
  return sha256(`${own}\u0000${others}`).slice(0, 8);
}

export function versionMark(versionId: Uuid): string {
  return `_os_${versionId.replaceAll('-', '')}`;
}

export const sectionMark = (nth: number) => `s${nth}`;
export const rowMark = (nth: number) => `r${nth}`;

export function fieldMark({ place, words }: WorkingField): string {
  const [family, authority] = (['family', 'authority'] as const).map((party) =>
    fingerprint(saidTo(party, words)),
  );
  const leftOut = words.some(({ text }) => text.includes(LEFT_OUT)) ? '_out' : '';
  return `f${place}_${family}_${authority}${leftOut}`;
}

export type Anchor =
  | { kind: 'section'; nth: number }
  | { kind: 'row' }
  /** `leftOut`: some of it was left out, to keep somebody safe, of the copy that the file was made as. */
  | { kind: 'field'; place: number; was: Record<Party, string>; leftOut: boolean };

/** What a bookmark marks; null where it is none of ours. */
export function anchorIn(marks: readonly string[]): Anchor | null {
  for (const mark of marks) {
    const [, place, family = '', authority = '', out] =
      /^f(\d{1,5})_([0-9a-f]{8})_([0-9a-f]{8})(_out)?$/.exec(mark) ?? [];
    if (place !== undefined)
      return { kind: 'field', place: Number(place), was: { family, authority }, leftOut: out !== undefined };
    const [, letter, nth] = /^([rs])(\d{1,5})$/.exec(mark) ?? [];
    if (nth !== undefined) return letter === 's' ? { kind: 'section', nth: Number(nth) } : { kind: 'row' };
  }
  return null;
}

/** The version that a file says it is of; null where it says none, so that it is no file of ours. */
export function versionIn(marks: readonly string[]): Uuid | null {
  const hex = marks.flatMap((mark) => /^_os_([0-9a-f]{32})$/.exec(mark)?.[1] ?? [])[0];
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') ?? null;
}

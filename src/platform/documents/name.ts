import type { Format } from './formats.ts';

// Control characters, and the marks that reorder text: with them `cod.exe` can be made to read as `exe.doc`.
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const RESERVED = /[\\/:*?"<>|]/g;
const LONGEST = 120;

/**
 * A name safe to show and to save under: no folders, no control or reordering characters, of a bearable length, and
 * ending as its content does (`report.exe` that is plain text becomes `report.exe.txt`). Letters of every script stay.
 */
export function safeName(given: string, format: Pick<Format, 'endings'>): string {
  const leaf = given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = leaf
    .replace(UNSAFE, '')
    .replace(RESERVED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '');
  const ending = format.endings.find((allowed) => plain.toLowerCase().endsWith(`.${allowed}`));
  const stem = ending === undefined ? plain : plain.slice(0, -(ending.length + 1));
  const short = [...stem.replace(/^[. ]+/, '')].slice(0, LONGEST).join('').trim();
  return `${short === '' ? 'document' : short}.${ending ?? format.endings[0]}`;
}

/**
 * The `Content-Disposition` of a download (RFC 6266): always an attachment, with a plain name for old programs and the
 * true one encoded (RFC 8187). Nothing in `name` can end the header or start another.
 */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

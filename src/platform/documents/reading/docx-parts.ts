import { unzipSync } from 'fflate';

/** What of a Word file is unpacked, and what else was seen to be in it. */
export type DocxParts = {
  /** The XML of each part that holds words, by its name. */
  xml: ReadonlyMap<string, string>;
  /** A program is in it. It is never unpacked. */
  macros: boolean;
  /** How many whole files are put inside it, such as a spreadsheet. They are never unpacked. */
  embedded: number;
};

export const MAIN_PART = 'word/document.xml';
const WORDS = /^word\/(document|styles|comments|footnotes|endnotes|(header|footer)\d{0,4})\.xml$/;
const MACROS = /^word\/(vbaProject\.bin|vbaData\.xml)$/i;
const EMBEDDED = /^word\/(embeddings\/|afchunk)/i;

/**
 * The parts of a Word file that hold words, and no more of them than `most` bytes together. Nothing else in it is unpacked.
 * Throws where the ZIP is broken or locked, or its parts would swell beyond that.
 */
export function docxParts(bytes: Uint8Array, most: number): DocxParts {
  let [left, macros, embedded] = [most, false, 0];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      macros ||= MACROS.test(name);
      embedded += EMBEDDED.test(name) ? 1 : 0;
      if (!WORDS.test(name)) return false;
      left -= originalSize;
      if (left < 0) throw new Error('a Word file that swells');
      return true;
    },
  });
  const xml = new Map(Object.entries(files).map(([name, part]) => [name, toText(part)]));
  return { xml, macros, embedded };
}

function toText(part: Uint8Array): string {
  const wide = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : null;
  const big = part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? big ?? 'utf-8').decode(part);
}

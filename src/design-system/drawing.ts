import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/* A page as it is sent, with what was drawn and encoded before put in as it is: a list's fifty rows are most of its page. */

/** What was encoded before and has its place in the page that is being drawn, which nothing can interrupt; null between pages. */
let inPlace: Buffer[][] | null = null;

/** A whole page, encoded once: a string would be gone through for its length, and again when it is sent. */
export function drawPage(page: VNode): Buffer {
  const pieces: Buffer[][] = [];
  inPlace = pieces;
  try {
    return putTogether(`<!DOCTYPE html>\n${renderToString(page)}`, pieces);
  } finally {
    inPlace = null;
  }
}

/** Markup for a place in a page: what was encoded before, in its order. Outside a page, as a string. */
export function encodedMarkup(pieces: Buffer[]): string {
  if (inPlace === null) return Buffer.concat(pieces).toString();
  inPlace.push(pieces);
  return place(inPlace.length - 1);
}

// No text can say this: where it is written into a page, its `<` is written otherwise.
const place = (number: number) => `<!--encoded ${number}-->`;

function putTogether(text: string, pieces: readonly Buffer[][]): Buffer {
  if (pieces.length === 0) return encoded(text);
  const parts: Buffer[] = [];
  let from = 0;
  for (const [number, them] of pieces.entries()) {
    const mark = place(number);
    const at = text.indexOf(mark, from);
    parts.push(encoded(text.slice(from, at)), ...them);
    from = at + mark.length;
  }
  parts.push(encoded(text.slice(from)));
  return Buffer.concat(parts);
}

const encoder = new TextEncoder();

// A `Buffer` made of a string counts its bytes first.
function encoded(text: string): Buffer {
  const { buffer, byteOffset, byteLength } = encoder.encode(text);
  return Buffer.from(buffer, byteOffset, byteLength);
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadFonts } from './fonts.ts';

/** What a template calls `/`. */
const WORKSPACE = import.meta.dirname;
const require = createRequire(import.meta.url);

type Press = { compiler: NodeCompiler; canDraw: (code: number) => boolean };
let press: Press | null = null;

/** The compiler and its fonts, loaded by the first document: a process that draws none never pays for them. */
function thePress(): Press {
  if (press !== null) return press;
  const { NodeCompiler }: typeof Typst = require('@myriaddreamin/typst-ts-node-compiler');
  const { files, drawable } = loadFonts();
  press = {
    compiler: NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: files }] }),
    canDraw: (code) => drawable.has(code),
  };
  return press;
}

type Pictures = ReadonlyMap<string, Buffer>;
/** To be read by anybody, with or without sight; and to be kept, with all it needs to be drawn in years to come. */
type Standard = 'ua-1' | 'a-2a';
type Print = (standard: Standard) => Uint8Array;

/**
 * Draws a document as tagged PDF/UA-1. `template` is Typst source written in this project; `data` reaches it only as
 * JSON in `sys.inputs.data`, never as source, so nothing a person typed can become markup or code. A template finds
 * `pictures` under their names, beginning `/`.
 * Throws when the document cannot be drawn or would not conform: that is a defect, since the data is made drawable first.
 */
export function drawPdf(template: string, data: unknown, pictures: Pictures = new Map()): Uint8Array {
  return withPages(template, data, (print) => print('ua-1'), pictures);
}

/** Lays a document out once, and prints its pages as often as `use` asks. */
export function withPages<T>(
  template: string,
  data: unknown,
  use: (print: Print) => T,
  pictures: Pictures = new Map(),
): T {
  const { compiler } = thePress();
  for (const [path, picture] of pictures) compiler.mapShadow(join(WORKSPACE, path), picture);
  const inputs = { data: JSON.stringify(drawable(data)) };
  try {
    return use(laidOut(compiler, template, inputs));
  } finally {
    for (const path of pictures.keys()) compiler.unmapShadow(join(WORKSPACE, path));
    // The compiler remembers what it has drawn; what this document did not use is let go, so that a thousand take no more than one.
    compiler.evictCache(pictures.size === 0 ? 1 : 0);
  }
}

function laidOut(compiler: NodeCompiler, template: string, inputs: Record<string, string>): Print {
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const { result } = compiled;
  if (result === null) {
    const diagnostics = compiled.takeDiagnostics();
    throw new Error(
      `the document could not be drawn: ${JSON.stringify(diagnostics && compiler.fetchDiagnostics(diagnostics))}`,
    );
  }
  return (standard) => new Uint8Array(compiler.pdf(result, { pdfStandard: standard }));
}

// Controls, and the marks by which one person's text could turn the direction of the words around it.
const UNSEEN = /[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{200e}\u{200f}\u{feff}]/u;

/**
 * The same data with every character that no font can draw shown as □ (PDF/UA refuses a page with a character it
 * cannot show), and with control characters left out. New lines and tabs stay.
 */
export function drawable(data: unknown): unknown {
  if (typeof data === 'string') return drawableText(data);
  if (Array.isArray(data)) return data.map(drawable);
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, drawable(value)]));
  }
  return data;
}

/** What most text is made of, every character of which can be drawn. */
const PLAIN = /^[\n -~]*$/;

export function drawableText(text: string): string {
  if (PLAIN.test(text)) return text;
  let shown = '';
  for (const character of text.toWellFormed().normalize('NFC').replaceAll(/\r\n?/g, '\n')) {
    if (character === '\n' || character === '\t') shown += character === '\t' ? ' ' : '\n';
    else if (!UNSEEN.test(character)) shown += canDraw(character) ? character : '□';
  }
  return shown;
}

/** Whether a font of ours has every letter of some texts: where one lacks, a paper would show □ in its place. */
export function canDrawAll(texts: readonly string[]): boolean {
  return texts.every((text) => drawableText(text.replaceAll('□', '')).includes('□') === false);
}

// Joiners and variation selectors have no shape of their own; they change how their neighbours are drawn.
function canDraw(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const shapeless = (code >= 0x200b && code <= 0x200d) || (code >= 0xfe00 && code <= 0xfe0f);
  // What a character of private use means is known to its font alone: it could be neither read aloud nor kept.
  const meantByFont = (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
  return shapeless || (!meantByFont && thePress().canDraw(code));
}

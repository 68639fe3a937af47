import { SaxesParser } from 'saxes';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { TranslatorsFile } from './returned.ts';
import { XLIFF_NAMESPACE } from './xliff.ts';

const DEEPEST = 40;
const MOST_ELEMENTS = 100_000;
/** Marks within words that say something of them and are no words themselves. */
const THROUGH = new Set(['mrk', 'sm', 'em']);

class NotReadable extends Error {}

/**
 * The rows of an XLIFF file, whatever pieces a translator's software cut them into and whatever it noted beside them. Refuses what
 * is no XLIFF 2, a document type (with the entities it could declare), words with formatting, and what is nested or long beyond use.
 */
export function readXliff(text: string): Result<TranslatorsFile> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const rows: { key: string; source: string; target: string }[] = [];
  const open: string[] = [];
  let [of, language, files, elements, foreign] = ['', '', 0, 0, 0];
  let part: 'source' | 'target' | null = null;
  parser.on('error', () => {
    throw new NotReadable('It is not well-formed XML. Save it again from the translator’s software');
  });
  parser.on('doctype', () => {
    throw new NotReadable('It has a document type, which a translator’s file never has');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements += 1;
    open.push(local);
    if (open.length > DEEPEST || elements > MOST_ELEMENTS)
      throw new NotReadable('It is far larger than a plan. Check that it is the right file');
    // What a module of XLIFF or the software itself keeps beside the words, such as earlier translations.
    if (foreign > 0 || uri !== XLIFF_NAMESPACE) {
      if (open.length === 1) throw new NotReadable(NOT_XLIFF);
      foreign += 1;
      return;
    }
    const said = (name: string) => attributes[name]?.value ?? '';
    if (open.length === 1) {
      if (local !== 'xliff' || !/^2\.[01]$/.test(said('version'))) throw new NotReadable(NOT_XLIFF);
      language = said('trgLang');
    } else if (part !== null && !THROUGH.has(local)) {
      throw new NotReadable(
        `The row ‘${(rows.at(-1)?.key ?? '').slice(0, 80)}’ has formatting in it. Take it out: ${WORDS_ALONE}`,
      );
    } else if (local === 'file') {
      files += 1;
      of = said('original');
      if (files > 1) throw new NotReadable('It holds several files. Send one plan at a time');
    } else if (local === 'unit') rows.push({ key: said('id'), source: '', target: '' });
    else if (local === 'source' || local === 'target') part = local;
  });
  parser.on('text', (words) => {
    const row = rows.at(-1);
    if (part !== null && foreign === 0 && row !== undefined) row[part] += words;
  });
  parser.on('cdata', (words) => {
    const row = rows.at(-1);
    if (part !== null && foreign === 0 && row !== undefined) row[part] += words;
  });
  parser.on('closetag', ({ local }) => {
    open.pop();
    if (foreign > 0) foreign -= 1;
    else if (local === part) part = null;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    return refused('file', error.message);
  }
  return accepted({ of, language, rows });
}

const NOT_XLIFF =
  'It is not XLIFF 2.1. Send the translator’s file that was downloaded here, or the spreadsheet (CSV)';
const WORDS_ALONE = 'the plan’s words have none';

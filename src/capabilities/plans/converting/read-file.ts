import { Readable } from 'node:stream';
import { readDocxLayout } from '../../../platform/documents/reading/index.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import { sayNumber } from '../../../shared/words.ts';
import { readPlanText } from '../plan-file-reading.ts';
import { readCsvPlans } from './csv.ts';
import { readJsonPlan } from './json.ts';
import { MOST_PASSAGES, type ReadPlan } from './passage.ts';
import { readWordPlan } from './word.ts';

const UNREADABLE =
  'This Word file cannot be read: it is damaged, locked with a password, or something else. Open it in Word, save it again as a Word document (.docx), and choose that';

/** The plans in a file, known by its content: a Word file, a CSV of plans, or a plan as JSON. Nothing is guessed from its name. */
export async function readPlansIn(bytes: Buffer): Promise<Result<ReadPlan[]>> {
  if (bytes.length === 0) return refused('file', 'The file you chose is empty');
  if (startsWith(bytes, 'PK\x03\x04')) return readWord(bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    return refused(
      'file',
      'This is a file of an older Word. Open it in Word, save it as a Word document (.docx), and choose that',
    );
  if (startsWith(bytes, '%PDF'))
    return refused(
      'file',
      'A PDF does not say what is a heading and what is a table. Choose the Word file it was made from',
    );
  const text = textOf(bytes);
  if (text === null)
    return refused(
      'file',
      'This file is no plan: choose a Word file (.docx), a CSV of plans, or a plan as JSON',
    );
  if (!/^\uFEFF?\s*[{[]/.test(text)) return readCsvPlans(text);
  const read = readPlanText(text);
  return read.ok ? accepted([readJsonPlan(read.value)]) : read;
}

async function readWord(bytes: Buffer): Promise<Result<ReadPlan[]>> {
  const docx = await readDocxLayout(Readable.from([bytes]));
  if (docx === null) return refused('file', UNREADABLE);
  const { length } = docx.paragraphs;
  if (length > MOST_PASSAGES)
    return refused(
      'file',
      `This file has ${sayNumber(length)} paragraphs. A plan of more than ${sayNumber(MOST_PASSAGES)} is not read: check that it is one plan`,
    );
  if (length === 0)
    return refused(
      'file',
      'This Word file has no words in it. If it is a scan, choose the file it was made from',
    );
  return accepted([readWordPlan(docx)]);
}

function startsWith(bytes: Buffer, mark: string): boolean {
  return bytes.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'));
}

// As people save them: UTF-8, or what Excel writes where it does not.
function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

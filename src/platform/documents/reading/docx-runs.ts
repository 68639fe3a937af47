import { attribute, isOn, localName, type Style, wordParser } from './docx-styles.ts';

/** Words of a Word file that are written one way. */
export type DocxRun = { text: string; bold: boolean; italic: boolean; underlined: boolean; struck: boolean };
export type DocxRuns = {
  /** The names of the bookmarks that begin in it. */
  marks: string[];
  style: string;
  heading: boolean;
  /** The row of a table it stands in; null where it stands in none. */
  row: string | null;
  runs: DocxRun[];
};

const PLAIN = { bold: false, italic: false, underlined: false, struck: false };
const GONE = new Set(['del', 'moveFrom', 'Fallback', 'txbxContent']);
const CHANGED = /Change$/;

/**
 * Each paragraph of a Word file with how its words are written and the bookmarks in it, as it is once every tracked change is
 * taken. Text in boxes is not of it. Throws what is not well-formed XML.
 */
export function runsOf(xml: string, styles: ReadonlyMap<string, Style>): DocxRuns[] {
  const found: DocxRuns[] = [];
  const open: DocxRuns[] = [];
  const path: string[] = [];
  const rows: string[] = [];
  let [gone, inRun, counted] = [0, false, 0];
  let waiting: string[] = [];
  let as = { ...PLAIN };
  const put = (text: string) => {
    if (gone === 0 && inRun) open.at(-1)?.runs.push({ ...as, text });
  };
  const parser = wordParser();
  parser.on('opentag', ({ name: whole, attributes }) => {
    const name = localName(whole);
    path.push(name);
    if (GONE.has(name) || CHANGED.test(name)) gone += 1;
    if (gone > 0) return;
    const paragraph = open.at(-1);
    const value = attribute(attributes) ?? '';
    if (name === 'p') {
      open.push({ marks: waiting, style: '', heading: false, row: rows.at(-1) ?? null, runs: [] });
      waiting = [];
    } else if (name === 'bookmarkStart')
      (paragraph?.marks ?? waiting).push(attribute(attributes, 'name') ?? '');
    else if (name === 'tr') {
      counted += 1;
      rows.push(String(counted));
    } else if (name === 'r') [inRun, as] = [true, { ...PLAIN }];
    else if (name === 'br' || name === 'cr') put('\n');
    else if (name === 'tab') put('\t');
    else if (name === 'noBreakHyphen') put('-');
    else if (name === 'pStyle' && paragraph !== undefined)
      Object.assign(paragraph, { style: value, heading: (styles.get(value)?.level ?? null) !== null });
    else if (inRun && name === 'b') as.bold = isOn(attributes);
    else if (inRun && name === 'i') as.italic = isOn(attributes);
    else if (inRun && name === 'u') as.underlined = isOn(attributes);
    else if (inRun && (name === 'strike' || name === 'dstrike')) as.struck ||= isOn(attributes);
  });
  parser.on('text', (text) => {
    if (path.at(-1) === 't') put(text);
  });
  parser.on('closetag', ({ name: whole }) => {
    const name = localName(whole);
    path.pop();
    if (gone === 0) {
      const ended = name === 'p' ? open.pop() : undefined;
      if (ended !== undefined) found.push(ended);
      if (name === 'r') inRun = false;
      if (name === 'tr') rows.pop();
    }
    if (GONE.has(name) || CHANGED.test(name)) gone -= 1;
  });
  parser.write(xml).close();
  return found;
}

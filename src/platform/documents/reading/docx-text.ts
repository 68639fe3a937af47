import { attribute, isOn, localName, outlineLevel, type Style, wordParser } from './docx-styles.ts';

export type Cell = { table: number; row: number; column: number };

export type DocxParagraph = {
  text: string;
  /** How high a heading it is, 0 the highest; null where it is none. */
  level: number | null;
  /** Every word of it is bold. */
  bold: boolean;
  page: number;
  /** It is the rest of a paragraph that began on the page before. */
  runsOn: boolean;
  cell: Cell | null;
  /** It is in a box beside the text. */
  box: boolean;
};

/** Words that are in the file and not in its running text. */
export type Aside = {
  text: string;
  where: 'header' | 'footer' | 'comment' | 'footnote' | 'endnote' | 'deleted' | 'hidden' | 'placeholder';
};

export type DocxText = {
  paragraphs: DocxParagraph[];
  aside: Aside[];
  merged: Cell[];
  pages: number;
  pictures: number;
  inserted: number;
  /** Files of another kind that Word shows as if they were its own text. */
  alternate: number;
};

type Open = {
  text: string;
  beside: Map<Aside['where'], string>;
  level: number | null;
  styleBold: boolean;
  letters: number;
  boldLetters: number;
  runsOn: boolean;
  box: boolean;
};

/** What is written inside one of these is how the document was, or what the text is like; never its words. */
const CHANGED = /Change$/;

/**
 * The words of one part of a Word file. Text in boxes is read where Word draws it, once; text put in by a tracked change is
 * read, and text taken out, hidden, or left from an empty form field is kept beside. Throws what is not well-formed XML.
 */
export function textOf(xml: string, styles: ReadonlyMap<string, Style>): DocxText {
  const found: DocxText = {
    paragraphs: [],
    aside: [],
    merged: [],
    pages: 1,
    pictures: 0,
    inserted: 0,
    alternate: 0,
  };
  const open: Open[] = [];
  const path: string[] = [];
  const within = new Map<string, number>();
  const cells: (Cell & { next: number })[] = [];
  const placeholders: boolean[] = [];
  let [tables, drawn, changed] = [0, false, 0];
  let run = { bold: false, hidden: false };
  const inside = (name: string) => (within.get(name) ?? 0) > 0;

  const put = (words: string) => {
    const into = open.at(-1);
    if (into === undefined) return;
    const where = asideWhere();
    if (where !== null) into.beside.set(where, (into.beside.get(where) ?? '') + words);
    else {
      into.text += words;
      const letters = words.replaceAll(/\s/g, '').length;
      into.letters += letters;
      if (run.bold || into.styleBold) into.boldLetters += letters;
      if (inside('ins') || inside('moveTo')) found.inserted += letters;
    }
  };
  const asideWhere = (): Aside['where'] | null => {
    if (inside('del') || inside('moveFrom')) return 'deleted';
    if (run.hidden) return 'hidden';
    return placeholders.includes(true) ? 'placeholder' : null;
  };
  const flush = (ended: Open) => {
    for (const [where, text] of ended.beside)
      if (text.trim() !== '') found.aside.push({ where, text: text.trim() });
    ended.beside.clear();
    if (ended.text.trim() === '') return;
    const at = cells.at(-1);
    found.paragraphs.push({
      text: ended.text.trim(),
      level: ended.level,
      bold: ended.letters > 0 && ended.boldLetters === ended.letters,
      page: found.pages - 1,
      runsOn: ended.runsOn,
      cell: at === undefined ? null : { table: at.table, row: at.row, column: at.column },
      box: ended.box,
    });
  };

  const parser = wordParser();
  parser.on('opentag', ({ name: whole, attributes }) => {
    const name = localName(whole);
    path.push(name);
    within.set(name, (within.get(name) ?? 0) + 1);
    changed += CHANGED.test(name) ? 1 : 0;
    if (changed > 0) return;
    const cell = cells.at(-1);
    const paragraph = open.at(-1);
    switch (name) {
      case 'p':
        open.push(begin(inside('txbxContent')));
        break;
      case 'r':
        run = { bold: false, hidden: false };
        break;
      case 'tbl':
        tables += 1;
        cells.push({ table: tables, row: 0, column: 0, next: 1 });
        break;
      case 'tr':
        if (cell) [cell.row, cell.column, cell.next] = [cell.row + 1, 0, 1];
        break;
      case 'gridBefore':
        if (cell) cell.next += Number(attribute(attributes)) || 0;
        break;
      case 'tc':
        if (cell) [cell.column, cell.next] = [cell.next, cell.next + 1];
        break;
      case 'gridSpan':
        if (cell) cell.next += Math.min(Math.max((Number(attribute(attributes)) || 1) - 1, 0), 100);
        break;
      case 'vMerge':
        if (cell && attribute(attributes) !== 'restart')
          found.merged.push({ table: cell.table, row: cell.row, column: cell.column });
        break;
      case 'pStyle':
        if (paragraph) wear(paragraph, styles.get(attribute(attributes) ?? ''));
        break;
      case 'rStyle':
        run.bold ||= styles.get(attribute(attributes) ?? '')?.bold === true;
        break;
      case 'outlineLvl':
        if (paragraph) paragraph.level = outlineLevel(attribute(attributes) ?? '') ?? paragraph.level;
        break;
      case 'b':
        if (inside('r')) run.bold = isOn(attributes);
        break;
      case 'vanish':
        if (inside('r')) run.hidden = isOn(attributes);
        break;
      case 'sdt':
        placeholders.push(false);
        break;
      case 'showingPlcHdr':
        if (placeholders.length > 0) placeholders[placeholders.length - 1] = isOn(attributes);
        break;
      case 'Choice':
        drawn = true;
        break;
      case 'AlternateContent':
        drawn = false;
        break;
      case 'pic':
      case 'imagedata':
        if (!secondDrawing()) found.pictures += 1;
        break;
      case 'altChunk':
        found.alternate += 1;
        break;
      case 'tab':
        if (inside('r')) put('\t');
        break;
      case 'br':
      case 'cr':
        put('\n');
        break;
      case 'noBreakHyphen':
        put('-');
        break;
      case 'sym':
        put('□');
        break;
      case 'lastRenderedPageBreak':
        turnPage();
        break;
      default:
    }
  });
  parser.on('closetag', ({ name: whole }) => {
    const name = localName(whole);
    if (changed === 0) {
      const ended = name === 'p' ? open.pop() : undefined;
      if (ended !== undefined && !secondDrawing()) flush(ended);
      if (name === 'tbl') cells.pop();
      if (name === 'sdt') placeholders.pop();
    }
    changed -= CHANGED.test(name) ? 1 : 0;
    within.set(name, (within.get(name) ?? 1) - 1);
    path.pop();
  });
  parser.on('text', (words) => {
    const name = path.at(-1);
    if ((name === 't' || name === 'delText') && !secondDrawing()) put(words);
  });
  // Word writes some boxes twice, the second time for a program that cannot draw the first.
  function secondDrawing(): boolean {
    return drawn && inside('Fallback');
  }
  // A paragraph that runs on to the next page has some of its words on each.
  function turnPage(): void {
    if (secondDrawing()) return;
    const paragraph = open.at(-1);
    if (paragraph !== undefined) {
      const begun = paragraph.text.trim() !== '';
      flush(paragraph);
      Object.assign(paragraph, { text: '', letters: 0, boldLetters: 0, runsOn: paragraph.runsOn || begun });
    }
    found.pages += 1;
  }
  parser.write(xml).close();
  return found;
}

function begin(box: boolean): Open {
  return {
    text: '',
    beside: new Map(),
    level: null,
    styleBold: false,
    letters: 0,
    boldLetters: 0,
    runsOn: false,
    box,
  };
}

function wear(paragraph: Open, style: Style | undefined): void {
  if (style === undefined) return;
  paragraph.level ??= style.level;
  paragraph.styleBold = style.bold;
}

/** The words of a Word file: by page, where Word wrote down how it last laid them out; otherwise by heading and paragraph. */
export type DocxWords = {
  laidOut: 'word pages' | 'parts';
  parts: { text: string; place: string | null }[];
};

type Paragraph = { text: string; heading: boolean; page: number };

/** As many paragraphs as stand together where no heading parts them. */
const TOGETHER = 40;
const LONGEST_PLACE = 150;

/** Takes the document's own XML, and that of its styles, where it has any. Refuses what Word never writes. */
export function wordsOfDocx(xml: string, styles: string): DocxWords {
  const { paragraphs, pages } = paragraphsOf(xml, headingStyles(styles));
  if (pages > 1) {
    const texts = Array.from({ length: pages }, (_, page) =>
      joined(paragraphs.filter((paragraph) => paragraph.page === page)),
    );
    return { laidOut: 'word pages', parts: texts.map((text) => ({ text, place: null })) };
  }
  return { laidOut: 'parts', parts: partsOf(paragraphs) };
}

function partsOf(paragraphs: readonly Paragraph[]): DocxWords['parts'] {
  const parts: { heading: string; from: number; paragraphs: Paragraph[]; first: boolean }[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const last = parts.at(-1);
    if (last === undefined || paragraph.heading || last.paragraphs.length >= TOGETHER) {
      const heading = paragraph.heading ? paragraph.text : (last?.heading ?? '');
      parts.push({ heading, from: at + 1, paragraphs: [paragraph], first: paragraph.heading });
    } else last.paragraphs.push(paragraph);
  }
  return parts.map((part) => {
    const to = part.from + part.paragraphs.length - 1;
    const counted = part.from === to ? `paragraph ${to}` : `paragraphs ${part.from} to ${to}`;
    const heading = part.heading.slice(0, LONGEST_PLACE);
    const place = heading === '' ? counted : part.first ? `‘${heading}’` : `‘${heading}’, ${counted}`;
    return { text: joined(part.paragraphs), place };
  });
}

function joined(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

// Only what is a paragraph's own words: no field codes, no deleted text, and one of two drawings of the same box.
function paragraphsOf(xml: string, headings: ReadonlySet<string>) {
  const paragraphs: Paragraph[] = [];
  let [text, heading, page, inText, fallback] = ['', false, 0, false, 0];
  const flush = () => {
    if (text.trim() !== '') paragraphs.push({ text: text.trim(), heading, page });
    text = '';
    heading = false;
  };
  for (const token of tokensOf(xml)) {
    if (typeof token === 'string') {
      if (inText && fallback === 0) text += unescaped(token);
      continue;
    }
    const { name, closes, alone, attributes } = token;
    if (name === 'Fallback' && !alone) fallback += closes ? -1 : 1;
    else if (name === 'p') flush();
    else if (name === 't') inText = !closes && !alone;
    else if (closes) continue;
    else if (name === 'tab') text += '\t';
    else if (name === 'br' || name === 'cr') text += '\n';
    else if (name === 'noBreakHyphen') text += '-';
    else if (name === 'outlineLvl') heading ||= Number(valueIn(attributes)) < 9;
    else if (name === 'pStyle') heading ||= headings.has(valueIn(attributes));
    else if (name === 'lastRenderedPageBreak' && fallback === 0) {
      // A paragraph that runs on to the next page has some of its words on each.
      const runsOn = heading;
      flush();
      heading = runsOn;
      page += 1;
    }
  }
  flush();
  return { paragraphs, pages: page + 1 };
}

/** The styles that are headings, by what the document calls them: another language's Word calls them otherwise. */
function headingStyles(styles: string): Set<string> {
  const found = new Set(['Title', ...Array.from({ length: 9 }, (_, level) => `Heading${level + 1}`)]);
  let id = '';
  for (const token of tokensOf(styles)) {
    if (typeof token === 'string' || token.closes) continue;
    if (token.name === 'style') id = /styleId="([^"]*)"/.exec(token.attributes)?.[1] ?? '';
    if (token.name === 'name' && /^(heading [1-9]|title)$/i.test(valueIn(token.attributes))) found.add(id);
  }
  return found;
}

type Tag = { name: string; closes: boolean; alone: boolean; attributes: string };

function* tokensOf(xml: string): Generator<string | Tag> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open !== at) {
      yield xml.slice(at, open === -1 ? undefined : open);
      if (open === -1) return;
      at = open;
    }
    if (xml.startsWith('<!DOCTYPE', at)) throw new Error('Word writes no document type');
    const ends = xml.startsWith('<!--', at) ? '-->' : '>';
    const close = xml.indexOf(ends, at);
    if (close === -1) throw new Error('a tag that does not end');
    const tag = /^<(\/?)(?:\w+:)?(\w+)([\s\S]*?)(\/?)$/.exec(xml.slice(at, Math.min(close, at + 2000)));
    if (tag !== null) {
      const [, closing = '', name = '', attributes = '', alone = ''] = tag;
      yield { name, closes: closing !== '', alone: alone !== '', attributes };
    }
    at = close + ends.length;
  }
}

function valueIn(attributes: string): string {
  return unescaped(/val="([^"]*)"/.exec(attributes)?.[1] ?? '');
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return NAMED[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

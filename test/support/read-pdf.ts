import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader's software finds in a PDF. */
export type Reading = {
  title: string;
  language: string;
  tagged: boolean;
  /** From the XMP metadata: the part of PDF/UA the file says it conforms to. */
  pdfUaPart: string | null;
  /** The same of PDF/A, part and level: `2A`. */
  pdfA: string | null;
  pages: string[];
  bookmarks: string[];
  /** Structure tags by page, outermost first, in reading order. */
  tags: string[][];
  tagNames: Set<string>;
  /** The words of each header cell, and all words as the structure orders them. */
  headerCells: string[];
  inOrder: string;
  /** Fonts a page uses without having them in the file. */
  fontsNotEmbedded: string[];
};

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const text = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const metadata = await pdf.getMetadata();
  const info = new Map<string, unknown>(Object.entries(metadata.info));
  // Typed as an object, and in truth a Map.
  const marks: unknown = await pdf.getMarkInfo();
  const pages: string[] = [];
  const tags: string[][] = [];
  const headerCells: string[] = [];
  const fontsNotEmbedded: string[] = [];
  let inOrder = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    pages.push(
      content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
    );
    const tree = await page.getStructTree();
    tags.push(roles(tree));
    const marked = wordsByMark((await page.getTextContent({ includeMarkedContent: true })).items);
    headerCells.push(...under(tree, 'TH').map((cell) => wordsOf(cell, marked)));
    inOrder += wordsOf(tree, marked);
    fontsNotEmbedded.push(...(await missingFonts(page)));
  }
  const outline: unknown = await pdf.getOutline();
  const reading = {
    title: String(info.get('Title') ?? ''),
    language: String(info.get('Language') ?? ''),
    tagged: marks instanceof Map && marks.get('Marked') === true,
    pdfUaPart: text.match(/<pdfuaid:part>(\d)<\/pdfuaid:part>/)?.[1] ?? null,
    pdfA:
      text
        .match(/<pdfaid:part>(\d)<\/pdfaid:part>\s*<pdfaid:conformance>(\w)</)
        ?.slice(1)
        .join('') ?? null,
    pages,
    bookmarks: titles(outline),
    tags,
    tagNames: new Set(tags.flat()),
    headerCells,
    inOrder,
    fontsNotEmbedded,
  };
  await pdf.loadingTask.destroy();
  return reading;
}

function roles(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const role = 'role' in node && typeof node.role === 'string' ? [node.role] : [];
  const children = 'children' in node && Array.isArray(node.children) ? node.children.flatMap(roles) : [];
  return [...role, ...children];
}

function titles(outline: unknown): string[] {
  if (!Array.isArray(outline)) return [];
  return outline.flatMap((item) => [String(item.title), ...titles(item.items)]);
}

/** The words of each piece of marked content, by the name the structure has for it. */
function wordsByMark(items: readonly unknown[]): Map<string, string> {
  const words = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if (typeof item !== 'object' || item === null) continue;
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item && typeof item.id === 'string' ? item.id : '');
    }
    if ('str' in item) {
      const mark = open.findLast((id) => id !== '') ?? '';
      words.set(
        mark,
        `${words.get(mark) ?? ''}${String(item.str)}${'hasEOL' in item && item.hasEOL ? ' ' : ''}`,
      );
    }
  }
  return words;
}

function under(node: unknown, role: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('role' in node && node.role === role) return [node];
  return 'children' in node && Array.isArray(node.children)
    ? node.children.flatMap((child) => under(child, role))
    : [];
}

function wordsOf(node: unknown, marked: ReadonlyMap<string, string>): string {
  if (typeof node !== 'object' || node === null) return '';
  const own = 'id' in node && typeof node.id === 'string' ? (marked.get(node.id) ?? '') : '';
  const rest = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return own + rest.map((child) => wordsOf(child, marked)).join('');
}

async function missingFonts(page: PDFPageProxy): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const used = new Set<string>(
    fnArray.flatMap((fn, at) => (fn === OPS.setFont ? [String(argsArray[at][0])] : [])),
  );
  return [...used].filter((name) => {
    const font: unknown = page.commonObjs.get(name);
    return (
      typeof font !== 'object' || font === null || !('missingFile' in font) || font.missingFile !== false
    );
  });
}

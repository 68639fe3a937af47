import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader's software finds in a PDF. */
export type Reading = {
  title: string;
  language: string;
  tagged: boolean;
  /** From the XMP metadata: the part of PDF/UA the file says it conforms to. */
  pdfUaPart: string | null;
  pages: string[];
  bookmarks: string[];
  /** Structure tags by page, outermost first, in reading order. */
  tags: string[][];
  tagNames: Set<string>;
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
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    pages.push(
      content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
    );
    tags.push(roles(await page.getStructTree()));
  }
  const outline: unknown = await pdf.getOutline();
  const reading = {
    title: String(info.get('Title') ?? ''),
    language: String(info.get('Language') ?? ''),
    tagged: marks instanceof Map && marks.get('Marked') === true,
    pdfUaPart: text.match(/<pdfuaid:part>(\d)<\/pdfuaid:part>/)?.[1] ?? null,
    pages,
    bookmarks: titles(outline),
    tags,
    tagNames: new Set(tags.flat()),
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

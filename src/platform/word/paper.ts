import type { FileChild, INumberingOptions, ISectionPropertiesOptions } from 'docx';
import { xmlText } from '../../shared/xml.ts';
import { laysRightToLeft } from '../pdf/index.ts';

type Docx = typeof import('docx');
type Paper = {
  title: string;
  creator: string;
  /** Stands on every page before its number. */
  footer: string;
  /** Not where bold is somebody's words. */
  boldHeadings: boolean;
  footnotes?: Readonly<Record<string, readonly string[]>>;
  numbering?: INumberingOptions;
  parts: readonly { sideways: boolean; children: readonly FileChild[] }[];
};

/** Loaded with the first one made: a process that makes none does without it. */
export function loadDocx(): Promise<Docx> {
  return import('docx');
}

/** A Word file of ours: its language, headings that are headings, and what it is of, which version and which page on every page. */
export function wordPaper(
  docx: Docx,
  { title, creator, footer, boldHeadings, footnotes = {}, parts, ...rest }: Paper,
) {
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx;
  const heading = (size: number) => ({
    run: { size, bold: boldHeadings, italics: false, color: '000000' },
    paragraph: { keepNext: true, spacing: { before: size * 8, after: 80 } },
  });
  const page = [`${xmlText(footer)} · Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  const file = new Document({
    ...{ title: xmlText(title), creator: xmlText(creator), ...rest },
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 22, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 100 } },
        },
        heading1: heading(36),
        heading2: heading(28),
        heading3: heading(24),
        heading4: heading(22),
      },
      paragraphStyles: [
        { id: 'Label', name: 'Label', run: { size: 18, color: '505A5F' } },
        { id: 'Key', name: 'Key' },
        { id: 'Cell', name: 'Cell', run: { size: 18 }, paragraph: { spacing: { after: 40 } } },
      ],
    },
    footnotes: Object.fromEntries(
      Object.entries(footnotes).map(([number, words]) => [
        number,
        { children: words.map((line) => new Paragraph({ children: [new TextRun(xmlText(line))] })) },
      ]),
    ),
    sections: parts.map(({ sideways, children }) => ({
      properties: turned(docx, sideways),
      footers: {
        default: new Footer({
          children: [new Paragraph({ style: 'Label', children: [new TextRun({ children: page })] })],
        }),
      },
      children,
    })),
  });
  return Packer.toBuffer(file);
}

function turned({ PageOrientation }: Docx, sideways: boolean): ISectionPropertiesOptions {
  const orientation = sideways ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return { page: { size: { orientation } } };
}

/** A paragraph of plain words, whose lines stay its lines, read the way its letters are. */
export function paragraphOf({ Paragraph, TextRun }: Docx, text: string, { label = '', style = '' } = {}) {
  const rightToLeft = laysRightToLeft(text);
  const lines = xmlText(text).split('\n');
  return new Paragraph({
    ...(style === '' ? {} : { style }),
    bidirectional: rightToLeft,
    children: [
      ...(label === ''
        ? []
        : [new TextRun({ text: xmlText(/[?:]$/.test(label) ? `${label} ` : `${label}: `), bold: true })]),
      ...lines.map((line, at) => new TextRun({ text: line, rightToLeft, ...(at > 0 ? { break: 1 } : {}) })),
    ],
  });
}

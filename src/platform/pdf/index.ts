export { type Block, type Cell, type Pair, type Part, type Table, words } from './blocks.ts';
export { drawDocument, type PdfDocument } from './document.ts';
export { type Letter, renderLetterPdf } from './letter.ts';

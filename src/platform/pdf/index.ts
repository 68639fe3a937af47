export { type BilingualBlock, type BilingualRow, drawBilingual } from './bilingual.ts';
export type { Block, Cell, Pair, Part, Table } from './blocks.ts';
export { drawDocument, drawDocumentToKeep, type PdfDocument } from './document.ts';
export { drawEasyRead } from './easy-read.ts';
export { laysRightToLeft } from './laying.ts';
export { drawPhotographs } from './photographs.ts';
export { canDrawAll } from './typst.ts';

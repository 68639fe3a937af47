export type { Docx } from './docx.ts';
export { type Match, matchesIn } from './matches.ts';
export {
  type DocumentReading,
  findPageWords,
  findReading,
  listPageCounts,
  type PageWords,
  searchPages,
} from './page-store.ts';
export { readDocument } from './read-document.ts';
export { readDocxLayout } from './read-layout.ts';

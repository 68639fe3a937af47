export type { Docx } from './docx.ts';
export type { DocxRun, DocxRuns } from './docx-runs.ts';
export { type Match, matchesIn } from './matches.ts';
export {
  type DocumentReading,
  findPageWords,
  findReading,
  findWords,
  listPageCounts,
  type PageWords,
  searchPages,
} from './page-store.ts';
export { isRead, readDocument } from './read-document.ts';
export { readDocxLayout } from './read-layout.ts';
export { type Beside, readDocxRuns, type WordRuns } from './read-runs.ts';
export { tidy } from './read-words.ts';

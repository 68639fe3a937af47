export { type DocumentReading, findPageWords, findReading, searchPages } from './page-store.ts';
export { readDocument } from './read-document.ts';

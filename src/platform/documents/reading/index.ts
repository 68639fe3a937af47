export {
  type DocumentReading,
  findPageWords,
  findReading,
  listReports,
  type Report,
  searchPages,
} from './page-store.ts';
export { readDocument } from './read-document.ts';

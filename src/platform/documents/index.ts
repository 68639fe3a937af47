export { type Check, checkOf, HELD_WORDS, isHeld, notScanned } from './check.ts';
export { type DocumentSettings, openDocumentStore } from './configured-store.ts';
export type { Document, NewDocument } from './document.ts';
export type { DocumentStore } from './document-store.ts';
export { ACCEPT_ATTRIBUTE, ACCEPTED_IN_WORDS } from './formats.ts';
export {
  endKeptBack,
  findKeptBack,
  insertKeptBack,
  type KeptBack,
  listKeptBack,
} from './kept-back-store.ts';
export { findKept, type KeptDocument, openContent } from './open.ts';
export { isPhotograph, joinPhotographs } from './photographs.ts';
export { type ReceivedContent, receiveContent, type Sent } from './receive.ts';
export { asDownload, type DecideOpening, documentRoutes } from './routes.tsx';
export { scanDocument, scanWhatWaits } from './scan.ts';
export {
  attachDraftDocuments,
  findDocument,
  listDocuments,
  listDraftDocuments,
  recordDocument,
  removeDraftDocument,
  shareDocument,
  stopSharingDocument,
  withholdDocument,
} from './store.ts';
export { storeDocument } from './store-document.ts';
export { sweepDocuments } from './sweep.ts';

export { finishUpload } from './finish-upload.ts';
export { receivePart } from './receive-part.ts';
export { appendAt, beginUpload, MOST_WAITING, moved, receivedOf, tooMany, type Upload } from './upload.ts';
export {
  findUpload,
  insertPart,
  insertUpload,
  keepUpload,
  listParts,
  listUploads,
  lockUpload,
  orderUploads,
  removeUpload,
} from './upload-store.ts';

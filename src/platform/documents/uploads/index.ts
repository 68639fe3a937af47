export { beginUpload, MOST_WAITING, moved, tooMany, type Upload } from './upload.ts';
export {
  findUpload,
  insertUpload,
  listUploads,
  lockUpload,
  orderUploads,
  removeUpload,
} from './upload-store.ts';

export {
  type Child,
  type Contact,
  fullName,
  type NewChild,
  type NewContact,
  type Stated,
} from './child.ts';
export {
  type Candidate,
  endSharing,
  findChild,
  findLikelySame,
  insertChild,
  insertContact,
  joinFiles,
  listContacts,
  shareWithOrganisation,
} from './store.ts';

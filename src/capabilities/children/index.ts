export {
  type Child,
  type Contact,
  fullName,
  type NewChild,
  type NewContact,
  type Stated,
} from './child.ts';
export { peopleRoutes as children } from './people-routes.tsx';
export { endAccessOf, listPeople } from './people-store.ts';
export { whyNoAddress } from './person.ts';
export {
  type Candidate,
  endSharing,
  findChild,
  findLikelySame,
  insertChild,
  insertContact,
  joinFiles,
  listContacts,
  lockChild,
  shareWithOrganisation,
} from './store.ts';

export { listPlaces } from './places-store.ts';
export { type AuthorityOfPostcode, findAuthorityOf, findPlace } from './store.ts';

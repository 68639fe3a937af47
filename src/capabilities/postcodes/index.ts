export { type AuthorityOfPostcode, findAuthorityOf, findPlace } from './store.ts';

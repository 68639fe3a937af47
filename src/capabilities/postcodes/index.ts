export { type AuthorityOfPostcode, findAuthorityOf } from './store.ts';

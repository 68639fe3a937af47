export { deliverLetter } from './deliver.ts';
export type { EasyReadOf } from './easy-read.ts';
export { NO_LONGER_NEEDED } from './inbox-notice.ts';
export { FORMATS, type Format, type Preferences } from './preferences.ts';
export { type LetterContact, type Recipient, type Way, wayOf, waysFor } from './recipient.ts';
export { outboxRoutes, POSTS } from './routes.tsx';
export { whoIsShown } from './safe-contact.ts';
export { type Letter, sendLetter } from './send.ts';
export {
  keepPagesSafe,
  leavingOut,
  type Safely,
  saidAs,
  saidSafely,
  saidTo,
  whoAsks,
} from './shared-pages.ts';
export { listNotSent, listSentElsewhere } from './store.ts';

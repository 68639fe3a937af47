export { deliverLetter } from './deliver.ts';
export type { LetterContact, Recipient } from './recipient.ts';
export { outboxRoutes } from './routes.tsx';
export { type Barred, type Going, whyNotSent } from './safe-contact.ts';
export { type Letter, sendLetter } from './send.ts';

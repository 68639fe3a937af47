export { deliverLetter } from './deliver.ts';
export type { LetterContact, Recipient } from './recipient.ts';
export { outboxRoutes } from './routes.tsx';
export { type Letter, sendLetter } from './send.ts';

export { deliverLetter } from './deliver.ts';
export { addressOf, type LetterContact, type Recipient } from './recipient.ts';
export { type Letter, sendLetter } from './send.ts';

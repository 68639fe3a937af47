export { listUnanswered } from './conversation-store.ts';
export { MESSAGES_IN_INBOX } from './inbox-words.ts';
export { messages } from './routes.tsx';
export { listMessagesFor } from './store.ts';

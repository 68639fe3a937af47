export { MESSAGES_IN_INBOX } from './inbox-words.ts';
export { type Message, waitingIn } from './message.ts';
export { messages } from './routes.tsx';
export { listMessages, listMessagesFor } from './store.ts';

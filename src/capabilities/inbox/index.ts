export type { Words as InboxWords } from './inbox.ts';
export { inbox } from './routes.tsx';

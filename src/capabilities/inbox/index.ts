export type { InboxItem } from './inbox.ts';
export { inbox } from './routes.tsx';

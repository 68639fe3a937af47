export { sayNothingChanged, tellFamilies } from './jobs.ts';
export type { Choice as Told } from './news.ts';
export { noteNews } from './news-store.ts';
export { updateRoutes as updates } from './routes.tsx';
export { listChoices as howTold } from './store.ts';

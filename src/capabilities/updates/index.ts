export { sayNothingChanged, tellFamilies } from './jobs.ts';
export { noteNews } from './news-store.ts';
export { updateRoutes as updates } from './routes.tsx';

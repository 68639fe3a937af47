export { sayNothingChanged, tellFamilies } from './jobs.ts';
export { noteNews } from './news-store.ts';

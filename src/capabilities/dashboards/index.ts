export { deriveFigures } from './figures/import-store.ts';
export { refreshIfStale, refreshNightly } from './live/refresh.ts';
export { dashboards } from './routes.ts';

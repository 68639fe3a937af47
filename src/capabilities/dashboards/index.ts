export { refreshIfStale, refreshNightly } from './live/refresh.ts';
export { dashboards } from './routes.ts';

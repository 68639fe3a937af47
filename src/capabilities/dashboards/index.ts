export { refreshIfStale, refreshNightly } from './live/refresh.ts';

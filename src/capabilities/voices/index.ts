export { VoicesView } from './pages/voices-view.tsx';
export { voices } from './routes.tsx';
export { listVoices } from './store.ts';
export type { Voice } from './voice.ts';

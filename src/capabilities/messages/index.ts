export { messages } from './routes.tsx';

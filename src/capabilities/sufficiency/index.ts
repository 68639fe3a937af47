export { sufficiency } from './routes.tsx';

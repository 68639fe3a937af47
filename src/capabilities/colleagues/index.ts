export { colleagues } from './routes.tsx';

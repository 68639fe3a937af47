export { rulebook } from './routes.tsx';

export { packRoutes as packs } from './routes.tsx';

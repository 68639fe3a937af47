export { findRights, listToTell } from './post.ts';
export { isThemself, mayFollow, type Rights, whoIsTold } from './rights.ts';
export { rightsRoutes as rights } from './routes.tsx';

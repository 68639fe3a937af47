export { type Allocation, type CoverNow, sayCover, type Worker } from './allocation.ts';
export { tellOfCover } from './cover-post.ts';
export { followRoles, noteWhoLeft } from './leavers-sending.ts';
export { giveCase, keepOneCaseworker } from './post.ts';
export { caseload, DESK } from './routes.tsx';
export { findUntoldAlone, listCoverOf, listWorkers, whoseCases } from './store.ts';
export type { Team } from './team.ts';
export { listTeams } from './team-store.ts';

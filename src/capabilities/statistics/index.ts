export { AREAS, areaAt, ENGLAND } from '../../platform/reference/areas.ts';
export { readDefinitions } from './definition-store.ts';
export {
  type Listed,
  listDifferences,
  listRevisions,
  type Revision,
  readDifferences,
} from './differences-store.ts';
export { importStatistics } from './import-store.ts';
export { listReleases } from './release-store.ts';
export type { Definition } from './sources/line.ts';
export { ATTRIBUTION } from './sources/publishers.ts';
export { readCurrent, readReconciliation, readRevised } from './store.ts';

export {
  type Database,
  isReachable,
  lastly,
  openDatabase,
  transaction,
  whyUnusable,
} from './connection.ts';
export { assertKnownSchema, migrate } from './migrate.ts';
export { once } from './once.ts';
export { assertSafeRole } from './roles.ts';

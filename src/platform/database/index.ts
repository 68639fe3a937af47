export { connection, type Database, isReachable, openDatabase } from './connection.ts';
export { assertKnownSchema, migrate, UnknownSchema } from './migrate.ts';
export { assertSafeRole, UnsafeRole } from './roles.ts';
export type { Json, Tables } from './tables.ts';

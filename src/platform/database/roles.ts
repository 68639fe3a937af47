import { sql } from 'kysely';
import { Refused } from '../refused.ts';
import { connection, type Database } from './connection.ts';

/**
 * Refuses to run as a role that row-level security does not bind: a superuser, one with BYPASSRLS, or the owner of a
 * table. Throws with what to do.
 */
export async function assertSafeRole(database: Database): Promise<void> {
  const { rows } = await sql<{ name: string; unbound: boolean; owns: boolean }>`
    select rolname as name, (rolsuper or rolbypassrls) as unbound,
      exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')) as owns
    from pg_roles where rolname = current_user`.execute(connection(database));
  const role = rows[0];
  if (role === undefined || role.unbound || role.owns) {
    throw new Refused(
      `DATABASE_URL signs in as ${role?.name ?? 'nobody'}, which row-level security does not bind: use a role that is a member of app alone`,
    );
  }
}

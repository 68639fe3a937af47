import { sql } from 'kysely';
import { Refused } from '../refused.ts';
import { connection, type Database } from './connection.ts';

/** What a transaction becomes while it is seen through a lens: only that lens's policies are for its role. */
export const LENS_ROLES = [
  'app_authority',
  'app_organisation',
  'app_family',
  'app_visitor',
  'app_platform',
] as const;

/** What it becomes to read and no more: each may select what was granted to it by name, and nothing that `app` may. */
export const READING_ROLES = ['reporting', 'clinical_officer'] as const;

/**
 * Refuses to run as a role that row-level security does not bind: a superuser, one with BYPASSRLS, or the owner of a
 * table; or as one that cannot become each lens's role, or is one already. Throws with what to do.
 */
export async function assertSafeRole(database: Database): Promise<void> {
  const { rows } = await sql<{ name: string; unbound: boolean; owns: boolean; lenses: boolean }>`
    select rolname as name, (rolsuper or rolbypassrls) as unbound,
      exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')) as owns,
      (select bool_and(pg_has_role(current_user, lens, 'set') and not pg_has_role(current_user, lens, 'usage'))
        from unnest(${LENS_ROLES}::text[]) lens) as lenses
    from pg_roles where rolname = current_user`.execute(connection(database));
  const role = rows[0];
  if (role === undefined || role.unbound || role.owns) {
    throw new Refused(
      `DATABASE_URL signs in as ${role?.name ?? 'nobody'}, which row-level security does not bind: use the role service`,
    );
  }
  if (!role.lenses) {
    throw new Refused(
      `DATABASE_URL signs in as ${role.name}, which cannot take one lens at a time: use the role service, whose password is DATABASE_APP_PASSWORD when migrating`,
    );
  }
}

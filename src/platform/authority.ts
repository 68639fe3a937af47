import { sql } from 'kysely';
import type { Database } from './database/index.ts';
import { withPlatformLens } from './lens/index.ts';
import type { HomeAuthority } from './services.ts';

/** The authority whose front door this installation shows; null before one has been chosen. */
export async function findHomeAuthority(database: Database): Promise<HomeAuthority | null> {
  const row = await withPlatformLens(database, (tx) =>
    tx
      .selectFrom('installation')
      .innerJoin('authorities', 'authorities.code', 'installation.home_authority')
      .select([
        'authorities.code',
        'authorities.name',
        'service_email as email',
        'service_phone as phone',
        'postal_address as address',
        'sendiass',
        'mediation_adviser as mediationAdviser',
        'safeguarding',
        'translation_notice as translationNotice',
        'brand_colour as brandColour',
        'installation.demo',
      ])
      .where(sql<boolean>`only_row`)
      .executeTakeFirst(),
  );
  return row ?? null;
}

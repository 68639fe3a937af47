import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Setting } from './setting.ts';

export const PAGE = 20;

export type Search = {
  /** Words of the name, the town or a postcode; all must be found. Empty finds everything. */
  text: string;
  phase?: string;
  laCode?: number;
  /** Only with a SEN unit or resourced provision. */
  unit?: boolean;
  /** From 1. */
  page: number;
};

const COLUMNS = [
  'id',
  'urn',
  'name',
  'la_code as laCode',
  'la_name as laName',
  'type',
  'type_group as typeGroup',
  'phase',
  'age_from as ageFrom',
  'age_to as ageTo',
  'address_lines as addressLines',
  'postcode',
  'website',
  'phone',
  'capacity',
  'pupils',
  'pupils_with_plan as pupilsWithPlan',
  'pupils_with_sen_support as pupilsWithSenSupport',
  'section_41 as section41',
  'need_types as needTypes',
  'resourced_provision as resourcedProvision',
  'resourced_provision_capacity as resourcedProvisionCapacity',
  'sen_unit_capacity as senUnitCapacity',
] as const;

/** One page of settings by name, and how many there are in all. */
export async function searchSettings(
  tx: Tx,
  search: Search,
): Promise<{ settings: Setting[]; total: number }> {
  const matching = tx.selectFrom('settings').where((setting) => {
    const words = search.text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 6);
    return setting.and([
      ...words.map(
        (word) =>
          sql<boolean>`(lower(name) like ${`%${escaped(word)}%`} or lower(replace(postcode, ' ', '')) like ${`${escaped(word)}%`})`,
      ),
      ...(search.phase === undefined ? [] : [setting('phase', '=', search.phase)]),
      ...(search.laCode === undefined ? [] : [setting('la_code', '=', search.laCode)]),
      ...(search.unit === true
        ? [sql<boolean>`(resourced_provision is not null and resourced_provision <> 'Not applicable')`]
        : []),
    ]);
  });
  const settings = await matching
    .select(COLUMNS)
    .orderBy('name')
    .orderBy('id')
    .limit(PAGE)
    .offset((search.page - 1) * PAGE)
    .execute();
  const { total } = await matching
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { settings, total: Number(total) };
}

export function findSetting(tx: Tx, id: Uuid): Promise<Setting | undefined> {
  return tx.selectFrom('settings').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** The phases the register has, for a filter. */
export async function listPhases(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('settings').select('phase').distinct().orderBy('phase').execute();
  return rows.map(({ phase }) => phase).filter((phase) => phase !== null);
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}

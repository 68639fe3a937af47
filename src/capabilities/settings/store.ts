import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { OnList } from './approvals/approval.ts';
import type { Setting, SettingLink } from './setting.ts';

export const PAGE = 20;
const WORDS = 6;

export type Search = {
  /** Words of the name, the town or a postcode, or their beginnings; all must be found. Empty finds everything. */
  text: string;
  phase?: string;
  type?: string;
  /** One of the register's needs, that it says it provides for. */
  need?: string;
  laCode?: number;
  /** Only with a SEN unit or resourced provision. */
  unit?: boolean;
  /** Closed settings too. */
  closed?: boolean;
  /** From 1. */
  page: number;
};

export const COLUMNS = [
  'id',
  'urn',
  'ukprn',
  'name',
  'la_code as laCode',
  'la_name as laName',
  'type',
  'type_group as typeGroup',
  'status',
  'closed_on as closedOn',
  'phase',
  'age_from as ageFrom',
  'age_to as ageTo',
  'gender',
  'boarding',
  'address_lines as addressLines',
  'postcode',
  'website',
  'phone',
  'capacity',
  'pupils',
  'pupils_with_plan as pupilsWithPlan',
  'pupils_with_sen_support as pupilsWithSenSupport',
  'section_41 as section41',
  'hospital',
  'need_types as needTypes',
  'resourced_provision as resourcedProvision',
  'resourced_provision_capacity as resourcedProvisionCapacity',
  'resourced_provision_on_roll as resourcedProvisionOnRoll',
  'sen_unit_capacity as senUnitCapacity',
  'sen_unit_on_roll as senUnitOnRoll',
  'imported_at as importedAt',
  'ofsted_number as ofstedNumber',
  'added_at as addedAt',
] as const;

/**
 * One page of settings, and how many there are in all: those whose name begins with what is looked for first, then by
 * name. Case, accents, apostrophes and hyphens do not matter. Closed settings are left out unless asked for.
 */
export async function searchSettings(
  tx: Tx,
  search: Search,
): Promise<{ settings: Setting[]; total: number }> {
  const matching = matchingSettings(tx, search);
  const start = ` ${escaped(search.text.trim())}%`;
  const settings = await matching
    .select(COLUMNS)
    .$if(search.text.trim() !== '', (query) =>
      query.orderBy(sql`search_text like search_form(${start})`, 'desc'),
    )
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(PAGE)
    .offset((search.page - 1) * PAGE)
    .execute();
  const { total } = await matching
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { settings, total };
}

function matchingSettings(tx: Tx, search: Search) {
  const words = search.text.split(/\s+/).filter((word) => word !== '');
  return tx
    .selectFrom('settings')
    .where((setting) =>
      setting.and([
        ...words
          .slice(0, WORDS)
          .map((word) => sql<boolean>`search_text like search_form(${`% ${escaped(word)}%`})`),
        ...(search.phase === undefined ? [] : [setting('phase', '=', search.phase)]),
        ...(search.type === undefined ? [] : [setting('type', '=', search.type)]),
        ...(search.need === undefined ? [] : [sql<boolean>`need_types @> array[${search.need}]::text[]`]),
        ...(search.laCode === undefined ? [] : [setting('la_code', '=', search.laCode)]),
        ...(search.unit === true ? [sql<boolean>`resourced_provision <> 'Not applicable'`] : []),
        ...(search.closed === true ? [] : [sql<boolean>`status is distinct from 'Closed'`]),
      ]),
    );
}

/**
 * What is looked for as the register compares it: all of it, and then each of its words, each after a space. At most six words
 * are looked for.
 */
export async function formWords(tx: Tx, text: string): Promise<string[]> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const asked = [words.join(' '), ...words.slice(0, WORDS)].map((part) => ` ${part}`);
  const { rows } = await sql<{ form: string }>`
    select search_form(part) as form from unnest(${asked}::text[]) with ordinality as asked (part, place) order by place
  `.execute(tx);
  return rows.map(({ form }) => form);
}

/** These settings, in no order; one there is not is left out. */
export function listSettings(tx: Tx, ids: readonly Uuid[]): Promise<Setting[]> {
  return tx
    .selectFrom('settings')
    .select(COLUMNS)
    .where('id', '=', sql<Uuid>`any(${[...ids]}::uuid[])`)
    .execute();
}

export function findSetting(tx: Tx, id: Uuid): Promise<Setting | undefined> {
  return tx.selectFrom('settings').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** What came before a setting, after it and beside it, newest first: a placement survives its setting's change of URN. */
export function listLinks(tx: Tx, urn: number): Promise<SettingLink[]> {
  return tx
    .selectFrom('setting_links as link')
    .leftJoin('settings as other', 'other.urn', 'link.link_urn')
    .select([
      'other.id',
      'link.link_urn as urn',
      sql<string | null>`coalesce(other.name, link.link_name)`.as('name'),
      'link.link_type as kind',
      'link.established_on as establishedOn',
    ])
    .where('link.urn', '=', urn)
    .orderBy('link.established_on', (order) => order.desc().nullsLast())
    .orderBy('link.link_urn')
    .execute();
}

/** Each list of section 41, and whether a setting is on it. */
export function listApprovals(tx: Tx, settingId: Uuid): Promise<OnList[]> {
  return tx
    .selectFrom('section_41_lists as list')
    .leftJoin('section_41_entries as entry', (join) =>
      join.onRef('entry.published_on', '=', 'list.published_on').on('entry.setting_id', '=', settingId),
    )
    .select([
      'list.published_on as publishedOn',
      sql<boolean>`entry.setting_id is not null`.as('listed'),
      'entry.approved_on as approvedOn',
    ])
    .distinctOn('list.published_on')
    .orderBy('list.published_on')
    .orderBy('entry.approved_on')
    .execute();
}

/** The authorities that have settings on the register, for a filter. */
export function listAreas(tx: Tx): Promise<{ code: number; name: string }[]> {
  return tx
    .selectFrom('authorities')
    .select(['code', 'name'])
    .where(sql<boolean>`exists (select from settings where la_code = authorities.code)`)
    .orderBy('name')
    .execute();
}

function escaped(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}

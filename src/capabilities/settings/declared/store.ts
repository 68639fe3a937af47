import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Dated, Declared, PlacesLine } from './declared.ts';

type Row = {
  settingId: Uuid;
  number: number;
  part: string;
  saidOn: PlainDate;
  toldTo: string | null;
  needs: string[] | null;
  ageFrom: number | null;
  ageTo: number | null;
  unit: number | null;
  resourced: number | null;
  has: string[] | null;
  words: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  lines: PlacesLine[] | null;
};

/**
 * What settings say of themselves now: the latest of each part, as of the day it was said or was last said to be as it was.
 * Of those asked for, or of all; one that never said anything is not there. In no order.
 */
export async function listDeclared(tx: Tx, settings: readonly Uuid[] | 'all'): Promise<Declared[]> {
  const these =
    settings === 'all' ? sql`true` : sql`said.setting_id = any(${sql.val([...settings])}::uuid[])`;
  const { rows } = await sql<Row>`
    with latest as (
      select distinct on (said.setting_id, said.part) said.*
      from setting_declarations said where ${these}
      order by said.setting_id, said.part, said.number desc)
    select said.setting_id as "settingId", said.number, said.part, authority.name as "toldTo",
      case when renewed.number > said.number then renewed.said_on else said.said_on end as "saidOn",
      said.needs, said.age_from as "ageFrom", said.age_to as "ageTo", said.unit_places as unit,
      said.resourced_places as resourced, said.has, said.words, said.contact_role as role, said.contact_email as email,
      said.contact_phone as phone, (
        select jsonb_agg(jsonb_build_object('need', line.need, 'band', line.band, 'from', line.band_from,
          'to', line.band_to, 'places', line.places, 'vacancies', line.vacancies) order by line.line)
        from setting_declared_places line
        where line.setting_id = said.setting_id and line.number = said.number) as lines
    from latest said
    left join latest renewed on renewed.setting_id = said.setting_id and renewed.part = 'nothing has changed'
    left join authorities authority on authority.code = said.told_authority
    where said.part <> 'nothing has changed'`.execute(tx);
  const found = new Map<Uuid, Declared>();
  for (const row of rows) {
    const { settingId } = row;
    found.set(settingId, { ...(found.get(settingId) ?? { settingId }), ...partOf(row) });
  }
  return [...found.values()];
}

function partOf(row: Row): Omit<Declared, 'settingId'> {
  const { number, saidOn, toldTo, needs, ageFrom, ageTo, unit, resourced, has, words } = row;
  const dated: Dated = { number, saidOn, toldTo };
  if (row.part === 'designation' && needs !== null) return { designation: { ...dated, needs } };
  if (row.part === 'ages' && ageFrom !== null && ageTo !== null)
    return { ages: { ...dated, from: ageFrom, to: ageTo } };
  if (row.part === 'places') return { places: { ...dated, lines: row.lines ?? [] } };
  if (row.part === 'units' && unit !== null && resourced !== null)
    return { units: { ...dated, unit, resourced } };
  if (row.part === 'contact' && row.role !== null)
    return { contact: { ...dated, role: row.role, email: row.email, phone: row.phone } };
  if (row.part === 'accessibility' && has !== null) return { accessibility: { ...dated, has, words } };
  if (row.part === 'therapies' && has !== null) return { therapies: { ...dated, has, words } };
  throw new Error(`a statement of ${row.part} that says nothing`);
}

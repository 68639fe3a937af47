import { sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { agesOfLine, type Declared, listDeclared } from '../settings/index.ts';
import type { History } from './history.ts';
import { type Known, placesOf, type SettingPlaces } from './places.ts';
import { historyOf } from './published.ts';
import type { Measure } from './release.ts';
import { type Alike, placedIn } from './today.ts';

/**
 * What was published of an authority, and of all together: to the last January that half of them have counted, and of none that
 * is ahead of it, since all but a few would seem to have left. Empty where nothing was imported.
 */
export async function findHistories(tx: Tx, code: number): Promise<{ history: History; national: History }> {
  const own = await tx
    .selectFrom('published_plans')
    .select(['measure', 'year', 'age', 'count'])
    .where('la_code', '=', code)
    .execute();
  const all = await tx
    .selectFrom('published_plans')
    .select(({ fn }) => ['measure', 'year', 'age', sql<number>`${fn.sum('count')}::int`.as('count')])
    .where(sql<boolean>`la_code not in (
      with counted as (select year, count(distinct la_code) as authorities from published_plans where measure = 'plans' group by year)
      select la_code from published_plans where measure = 'plans' and year >
        (select max(year) from counted where authorities * 2 >= (select max(authorities) from counted)))`)
    .groupBy(['measure', 'year', 'age'])
    .execute();
  return { history: historyOf(own.map(toRow)), national: historyOf(all.map(toRow)) };
}

function toRow({ measure, ...row }: { measure: string; year: number; age: number | null; count: number }) {
  return { ...row, measure: MEASURES[measure] ?? 'plans' };
}
const MEASURES: Readonly<Record<string, Measure>> = { plans: 'plans', joined: 'joined', left: 'left' };

/**
 * The children whose plans are in force, alike ones counted together: by age on the 31 August before, primary need as it
 * stands, where they live and what their plan names. A child with two files is one. No name and no other word is read.
 */
export async function listToday(tx: Tx, today: PlainDate): Promise<Alike[]> {
  const since = `${Number(today.slice(0, 4)) - (today.slice(5) <= '08-31' ? 1 : 0)}-08-31`;
  const { rows } = await sql<Omit<Alike, 'placed'> & { kind: string | null; type: string | null }>`
    with standing as (
      select distinct on (coalesce(c.joined_to, c.id)) coalesce(c.joined_to, c.id) as file, f.need
      from children_circumstances f join children c on c.authority_id = f.authority_id and c.id = f.child_id
      where f.need is not null and not f.struck and (f.until_on is null or f.until_on >= ${today}::date)
        and not exists (select from children_circumstances later
          where later.authority_id = f.authority_id and later.corrects = f.id)
      order by coalesce(c.joined_to, c.id), f.from_on desc nulls last, f.recorded_at desc),
    placed as (
      select distinct on (coalesce(c.joined_to, c.id)) coalesce(c.joined_to, c.id) as file, p.kind, p.setting_id
      from plans_placed p join children c on c.authority_id = p.authority_id and c.id = p.child_id
      order by coalesce(c.joined_to, c.id), p.child_id)
    select greatest(0, date_part('year', age(${since}::date, c.born_on)))::int as age, standing.need,
      case when length(replace(c.postcode, ' ', '')) >= 5
        then upper(left(replace(c.postcode, ' ', ''), -3)) end as area,
      placed.kind, s.type, count(*)::int as children
    from placed join children c on c.id = placed.file
      left join standing on standing.file = placed.file left join settings s on s.id = placed.setting_id
    group by 1, 2, 3, 4, 5`.execute(tx);
  return rows.map(({ kind, type, ...alike }) => ({ ...alike, placed: placedIn(kind, type) }));
}

/** Every special school, SEN unit and resourced provision in an authority's area that is not closed, by name. */
export async function listPlaces(tx: Tx, code: number): Promise<SettingPlaces[]> {
  const rows = await tx
    .selectFrom('settings')
    .select([
      'id as settingId',
      'name',
      'type',
      'age_from as ageFrom',
      'age_to as ageTo',
      'postcode',
      'need_types as needTypes',
      'capacity',
      'resourced_provision_capacity as resourcedProvisionCapacity',
      'sen_unit_capacity as senUnitCapacity',
    ])
    .where('la_code', '=', code)
    .where(sql<boolean>`status is distinct from 'Closed'`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
  const declared = await listDeclared(
    tx,
    rows.map(({ settingId }) => settingId),
  );
  const said = new Map<Uuid, Declared>(declared.map((one) => [one.settingId, one]));
  return rows.flatMap((row) => placesOf({ ...row, said: saidBy(said.get(row.settingId)) }));
}

function saidBy(declared: Declared | undefined): Known['said'] {
  const { designation, places, units } = declared ?? {};
  return {
    needs: designation?.needs ?? null,
    places:
      places === undefined
        ? null
        : {
            saidOn: places.saidOn,
            lines: places.lines.map((line) => ({
              need: line.need,
              places: line.places,
              ...agesOfLine(line),
            })),
          },
    units: units ?? null,
  };
}

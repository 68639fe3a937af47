import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import { type Alike, alikeOf, type Together } from './alike.ts';
import type { StockDay } from './periods.ts';

/* Counting who has a plan on a day, over the views that capabilities publish and over no table. */

/**
 * Who has a plan on each of the days, alike ones counted together. Each fact is read once, with the days it held on as bits of a
 * number: which of several stands on a day is chosen of those that are alike, and not of each child for each day.
 */
export async function countStock(tx: Tx, days: readonly StockDay[]): Promise<Alike[]> {
  const bits = (holds: (day: RawBuilder<unknown>) => RawBuilder<unknown>) =>
    sql.join(
      days.map(({ day }, at) => sql`case when ${holds(sql`${day}::date`)} then ${1 << at}::int else 0 end`),
      sql` + `,
    );
  const { rows } = await sql<Row>`
    with held as (select child_id, min(issued_on) as issued_on from plans_measured group by child_id),
      needs as (select child_id, json_agg(json_build_array(on_days, need) order by from_on desc nulls last, recorded_at desc)::text as said
        from (select child_id, need, from_on, recorded_at,
            ${bits((day) => sql`(from_on is null or from_on <= ${day}) and (until_on is null or until_on >= ${day})`)} as on_days
          from needs_measured) f where on_days > 0 group by child_id),
      spells as materialized (select child_id, kind, rank, from_on, until_on, setting_id, setting_name from placement_spells),
      stands as materialized (select * from placement_settings where setting_id in (select setting_id from spells)),
      places as (select child_id,
          json_agg(json_build_array(on_days, kind, at_setting, type, type_group, early_years) order by rank, from_on desc)::text as said
        from (select child_id, kind, kind in ('setting', 'package') and setting_name is not null as at_setting, rank, from_on,
            type, type_group, coalesce(early_years, false) as early_years,
            ${bits((day) => sql`from_on <= ${day} and (until_on is null or until_on >= ${day})`)} as on_days
          from spells left join stands on stands.setting_id = spells.setting_id) f where on_days > 0 group by child_id)
    select ${bits((day) => sql`issued_on <= ${day}`)} as "withPlan", ${BORN_IN} as "bornIn", needs.said as needs, places.said as places,
      count(*)::int as children
    from held join children_measured c on c.child_id = held.child_id
      left join needs on needs.child_id = held.child_id left join places on places.child_id = held.child_id
    group by 1, 2, 3, 4`.execute(tx);
  const [readNeeds, readPlaces] = [readOnce(needsSchema), readOnce(placesSchema)];
  const together = rows.map(
    ({ needs, places, ...row }): Together => ({
      ...row,
      needs: readNeeds(needs),
      places: readPlaces(places),
    }),
  );
  return alikeOf(together, days);
}

/** Reads a list out of JSON; thousands of children say the same, which is read once. */
function readOnce<T>(schema: z.ZodType<readonly T[]>): (said: string | null) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  return (said) => {
    if (said === null) return [];
    const read = known.get(said) ?? schema.parse(JSON.parse(said));
    known.set(said, read);
    return read;
  };
}

type Row = Pick<Together, 'withPlan' | 'bornIn' | 'children'> & {
  needs: string | null;
  places: string | null;
};
const needsSchema = z.array(z.tuple([z.number(), z.string()]));
const word = z.string().nullable();
const placesSchema = z.array(
  z
    .tuple([z.number(), z.string(), z.boolean(), word, word, z.boolean()])
    .transform(([on, kind, atSetting, type, typeGroup, earlyYears]) => {
      return [on, { kind, atSetting, type, typeGroup, earlyYears }] as const;
    }),
);

// Whole years on a 31 August are the years since: whoever was born in September or later is of the year after.
const BORN_IN = sql`(extract(year from born_on) + case when extract(month from born_on) > 8 then 1 else 0 end)::int`;

/** Children whose plan names a setting, and how many of them are there. */
export async function countInPlace(tx: Tx, today: PlainDate): Promise<{ named: number; there: number }> {
  const { rows } = await sql<{ named: number; there: number }>`
    select count(*)::int as named, count(*) filter (where s.stage = 'placed as named')::int as there
    from (select distinct child_id from placement_named where kind = 'named') n
    join placement_stages(${today}::date) s on s.child_id = n.child_id`.execute(tx);
  return rows[0] ?? { named: 0, there: 0 };
}

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Asks, SaidPart } from './finding.ts';

/** Which settings say so of themselves, and on which day each said it or last said that it was so. One that said nothing is not there. */
export async function listSaying(tx: Tx, part: SaidPart, asks: Asks): Promise<ReadonlyMap<Uuid, PlainDate>> {
  const { rows } = await sql<{ settingId: Uuid; saidOn: PlainDate }>`
    with latest as (
      select distinct on (setting_id) setting_id, number, said_on, has from setting_declarations
      where part = ${part} order by setting_id, number desc)
    select said.setting_id as "settingId",
      case when renewed.number > said.number then renewed.said_on else said.said_on end as "saidOn"
    from latest said
    left join lateral (
      select number, said_on from setting_declarations again
      where again.setting_id = said.setting_id and again.part = 'nothing has changed'
      order by number desc limit 1) renewed on true
    where ${SAYS[part](asks)}`.execute(tx);
  return new Map(rows.map(({ settingId, saidOn }) => [settingId, saidOn]));
}

// A year group is of children who are four years older than its number when it begins.
const SAYS: Readonly<Record<SaidPart, (asks: Asks) => RawBuilder<unknown>>> = {
  places: ({ free, freeNeed }) => sql`exists (
    select from setting_declared_places line
    where line.setting_id = said.setting_id and line.number = said.number and line.vacancies > 0
      and (${freeNeed ?? null}::text is null or line.need is null or line.need = ${freeNeed ?? null}::text)
      and (${yearOf(free)}::int is null or case line.band when 'year' then ${yearOf(free)}::int
        else ${yearOf(free)}::int + 4 end between line.band_from and line.band_to))`,
  therapies: ({ therapy }) => sql`${therapy ?? ''}::text = any (said.has)`,
  accessibility: ({ access }) => sql`${access ?? ''}::text = any (said.has)`,
};

function yearOf(free: Asks['free']): number | null {
  return free === undefined || free === 'any' ? null : Number(free);
}

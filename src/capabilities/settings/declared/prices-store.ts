import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Price, Prices } from './prices.ts';
import { type Statement, speaksAs } from './saying-store.ts';

/** The prices of a setting as they stand; null where it gave none, and to whomever may not see them. */
export async function findPrices(tx: Tx, settingId: Uuid): Promise<Prices | null> {
  const { rows } = await sql<{
    number: number;
    saidOn: PlainDate;
    toldTo: string | null;
    lines: Price[] | null;
  }>`
    select said.number, said.said_on as "saidOn", authority.name as "toldTo", (
      select jsonb_agg(jsonb_build_object('what', line.what, 'pence', line.pence, 'per', line.per) order by line.line)
      from setting_price_lines line where line.setting_id = said.setting_id and line.number = said.number) as lines
    from setting_prices said left join authorities authority on authority.code = said.told_authority
    where said.setting_id = ${settingId} order by said.number desc limit 1`.execute(tx);
  const row = rows[0];
  return row === undefined ? null : { ...row, lines: row.lines ?? [] };
}

/** Adds a price schedule, as `insertStatement` adds a statement: null where somebody gave another since `seen`. */
export async function insertPrices(
  tx: Tx,
  { settingId, speaks, by, saidOn, at, seen }: Statement,
  prices: readonly Price[],
): Promise<number | null> {
  const last = (await findPrices(tx, settingId))?.number ?? 0;
  if (last !== seen) return null;
  const number = last + 1;
  const kept = await tx
    .insertInto('setting_prices')
    .values({
      ...{ setting_id: settingId, number, said_on: saidOn, recorded_at: at },
      ...speaksAs(speaks),
      ...{ account_id: by.accountId, said_by: by.name },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  if (kept === undefined) return null;
  const lines = prices.map((price, place) => ({ setting_id: settingId, number, line: place + 1, ...price }));
  await tx.insertInto('setting_price_lines').values(lines).execute();
  return number;
}

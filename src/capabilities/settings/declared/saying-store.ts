import { sql } from 'kysely';
import type { Tx } from '../../../platform/lens/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Saying } from './saying.ts';

export type Statement = {
  settingId: Uuid;
  /** The setting's own organisation says it; or an authority's staff, whom it was told. */
  speaks: { organisationId: Uuid } | { toldAuthority: number };
  by: { accountId: Uuid; name: string };
  saidOn: PlainDate;
  at: Date;
  /** The statement of this part that whoever says it was looking at, or of any part where nothing has changed; 0: none. */
  seen: number;
};

/** As many people as could save other parts at the same moment. */
const TRIES = 20;

/**
 * Adds a statement to those a setting made, and says under which number. Null, and nothing is added, where somebody said
 * something of the same part since `seen`: of two who save at once, the second is told. Only for the setting of one's own
 * organisation or, of an authority's staff, in that authority's name: the database refuses anything else.
 */
export async function insertStatement(tx: Tx, statement: Statement, saying: Saying): Promise<number | null> {
  const { settingId, speaks, saidOn, at, seen } = statement;
  const whose = speaksAs(speaks);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { last, ofPart } = await findLast(tx, settingId, saying.part);
    if (ofPart !== seen) return null;
    const number = last + 1;
    // Whoever saves another part at this moment has the number; then the next one is tried.
    const kept = await tx
      .insertInto('setting_declarations')
      .values({
        setting_id: settingId,
        number,
        part: saying.part,
        said_on: saidOn,
        recorded_at: at,
        ...whose,
        ...columnsOf(saying),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst();
    if (kept === undefined) continue;
    await insertLines(tx, settingId, number, saying);
    await tx
      .insertInto('setting_declarers')
      .values({
        setting_id: settingId,
        number,
        ...whose,
        account_id: statement.by.accountId,
        name: statement.by.name,
      })
      .execute();
    return number;
  }
  return null;
}

/** Whose statement it is, as it is kept. */
export function speaksAs(speaks: Statement['speaks']) {
  return 'organisationId' in speaks
    ? { organisation_id: speaks.organisationId, told_authority: null }
    : { organisation_id: null, told_authority: speaks.toldAuthority };
}

/** The latest statement of a setting, and of one part of it; 0 where there is none. */
async function findLast(tx: Tx, settingId: Uuid, part: Saying['part']) {
  const ofPart = part === 'nothing has changed' ? sql`true` : sql`part = ${part}`;
  const { rows } = await sql<{ last: number; ofPart: number }>`
    select coalesce(max(number), 0) as last, coalesce(max(number) filter (where ${ofPart}), 0) as "ofPart"
    from setting_declarations where setting_id = ${settingId}`.execute(tx);
  return rows[0] ?? { last: 0, ofPart: 0 };
}

function columnsOf(saying: Saying) {
  switch (saying.part) {
    case 'designation':
      return { needs: [...saying.holds.needs] };
    case 'ages':
      return { age_from: saying.holds.from, age_to: saying.holds.to };
    case 'units':
      return { unit_places: saying.holds.unit, resourced_places: saying.holds.resourced };
    case 'contact': {
      const { role, email, phone } = saying.holds;
      return { contact_role: role, contact_email: email, contact_phone: phone };
    }
    case 'accessibility':
    case 'therapies':
      return { has: [...saying.holds.has], words: saying.holds.words };
    default:
      return {};
  }
}

async function insertLines(tx: Tx, settingId: Uuid, number: number, saying: Saying): Promise<void> {
  if (saying.part !== 'places' || saying.holds.lines.length === 0) return;
  const lines = saying.holds.lines.map(({ need, band, from, to, places, vacancies }, place) => ({
    ...{ setting_id: settingId, number, line: place + 1, need, band, places, vacancies },
    ...{ band_from: from, band_to: to },
  }));
  await tx.insertInto('setting_declared_places').values(lines).execute();
}

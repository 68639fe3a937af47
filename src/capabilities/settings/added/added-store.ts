import type pg from 'pg';
import { listPlaces } from '../../postcodes/index.ts';
import type { Row } from '../cells.ts';
import { gridReference } from '../grid.ts';
import type { Written } from '../register-store.ts';
import { hashOf } from '../row-hash-store.ts';

/**
 * Puts settings without a URN on the register. The same one is known by its Ofsted number, its UKPRN, or its name and postcode:
 * it is brought up to date where an authority's file had added it, and left as it is where a national file has it.
 */
export async function writeAdded(client: pg.Client, rows: readonly Row[]): Promise<Written> {
  const written = { added: 0, changed: 0, unknown: 0 };
  for (const row of rows) {
    const hash = hashOf(row);
    const { rows: known } = await client.query<{ id: string; ours: boolean; same: boolean }>(
      `select id, urn is null and added_by is not null as ours, content_hash = $5 as same from settings
       where ofsted_number = $1 or ukprn = $2 or (search_form(name) = search_form($3) and postcode = $4)
       order by (ofsted_number = $1) desc nulls last, (ukprn = $2) desc nulls last limit 1`,
      [row['ofsted_number'], row['ukprn'], row['name'], row['postcode'], hash],
    );
    const [one] = known;
    const columns = Object.keys(row).concat('content_hash');
    const given = JSON.stringify([{ ...row, content_hash: hash }]);
    if (one === undefined) {
      await client.query(
        `insert into settings (${columns.join(', ')}, la_name, added_at)
         select ${columns.map((column) => `given.${column}`).join(', ')}, authorities.name, now()
         from jsonb_populate_recordset(null::settings, $1) given left join authorities on code = given.la_code`,
        [given],
      );
      written.added += 1;
    } else if (one.ours && !one.same) {
      const set = columns.map((column) => `${column} = given.${column}`).join(', ');
      await client.query(
        `update settings set ${set}, easting = null, northing = null, imported_at = clock_timestamp()
         from jsonb_populate_recordset(null::settings, $2) given where settings.id = $1`,
        [one.id, given],
      );
      written.changed += 1;
    }
  }
  return written;
}

/** Puts settings that have a postcode and no place on the map where the directory of postcodes has it. */
export async function fillPlaces(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string; postcode: string }>(
    'select id, postcode from settings where easting is null and postcode is not null',
  );
  const places = await listPlaces(client, [...new Set(rows.map(({ postcode }) => postcode))]);
  const placed = rows.flatMap(({ id, postcode }) => {
    const place = places.get(postcode);
    const grid = place === undefined ? null : gridReference(place.latitude, place.longitude);
    return grid === null ? [] : [{ id, ...grid }];
  });
  await client.query(
    `update settings s set easting = given.easting, northing = given.northing, imported_at = clock_timestamp()
     from jsonb_populate_recordset(null::settings, $1) given where s.id = given.id`,
    [JSON.stringify(placed)],
  );
}

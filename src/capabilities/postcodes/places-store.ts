import type pg from 'pg';

type Degrees = { latitude: number; longitude: number };

/**
 * Where postcodes are, for an import that signs in as the owner of the schema: of a whole one its place, of a first half the
 * middle of its postcodes. One the directory does not have is left out.
 */
export async function listPlaces(
  client: pg.Client,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, Degrees>> {
  const halves = postcodes.filter((postcode) => !postcode.includes(' '));
  const { rows } = await client.query<Degrees & { postcode: string }>(
    'select postcode, latitude, longitude from postcodes where postcode = any ($1)',
    [postcodes],
  );
  if (halves.length > 0) {
    const middles = await client.query<Degrees & { postcode: string }>(
      `select split_part(postcode, ' ', 1) as postcode, avg(latitude) as latitude, avg(longitude) as longitude
       from postcodes where split_part(postcode, ' ', 1) = any ($1) group by 1`,
      [halves],
    );
    rows.push(...middles.rows);
  }
  return new Map(rows.map(({ postcode, latitude, longitude }) => [postcode, { latitude, longitude }]));
}

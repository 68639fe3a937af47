import { partsOf } from '../../src/capabilities/statistics/files/parts.ts';
import { begin } from '../../src/capabilities/statistics/files/table.ts';
import { type Row, rowOf, TABLES } from '../../src/capabilities/sufficiency/release.ts';

/** The counts of plans in a release, read as it is imported, without a database. */
export async function plansIn(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const part of partsOf(path)) {
    const table = await begin(part);
    const counted = TABLES[table?.reader.dataset ?? ''];
    if (table === null || counted === undefined) continue;
    const places = new Map(table.reader.indicators.map((name, place) => [name, place]));
    for await (const { cells, line } of table.records) {
      for (const one of table.reader.take(cells, line)) {
        const row = rowOf(counted, { ...one, value: (name) => one.values[places.get(name) ?? -1] ?? null });
        if (row !== null) rows.push(row);
      }
    }
  }
  return rows;
}

import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { UnusableStatistics } from '../sources/line.ts';
import type { CsvRecord } from './csv.ts';

/** The rows of a Parquet file as the records of a table: its columns first, then a group of rows at a time. */
export async function* parquetRecordsOf(name: string, path: string): AsyncGenerator<CsvRecord> {
  try {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    const columns = metadata.schema.slice(1).map((column) => column.name);
    yield { cells: columns, line: 0 };
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd });
      for (const [nth, row] of rows.entries())
        yield { cells: columns.map((column) => textOf(row[column])), line: rowStart + nth + 1 };
      rowStart = rowEnd;
    }
  } catch (error) {
    if (error instanceof UnusableStatistics) throw error;
    throw new UnusableStatistics(`${name} is not a whole Parquet file that can be read: fetch it again`, '');
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

import { encodedMarkup } from './drawing.ts';
import { type Content, classNames, type Item, isOptions } from './govuk/content.ts';
import { bodyRow, Table, type TableCell, type TableProps } from './govuk/table.tsx';
import { type Cells, KeptRow } from './kept-row.ts';

export type StackedTableProps = Omit<TableProps, 'head' | 'rows'> & {
  rows: readonly Item<Cells>[] | readonly KeptRow[];
  head: readonly (string | (TableCell & { text: string }))[];
};

/** A list for working through. On a narrow screen each row stands as a block, every value beside its column's name. */
export function StackedTable({ head, rows, classes, ...props }: StackedTableProps) {
  const names = head.map((cell) => (typeof cell === 'string' ? cell : cell.text));
  return (
    <Table
      {...props}
      classes={classNames('opensend-stacked', classes)}
      head={head}
      rows={
        areKept(rows)
          ? { markup: markupOf(rows, names) }
          : rows.map((row) => row && labelledCells(row, names))
      }
    />
  );
}

function areKept(rows: StackedTableProps['rows']): rows is readonly KeptRow[] {
  return rows[0] instanceof KeptRow;
}

function markupOf(rows: readonly KeptRow[], names: readonly string[]): string {
  const under = JSON.stringify(names);
  return encodedMarkup(
    rows.map((row) => row.markup(under, () => bodyRow(labelledCells(row.cells(), names)))),
  );
}

function labelledCells(cells: Cells, names: readonly string[]): TableCell[] {
  return cells.map((cell, place) => labelled(cell, names[place]));
}

function labelled(cell: Content | TableCell, name: string | undefined): TableCell {
  const { attributes, ...rest } = isOptions<TableCell>(cell) ? cell : { text: cell, attributes: undefined };
  return { ...rest, attributes: { 'data-label': name, ...attributes } };
}

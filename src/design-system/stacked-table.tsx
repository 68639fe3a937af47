import { type Content, classNames, isOptions } from './govuk/content.ts';
import { Table, type TableCell, type TableProps } from './govuk/table.tsx';

export type StackedTableProps = Omit<TableProps, 'head'> & {
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
      rows={rows.map((row) => (row ? row.map((cell, place) => labelled(cell, names[place])) : null))}
    />
  );
}

function labelled(cell: Content | TableCell, name: string | undefined): TableCell {
  const { attributes, ...rest } = isOptions<TableCell>(cell) ? cell : { text: cell, attributes: undefined };
  return { ...rest, attributes: { 'data-label': name, ...attributes } };
}

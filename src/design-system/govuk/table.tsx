import { type Attributes, type Content, classNames, type Item, isOptions, type Options } from './content.ts';

export type TableCell = Options & {
  /** `numeric` aligns figures to the right. */
  format?: string | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
};
export type TableProps = {
  /** Each row's cells; or the markup of all the rows, where each was drawn before by `bodyRow`. */
  rows: readonly Item<readonly (Content | TableCell)[]>[] | { markup: string };
  head?: readonly (Content | TableCell)[] | undefined;
  caption?: Content;
  captionClasses?: string | undefined;
  firstCellIsHeader?: boolean | undefined;
  classes?: string | undefined;
  attributes?: Attributes | undefined;
};

/** Rows to compare. */
export function Table({
  rows,
  head,
  caption,
  captionClasses,
  firstCellIsHeader,
  classes,
  attributes,
}: TableProps) {
  return (
    <table class={classNames('govuk-table', classes)} {...attributes}>
      {caption && <caption class={classNames('govuk-table__caption', captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{head.map((cell) => headCell(toCell(cell)))}</tr>
        </thead>
      )}
      {'markup' in rows ? (
        <tbody class="govuk-table__body" dangerouslySetInnerHTML={{ __html: rows.markup }} />
      ) : (
        <tbody class="govuk-table__body">
          {rows.map((row) => row && bodyRow(row.map(toCell), firstCellIsHeader))}
        </tbody>
      )}
    </table>
  );
}

// Cells are written out by plain functions: a component for each of a page's hundreds would cost as much again.
function toCell(cell: Content | TableCell): TableCell {
  return isOptions<TableCell>(cell) ? cell : { text: cell };
}

function headCell(cell: TableCell) {
  return (
    <th
      scope="col"
      class={classNames(
        'govuk-table__header',
        cell.format && `govuk-table__header--${cell.format}`,
        cell.classes,
      )}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </th>
  );
}

function rowHeader(cell: TableCell) {
  return (
    <th
      scope="row"
      class={classNames('govuk-table__header', cell.classes)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </th>
  );
}

/** One row of a table, for what draws rows of its own too. */
export function bodyRow(cells: readonly TableCell[], firstCellIsHeader = false) {
  return (
    <tr class="govuk-table__row">
      {cells.map((cell, place) => (place === 0 && firstCellIsHeader ? rowHeader(cell) : bodyCell(cell)))}
    </tr>
  );
}

function bodyCell(cell: TableCell) {
  return (
    <td
      class={classNames(
        'govuk-table__cell',
        cell.format && `govuk-table__cell--${cell.format}`,
        cell.classes,
      )}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </td>
  );
}

/** A published cell: a number, or the mark that stands where there is none. Null for what is neither. */
export type Figure = { value: number; mark: null } | { value: null; mark: string };

/*
 * What publishers print where there is no number: x not available, z not applicable, c withheld, ~ suppressed, k or low rounds to
 * nought, "-" nought or nothing by the table's own note, "." and ".." not available, ":" not available. An empty cell is ''.
 */
const MARKS = new Set([
  '',
  'x',
  'z',
  'c',
  'k',
  'u',
  'low',
  '~',
  '-',
  '.',
  '..',
  '...',
  ':',
  '*',
  'na',
  'n/a',
  'supp',
]);

const NUMBER = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d{1,3})?%?$/i;

/**
 * What a cell says. Spaces around it, a thousands separator, a per cent sign and exponents are understood: `"1,071"`, ` 0.60% `,
 * `2.5e-01`. Null for anything else, which its reader refuses with the line.
 */
export function figureIn(cell: string): Figure | null {
  const text = cell.trim();
  const small = text.toLowerCase();
  if (MARKS.has(small)) return { value: null, mark: small };
  if (!/\d/.test(text) || !NUMBER.test(text)) return null;
  const value = Number(text.replaceAll(',', '').replace('%', ''));
  return Number.isFinite(value) ? { value, mark: null } : null;
}

/** Values and marks of one row, from its cells; `wrong` is told of the first cell that is neither. */
export function figuresIn(
  cells: readonly string[],
  wrong: (place: number) => never,
): { values: (number | null)[]; marks: (string | null)[] | null } {
  const figures = cells.map((cell, place) => figureIn(cell) ?? wrong(place));
  const marked = figures.some(({ mark }) => mark !== null);
  return {
    values: figures.map(({ value }) => value),
    marks: marked ? figures.map(({ mark }) => mark) : null,
  };
}

/** `202425`, `2024-25`, `2024/25`, `202425.0`: the year it ends in. `2024`: itself. Null for anything else. */
export function yearIn(cell: string): { year: number; spans: boolean } | null {
  const [, from = '', to] = /^(\d{4})[-/]?(\d{2})?(?:\.0)?$/.exec(cell.trim()) ?? [];
  if (from === '') return null;
  const year = Number(from);
  if (to === undefined) return { year, spans: false };
  return (year + 1) % 100 === Number(to) ? { year: year + 1, spans: true } : null;
}

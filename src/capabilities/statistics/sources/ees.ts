import { areaAt, ENGLAND } from '../../../platform/reference/areas.ts';
import { checkWhole, columnsOf, placesOf, twiceIn } from './columns.ts';
import { type EesFile, fileOf, LAYOUT } from './ees-layout.ts';
import { figuresIn, yearIn } from './figures.ts';
import { fractionsIn } from './fractions.ts';
import { type Line, type PeriodKind, type Reader, UnusableStatistics } from './line.ts';
import { londonOf } from './london.ts';

const IDENTITY = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'region_code',
  'old_la_code',
  'la_name',
];
const GROUP = ['breakdown_topic', 'breakdown'];
const NOT_FIGURES = new Set([
  ...IDENTITY,
  ...GROUP,
  'country_code',
  'country_name',
  'region_name',
  'new_la_code',
]);
const UNKNOWN_SHOWN = 3;

/**
 * A reader of one file of the Department's release "Education, health and care plans", or null for a file of another name.
 * Columns are found by name in any order and case. Throws for a header that lacks one, and while reading for a second column of
 * the same name that says otherwise, a cell that is no figure, a period of the wrong kind, percentages given as fractions.
 */
export function readEes(file: string, header: readonly string[]): Reader | null {
  const columns = columnsOf(header);
  const layout = fileOf(file.toLowerCase().replace(/\.csv$/, ''), columns.names);
  if (layout === null) return null;
  const wanted = [...IDENTITY, ...(layout.all === null ? [] : GROUP)];
  const more = columns.names.filter(
    (one, place) =>
      !NOT_FIGURES.has(one) &&
      one !== '' &&
      !layout.indicators.includes(one) &&
      columns.names.indexOf(one) === place,
  );
  const indicators = [...layout.indicators, ...more];
  const places = placesOf(columns, [...wanted, ...indicators], file, LAYOUT);
  const twice = twiceIn(columns, indicators);
  const rates = [...Object.keys(layout.percents), ...layout.words];
  const lines = linesOf({ file, layout, indicators, places, identity: wanted.length, twice });
  const notes = [
    ...more.map((one) => `${file} has a column ${one}, which ${LAYOUT} does not have: it is kept`),
    ...twice.map(([one]) => `${file} has the column ${one} twice, with the same figures: it is kept once`),
  ];
  return {
    source: 'ees-ehc-plans',
    dataset: layout.name,
    indicators,
    rates,
    ...lines,
    notes: () => [...notes, ...lines.notes()],
  };
}

type Reading = {
  file: string;
  layout: EesFile;
  indicators: readonly string[];
  places: readonly number[];
  identity: number;
  twice: readonly (readonly [string, readonly number[]])[];
};

function linesOf({ file, layout, indicators, places, identity, twice }: Reading) {
  const fractions = fractionsIn(file, indicators, layout.percents);
  const london = londonOf(indicators, layout.percents);
  const unknown = new Map<string, string>();
  const [identityPlaces, figurePlaces] = [places.slice(0, identity), places.slice(identity)];

  const take = (cells: readonly string[], number: number): Line[] => {
    const at = `${file}, line ${number}`;
    checkWhole(cells, places, at);
    const [
      period = '',
      identifier = '',
      level = '',
      region = '',
      code = '',
      la = '',
      topic = '',
      group = '',
    ] = identityPlaces.map((place) => (cells[place] ?? '').trim());
    for (const [column, [first = 0, ...others]] of twice) {
      if (others.some((place) => (cells[place] ?? '').trim() !== (cells[first] ?? '').trim()))
        throw new UnusableStatistics(`${at}: the column ${column} is there twice and says two things`);
    }
    const area = areaOf({ level, region, code, at });
    if (areaAt(area) === undefined && !area.startsWith('E13')) unknown.set(area, la);
    const given = figurePlaces.map((place) => cells[place] ?? '');
    const figures =
      layout.words.length > 0
        ? wordsIn(given)
        : figuresIn(given, (place) => {
            throw new UnusableStatistics(
              `${at}: ${indicators[place]} is “${given[place]}”, which is no figure`,
            );
          });
    const [words, under] = groupOf(layout, topic, group);
    const line: Line = {
      area,
      ...periodOf(layout, { period, identifier, at }),
      topic: words,
      breakdown: under,
      ...figures,
    };
    fractions.see(line.values);
    return london.keep(line) ? [] : [line];
  };

  const finish = () => {
    fractions.judge();
    return london.folded();
  };
  const notes = () => [
    ...(london.folded().length === 0
      ? []
      : [`${file} has Inner and Outer London apart: London is their sum`]),
    ...[...unknown]
      .slice(0, UNKNOWN_SHOWN)
      .map(
        ([code, la]) =>
          `${file} has an area ${code}, ${la}, which is not known here: it is kept, and compared with none`,
      ),
  ];
  return { take, finish, notes };
}

function areaOf({
  level,
  region,
  code,
  at,
}: {
  level: string;
  region: string;
  code: string;
  at: string;
}): string {
  const small = level.toLowerCase();
  if (small === 'national') return ENGLAND;
  if (small === 'regional' && /^E1[23]\d{6}$/.test(region)) return region;
  if (small === 'local authority' && /^\d{3}$/.test(code)) return code;
  throw new UnusableStatistics(
    `${at}: there is no area ${[level, region, code].filter((part) => part !== '').join(' ')}`,
  );
}

/** Stock of an academic year is counted in its January. */
function periodOf(
  { kind }: EesFile,
  { period, identifier, at }: { period: string; identifier: string; at: string },
): { periodKind: PeriodKind; year: number } {
  const found = yearIn(period);
  const expected = kind === 'January' ? 'academic year' : 'calendar year';
  if (found === null || found.spans !== (kind === 'January'))
    throw new UnusableStatistics(`${at}: the period “${period}” is not ${article(expected)}`);
  const named = identifier.toLowerCase();
  if (named !== expected)
    throw new UnusableStatistics(`${at}: “${identifier}” stands where ${article(expected)} is expected`);
  return { periodKind: kind, year: found.year };
}
const article = (period: string) => (period.startsWith('a') ? `an ${period}` : `a ${period}`);

function groupOf({ all }: EesFile, topic: string, group: string): [string, string] {
  const small = topic.toLowerCase();
  return all === null || small === all ? ['', ''] : [small, group.toLowerCase()];
}

/** Words are kept as they are printed, in small letters, where a figure would be. */
function wordsIn(cells: readonly string[]): { values: null[]; marks: string[] } {
  return { values: cells.map(() => null), marks: cells.map((cell) => cell.trim().toLowerCase()) };
}

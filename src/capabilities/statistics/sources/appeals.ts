import { areaAt, ENGLAND } from '../../../platform/reference/areas.ts';
import { figuresIn } from './figures.ts';
import { fractionsIn } from './fractions.ts';
import { type Line, type Reader, UnusableStatistics } from './line.ts';
import { areaNamed } from './names.ts';

/* Appeals registered with the SEND Tribunal and appealable decisions, by calendar year. Decisions were counted one way until 2024, and
   another way since: the way is the topic, so that the two are never one series. */

const EARLIER = 'all appealable decisions, earlier method';
const LATER = 'all appealable decisions, later method';
const INDICATORS = ['appeals', 'decisions', 'rate'] as const;

/** Where the figures of one year and way stand; null for one the table does not print. */
type Figures = { year: number; topic: string; at: readonly (number | null)[] };

/** A reader of the table of 2014 to 2024, or of that of 2024 and 2025, by their columns. Null for another table. */
export function readAppeals(file: string, header: readonly string[]): Reader | null {
  const names = header.map((name) => name.trim().toLowerCase());
  if (names[0] === 'local authority' && names[1] === 'la code') return wide(file, names);
  if (names.includes('old_la_code') && names.some((name) => name.startsWith('appealable_decisions_')))
    return narrow(file, names);
  return null;
}

function reader(
  file: string,
  { name, code }: { name: number; code: number },
  figuresOf: () => readonly Figures[],
) {
  const notes = new Set<string>();
  const fractions = fractionsIn(file, INDICATORS, { rate: ['appeals', 'decisions'] });
  const take = (cells: readonly string[], number: number): Line[] => {
    const area = areaIn((cells[name] ?? '').trim(), (cells[code] ?? '').trim(), (note) =>
      notes.add(`${file}: ${note}`),
    );
    if (area === null) return [];
    return figuresOf().flatMap(({ year, topic, at }) => {
      const figures = figuresIn(
        at.map((place) => (place === null ? '' : (cells[place] ?? ''))),
        (nth) => {
          throw new UnusableStatistics(
            `${file}, line ${number}: ${INDICATORS[nth]} of ${year} is “${cells[at[nth] ?? 0]}”, which is no figure`,
          );
        },
      );
      // An area that was not there that year has two full stops, or nothing, in each.
      if (figures.marks?.every((mark) => mark === '..' || mark === '') === true) return [];
      fractions.see(figures.values);
      return [{ area, periodKind: 'calendar year', year, topic, breakdown: '', ...figures }];
    });
  };
  const base = {
    source: 'hmcts-appeals',
    dataset: 'appeals',
    indicators: INDICATORS,
    rates: ['rate'],
  } as const;
  const finish = () => {
    fractions.judge();
    return [];
  };
  return { ...base, take, finish, notes: () => [...notes] };
}

/** Two rows of header: years, then what each column is, of which the last two are counted the later way. */
function wide(file: string, years: readonly string[]): Reader {
  let figures: Figures[] | null = null;
  const read = reader(file, { name: 0, code: 1 }, () => figures ?? []);
  const take = (cells: readonly string[], line: number): readonly Line[] => {
    if (figures !== null) return read.take(cells, line);
    figures = figuresUnder(
      file,
      years,
      cells.map((name) => name.trim().toLowerCase()),
    );
    return [];
  };
  return { ...read, take };
}

function figuresUnder(file: string, years: readonly string[], columns: readonly string[]): Figures[] {
  let year = 0;
  const found = new Map<number, { appeals: number; decisions: number; rate: number }>();
  const later = { decisions: -1, rate: -1 };
  for (const [place, column] of columns.entries()) {
    if (/^\d{4}$/.test(years[place] ?? '')) year = Number(years[place]);
    const inDevelopment = column.startsWith('in development');
    const kind = column.includes('appeals registered')
      ? 'appeals'
      : column.includes('appealable decisions')
        ? 'decisions'
        : column.includes('appeal rate')
          ? 'rate'
          : null;
    if (kind === null || year === 0) continue;
    if (inDevelopment && kind !== 'appeals') later[kind] = place;
    else found.set(year, { ...(found.get(year) ?? { appeals: -1, decisions: -1, rate: -1 }), [kind]: place });
  }
  const all = [...found].map(([of, { appeals, decisions, rate }]) => ({
    year: of,
    topic: EARLIER,
    at: [appeals, decisions, rate],
  }));
  const last = found.get(year);
  if (all.length === 0 || all.some(({ at }) => at.includes(-1)) || last === undefined)
    throw new UnusableStatistics(`${file} has not the appeals, decisions and rate of each year under it`);
  return later.decisions < 0
    ? all
    : [...all, { year, topic: LATER, at: [last.appeals, later.decisions, later.rate] }];
}

/** `appeals_2025`, `appealable_decisions_2025`, `appeal_rate_2025_pct`: the later way alone. */
function narrow(file: string, names: readonly string[]): Reader {
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : null);
  const years = names.flatMap((name) => /^appealable_decisions_(\d{4})$/.exec(name)?.[1] ?? []);
  const figures = years.map((year): Figures => {
    const appeals = place(`appeals_${year}`) ?? place(`appeals_registered_${year}`);
    if (appeals === null) throw new UnusableStatistics(`${file} has no column appeals_${year}`);
    return {
      year: Number(year),
      topic: LATER,
      at: [appeals, place(`appealable_decisions_${year}`), place(`appeal_rate_${year}_pct`)],
    };
  });
  return reader(file, { name: names.indexOf('la_name'), code: names.indexOf('old_la_code') }, () => figures);
}

/** Null for what is no area: a region's heading, the total without suppressed authorities, a footnote. */
function areaIn(name: string, code: string, note: (text: string) => void): string | null {
  if (/^england( total)?[\d,]*$/i.test(name)) return ENGLAND;
  const named = areaNamed(name);
  if (!/^\d{3}$/.test(code)) return named !== undefined && areaAt(named)?.kind === 'authority' ? named : null;
  if (named === code || named === undefined || (name.startsWith('Dorset') && code === '838')) return code;
  note(
    `${name.replace(/[\d,]+$/, '')} is printed with the code ${code}, which is ${areaAt(code)?.name ?? 'no area’s'}: it is taken by its name`,
  );
  return named;
}

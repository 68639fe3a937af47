import type { Counted } from '../comparing/interval.ts';
import { PLACES_SHOWN } from './places-shown.ts';

/** One measure by one breakdown for one area, in the newest year it is given by. */
export type Broken = {
  /** As the publisher names it: `sex`, `ethnicity`, `child or young persons age`. */
  topic: string;
  year: number;
  groups: readonly (Counted & { name: string; mark: string | null })[];
};

type Row = Counted & { topic: string; breakdown: string; year: number; mark: string | null };

/** Rows of one measure and area, put together by breakdown: the newest year of each, ages in order and the rest by name. */
export function brokenOf(rows: readonly Row[]): Broken[] {
  return [...Map.groupBy(rows, ({ topic }) => topic)].map(([topic, of]) => {
    const year = of.reduce((last, one) => Math.max(last, one.year), 0);
    const groups = of
      .filter((one) => one.year === year)
      .map(({ breakdown, value, numerator, denominator, mark }) => ({
        ...{ name: sayGroup(breakdown), value, numerator, denominator, mark },
      }))
      .sort(
        (one, other) =>
          placeOf(one.name) - placeOf(other.name) || one.name.localeCompare(other.name, 'en-GB'),
      );
    return { topic, year, groups };
  });
}

/** `aged 7` and `age 7` are `7 years old`; the rest is as the publisher says it. */
function sayGroup(breakdown: string): string {
  const place = PLACES_SHOWN[breakdown];
  if (place !== undefined) return place;
  const [, under, age, rest] =
    /^(under )?(?:aged? )?(\d{1,2})( and (?:under|over)| or over)?$/.exec(breakdown) ?? [];
  if (age === undefined) return named(breakdown);
  return `${under === undefined ? '' : 'Under '}${age}${rest ?? ''}`;
}

/** As the publisher writes it, whose capitals are not kept: the first letter, and the names of peoples. */
function named(breakdown: string): string {
  const said = breakdown.replaceAll(PEOPLES, (name) => name.charAt(0).toUpperCase() + name.slice(1));
  return said.charAt(0).toUpperCase() + said.slice(1);
}
const PEOPLES =
  /\b(asian|bangladeshi|chinese|indian|pakistani|black|african|caribbean|white|british|irish|gypsy|roma)\b/g;

function placeOf(name: string): number {
  if (name.startsWith('Under ')) return Number(name.slice(6)) - 0.5;
  const age = Number.parseInt(name, 10);
  return Number.isNaN(age) ? 1000 : age;
}

const TOPICS: Readonly<Record<string, string>> = {
  sex: 'By sex',
  ethnicity: 'By ethnicity',
  'child or young persons age': 'By age',
  'age when plan started': 'By age when the plan began',
  'type of placement': 'By placement',
  'setting type': 'By kind of place',
};

export function sayTopic(topic: string): string {
  return TOPICS[topic] ?? `By ${topic}`;
}

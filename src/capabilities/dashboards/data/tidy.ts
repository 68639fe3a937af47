import { AREAS } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import { pointsOf, type Series, sayPeriod } from '../figures/series.ts';
import { CHANGES } from '../measures/catalogue.ts';
import type { Measure } from '../measures/measure.ts';
import { formulaOf, suppressionOf } from '../measures/measure.ts';
import { sayReleases } from '../words.ts';

/* The pages' figures as data: one row a figure, the same columns wherever they are sent. */

/** The columns, each with what it holds and its type in CSV on the Web (W3C). Also the data dictionary. */
export const COLUMNS = [
  ['measure', 'string', 'The measure’s address, which never changes'],
  ['area', 'string', 'GSS code of England or a region; the Department’s three digits of an authority'],
  ['area_name', 'string', 'The area’s name'],
  ['area_kind', 'string', 'country, region or authority'],
  ['period', 'string', 'The period in words'],
  ['period_kind', 'string', 'January (a count of one day), calendar year, academic year or financial year'],
  ['year', 'integer', 'The year; of an academic or financial year, the one it ends in'],
  [
    'value',
    'number',
    'The figure as published, or worked out where the publisher prints none; empty where there is none',
  ],
  ['unit', 'string', 'percent, per thousand, count, score or pounds'],
  ['numerator', 'number', 'What is counted, where the publisher says'],
  ['denominator', 'number', 'Out of how many, where the publisher says'],
  ['mark', 'string', 'What the publisher printed in place of a figure'],
  ['definition_version', 'string', 'The version of the definition'],
] as const;

export type TidyRow = {
  measure: string;
  area: string;
  area_name: string;
  area_kind: string;
  period: string;
  period_kind: string;
  year: number;
  value: number | null;
  unit: string;
  numerator: number | null;
  denominator: number | null;
  mark: string | null;
  definition_version: string;
};

const VERSION = CHANGES[0]?.version ?? '';

/** Every figure of a measure, by area (as pages order them) and year; of some areas alone where they are given. */
export function tidyRows(
  measure: Measure,
  series: Series | undefined,
  areas: readonly { code: string }[] = AREAS,
) {
  if (series === undefined) return [];
  const wanted = new Set(areas.map(({ code }) => code));
  return AREAS.filter(({ code }) => wanted.has(code)).flatMap(({ code, name, kind }) =>
    pointsOf(series, code).map(
      ({ year, value, numerator, denominator, mark }): TidyRow => ({
        ...{ measure: measure.id, area: code, area_name: name, area_kind: kind },
        ...{ period: sayPeriod(series.kind, year), period_kind: series.kind, year },
        ...{ value, unit: measure.unit, numerator, denominator, mark, definition_version: VERSION },
      }),
    ),
  );
}

/** The metadata beside a CSV, as "CSV on the Web" has it (W3C, Metadata Vocabulary for Tabular Data, 2015). */
export function csvMetadata(url: string, measure: Measure, releases: readonly Release[], licence: string) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': measure.name,
    'dc:description': `${measure.question} ${formulaOf(measure)}. ${suppressionOf(measure)}`,
    'dc:source': sayReleases(releases) || null,
    'dc:license': { '@id': licence },
    'dc:hasVersion': VERSION,
    dialect: { header: true, encoding: 'utf-8' },
    tableSchema: {
      columns: COLUMNS.map(([name, datatype, what]) => ({
        ...{ name, titles: name, datatype, 'dc:description': what },
        required: !['value', 'numerator', 'denominator', 'mark'].includes(name),
      })),
      primaryKey: ['measure', 'area', 'year'],
    },
  };
}

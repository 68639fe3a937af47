import type { Definition } from '../../statistics/index.ts';
import { CHANGES } from '../measures/catalogue.ts';
import { OTHERWISE_THAN_LAIT } from '../measures/lait-names.ts';
import { formulaOf, type Measure, suppressionOf } from '../measures/measure.ts';

/** The columns of the data dictionary, in order. Those that begin with `department` are the Department's own words. */
export const DICTIONARY_HEAD: readonly string[] = [
  ...['measure', 'name', 'question', 'theme', 'unit', 'better', 'formula', 'numerator', 'denominator'],
  ...['source', 'dataset', 'lag', 'caveat', 'breaks', 'held_back', 'counted_live', 'version'],
  ...[
    'department_name',
    'department_description',
    'department_polarity',
    'department_year',
    'department_owner',
  ],
  'why_better_is_otherwise',
];

/** A measure as a row of the dictionary: with what the Department's interactive tool says of it, where it has it. */
export function dictionaryRow(measure: Measure, said: Definition | null): (string | null)[] {
  const { id, name, question, theme, unit, polarity, numerator, denominator, lag, caveat, breaks } = measure;
  return [
    ...[id, name, question, theme, unit, polarity, formulaOf(measure), numerator, denominator],
    ...[measure.published?.source ?? null, measure.published?.dataset ?? null, lag, caveat],
    breaks.map(({ from, why }) => `${from}: ${why}`).join(' '),
    ...[suppressionOf(measure), measure.live === null ? 'no' : 'yes', CHANGES[0]?.version ?? null],
    ...[said?.title ?? said?.name ?? null, said?.description ?? null, said?.polarity ?? null],
    ...[said?.yearKind ?? null, said?.owner ?? null, OTHERWISE_THAN_LAIT[id] ?? null],
  ];
}

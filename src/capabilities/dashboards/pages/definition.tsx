import { SummaryList } from '../../../design-system/index.ts';
import type { Release } from '../figures/held-store.ts';
import { CHANGES } from '../measures/catalogue.ts';
import { formulaOf, type Measure, suppressionOf } from '../measures/measure.ts';

const BETTER = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'More is neither better nor worse: no rank is made of it',
} as const;

/** What a measure is: the same words on every page that shows it, in the methodology and in the download. */
export function Definition({ measure, release }: { measure: Measure; release: Release | null }) {
  const rows: [string, string | null][] = [
    ['What is counted', measure.numerator],
    ['Out of', measure.denominator],
    ['How it is worked out', formulaOf(measure)],
    ['Which way is better', BETTER[measure.polarity]],
    ['Source', release === null ? null : `${release.publisher}, ${release.title}`],
    ['How late it is', measure.lag],
    ['Take care', measure.caveat],
    [
      'Breaks in the series',
      measure.breaks.length === 0
        ? null
        : measure.breaks.map(({ from, why }) => `From ${from}: ${why}`).join(' '),
    ],
    ['What is held back', suppressionOf(measure)],
    ['Version of the definition', CHANGES[0]?.version ?? null],
  ];
  return (
    <SummaryList
      rows={rows.flatMap(([key, value]) =>
        value === null ? [] : [{ key: { text: key }, value: { text: value } }],
      )}
    />
  );
}

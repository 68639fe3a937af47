import { SummaryList } from '../../../design-system/index.ts';
import type { Definition as Said } from '../../statistics/index.ts';
import type { Release } from '../figures/held-store.ts';
import { CHANGES } from '../measures/catalogue.ts';
import { OTHERWISE_THAN_LAIT, polarityOfLait } from '../measures/lait-names.ts';
import { formulaOf, type Measure, type Polarity, suppressionOf } from '../measures/measure.ts';
import { sayReleases } from '../words.ts';

const BETTER = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'More is neither better nor worse: no rank is made of it',
} as const;

type Props = {
  measure: Measure;
  releases: readonly Release[];
  /** What the dictionary of the Department's interactive tool says of it; null where it does not have it. */
  dictionary: Said | null;
};

/** What a measure is: the same words on every page that shows it, in the methodology and in the download. */
export function Definition({ measure, releases, dictionary }: Props) {
  const rows: [string, string | null][] = [
    ['What is counted', measure.numerator],
    ['Out of', measure.denominator],
    ['How it is worked out', formulaOf(measure)],
    ['Which way is better', BETTER[measure.polarity]],
    ...saidThere(measure, dictionary),
    ['Source', sourcesOf(releases)],
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

const LONGEST = 400;

/** Some are a page long: their beginning, to the end of a word. The data dictionary has the whole. */
function beginningOf(description: string | null): string | null {
  if (description === null || description.length <= LONGEST) return description;
  const cut = description.slice(0, LONGEST);
  return `${cut.slice(0, cut.lastIndexOf(' '))}… (the rest is in the data dictionary)`;
}

function sourcesOf(releases: readonly Release[]): string | null {
  return releases.length === 0 ? null : sayReleases(releases);
}

const THERE: Readonly<Record<Polarity, string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'It does not say that more is better or worse',
};

/** The Department's own words, as its interactive tool's dictionary has them. */
function saidThere({ id }: Measure, dictionary: Said | null): [string, string | null][] {
  if (dictionary === null) return [];
  const otherwise = OTHERWISE_THAN_LAIT[id];
  const which = THERE[polarityOfLait(dictionary.polarity)];
  return [
    ['What the Department calls it', dictionary.title ?? dictionary.name],
    ['What the Department says it is', beginningOf(dictionary.description)],
    [
      'Which way is better, by the Department',
      otherwise === undefined ? which : `${which}. Here it is otherwise. ${otherwise}`,
    ],
  ];
}

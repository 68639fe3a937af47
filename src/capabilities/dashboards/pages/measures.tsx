import { inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import { CHANGES, getMeasure, MEASURES, WITHOUT_DATA } from '../measures/catalogue.ts';
import { OTHERWISE_THAN_LAIT } from '../measures/lait-names.ts';
import { THEMES } from '../measures/measure.ts';
import { measuresInEasyRead } from './easy-read/measures.ts';
import { THEME_NAMES } from './parts.tsx';

export type MeasuresProps = { page: PageContext; notes: readonly string[] };

/** More than these are one mistake said many times. */
const MOST_NOTES = 40;

/** Every measure and how figures are made: the methodology, drawn from the very set the pages are drawn from. */
export const MeasuresPage = inEasyRead(MeasuresOf, measuresInEasyRead);

function MeasuresOf({ page, notes }: MeasuresProps) {
  return (
    <Layout title="Measures" page={page}>
      <h1 class="govuk-heading-l">Measures, and how they are made</h1>
      <p class="govuk-body">
        {MEASURES.length} measures, each with one definition for every page, table and download. Version{' '}
        {CHANGES[0]?.version}.{' '}
        <a class="govuk-link" href="/measures/changes">
          What has changed
        </a>
        .{' '}
        <a class="govuk-link" href="/measures/dictionary.csv">
          The whole set (CSV)
        </a>
        .
      </p>
      {THEMES.map((theme) => (
        <>
          <h2 class="govuk-heading-m">{THEME_NAMES[theme]}</h2>
          <ul class="govuk-list">
            {MEASURES.filter((measure) => measure.theme === theme).map(({ id, name }) => (
              <li>
                <a class="govuk-link" href={`/measures/${id}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <Method notes={notes} />
    </Layout>
  );
}

function Method({ notes }: Pick<MeasuresProps, 'notes'>) {
  return (
    <>
      <h2 class="govuk-heading-m">How areas are compared</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          A figure is the publisher’s own, as printed. Where it prints none, it is worked out from the counts
          beside it.
        </li>
        <li>
          “As sure as 95 in 100” is Wilson’s interval: were the same area counted again and again, that often
          the truth would lie within it.
        </li>
        <li>
          “About the same as England” is inside the 95% limits of a funnel for an area of that size; “further
          off than chance and the usual differences explain” is outside the 99.8% limits. The limits are
          widened by how much areas differ anyway (Spiegelhalter, 2005), so that small areas are not called
          unusual for being small.
        </li>
        <li>
          A place among areas is given only where more is better or worse, and with how far it may be off:
          areas whose intervals overlap may stand the other way round.
        </li>
        <li>
          What was counted on one day in January and what came about in a calendar year are never on one axis.
        </li>
        <li>Areas that are no more keep their own figures, and are not shown on the map.</li>
      </ul>
      <h2 class="govuk-heading-m">Which way is better</h2>
      <p class="govuk-body">
        For what the Department’s Local Authority Interactive Tool has too, which way is better is as its
        dictionary says, but for these. There it says neither.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {Object.entries(OTHERWISE_THAN_LAIT).map(([id, why]) => (
          <li>
            <a class="govuk-link" href={`/measures/${id}`}>
              {getMeasure(id).name}
            </a>
            : {getMeasure(id).polarity} is better. {why}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Where the publisher’s own figures do not add up</h2>
          <ul class="govuk-list govuk-list--bullet">
            {notes.slice(0, MOST_NOTES).map((note) => (
              <li>{note}</li>
            ))}
            {notes.length > MOST_NOTES && <li>And {notes.length - MOST_NOTES} more.</li>}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">What is not here, and why</h2>
      <ul class="govuk-list govuk-list--bullet">
        {WITHOUT_DATA.map(({ name, why }) => (
          <li>
            {name}. {why}
          </li>
        ))}
      </ul>
    </>
  );
}

import { inEasyRead, Layout, type PageContext } from '../../../design-system/index.ts';
import type { Release } from '../figures/held-store.ts';
import { CHANGES } from '../measures/catalogue.ts';
import { changesInEasyRead } from './easy-read/measures.ts';

export type ChangesProps = { page: PageContext; releases: readonly Release[] };

/** What changed in the definitions, and which releases the figures are from. */
export const ChangesPage = inEasyRead(ChangesOf, changesInEasyRead);

function ChangesOf({ page, releases }: ChangesProps) {
  return (
    <Layout title="What has changed" page={page} backLink="/measures">
      <h1 class="govuk-heading-l">What has changed</h1>
      <h2 class="govuk-heading-m">In the definitions</h2>
      <ul class="govuk-list govuk-list--bullet">
        {CHANGES.map(({ version, on, what }) => (
          <li>
            Version {version}, {on}. {what}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">In the figures</h2>
      {releases.length === 0 ? (
        <p class="govuk-body">No official statistics are imported yet.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {releases.map(({ title, publisher, revision, reportingYear }) => (
            <li>
              {publisher}, {title}, {reportingYear}
              {revision > 1 && `, revision ${revision}`}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/measures/revisions">
          Figures that were corrected
        </a>
      </p>
    </Layout>
  );
}

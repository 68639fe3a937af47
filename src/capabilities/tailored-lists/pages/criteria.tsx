import { AsTyped, inEasyRead, Layout, type PageContext, SummaryList } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Criteria } from '../criteria.ts';
import { BANDS, type OwnCriteria, sayBands, USUAL_MILES, versionOf } from '../own-criteria.ts';
import { criteriaInEasyRead } from './easy-read/criteria.ts';
import { CRITERIA_PAGE, CriteriaList, TheRight } from './parts.tsx';

type CriteriaProps = {
  page: PageContext;
  authority: string;
  /** What the authority sets itself, every version, newest first. */
  own: readonly OwnCriteria[];
  mayChange: boolean;
  versions: readonly Criteria[];
};

/** The criteria that tailored lists are made by, every version, the newest first. */
export const CriteriaPage = inEasyRead(CriteriaOf, criteriaInEasyRead);

function CriteriaOf(props: CriteriaProps) {
  const { page, versions } = props;
  return (
    <Layout title="How a list of settings is made" page={page}>
      <h1 class="govuk-heading-l">How a list of settings is made</h1>
      <TheRight family />
      <p class="govuk-body">
        A tailored list looks at every nursery, school and college near a home, and says of each why it is on
        the list or left off. It goes by these criteria and nothing else. A list says which version made it.
      </p>
      <Own {...props} />
      {versions.map((criteria) => (
        <section key={criteria.version} aria-labelledby={`version-${criteria.version}`}>
          <h2 class="govuk-heading-m" id={`version-${criteria.version}`}>
            Version {criteria.version}, from {sayDate(criteria.from)}
          </h2>
          <CriteriaList criteria={criteria} />
        </section>
      ))}
    </Layout>
  );
}

/** What no source gives and the authority sets: who set it, when and why; the service's own until somebody does. */
function Own({ authority, own, mayChange }: CriteriaProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What {authority} sets itself</h2>
      <p class="govuk-body">
        No law or guidance says what is near or far, or how far a list looks. What the law says of asking for
        a setting, and which settings are left off, nobody here can set.
      </p>
      {own.length === 0 && (
        <p class="govuk-body">
          {authority} has set nothing, so lists tell settings apart as this service does: {sayBands(BANDS)}.
          They look {USUAL_MILES} miles around a home, where whoever makes one says nothing else.
        </p>
      )}
      {own.map(({ number, base, bands, usualMiles, why, from, by }) => (
        <SummaryList
          key={number}
          card={{
            title: { text: `Version ${versionOf(base, number)}, from ${sayDate(from)}`, headingLevel: 3 },
          }}
          rows={[
            { key: 'Near and far', value: `In a straight line: ${sayBands(bands)}` },
            {
              key: 'How far a list looks',
              value: `${usualMiles} miles, unless whoever makes it says another`,
            },
            { key: 'Why', value: <AsTyped>{why}</AsTyped> },
            { key: 'Set by', value: by },
          ]}
        />
      ))}
      {mayChange && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${CRITERIA_PAGE}/own`}>
            Set another version
          </a>
        </p>
      )}
    </>
  );
}

import {
  DeadlineTag,
  inEasyRead,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { AskedAdvice } from '../assessment.ts';
import type { Existing } from '../existing.ts';
import { PARAGRAPH_WORDS } from '../paragraphs.ts';
import { adviceListInEasyRead } from './easy-read/advice-list.ts';

export type FamilyAdviceListProps = {
  page: PageContext;
  childId: string;
  childName: string;
  today: PlainDate;
  existing: readonly Existing[];
  /** Each by when it is due, and by when whoever gives it last said it will be ready. */
  asked: readonly (AskedAdvice & { dueOn: PlainDate; promisedOn: PlainDate | null })[];
};

/** Who has been asked about the child, what is in and what is late, as the family sees it. */
export const FamilyAdviceListPage = inEasyRead(FamilyAdviceList, adviceListInEasyRead);

function FamilyAdviceList({ page, childId, childName, today, asked, existing }: FamilyAdviceListProps) {
  return (
    <Layout
      title="Advice for the assessment"
      page={page}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Advice for the assessment</h1>
      <p class="govuk-body">
        Everyone we ask has six weeks to answer (SEND Regulations 2014, regulation 8(1)). You can read each
        piece of advice as soon as it is signed.
      </p>
      {asked.length === 0 ? (
        <p class="govuk-body">We have not asked anyone yet.</p>
      ) : (
        <StackedTable
          caption="Whom we have asked"
          captionClasses="govuk-table__caption--m"
          head={['Advice', 'From', 'Due', 'Received']}
          rows={asked.map((one) => [
            one.independent === true ? 'A report you sent us' : PARAGRAPH_WORDS[one.paragraph].name,
            one.organisation === null ? one.adviser : `${one.adviser}, ${one.organisation}`,
            <>
              {sayDate(one.dueOn)}{' '}
              {one.refused === null && <DeadlineTag due={one.dueOn} today={today} doneOn={one.returnedOn} />}
            </>,
            one.refused !== null ? (
              'They told us they cannot give it. We will ask somebody else'
            ) : one.returnedOn === null ? (
              <NotYet promisedOn={one.promisedOn} />
            ) : (
              <a class="govuk-link" href={`/family/${childId}/advice/${one.id}`}>
                {sayDate(one.returnedOn)}
                <span class="govuk-visually-hidden">: read the advice of {one.adviser}</span>
              </a>
            ),
          ])}
        />
      )}
      {existing.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Advice given before</h2>
          <ul class="govuk-list govuk-list--bullet">
            {existing.map((one) => (
              <li key={one.id}>
                <a class="govuk-link" href={`/family/${childId}/existing-advice/${one.id}`}>
                  {PARAGRAPH_WORDS[one.paragraph].name}, {one.authorName}, {sayDate(one.advisedOn)}
                </a>
                {one.agreements.some(({ party }) => party === 'family') ? '' : ': is it enough?'}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/family/${childId}/professionals`}>
          Who knows {childName}?
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/children/${childId}/voice`}>
          What {childName} says
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/family/${childId}/views`}>
          Your own views
        </a>
      </p>
      <p class="govuk-body">
        If there is anyone else you want us to ask, tell us: we must ask anyone you reasonably want asked
        (regulation 6(1)(h)).
      </p>
    </Layout>
  );
}

// Said beside the law's day, which it does not move.
function NotYet({ promisedOn }: { promisedOn: PlainDate | null }) {
  return promisedOn === null ? (
    <>Not yet</>
  ) : (
    <>Not yet. They say they will have it ready by {sayDate(promisedOn)}</>
  );
}

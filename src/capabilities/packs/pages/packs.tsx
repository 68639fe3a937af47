import { IdentityBar, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';

type Props = {
  page: PageContext;
  of: { childId: string; childName: string; bornOn: PlainDate };
  /** The request that may still be taken back; null where there is none. */
  requestId: string | null;
  /** Each with the form they asked for things in. */
  people: readonly { id: string; name: string; relationship: string; format: string }[];
};

/** The pack for each person on a file, to print and post. */
export function PacksPage({ page, of, people, requestId }: Props) {
  return (
    <Layout
      title={`Packs to print and post: ${of.childName}`}
      page={page}
      backLink={{ href: `/cases/${of.childId}`, text: 'Case' }}
      beforeContent={
        <IdentityBar>
          {of.childName}
          <span class="opensend-identity-detail"> born {sayDate(of.bornOn)}</span>
        </IdentityBar>
      }
    >
      <h1 class="govuk-heading-l">Packs to print and post</h1>
      <p class="govuk-body">
        A pack says where things are, the rights and dates, what is on the file, and who opened it; with a
        form for everything the family can do. Write what comes back on the same record, with who said it, how
        and when.
      </p>
      {people.length === 0 ? (
        <p class="govuk-body">There is nobody on the file a pack may be sent to.</p>
      ) : (
        <StackedTable
          head={['For', 'How they want it', 'Print']}
          rows={people.map(({ id, name, relationship, format }) => {
            const at = `/cases/${of.childId}/people/${id}`;
            return [
              `${name}, ${relationship}`,
              format === 'standard' ? 'As usual' : capital(format),
              <>
                <a class="govuk-link" href={`${at}/pack.pdf`}>
                  Pack<span class="govuk-visually-hidden"> for {name}</span> (PDF)
                </a>
                <br />
                <a class="govuk-link" href={`${at}/large-print-pack.pdf`}>
                  Large print<span class="govuk-visually-hidden"> for {name}</span> (PDF)
                </a>
              </>,
            ];
          })}
        />
      )}
      {page.worksOnCases && <ComesBack childId={of.childId} requestId={requestId} />}
    </Layout>
  );
}

/** Where what comes back on paper is written down, of the forms that are not answered from a page of the case's own. */
function ComesBack({ childId, requestId }: { childId: string; requestId: string | null }) {
  const at = `/children/${childId}`;
  return (
    <>
      <h2 class="govuk-heading-m">When a form comes back</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`/cases/${childId}/messages/heard`}>
            Write down a message
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${at}/voice`}>
            Write down what the child or young person says
          </a>
          . Add a picture they sent to the file first, then select it there
        </li>
        <li>
          <a class="govuk-link" href={`${at}/documents/new`}>
            Add papers they sent
          </a>
          , as copies
        </li>
        {requestId !== null && (
          <li>
            <a class="govuk-link" href={`/requests/${requestId}/ending`}>
              Write down that the request is taken back
            </a>
            , with who said so, why, and the day we got it
          </li>
        )}
        <li>
          <a class="govuk-link" href={`/cases/${childId}`}>
            Open the case
          </a>{' '}
          for the other forms: each is written down where the family would do it online
        </li>
      </ul>
    </>
  );
}

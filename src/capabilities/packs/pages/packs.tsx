import { IdentityBar, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';

type Props = {
  page: PageContext;
  of: { childId: string; childName: string; bornOn: PlainDate };
  /** Each with the form they asked for things in. */
  people: readonly { id: string; name: string; relationship: string; format: string }[];
};

/** The pack for each person on a file, to print and post. */
export function PacksPage({ page, of, people }: Props) {
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
    </Layout>
  );
}

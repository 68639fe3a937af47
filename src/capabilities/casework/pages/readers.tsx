import { inEasyRead, Layout, type PageContext, StackedTable } from '../../../design-system/index.ts';
import { readersInEasyRead } from './easy-read/readers.ts';

export type ReadersProps = {
  page: PageContext;
  childId: string;
  childName: string;
  reads: readonly { at: Date; name: string | null; kind: string }[];
};

/** Who opened a child's file, and when: the family's own to see. */
export const ReadersPage = inEasyRead(Readers, readersInEasyRead);

function Readers({ page, childId, childName, reads }: ReadersProps) {
  return (
    <Layout title="Who has opened this file" page={page} backLink={`/family/${childId}`}>
      <h1 class="govuk-heading-l">Who has opened {childName}’s file</h1>
      {reads.length === 0 ? (
        <p class="govuk-body">Nobody has opened it yet.</p>
      ) : (
        <StackedTable
          head={['Who', 'From', 'When']}
          rows={reads.map((read) => [
            read.name ?? 'The service',
            read.kind === 'staff' ? 'SEND team' : 'A school or service we asked',
            read.at.toLocaleString('en-GB', {
              dateStyle: 'long',
              timeStyle: 'short',
              timeZone: 'Europe/London',
            }),
          ])}
        />
      )}
    </Layout>
  );
}

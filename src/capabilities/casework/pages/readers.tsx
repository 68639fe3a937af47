import {
  inEasyRead,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  sayMoment,
} from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import { readersInEasyRead } from './easy-read/readers.ts';

export type ShownRead = {
  id: string;
  at: Date;
  name: string | null;
  kind: string;
  role: string | null;
  organisation: string | null;
  what: string;
  why: string;
};

export type ReadersProps = {
  page: PageContext;
  childId: string;
  childName: string;
  reads: readonly ShownRead[];
  /** The last shown, where there are older ones. */
  last: string | null;
};

/** Who opened a child's file, when, what they saw and why: the family's own to see. */
export const ReadersPage = inEasyRead(Readers, readersInEasyRead);

function Readers({ page, childId, childName, reads, last }: ReadersProps) {
  return (
    <Layout
      title="Who has opened this file"
      page={page}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <h1 class="govuk-heading-l">Who has opened {childName}’s file</h1>
      <p class="govuk-body">
        We write this down each time. If somebody who does not look after the case opens the file, we ask them
        why. Ask us about anything here that you do not expect.
      </p>
      {reads.length === 0 ? (
        <p class="govuk-body">Nobody has opened it yet.</p>
      ) : (
        <StackedTable
          head={['Who', 'From', 'When', 'What they opened', 'Why']}
          rows={reads.map((read) => [
            read.name ?? 'The service',
            sayFrom(read),
            sayMoment(read.at),
            read.what,
            read.why,
          ])}
        />
      )}
      {last !== null && (
        <Pagination landmarkLabel="Older" next={{ href: `/family/${childId}/readers?after=${last}` }} />
      )}
    </Layout>
  );
}

/** Where somebody works, and as what: `SEND team, caseworker`. */
export function sayFrom({
  kind,
  role,
  organisation,
}: Pick<ShownRead, 'kind' | 'role' | 'organisation'>): string {
  if (kind === 'staff') return role === null ? 'SEND team' : `SEND team: ${role}`;
  if (kind === 'system') return 'This service itself';
  return organisation === null ? 'A school or service we asked' : capital(organisation);
}

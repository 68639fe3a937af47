import {
  Details,
  inEasyRead,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  sayTimeOf,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import type { PersonDay } from '../ledger.ts';
import { readersInEasyRead } from './easy-read/readers.ts';

export type ReadersProps = {
  page: PageContext;
  childId: string;
  childName: string;
  days: readonly PersonDay[];
  /** The day to go on from, where there are older ones. */
  older: PlainDate | null;
};

/** Who opened a child's file, when, what they saw and why: the family's own to see. */
export const ReadersPage = inEasyRead(Readers, readersInEasyRead);

function Readers({ page, childId, childName, days, older }: ReadersProps) {
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
      {days.length === 0 ? (
        <p class="govuk-body">Nobody has opened it yet.</p>
      ) : (
        <StackedTable
          caption="Who opened it, by day"
          captionClasses="govuk-visually-hidden"
          head={['Who', 'From', 'Day', 'What they opened, and why']}
          rows={days.map((one) => [
            one.name ?? 'The service',
            sayFrom(one),
            sayDate(one.day),
            <WhatTheyOpened key={one.id} {...one} />,
          ])}
        />
      )}
      {older !== null && (
        <Pagination
          landmarkLabel="Earlier days"
          next={{ href: `/family/${childId}/readers?before=${older}`, labelText: `Before ${sayDate(older)}` }}
        />
      )}
    </Layout>
  );
}

/** What one person opened on one day and what for, and under it each time they did. */
function WhatTheyOpened({ count, opened, day, name }: PersonDay) {
  const about = `: ${name ?? 'The service'}, ${sayDate(day)}`;
  return (
    <>
      <ul class="govuk-list opensend-tight">
        {opened.map(({ what, why, times }) => (
          <li key={`${what} ${why}`}>
            {what}
            {times.length > 1 && `, ${times.length} times`}: {why}
          </li>
        ))}
      </ul>
      <Details
        classes="govuk-!-margin-bottom-0"
        summary={
          <>
            {count === 1 ? 'At what time' : `Each of the ${count} times`}
            <span class="govuk-visually-hidden">{about}</span>
          </>
        }
      >
        <ul class="govuk-list opensend-tight">
          {opened.map(({ what, why, times }) => (
            <li key={`${what} ${why}`}>
              {what}: {times.map(sayTimeOf).join(', ')}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

/** Where somebody works, and as what: `SEND team, caseworker`. */
export function sayFrom({
  kind,
  role,
  organisation,
}: Pick<PersonDay, 'kind' | 'role' | 'organisation'>): string {
  if (kind === 'staff') return role === null ? 'SEND team' : `SEND team: ${role}`;
  if (kind === 'system') return 'This service itself';
  return organisation === null ? 'A school or service we asked' : capital(organisation);
}

import { DeadlineTag } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Case } from '../case.ts';
import { sayExpected } from '../expected-wait.ts';
import { sayWait, type Wait } from '../waits.ts';

/** How many stand in a row of the list, so that fifty rows stay under 60 KB; who has the rest is on the case's own page. */
const SHOWN = 2;

type Props = { waits: readonly Wait[]; of: Pick<Case, 'childId' | 'childName'>; today: PlainDate };

/** What a case waits for, of whom, since when and by when; expected first first. */
export function Waits({ waits, of, today }: Props) {
  const more = waits.length - SHOWN;
  return (
    <ul class="govuk-list opensend-tight">
      {waits.slice(0, SHOWN).map((wait) => (
        <li key={`${wait.what} ${wait.subjectId} ${wait.who}`}>
          {sayWait(wait)}. Since {sayDate(wait.since)}, {sayExpected(wait, today)}{' '}
          {wait.dueOn !== null && wait.dueOn < today && <DeadlineTag due={wait.dueOn} today={today} />}
        </li>
      ))}
      {more > 0 && (
        <li>
          <a class="govuk-link" href={`/cases/${of.childId}/next`}>
            and {more} more<span class="govuk-visually-hidden"> for {of.childName}</span>
          </a>
        </li>
      )}
    </ul>
  );
}

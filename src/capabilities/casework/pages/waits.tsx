import { DeadlineTag } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { sayExpected } from '../expected-wait.ts';
import { sayWait, type Wait } from '../waits.ts';

/** What a case waits for, of whom, since when and by when; expected first first. */
export function Waits({ waits, today }: { waits: readonly Wait[]; today: PlainDate }) {
  return (
    <ul class="govuk-list opensend-tight">
      {waits.map((wait) => (
        <li key={`${wait.what} ${wait.subjectId} ${wait.who}`}>
          {sayWait(wait)}. Since {sayDate(wait.since)}, {sayExpected(wait, today)}{' '}
          {wait.dueOn !== null && wait.dueOn < today && <DeadlineTag due={wait.dueOn} today={today} />}
        </li>
      ))}
    </ul>
  );
}

import { DeadlineTag, Details, StackedTable, Tag } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Answer, sayCheck } from '../check.ts';
import { FINDING_WORDS } from '../words.ts';
import type { PlacementsProps } from './placements.tsx';

/** What each check found, what was answered line by line, and what a family says is not happening. */
export function StaffChecks({ shown, mayChange, checkWeeks, terms }: PlacementsProps) {
  const { childId, checks, problems, today, owner, issuedOn } = shown;
  if (issuedOn === null) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Is it in place?</h2>
      <p class="govuk-body">
        The setting and the family are asked {checkWeeks} weeks after each placement starts and after each
        amendment. The {checkWeeks} weeks are when this service asks: no law gives that time.{' '}
        {terms
          ? 'Settings also say each term what they provided.'
          : 'Settings are not asked each term: the authority has not configured its terms.'}
      </p>
      {checks.length > 0 && (
        <StackedTable
          caption="Latest first"
          captionClasses="govuk-visually-hidden"
          head={['Asked', 'Answer by', 'Found', 'Answers']}
          rows={checks.map((check) => [
            <>
              {sayCheck(check)} {check.where}, {sayDate(check.askedOn)}
              {check.over && ' (over)'}
              {check.answers.map((one) => (
                <Said key={`${one.party}${one.on}${one.by}`} answer={one} shown={shown} />
              ))}
            </>,
            sayDate(check.answerBy),
            <>
              {check.findings.map(({ party, found }) => (
                <div key={party}>
                  {party === 'setting' ? 'Setting' : 'Family'}:{' '}
                  <Tag colour={FINDING_WORDS[found].colour}>{FINDING_WORDS[found].text}</Tag>
                </div>
              ))}
              {check.organisationId === null && check.atSetting && (
                <div class="govuk-hint">Nobody there was sent this plan here: ask them yourself</div>
              )}
            </>,
            mayChange && !check.over ? (
              <a class="govuk-link" href={`/cases/${childId}/placements/checks/${check.id}`}>
                Write down an answer<span class="govuk-visually-hidden"> to {sayCheck(check)}</span>
              </a>
            ) : (
              ''
            ),
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Said not to be happening</h2>
      {problems.length === 0 ? (
        <p class="govuk-body">The family has said nothing is not happening.</p>
      ) : (
        <StackedTable
          caption="Latest first"
          captionClasses="govuk-visually-hidden"
          head={['What', 'Said', 'Due by', 'Whose']}
          rows={problems.map(({ id, words, saidBy, saidOn, dueOn, open }) => [
            <a class="govuk-link" href={`/cases/${childId}/placements/problems/${id}`}>
              {words.length > 100 ? `${words.slice(0, 100)}…` : words}
            </a>,
            `${saidBy}, ${sayDate(saidOn)}`,
            open ? (
              <>
                {sayDate(dueOn)} <DeadlineTag due={dueOn} today={today} doneOn={null} />
              </>
            ) : (
              'Closed'
            ),
            owner ?? 'Nobody has this case',
          ])}
        />
      )}
      {mayChange && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${childId}/placements/problems/new`}>
            Write down that the family says something is not happening
          </a>
        </p>
      )}
    </>
  );
}

function Said({ answer, shown }: { answer: Answer; shown: PlacementsProps['shown'] }) {
  const names = new Map(shown.lines.map(({ row, reference, what }) => [row, `${reference}: ${what}`]));
  const who = answer.recordedBy === null ? answer.by : `${answer.by}, written down by ${answer.recordedBy}`;
  return (
    <Details summary={`${answer.party === 'setting' ? 'The setting' : 'The family'}, ${sayDate(answer.on)}`}>
      <p class="govuk-body">{who}</p>
      <ul class="govuk-list govuk-list--bullet">
        {answer.lines.map(({ row, answer: said, words }) => (
          <li key={row}>
            {names.get(row) ?? 'A line of the plan as it was'}: <strong>{said}</strong>
            {words === '' ? '' : `. ${words}`}
          </li>
        ))}
      </ul>
    </Details>
  );
}

import { InsetText, type PageContext, StackedTable, SummaryList, Tag } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { Frame, type Of } from '../../children/index.ts';
import { daysUnmet } from '../admission.ts';
import { CITES } from '../cites.ts';
import { type Placement, sayPlace } from '../placement.ts';
import type { Shown } from '../post.ts';
import { STAGE_WORDS, sayAttendance } from '../words.ts';
import { Cite } from './cite.tsx';
import { StaffChecks } from './staff-checks.tsx';

export type PlacementsProps = {
  page: PageContext;
  shown: Shown;
  mayChange: boolean;
  checkWeeks: number;
  /** Terms are configured, so that settings are asked what they provided. */
  terms: boolean;
};

/** Where a child is, what the plan names, whether the setting has admitted them, and whether provision is in place. */
export function PlacementsPage(props: PlacementsProps) {
  const { page, shown, mayChange } = props;
  const { childId, childName, bornOn, stage, issuedOn } = shown;
  const of: Of = { childId, childName, bornOn };
  const { staff, colour } = STAGE_WORDS[stage];
  return (
    <Frame {...{ page, of }} title="Placements" back={`/cases/${childId}`}>
      <p class="govuk-body">
        <Tag colour={colour}>{staff}</Tag>
      </p>
      {issuedOn !== null && (
        <InsetText>
          What Section F says has had to be secured since {sayDate(issuedOn)}, the day the plan in force was
          made final. No time is allowed after it, whether or not there is a place <Cite of={CITES.secure} />.
        </InsetText>
      )}
      <NamedAndActual {...shown} />
      <Admissions {...shown} mayChange={mayChange} />
      {mayChange && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${childId}/placements/new`}>
            Record where {childName} is, or that there is no place yet
          </a>
        </p>
      )}
      <History {...shown} mayChange={mayChange} />
      <StaffChecks {...props} />
      <Travel {...shown} />
    </Frame>
  );
}

function NamedAndActual({ named, now, stage }: Shown) {
  const actual = now.length === 0 ? ['Nothing is recorded'] : now.map(sayCurrent);
  return (
    <>
      <h2 class="govuk-heading-m">The plan, and in fact</h2>
      <SummaryList
        rows={[
          { key: { text: 'The plan names' }, value: { text: <Lines of={sayNamed(named)} /> } },
          { key: { text: 'In fact' }, value: { text: <Lines of={actual} /> } },
        ]}
      />
      {stage === 'placed otherwise than named' && (
        <InsetText>
          These are not the same. Where the plan should name another setting it has to be amended; until then
          it is the one named that must be made to work.
        </InsetText>
      )}
      {now.some(({ kind }) => kind === 'otherwise than in a school') && (
        <p class="govuk-body">
          Education otherwise than in a school is arranged only where it would be inappropriate for the
          provision to be made in a school or college <Cite of={CITES.otherwise} />. What is in Section F is
          still secured.
        </p>
      )}
      {now.some(({ kind }) => kind === 'home education' || kind === 'arranged by the family') && (
        <p class="govuk-body">
          The duty to secure what is in Section F does not apply while the family’s own arrangements are
          suitable (section 42(5)). The plan stays, and is still reviewed each year. If they are not suitable,
          it applies <Cite of={CITES.secure} />.
        </p>
      )}
      {now.some(({ weeks }) => weeks !== null) && (
        <p class="govuk-body">
          Residential: social care is told where it lasts more than three months{' '}
          <Cite of={CITES.residential} />.
        </p>
      )}
    </>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}

function sayNamed(named: Shown['named']): string[] {
  switch (named?.kind) {
    case undefined:
      return ['There is no plan in force here'];
    case 'type only':
      return [
        `No setting, only a type: ${named.type ?? ''}${sayAttendance(named.settings[0]?.attendance ?? '')}`,
      ];
    case 'otherwise than in a school':
      return ['No setting: education otherwise than in a school'];
    default:
      return (named?.settings ?? []).map(
        ({ name, type, attendance }) => `${name} (${type})${sayAttendance(attendance)}`,
      );
  }
}

function sayCurrent(one: Placement): string {
  const more = [
    one.rank === 2 ? 'the second of two' : '',
    one.weeks === null ? '' : `residential, ${one.weeks}`,
    one.providedIn === null ? '' : `in its ${one.providedIn}`,
  ].filter((part) => part !== '');
  return `${sayPlace(one)}, since ${sayDate(one.fromOn)}${more.map((part) => `, ${part}`).join('')}`;
}

function Admissions({ admissions, named, childId, today, mayChange }: Shown & { mayChange: boolean }) {
  if (named === null || admissions.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Admission</h2>
      <StackedTable
        caption="Each setting the plan names"
        captionClasses="govuk-visually-hidden"
        head={['Setting', 'Must it admit?', 'Admitted']}
        rows={admissions.map((one) => {
          const last = one.said.at(-1);
          const days = daysUnmet({ ...one, namedOn: named.on }, today);
          const href = `/cases/${childId}/placements/admissions/${one.versionId}/${one.place}`;
          const admitted = one.said.find(({ admittedOn }) => admittedOn !== null)?.admittedOn;
          return [
            one.name,
            one.mustAdmit ? (
              <>
                Yes <Cite of={CITES.admit} />
              </>
            ) : (
              'No: it is none of the settings in section 38(3), and this duty is not on it'
            ),
            admitted != null ? (
              sayDate(admitted)
            ) : !one.mustAdmit ? (
              'Not asked'
            ) : (
              <>
                {days !== null && <Tag colour="red">{days === 1 ? '1 day' : `${days} days`} since named</Tag>}{' '}
                {last === undefined
                  ? 'It has not said.'
                  : `${last.whyNot}${last.expectedOn === null ? '' : ` Expected ${sayDate(last.expectedOn)}.`} (${last.by}, ${sayDate(last.on)})`}{' '}
                {mayChange && (
                  <a class="govuk-link" href={href}>
                    Write down what {one.name} says
                  </a>
                )}
              </>
            ),
          ];
        })}
      />
    </>
  );
}

function History({ placements, mistakes, gaps, childId, mayChange }: Shown & { mayChange: boolean }) {
  if (placements.length === 0 && mistakes.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">History</h2>
      <StackedTable
        caption="Latest first"
        captionClasses="govuk-visually-hidden"
        head={['Where', 'From', 'Until', 'Change']}
        rows={placements.map((one) => [
          <>
            {sayPlace(one)}
            {one.rank === 2 && ' (second of two)'}
            {one.words !== '' && <div class="govuk-hint">{one.words}</div>}
          </>,
          sayDate(one.fromOn),
          one.ended === null || one.untilOn === null ? (
            'It lasts'
          ) : (
            <>
              {sayDate(one.untilOn)}: {one.ended.how}
              {one.ended.words !== '' && <div class="govuk-hint">{one.ended.words}</div>}
            </>
          ),
          mayChange && one.ended === null ? (
            <>
              <a class="govuk-link" href={`/cases/${childId}/placements/${one.id}/end`}>
                End<span class="govuk-visually-hidden"> {sayPlace(one)}</span>
              </a>{' '}
              <a class="govuk-link" href={`/cases/${childId}/placements/${one.id}/travel`}>
                Travel<span class="govuk-visually-hidden"> to {sayPlace(one)}</span>
              </a>
            </>
          ) : (
            ''
          ),
        ])}
      />
      {gaps.length > 0 && (
        <p class="govuk-body">
          Days on which nothing is recorded:{' '}
          {gaps.map(({ from, to }) => `${sayDate(from)} to ${sayDate(to)}`).join('; ')}.
        </p>
      )}
      {mistakes.map((one) => (
        <p class="govuk-body" key={one.id}>
          Recorded by mistake, and in no history: {sayPlace(one)}, from {sayDate(one.fromOn)}.{' '}
          {one.ended?.words} ({one.ended?.by})
        </p>
      ))}
    </>
  );
}

function Travel({ travel }: Shown) {
  if (travel.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Travel handed on</h2>
      <ul class="govuk-list govuk-list--bullet">
        {travel.map(({ id, on, to, by, needs }) => (
          <li key={id}>
            {sayDate(on)}, to {to}, by {by}: {needs}
          </li>
        ))}
      </ul>
    </>
  );
}

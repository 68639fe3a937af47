import {
  Button,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Tag,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { lastOf, sayCheck } from '../check.ts';
import { CITES } from '../cites.ts';
import { sayPlace } from '../placement.ts';
import type { Shown } from '../post.ts';
import { FINDING_WORDS, STAGE_WORDS } from '../words.ts';
import { Cite } from './cite.tsx';
import { placementInEasyRead } from './easy-read/placement.ts';
import { OtherWays } from './other-ways.tsx';

export type FamilyPlacementProps = {
  page: PageContext;
  shown: Shown;
  checkWeeks: number;
  sendiass: string | null;
  /** The reader was invited, and reads only. */
  invited: boolean;
};

/** Where a child goes, whether what the plan says is in place, and a button on each line that is not happening. */
export const FamilyPlacementPage = inEasyRead(FamilyPlacement, placementInEasyRead);

function FamilyPlacement(props: FamilyPlacementProps) {
  const { page, shown, invited, sendiass } = props;
  const { childId, childName, stage, now, issuedOn } = shown;
  return (
    <Layout
      title={`Where ${childName} goes, and the help they get`}
      page={page}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <h1 class="govuk-heading-l">Where {childName} goes, and the help they get</h1>
      <p class="govuk-body-l">{STAGE_WORDS[stage].family}.</p>
      <ul class="govuk-list">
        {now.map((one) => (
          <li key={one.id}>
            {sayPlace(one)}, since {sayDate(one.fromOn)}
            {one.weeks === null ? '' : `. Residential, ${one.weeks}`}
            {one.words === '' ? '' : `. ${one.words}`}
          </li>
        ))}
      </ul>
      <Admission {...shown} />
      {issuedOn !== null && (
        <p class="govuk-body">
          We have had to secure the help in Section F of the plan since {sayDate(issuedOn)}, the day it was
          made final <Cite of={CITES.secure} />.
          {now.some(({ kind }) => kind === 'home education' || kind === 'arranged by the family') &&
            ' That does not apply while your own arrangements are suitable (section 42(5)). The plan stays, and we review it every year.'}
        </p>
      )}
      <Asked {...props} />
      <Problems {...shown} />
      {shown.lines.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What the plan says must happen</h2>
          <p class="govuk-body">
            Say at any time that one of these is not happening. You do not need to wait to be asked.
          </p>
          {shown.lines.map(({ row, reference, what, detail }) => (
            <div key={row} class="govuk-!-margin-bottom-4">
              <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
                {reference}: {what}
              </h3>
              {detail !== '' && <p class="govuk-body govuk-!-margin-bottom-2">{detail}</p>}
              {!invited && (
                <Button href={`/family/${childId}/placement/lines/${row}`} classes="govuk-button--secondary">
                  This is not happening<span class="govuk-visually-hidden">: {reference}</span>
                </Button>
              )}
            </div>
          ))}
        </>
      )}
      <OtherWays sendiass={sendiass} />
    </Layout>
  );
}

function Admission({ admissions, childName }: Shown) {
  const waiting = admissions.filter(
    ({ mustAdmit, said }) => mustAdmit && !said.some(({ admittedOn }) => admittedOn !== null),
  );
  return (
    <>
      {waiting.map(({ name, said, place }) => {
        const last = said.at(-1);
        return (
          <InsetText key={place}>
            The plan names {name}, which must admit {childName} <Cite of={CITES.admit} />. It has not told us
            that it has.
            {last === undefined ? '' : ` It says: ${last.whyNot}`}
            {last?.expectedOn == null ? '' : ` It expects to on ${sayDate(last.expectedOn)}.`}
          </InsetText>
        );
      })}
    </>
  );
}

function Asked({ shown, checkWeeks, invited }: FamilyPlacementProps) {
  const checks = shown.checks.filter(({ over, kind }) => !over && kind === 'in place');
  return (
    <>
      <h2 class="govuk-heading-m">Is it in place?</h2>
      {checks.length === 0 ? (
        <p class="govuk-body">
          We ask you and the school or college {checkWeeks} weeks after a place starts, and after each change
          of the plan. Those weeks are only when we ask: no law gives us that time.
        </p>
      ) : (
        checks.map((check) => (
          <div key={check.id}>
            <p class="govuk-body">
              {sayCheck(check)} {check.where}. We asked on {sayDate(check.askedOn)}.
            </p>
            <ul class="govuk-list">
              {check.findings.map(({ party, found }) => (
                <li key={party}>
                  {party === 'family' ? 'You' : 'The school or college'}:{' '}
                  <Tag colour={FINDING_WORDS[found].colour}>{FINDING_WORDS[found].text}</Tag>
                </li>
              ))}
            </ul>
            {check.asksFamily && !invited && (
              <p class="govuk-body">
                <a class="govuk-link" href={`/family/${shown.childId}/placement/checks/${check.id}`}>
                  {lastOf(check, 'family') === undefined
                    ? `Tell us if each part is happening, by ${sayDate(check.answerBy)}`
                    : 'Change what you told us'}
                </a>
              </p>
            )}
          </div>
        ))
      )}
    </>
  );
}

function Problems({ problems, childId }: Shown) {
  if (problems.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What you said is not happening</h2>
      <ul class="govuk-list govuk-list--bullet">
        {problems.map(({ id, words, open, dueOn, saidOn }) => (
          <li key={id}>
            <a class="govuk-link" href={`/family/${childId}/placement/problems/${id}`}>
              {words.length > 100 ? `${words.slice(0, 100)}…` : words}
            </a>{' '}
            (said on {sayDate(saidOn)}).{' '}
            {open ? `We promised to put it right by ${sayDate(dueOn)}.` : 'We closed it.'}
          </li>
        ))}
      </ul>
    </>
  );
}

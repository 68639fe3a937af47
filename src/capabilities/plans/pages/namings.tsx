import { Fragment } from 'preact';
import { AsTyped, type PageContext } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { PreferenceNotFollowed } from '../facts.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { DecisionWords } from './naming.tsx';

type Props = {
  page: PageContext;
  of: OfPlan;
  decisions: readonly { version: number; issuedOn: PlainDate; words: readonly string[] | null }[];
  /** What was kept of the plan in force before each step was. */
  before: PreferenceNotFollowed | null;
};

/** How Section I was decided for each plan issued, as the family's letter has it. */
export function NamingPage({ page, of, decisions, before }: Props) {
  return (
    <PlanFrame page={page} of={of} title="How Section I was decided" backTo={{ part: 'settings' }}>
      <h1 class="govuk-heading-l">How Section I was decided</h1>
      {decisions.length === 0 && (
        <p class="govuk-body">Nothing is decided yet. It is when the plan is made final.</p>
      )}
      {decisions.map(({ version, issuedOn, words }, place) => (
        <Fragment key={version}>
          <h2 class="govuk-heading-m">
            Version {version}, issued {sayDate(issuedOn)}
          </h2>
          {words === null ? (
            <Before before={place === 0 ? before : null} />
          ) : (
            <DecisionWords words={words} under={2} />
          )}
        </Fragment>
      ))}
    </PlanFrame>
  );
}

function Before({ before }: Pick<Props, 'before'>) {
  if (before === null)
    return <p class="govuk-body">The steps were not kept here, and no request was refused on record.</p>;
  return (
    <>
      <p class="govuk-body">
        The steps were not kept then. This was kept of a setting asked for and not named:
      </p>
      {before.ground !== null && (
        <p class="govuk-body">The ground in section 39(4): it would be {before.ground}.</p>
      )}
      <p class="govuk-body">
        <AsTyped>{before.reasons}</AsTyped>
      </p>
    </>
  );
}

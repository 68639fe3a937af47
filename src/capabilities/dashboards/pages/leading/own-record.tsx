import { Details, StackedTable } from '../../../../design-system/index.ts';
import type { Own, Said } from '../../leading/own.ts';
import type { PeopleSay } from '../../leading/said.ts';
import { LIVE_MEASURES } from '../../live/measures.ts';

type Props = {
  own: readonly Own[];
  said: readonly PeopleSay[];
  /** Whether anything is published of this authority. */
  published: boolean;
};

/** What an authority's own record comes to, each measure beside what is published of it: every figure with its own period. */
export function OwnRecord({ own, said, published }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">From your own record</h2>
      <p class="govuk-body">
        Counted here, by the same definitions as the published figures where there are any. It is for you
        alone: small counts can point to one child.{' '}
        {published
          ? 'A published figure stands beside your own record of the same year. They can differ: what was recorded late is in yours, and the Department leaves some plans out.'
          : 'England’s published figures stand beside it, each with its year.'}
      </p>
      {own.length === 0 ? (
        <p class="govuk-body">
          Nothing is counted yet: it is when the service starts, every night, and soon after a change.
        </p>
      ) : (
        <StackedTable
          caption="Your own record"
          captionClasses="govuk-visually-hidden"
          head={['What is counted', 'Last whole year, or January', 'This year, or today', 'Published']}
          rows={own.map((one) => [
            <Counted {...one} />,
            <Figure said={one.whole} none={isOfToday(one) ? 'Of today alone' : 'Nothing recorded'} />,
            <Figure said={one.running} none="Nothing recorded this year" />,
            <Published {...one} hasArea={published} />,
          ])}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/performance/experience">
          How it went: what families, young people, settings and professionals say, and who was not heard
        </a>
      </p>
      {said.length > 0 && (
        <Details summary="What they say, by year">
          <StackedTable
            caption="What they say, by year"
            captionClasses="govuk-visually-hidden"
            head={['What is counted', 'Share', 'Answered at all', 'When']}
            rows={said.map(({ counts, is, answered, when }) => [counts, is, answered, when])}
          />
        </Details>
      )}
    </>
  );
}

function Counted({ counts, of, caveat }: Own) {
  return (
    <>
      {counts}
      {of !== '' && <span class="govuk-body-s govuk-!-margin-bottom-0 opensend-break">Of: {of}</span>}
      <span class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0 opensend-break">{caveat}</span>
    </>
  );
}

function isOfToday({ measure }: Own): boolean {
  return LIVE_MEASURES[measure].periods === 'today';
}

function Figure({ said, none }: { said: Said | null; none: string }) {
  if (said === null) return <>{none}</>;
  return (
    <>
      <strong>{said.is}</strong>
      <span class="govuk-body-s govuk-!-margin-bottom-0 opensend-break">{said.when}</span>
    </>
  );
}

function Published({ published, isPublished, hasArea }: Own & { hasArea: boolean }) {
  if (!isPublished) return <>Not published</>;
  if (published === null)
    return <>{hasArea ? 'No figure' : 'England’s is not beside it: a count follows how many live there'}</>;
  const { is, when, area, href, own } = published;
  return (
    <>
      <strong>{is}</strong>
      <span class="govuk-body-s govuk-!-margin-bottom-0 opensend-break">
        <a class="govuk-link" href={href}>
          {area}
        </a>
        , {when}
      </span>
      {own !== null && (
        <span class="govuk-body-s govuk-!-margin-bottom-0 opensend-break">
          Your record of {own.when}: {own.is}
        </span>
      )}
    </>
  );
}

import {
  Button,
  Details,
  ErrorSummary,
  Form,
  Input,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../../design-system/index.ts';
import type { Area } from '../../areas/areas.ts';
import type { View } from '../../figures/view.ts';
import { changeSaid } from '../../leading/change-said.ts';
import { type Change, type Gap, gapSaid } from '../../leading/gaps.ts';
import type { Own } from '../../leading/own.ts';
import { beforeSaid, besideEngland, figureSaid } from '../../sentences.ts';

type Saved = { id: string; name: string; chosen: string; savedBy: string };
type Props = {
  page: PageContext;
  /** Null where this authority is none of England's 153. */
  area: Area | null;
  views: readonly View[];
  gaps: readonly Gap[];
  changes: readonly Change[];
  /** What this authority's own record comes to, by the same definitions. */
  own: readonly Own[];
  saved: readonly Saved[];
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** For leaders: what changed, what to look at first and on what evidence, and what they keep. */
export function PerformancePage(props: Props) {
  const { page, area, views, gaps, changes, errors } = props;
  return (
    <Layout title="Performance" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Performance</h1>
      {area === null && (
        <p class="govuk-body">
          {page.authorityName} is none of the 153 authorities that statistics are published of. Any area’s
          figures are at{' '}
          <a class="govuk-link" href="/areas">
            How is my area doing?
          </a>
        </p>
      )}
      {area !== null && (
        <>
          <p class="govuk-body">
            From published statistics, some months old. Everybody sees them at{' '}
            <a class="govuk-link" href={`/areas/${area.slug}`}>
              How is {area.name} doing?
            </a>
          </p>
          <First gaps={gaps} area={area} />
          <Changed changes={changes} />
          <Headlines views={views} />
          <h2 class="govuk-heading-m">Briefing</h2>
          <p class="govuk-body">All of this on paper, for a meeting:</p>
          <p class="govuk-body">
            <a class="govuk-link" href="/performance/briefing.pdf">
              Briefing (PDF)
            </a>{' '}
            <a class="govuk-link" href="/performance/briefing.docx">
              Briefing (Word)
            </a>
          </p>
        </>
      )}
      <OwnRecord own={props.own} />
      <Comparisons {...props} />
    </Layout>
  );
}

function First({ gaps, area }: { gaps: readonly Gap[]; area: Area }) {
  return (
    <>
      <h2 class="govuk-heading-m">What to look at first</h2>
      <p class="govuk-body">
        Where {area.name} is furthest from its ten statistical neighbours, for the worse, and by more than
        chance explains. A gap is where to look, not a judgement.
      </p>
      {gaps.length === 0 ? (
        <p class="govuk-body">There is no such gap in what is imported.</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {gaps.map((gap) => (
            <li>
              <a class="govuk-link" href={`/areas/${area.slug}/measures/${gap.view.measure.id}`}>
                {gap.view.measure.name}
              </a>
              : {gapSaid(gap)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Changed({ changes }: { changes: readonly Change[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">What changed</h2>
      {changes.length === 0 ? (
        <p class="govuk-body">Nothing changed from the year before by more than chance explains.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map((change) => (
            <li>{changeSaid(change)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Headlines({ views }: { views: readonly View[] }) {
  if (views.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">In ten sentences</h2>
      <ul class="govuk-list govuk-list--bullet">
        {views.map((view) => (
          <li>
            {[figureSaid(view), besideEngland(view), beforeSaid(view)]
              .filter((said) => said !== null)
              .join(' ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function OwnRecord({ own: all }: { own: readonly Own[] }) {
  const own = all.filter(({ answered }) => answered === null);
  const said = all.filter(({ answered }) => answered !== null);
  return (
    <>
      <h2 class="govuk-heading-m">From your own record</h2>
      <p class="govuk-body">
        Counted here, by the same definitions as the published figures where there are any, and not published:
        this year is not over, and small counts can point to one child.
      </p>
      {own.length === 0 ? (
        <p class="govuk-body">Nothing is counted yet: it is every night, and soon after a change.</p>
      ) : (
        <StackedTable
          caption="Your own record"
          captionClasses="govuk-visually-hidden"
          head={['What is counted', 'Comes to', 'When', 'Take care']}
          rows={own.map(({ counts, of, is, when, caveat }) => [
            <>
              {counts}
              {of !== '' && <span class="govuk-body-s opensend-break">Of: {of}</span>}
            </>,
            is,
            when,
            caveat,
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
            rows={said.map(({ counts, is, answered, when }) => [counts, is, answered ?? '', when])}
          />
        </Details>
      )}
    </>
  );
}

function Comparisons({ saved, formKey, typed, errors }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Comparisons you keep</h2>
      {saved.length === 0 ? (
        <p class="govuk-body">
          None yet.{' '}
          <a class="govuk-link" href="/compare">
            Compare areas
          </a>
          , and keep what you look at often.
        </p>
      ) : (
        <ul class="govuk-list">
          {saved.map(({ id, name, chosen, savedBy }) => (
            <li class="opensend-kept">
              <span>
                <a class="govuk-link" href={`/compare?${chosen}`}>
                  {name}
                </a>{' '}
                (kept by {savedBy})
              </span>
              <Form idempotencyKey={formKey} action={`/performance/comparisons/${id}/removal`}>
                <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
                  Remove<span class="govuk-visually-hidden"> {name}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {typed['chosen'] !== undefined && typed['chosen'] !== '' && (
        <Form idempotencyKey={formKey} action="/performance/comparisons">
          <input type="hidden" name="chosen" value={typed['chosen']} />
          <Input
            id="name"
            name="name"
            label={{ text: 'Name of this comparison' }}
            value={typed['name'] ?? ''}
            errorMessage={errors['name'] === undefined ? undefined : { text: errors['name'] }}
          />
          <Button>Keep comparison</Button>
        </Form>
      )}
    </>
  );
}

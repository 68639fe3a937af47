import {
  Button,
  ErrorSummary,
  Form,
  Input,
  Layout,
  type PageContext,
} from '../../../../design-system/index.ts';
import type { Area } from '../../areas/areas.ts';
import type { View } from '../../figures/view.ts';
import { changeSaid } from '../../leading/change-said.ts';
import { type Change, type Gap, gapSaid, noGapSaid } from '../../leading/gaps.ts';
import type { Own } from '../../leading/own.ts';
import type { PeopleSay } from '../../leading/said.ts';
import { beforeSaid, besideEngland, figureSaid } from '../../sentences.ts';
import { OwnRecord } from './own-record.tsx';

type Saved = { id: string; name: string; chosen: string; savedBy: string };
type Props = {
  page: PageContext;
  /** Null where this authority is none of England's 153. */
  area: Area | null;
  views: readonly View[];
  gaps: readonly Gap[];
  /** How many of its statistical neighbours are known. */
  alike: number;
  changes: readonly Change[];
  /** What this authority's own record comes to, beside what is published of it, or of England where nothing is. */
  own: readonly Own[];
  said: readonly PeopleSay[];
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
          {page.authorityName} is none of the 153 authorities that statistics are published of: nothing is
          published under its code. Here is what its own record comes to. See{' '}
          <a class="govuk-link" href="/areas/england">
            how England is doing
          </a>{' '}
          or{' '}
          <a class="govuk-link" href="/areas">
            choose an area
          </a>{' '}
          to compare it with.
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
          <First gaps={gaps} area={area} alike={props.alike} />
          <Changed changes={changes} />
          <Headlines views={views} />
          <h2 class="govuk-heading-m">Briefing</h2>
          <p class="govuk-body">All that is published, on paper for a meeting:</p>
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
      <OwnRecord own={props.own} said={props.said} published={area !== null} />
      <Comparisons {...props} />
    </Layout>
  );
}

function First({ gaps, area, alike }: Pick<Props, 'gaps' | 'alike'> & { area: Area }) {
  return (
    <>
      <h2 class="govuk-heading-m">What to look at first</h2>
      <p class="govuk-body">
        Where {area.name} is furthest from its ten statistical neighbours, for the worse, and by more than
        chance explains. A gap is where to look, not a judgement.
      </p>
      {gaps.length === 0 ? (
        <p class="govuk-body">{noGapSaid(alike)}</p>
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

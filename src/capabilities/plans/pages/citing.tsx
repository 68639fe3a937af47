import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import type { Match } from '../../../platform/documents/reading/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { RowKind } from '../area-rows.ts';
import { type Citable, keyOf } from '../citing.ts';
import type { Cited } from '../citing-words.ts';
import { type Asking, Because } from './because.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';
import type { Typed } from './section.tsx';

/** A page of a report on which the words looked for are. */
export type Found = Match & { of: string; source: string };

/** A source cited now, with what its own form is known by. */
type CitedNow = Cited & { formKey: string };

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  kind: RowKind;
  /** What the statement says. */
  words: string;
  back: { href: string; text: string };
  at: string;
  version: string;
  cited: readonly CitedNow[];
  citable: readonly Citable[];
  /** Null while nothing is looked for. */
  found: readonly Found[] | null;
  q: string;
  typed: Typed;
  errors: FieldErrors;
  asking: Asking;
};

/** What a statement cites: each source with a button to take it away, a search of the reports’ words, and adding one. */
export function CitingPage(props: Props) {
  const { page, of, kind, words, back, at, errors, citable, cited } = props;
  const title = `Where this ${kind} comes from`;
  return (
    <PlanFrame page={page} of={of} title={title} errors={errors} backTo={back}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <InsetText>
        <AsTyped>{words}</AsTyped>
      </InsetText>
      {errors['version'] !== undefined && (
        <p class="govuk-error-message" id="version">
          {errors['version']}
        </p>
      )}
      <h2 class="govuk-heading-m">Cited now</h2>
      {cited.length === 0 ? (
        <p class="govuk-body">Nothing yet. Citing is optional: a plan can be sent without.</p>
      ) : (
        <ul class="govuk-list">
          {cited.map((one) => (
            <OneCited key={one.key} {...props} one={one} />
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">Cite advice or a report</h2>
      {citable.length === 0 ? (
        <p class="govuk-body">There is no advice or report on the child’s file yet.</p>
      ) : (
        <>
          <Search {...props} />
          <Form action={at} idempotencyKey={props.formKey} version={props.version}>
            <Choose {...props} />
            <Button preventDoubleClick>Cite this</Button>
          </Form>
        </>
      )}
    </PlanFrame>
  );
}

function OneCited({ at, of, version, asking, errors, typed, one }: Props & { one: CitedNow }) {
  const read = one.page === null ? '' : `?page=${one.page}`;
  return (
    <li class="govuk-!-margin-bottom-4">
      <span dir="auto">
        {one.documentId === null ? (
          one.words
        ) : (
          <a class="govuk-link" href={`/children/${of.childId}/documents/${one.documentId}/pages${read}`}>
            {one.words}
          </a>
        )}
      </span>
      {one.withheld && (
        <p class="govuk-hint">Withheld from the family: no version of the plan shows this while it is.</p>
      )}
      <div class="govuk-!-margin-top-2">
        <Form action={`${at}/removal`} idempotencyKey={one.formKey} version={version}>
          <input type="hidden" name="source" value={one.key} />
          {typed['source'] === one.key && <Because asking={asking} typed={typed} errors={errors} />}
          <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
            Take away<span class="govuk-visually-hidden"> {one.words}</span>
          </Button>
        </Form>
      </div>
    </li>
  );
}

function Search({ at, q, found, errors }: Props) {
  return (
    <>
      <form method="post" action={`${at}/search`}>
        <Input
          name="q"
          label="Find words in the reports"
          hint="To see which page they are on. This looks in reports whose words could be read"
          value={q}
          classes="govuk-input--width-20"
          errorMessage={errors['q']}
        />
        <Button classes="govuk-button--secondary">Find</Button>
      </form>
      {found !== null && found.length === 0 && <p class="govuk-body">‘{q}’ is in no report.</p>}
      {found !== null && found.length > 0 && (
        <ul class="govuk-list">
          {found.map((match) => (
            <li key={`${match.of}:${match.number}`}>
              <a class="govuk-link" href={`${at}?${chosenBy(match)}#cited`} dir="auto">
                Choose {match.source}, {match.place ?? `page ${match.number}`}
              </a>
              :{' '}
              <span dir="auto">
                {match.before}
                <strong>{match.found}</strong>
                {match.after}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A page goes into the address by its number, and a part by its own: what a heading says may name somebody. */
function chosenBy({ of, number, place }: Found): string {
  return `cited=${of}&${place === null ? 'pages' : 'part'}=${number}`;
}

function Choose({ citable, typed, errors, asking }: Props) {
  return (
    <>
      <Radios
        name="cited"
        fieldset={{ legend: { text: 'Which advice or report?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['cited']}
        value={typed['cited']}
        items={citable.map((one) => ({ value: keyOf(one), text: one.source, hint: aboutOf(one) }))}
      />
      <Input
        name="pages"
        label={{ text: 'Which pages of the report?', classes: 'govuk-label--s' }}
        hint="For example, 3, 5 to 7. Leave empty for the whole of it"
        value={typed['pages']}
        classes="govuk-input--width-10"
        errorMessage={errors['pages']}
      />
      <Input
        name="place"
        label={{ text: 'Or which heading or paragraph?', classes: 'govuk-label--s' }}
        hint="For a report without fixed pages, such as a Word file"
        value={typed['place']}
        errorMessage={errors['place']}
      />
      {(typed['source'] === undefined || typed['source'] === '') && (
        <Because asking={asking} typed={typed} errors={errors} />
      )}
    </>
  );
}

function aboutOf(one: Citable): string {
  if (one.kind === 'advice') return 'Advice given for the assessment, which has no pages of its own';
  const { writtenOn, pageCount, withheld } = one;
  return [
    writtenOn === null ? '' : `Written ${sayDate(writtenOn)}`,
    pageCount === null ? 'No pages that can be counted' : pageCount === 1 ? '1 page' : `${pageCount} pages`,
    withheld ? 'Withheld from the family: the plan would not show it' : '',
  ]
    .filter((words) => words !== '')
    .join('. ');
}

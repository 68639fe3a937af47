import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import { VIEW_WORDS } from '../case.ts';
import { sayNarrowing } from '../case-words.ts';
import { type Filters, sayFilters } from '../filters.ts';
import { listAddress } from '../list-address.ts';
import type { SavedView } from '../saved-view.ts';

type Sent = {
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};
type Props = Sent & { page: PageContext; filters: Filters; views: readonly SavedView[] };

/** The views somebody may use, and saving what the list is narrowed to as another. */
export function ViewsPage({ page, filters, views, formKey, typed, errors }: Props) {
  return (
    <Layout
      title="Saved views"
      page={page}
      errors={errors}
      backLink={{ href: listAddress(filters, {}), text: 'Cases' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Saved views</h1>
      {views.length === 0 ? (
        <p class="govuk-body">There are none yet.</p>
      ) : (
        <StackedTable
          caption="Yours, and those shared with everybody"
          captionClasses="govuk-visually-hidden"
          head={['View', 'Whose', 'What you can do']}
          rows={views.map((view) => [
            <a class="govuk-link" href={listAddress(view.filters, {})}>
              {view.name}
            </a>,
            whoseWords(view),
            view.own && (
              <a class="govuk-link" href={`/cases/views/${view.id}`}>
                Rename or delete<span class="govuk-visually-hidden"> {view.name}</span>
              </a>
            ),
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Save a view</h2>
      <p class="govuk-body">It keeps what the list is narrowed to now: {filterWords(filters)}.</p>
      <Form action="/cases/views" idempotencyKey={formKey}>
        {Object.entries(sayFilters(filters)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <NameFields typed={typed} errors={errors} />
        <Button>Save the view</Button>
      </Form>
    </Layout>
  );
}

function whoseWords({ own, shared }: SavedView): string {
  if (!own) return 'Shared by a colleague';
  return shared ? 'Yours, shared' : 'Yours';
}

function filterWords(filters: Filters): string {
  const names = { worker: 'one caseworker', setting: 'one setting' };
  return [VIEW_WORDS[filters.view].toLowerCase(), ...sayNarrowing(filters, names)].join('; ');
}

function NameFields({ typed, errors }: Pick<Sent, 'typed' | 'errors'>) {
  return (
    <>
      <Input
        name="name"
        label="Name of the view"
        hint="Not a child’s name: colleagues may see it"
        value={typed['name']}
        errorMessage={errors['name']}
        classes="govuk-input--width-20"
      />
      <Checkboxes
        name="shared"
        classes="govuk-checkboxes--small"
        items={[{ value: 'yes', text: 'Share it with all the staff', checked: typed['shared'] === 'yes' }]}
      />
    </>
  );
}

type OneProps = Sent & { page: PageContext; view: SavedView; deleteKey: string };

/** Renames, shares or deletes a view. */
export function ViewPage({ page, view, formKey, deleteKey, typed, errors }: OneProps) {
  const now = { name: view.name, shared: view.shared ? 'yes' : '' };
  const at = `/cases/views/${view.id}`;
  return (
    <Layout
      title="Change a saved view"
      page={page}
      errors={errors}
      backLink={{ href: '/cases/views', text: 'Saved views' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Change a saved view</h1>
      <Form action={at} idempotencyKey={formKey}>
        <NameFields typed={'name' in typed ? typed : now} errors={errors} />
        <Button>Save</Button>
      </Form>
      <Form action={`${at}/deletion`} idempotencyKey={deleteKey}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          Delete this view
        </Button>
      </Form>
    </Layout>
  );
}

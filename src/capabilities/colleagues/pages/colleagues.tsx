import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  type PageContext,
  Radios,
  StackedTable,
} from '../../../design-system/index.ts';
import type { Colleague } from '../colleague.ts';
import type { Joining } from '../joining.ts';
import { Joinings } from './joinings.tsx';
import { Newcomer } from './newcomer.tsx';

export type ColleaguesPageProps = {
  page: PageContext;
  organisation: string;
  /** A health body, which may have a designated clinical officer; and whoever that is. */
  ofHealth: boolean;
  officers: readonly string[];
  colleagues: readonly Colleague[];
  /** Whoever came by their own sign-in and waits; an administrator's to answer. */
  joinings: readonly Joining[];
  /** Whoever is looking: an administrator may change the list, anyone else may read it. */
  viewer: { accountId: string; administrator: boolean };
  /** Nobody who can change the list has been here for two months. */
  nobodyAdministers: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
  choiceKey: string;
  /** Anybody there says who has each request for advice; otherwise administrators. */
  anyoneAllocates: boolean;
};

/** Who acts for the organisation; for its administrators, adding and removing them. */
export function ColleaguesPage(props: ColleaguesPageProps) {
  const { page, organisation, errors, viewer } = props;
  return (
    <Layout title="Colleagues" page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{organisation}</span>
      <h1 class="govuk-heading-l">Colleagues</h1>
      <p class="govuk-body">
        They see everything local authorities have put before {organisation}, and can answer it.
      </p>
      <Joinings joinings={props.joinings} organisation={organisation} />
      <div id="colleagues">
        <People {...props} />
      </div>
      {viewer.administrator ? (
        <>
          <AddForm {...props} />
          <AllocatingForm {...props} />
        </>
      ) : (
        <WithoutRight {...props} />
      )}
    </Layout>
  );
}

function People({ colleagues, viewer, ofHealth, officers }: ColleaguesPageProps) {
  const may = viewer.administrator;
  return (
    <StackedTable
      caption="People who can sign in"
      captionClasses="govuk-table__caption--m"
      firstCellIsHeader
      head={[
        'Name',
        'Email address',
        'Can add and remove people',
        ...(ofHealth ? ['Designated clinical officer'] : []),
        ...(may ? ['Remove'] : []),
      ]}
      rows={colleagues.map((person) => [
        person.name,
        person.email,
        <Administrator person={person} may={may && person.accountId !== viewer.accountId} />,
        ...(ofHealth
          ? [<Officer person={person} holds={officers.includes(person.accountId)} may={may} />]
          : []),
        ...(may ? [<Removal person={person} self={person.accountId === viewer.accountId} />] : []),
      ])}
    />
  );
}

// Whoever left without a word keeps nobody from working: a colleague takes on what they did.
function WithoutRight({ nobodyAdministers, organisation }: ColleaguesPageProps) {
  if (!nobodyAdministers)
    return <p class="govuk-body">An administrator in your organisation can add and remove people.</p>;
  return (
    <form method="post" action="/colleagues/administration">
      <p class="govuk-body">
        Nobody who can add and remove people at {organisation} has been here for two months. You can take this
        on. Everybody here is told.
      </p>
      <Button preventDoubleClick>Take on adding and removing people</Button>
    </form>
  );
}

function Administrator({ person, may }: { person: Colleague; may: boolean }) {
  const { accountId, name, administrator } = person;
  if (!may) return <>{administrator ? 'Yes' : 'No'}</>;
  return (
    <form method="post" action={`/colleagues/${accountId}/administration`}>
      <input type="hidden" name="administrator" value={administrator ? 'no' : 'yes'} />
      {administrator ? 'Yes' : 'No'}{' '}
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
        Change
        <span class="govuk-visually-hidden">
          : {name} can {administrator ? 'no longer ' : ''}add and remove people
        </span>
      </Button>
    </form>
  );
}

// Saying it twice is saying it once.
function Officer({ person, holds, may }: { person: Colleague; holds: boolean; may: boolean }) {
  if (!may) return <>{holds ? 'Yes' : 'No'}</>;
  return (
    <form method="post" action={`/colleagues/${person.accountId}/clinical-officer`}>
      <input type="hidden" name="holds" value={holds ? 'no' : 'yes'} />
      {holds ? 'Yes' : 'No'}{' '}
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
        Change
        <span class="govuk-visually-hidden">
          : {person.name} is {holds ? 'no longer ' : ''}the designated clinical officer
        </span>
      </Button>
    </form>
  );
}

// Removing somebody twice is removing them once: no key is needed, and one page holds many of these.
function Removal({ person, self }: { person: Colleague; self: boolean }) {
  if (self) return <>This is you</>;
  return (
    <form method="post" action={`/colleagues/${person.accountId}/removal`}>
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
        Remove<span class="govuk-visually-hidden"> {person.name}</span>
      </Button>
    </form>
  );
}

function AddForm({ typed, errors, formKey }: ColleaguesPageProps) {
  return (
    <Form action="/colleagues" idempotencyKey={formKey}>
      <h2 class="govuk-heading-m">Add a colleague</h2>
      <Newcomer typed={typed} errors={errors} />
      <Checkboxes
        name="administrator"
        items={[{ value: 'yes', text: 'They can add and remove people too' }]}
        values={[typed['administrator'] ?? '']}
      />
      <Button preventDoubleClick>Add colleague</Button>
    </Form>
  );
}

function AllocatingForm({ anyoneAllocates, choiceKey }: ColleaguesPageProps) {
  return (
    <Form action="/colleagues/allocating" idempotencyKey={choiceKey}>
      <Radios
        name="who"
        fieldset={{
          legend: {
            text: 'Who says which colleague has each request for advice?',
            classes: 'govuk-fieldset__legend--m',
          },
        }}
        value={anyoneAllocates ? 'anybody' : 'administrators'}
        items={[
          { value: 'administrators', text: 'People who can add and remove colleagues' },
          { value: 'anybody', text: 'Anybody here' },
        ]}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Save
      </Button>
    </Form>
  );
}

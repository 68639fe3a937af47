import {
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  hasErrors,
  Input,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { sayNumber } from '../../../shared/words.ts';
import type { DraftLines } from '../asking.ts';
import type { Saying } from '../kept-list.ts';
import { TheRight } from './parts.tsx';
import { WriteDown } from './told.tsx';

export type MakingProps = {
  page: PageContext;
  planId: string;
  childName: string;
  draft: DraftLines;
  kindNames: Readonly<Record<string, string>>;
  lists: readonly {
    id: string;
    number: number;
    madeOn: PlainDate;
    madeBy: string;
    startOn: PlainDate;
    considered: number;
  }[];
  sayings: readonly Saying[];
  postcode: string;
  usualMiles: number;
  formKey: string;
  saidKeys: { added: string; declined: string };
  search: string;
  found: readonly { id: string; name: string; about: string }[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The lists of a plan, and making the next from its draft as it stands. */
export function MakingPage(props: MakingProps) {
  const { page, planId, childName, lists, sayings, errors } = props;
  const title = `Tailored lists for ${childName}`;
  return (
    <Layout
      title={title}
      page={page}
      errors={errors}
      backLink={{ href: `/plans/${planId}`, text: 'The plan' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <TheRight family={false} />
      {lists.length === 0 ? (
        <p class="govuk-body">No list has been made yet.</p>
      ) : (
        <ul class="govuk-list">
          {lists.map((one) => (
            <li key={one.id}>
              <a class="govuk-link" href={`/plans/${planId}/tailored-lists/${one.id}`}>
                List {one.number}
              </a>
              , made {sayDate(one.madeOn)} by {one.madeBy}, to start {sayDate(one.startOn)}:{' '}
              {sayNumber(one.considered)} settings considered
            </li>
          ))}
        </ul>
      )}
      {sayings.length > 0 && <h2 class="govuk-heading-m">What the family said</h2>}
      {sayings.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {sayings.map((one) => (
            <li key={one.id}>
              {sayDate(one.on)}, {one.by}:{' '}
              {one.kind === 'list declined' ? 'wants no list' : `added ${one.settingName}`}
              {one.words === '' ? '' : `. ${one.words}`}
            </li>
          ))}
        </ul>
      )}
      {lists.length > 0 && page.worksOnCases && <WriteDown {...props} />}
      {page.worksOnCases && <Make {...props} />}
    </Layout>
  );
}

function Make(props: MakingProps) {
  const { planId, draft, kindNames, lists, typed, errors } = props;
  const ticked = (typed['kinds'] ?? '').split(',');
  return (
    <>
      <h2 class="govuk-heading-m">{lists.length === 0 ? 'Make a list' : 'Make another list'}</h2>
      <p class="govuk-body">
        It is made from the draft as it stands, and the family reads it at once. Earlier lists are kept. No
        local inclusion plan is kept in this service yet, so no list is informed by one.
      </p>
      <Form action={`/plans/${planId}/tailored-lists`} idempotencyKey={props.formKey}>
        <DateField name="startOn" legend="When would they start?" errors={errors} typed={typed} />
        <Input
          name="postcode"
          label="Postcode to measure from"
          hint="It is not kept with the list"
          value={typed['postcode'] ?? props.postcode}
          errorMessage={errors['postcode']}
          classes="govuk-input--width-10"
        />
        <Input
          name="miles"
          label="How far to look, in miles"
          value={typed['miles'] ?? (hasErrors(errors) ? '' : String(props.usualMiles))}
          errorMessage={errors['miles']}
          classes="govuk-input--width-3"
        />
        <Radios
          name="wish"
          fieldset={{ legend: { text: 'What kind of setting would the family like?' } }}
          items={[
            { value: 'mainstream', text: 'Mainstream' },
            { value: 'special', text: 'Special' },
            { value: '', text: 'They have not said' },
          ]}
          value={typed['wish'] ?? ''}
        />
        {draft.needs.map(({ id, ref, text, usual }) => (
          <Checkboxes
            key={id}
            name="kinds"
            idPrefix={`kinds-${ref}`}
            fieldset={{ legend: { text: `Which kinds of need is ${ref} about?` } }}
            hint={`${text.slice(0, 200)} (Tick none for any of these.)`}
            items={usual.map((code) => ({ value: `${ref}:${code}`, text: kindNames[code] ?? code }))}
            values={ticked}
            classes="govuk-checkboxes--small"
          />
        ))}
        {draft.provisions.length === 0 && (
          <p class="govuk-body">Section F has no lines yet, so the list cannot go by needs.</p>
        )}
        <Button preventDoubleClick>Make the list</Button>
      </Form>
    </>
  );
}

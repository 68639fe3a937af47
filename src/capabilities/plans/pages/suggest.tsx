import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import type { RowKind } from '../area-rows.ts';
import { AREAS, type AreaName } from '../plan.ts';
import { SECTION_TITLES } from '../section-titles.ts';
import { SUGGESTED_FIELDS } from '../suggesting.ts';
import { suggestInEasyRead } from './easy-read/suggest.ts';
import { keptBy, SaveForLater, type WritingHere, WritingHereNotes } from './kept-copy.tsx';

export type SuggestProps = {
  page: PageContext;
  childName: string;
  /** Where the plan is, and its suggestions under it. */
  base: string;
  formKey: string;
  who: 'staff' | 'contributor' | 'family with a name' | 'family';
  /** Where it leads back to, where that is not the list of suggestions. */
  backTo?: { href: string; text: string };
  /** The statement other words are suggested for; null for a new one. */
  row: { id: string; kind: RowKind; section: AreaName } | null;
  /** What a family typed here before and did not send, and whether it is gone on with; null of anybody else. */
  kept: { here: WritingHere; inUse: boolean } | null;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Suggesting words for one statement of a draft, or a new one. */
export const SuggestPage = inEasyRead(Suggest, suggestInEasyRead);

function Suggest(props: SuggestProps) {
  const { page, childName, base, formKey, who, row, typed, errors } = props;
  const title = who === 'staff' ? 'Write down a suggestion' : 'Suggest other words';
  const back = props.backTo ?? {
    href: `${base}/suggestions`,
    text: who === 'staff' ? 'Suggestions' : 'The draft, line by line',
  };
  return (
    <Layout title={title} page={page} errors={errors} backLink={back}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {who === 'staff'
          ? 'Nothing in the draft changes until the suggestion is taken.'
          : 'We read each suggestion, and tell you whether we take it and why.'}
      </p>
      {props.kept !== null && <WritingHereNotes {...props.kept} />}
      <Form action={`${base}/suggestions`} idempotencyKey={formKey} attributes={keptBy(props)}>
        {row === null ? <NewOne {...props} /> : <OtherWords {...props} row={row} />}
        <Textarea
          name="why"
          label={{ text: 'Why?', classes: 'govuk-label--m' }}
          hint="You can leave this empty"
          errorMessage={errors['why']}
          value={typed['why']}
          rows={3}
        />
        <Whose {...props} />
        {props.kept === null ? (
          <Button preventDoubleClick>{who === 'staff' ? 'Save suggestion' : 'Send suggestion'}</Button>
        ) : (
          <SaveForLater send="Send suggestion" nameless={who === 'family with a name'} />
        )}
      </Form>
    </Layout>
  );
}

function OtherWords({ row, typed, errors }: SuggestProps & { row: NonNullable<SuggestProps['row']> }) {
  return (
    <>
      <input type="hidden" name="row" value={row.id} />
      <Radios
        name="how"
        fieldset={{ legend: { text: 'What do you suggest?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['how']}
        value={typed['how']}
        items={[
          { value: 'other words', text: 'Other words', hint: 'Change them below' },
          { value: 'take out', text: 'Take it out of the plan' },
        ]}
      />
      {Object.entries(SUGGESTED_FIELDS[row.kind]).map(([name, label], place) =>
        place === 0 || name === 'text' || name === 'steps' ? (
          <Textarea
            key={name}
            name={name}
            label={{ text: label, classes: 'govuk-label--s' }}
            errorMessage={errors[name]}
            value={typed[name]}
            rows={place === 0 ? 4 : 2}
          />
        ) : (
          <Input
            key={name}
            name={name}
            label={{ text: label, classes: 'govuk-label--s' }}
            errorMessage={errors[name]}
            value={typed[name]}
          />
        ),
      )}
    </>
  );
}

function NewOne({ typed, errors }: SuggestProps) {
  return (
    <>
      <input type="hidden" name="how" value="new" />
      <Select
        name="area"
        label={{ text: 'Which part of the plan does it belong to?', classes: 'govuk-label--m' }}
        errorMessage={errors['area']}
        value={typed['area'] ?? ''}
        items={[
          { value: '', text: 'Select one' },
          ...AREAS.map((value) => ({ value, text: SECTION_TITLES[value] })),
        ]}
      />
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--m' } }}
        value={typed['kind'] ?? 'provision'}
        items={[
          { value: 'need', text: 'Something that is hard', hint: 'A need' },
          { value: 'provision', text: 'Help', hint: 'Provision' },
          { value: 'outcome', text: 'What should come of it', hint: 'An outcome' },
        ]}
      />
      <Textarea
        name="new"
        label={{ text: 'What should the plan say?', classes: 'govuk-label--m' }}
        errorMessage={errors['new']}
        value={typed['new']}
        rows={4}
      />
    </>
  );
}

function Whose({ who, typed, errors }: SuggestProps) {
  if (who === 'family' || who === 'contributor') return null;
  return (
    <>
      {who === 'staff' && (
        <Radios
          name="proposer"
          fieldset={{ legend: { text: 'Whose suggestion is it?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['proposer']}
          value={typed['proposer']}
          items={[
            {
              value: 'family',
              text: 'The family’s',
              hint: 'Once they have the draft: it is then one of their representations, and is answered as one',
            },
            { value: 'contributor', text: 'Somebody’s who gives advice or support' },
            { value: 'colleague', text: 'A colleague’s, or mine' },
          ]}
        />
      )}
      <Input
        name="from"
        label={{ text: who === 'staff' ? 'Their name' : 'Your name', classes: 'govuk-label--m' }}
        errorMessage={errors['from']}
        value={typed['from']}
        autocomplete={who === 'staff' ? 'off' : 'name'}
        classes="govuk-input--width-20"
      />
    </>
  );
}

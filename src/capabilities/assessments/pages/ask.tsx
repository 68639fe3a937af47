import {
  Button,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { type Copyable, keyOf } from '../copies.ts';
import type { Known } from '../known.ts';
import { PARAGRAPH_WORDS, PARAGRAPHS, sayParagraph } from '../paragraphs.ts';
import { CopiesToGive } from './copies.tsx';
import { askAt } from './known.tsx';
import { headOf } from './known-list.tsx';
import { type Organisation, sayOrganisation } from './organisation-words.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  assessmentId: string;
  childName: string;
  organisations: readonly Organisation[];
  contacts: readonly { id: string; name: string; relationship: string }[];
  documents: readonly { id: string; title: string; uploadedByName: string | null }[];
  /** Who is said to know the child, and who has not yet said so. */
  known: readonly Known[];
  unconfirmed: readonly ('family' | 'setting')[];
  copyables: readonly Copyable[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Asking one person for advice, under one paragraph of reg. 6(1). */
export function AskPage(props: Props) {
  const { page, formKey, assessmentId, childName, typed, errors } = props;
  return (
    <Layout title="Ask for advice" page={page} errors={errors} backLink={`/assessments/${assessmentId}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Ask for advice</h1>
      <WhoKnows {...props} />
      <Form action={`/assessments/${assessmentId}/advice-requests`} idempotencyKey={formKey}>
        <input type="hidden" name="insteadOf" value={typed['insteadOf'] ?? ''} />
        <Radios
          name="paragraph"
          fieldset={{ legend: { text: 'What kind of advice?', classes: 'govuk-fieldset__legend--m' } }}
          hint="SEND Regulations 2014, reg. 6(1)"
          errorMessage={errors['paragraph']}
          value={typed['paragraph']}
          items={PARAGRAPHS.map((paragraph) => ({
            value: paragraph,
            text: sayParagraph(paragraph),
            hint: PARAGRAPH_WORDS[paragraph].whom,
          }))}
        />
        <WhomToAsk {...props} />
        <Textarea
          name="questions"
          label={{ text: 'What are you asking?', classes: 'govuk-label--m' }}
          hint="They see this word for word. For the family you can leave it empty"
          errorMessage={errors['questions']}
          value={typed['questions']}
          rows={6}
        />
        <WhatToSend {...props} />
        <WhatToCopy {...props} />
        <Button preventDoubleClick>Ask for advice</Button>
      </Form>
    </Layout>
  );
}

/** Those who are said to know the child, each with a link that fills in who they are. */
function WhoKnows({ assessmentId, childName, known, unconfirmed }: Props) {
  const list = (
    <a class="govuk-link" href={`/assessments/${assessmentId}/professionals`}>
      Who knows {childName}
    </a>
  );
  return (
    <InsetText>
      {list}: {known.length === 0 ? 'nobody is on the list yet.' : ''}
      {unconfirmed.length > 0 &&
        ` Not yet confirmed by ${unconfirmed.map((party) => (party === 'family' ? 'the family' : 'a setting')).join(', or by ')}. You can ask all the same, and it is recorded.`}
      {known.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {known.map((one) => (
            <li key={one.id}>
              <a class="govuk-link" href={askAt(assessmentId, one)}>
                {headOf(one)}
              </a>
              {one.mayContact === false ? ': whoever named them asks that they are not contacted' : ''}
            </li>
          ))}
        </ul>
      )}
    </InsetText>
  );
}

// The family's own is chosen to begin with. The empty field says that staff were asked, where they choose nothing.
function WhatToCopy({ copyables, typed, errors }: Props) {
  if (copyables.length === 0) return null;
  const values =
    typed['questions'] === undefined
      ? copyables.filter(({ ofFamily }) => ofFamily).map(keyOf)
      : listOf(typed['copies']);
  return (
    <>
      <input type="hidden" name="copies" value="" />
      <CopiesToGive left={copyables} values={values} errors={errors} />
    </>
  );
}

// Everything is chosen to begin with, because the law wants the family's own words and evidence before whoever advises.
function WhatToSend({ documents, typed }: Props) {
  if (documents.length === 0) return null;
  const chosen =
    typed['questions'] === undefined ? documents.map(({ id }) => id) : listOf(typed['documents']);
  return (
    <Checkboxes
      name="documents"
      fieldset={{ legend: { text: 'What should they read?', classes: 'govuk-fieldset__legend--m' } }}
      hint="They must be given what the family has said and sent. Leave out only what is not theirs to see"
      values={chosen}
      items={documents.map((one) => ({
        value: one.id,
        text: one.title,
        ...(one.uploadedByName === null ? {} : { hint: `From ${one.uploadedByName}` }),
      }))}
    />
  );
}

function listOf(joined: string | undefined): string[] {
  return joined === undefined || joined === '' ? [] : joined.split(',');
}

function WhomToAsk({ organisations, contacts, typed, errors }: Props) {
  return (
    <>
      <Select
        name="contactId"
        label={{ text: 'For (a): which parent, carer or young person?', classes: 'govuk-label--m' }}
        errorMessage={errors['contactId']}
        value={typed['contactId']}
        items={[
          { value: '', text: 'Nobody: this is not (a)' },
          ...contacts.map((one) => ({ value: one.id, text: `${one.name} (${one.relationship})` })),
        ]}
      />
      <Select
        name="organisationId"
        label={{ text: 'For any other: which organisation?', classes: 'govuk-label--m' }}
        hint="It will see the child’s name and date of birth, and what you ask"
        errorMessage={errors['organisationId']}
        value={typed['organisationId']}
        items={[
          { value: '', text: 'Select an organisation' },
          ...organisations.map((one) => ({ value: one.id, text: sayOrganisation(one) })),
          { value: 'none', text: 'None of these: I will ask them myself, and record what they say' },
        ]}
      />
      <Input
        name="adviserName"
        label={{ text: 'Who are you asking there?', classes: 'govuk-label--m' }}
        hint="Their name, or their post if you do not know it. For the family you can leave it empty"
        errorMessage={errors['adviserName']}
        value={typed['adviserName']}
      />
    </>
  );
}

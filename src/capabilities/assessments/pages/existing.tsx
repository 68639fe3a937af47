import {
  AsTyped,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Existing, isNotEnough, isSufficient, PARTIES, PARTY_WORDS } from '../existing.ts';
import { sayParagraph } from '../paragraphs.ts';
import { AgreementsView } from './agreements.tsx';

type Props = Existing & {
  page: PageContext;
  formKey: string;
  assessmentId: string;
  childName: string;
  /** Who makes this decision for the family, and who that is of those on the file. */
  answering: { acts: 'parent' | 'young person' | 'representative'; names: readonly string[] };
  mayAdd: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** One piece of advice given before, and what each of the three says of it. */
export function ExistingPage(props: Props) {
  const { page, childName, assessmentId, agreements, errors } = props;
  const title = 'Advice given before';
  const left = PARTIES.filter((party) => !agreements.some((one) => one.party === party));
  return (
    <Layout
      title={title}
      page={page}
      errors={errors}
      backLink={`/assessments/${assessmentId}/existing-advice`}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: 'Kind of advice', value: sayParagraph(props.paragraph) },
          { key: 'Given by', value: `${props.authorName}, ${props.authorRole}` },
          { key: 'Dated', value: sayDate(props.advisedOn) },
          {
            key: 'Asked online',
            value:
              props.organisation === null
                ? 'No: ask them yourself, and record what they say'
                : `Yes, at ${props.organisation}. You can record what they tell you too`,
          },
          { key: 'Answers for the family', value: sayAnswering(props) },
          { key: 'What it says', value: <AsTyped>{props.statement}</AsTyped> },
        ]}
      />
      <AgreementsView agreements={agreements} />
      {isSufficient(agreements) && (
        <InsetText>
          All three are satisfied, so this is the advice, and it must not be asked for again.
        </InsetText>
      )}
      {isNotEnough(agreements) && (
        <InsetText>
          It is not enough.{' '}
          <a
            class="govuk-link"
            href={`/assessments/${assessmentId}/advice-requests?paragraph=${props.paragraph}`}
          >
            Ask for the advice
          </a>
        </InsetText>
      )}
      {props.mayAdd && left.length > 0 && !isNotEnough(agreements) && <Agreement {...props} left={left} />}
    </Layout>
  );
}

function sayAnswering({ answering: { acts, names }, childName }: Props): string {
  const whose = {
    parent: 'A parent',
    'young person': `${childName}, who decides now`,
    representative: `Whoever acts for ${childName}`,
  }[acts];
  return names.length === 0 ? `${whose}: nobody on the file` : `${whose}: ${names.join(', ')}`;
}

function Agreement({
  id,
  assessmentId,
  formKey,
  left,
  typed,
  errors,
}: Props & { left: readonly (keyof typeof PARTY_WORDS)[] }) {
  return (
    <Form action={`/assessments/${assessmentId}/existing-advice/${id}/agreements`} idempotencyKey={formKey}>
      <h2 class="govuk-heading-m">Record an answer</h2>
      <Radios
        name="party"
        fieldset={{ legend: { text: 'Whose answer?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['party']}
        value={typed['party']}
        items={left.map((party) => ({ value: party, text: PARTY_WORDS[party] }))}
      />
      <Radios
        name="satisfied"
        fieldset={{ legend: { text: 'Is the advice enough?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['satisfied']}
        value={typed['satisfied']}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
      <Input
        name="name"
        label="Who said it"
        hint="The person’s own name. For the family, only whoever answers for it"
        errorMessage={errors['name']}
        value={typed['name']}
      />
      <DateField name="agreedOn" legend="When did they say it?" errors={errors} typed={typed} />
      <Button preventDoubleClick>Record the answer</Button>
    </Form>
  );
}

import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { Existing } from '../existing.ts';
import { AgreementsView } from './agreements.tsx';
import { existingInEasyRead } from './easy-read/existing.ts';
import { FOR_FAMILIES } from './known-fields.tsx';

export type FamilyExistingProps = Existing & {
  page: PageContext;
  /** Who makes this decision for the family, and whether whoever reads it does. */
  answers: { acts: 'parent' | 'young person' | 'representative'; may: boolean };
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  formKey: string;
  childId: string;
  childName: string;
  /** Whether anything still depends on the answer. */
  open: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Advice given before, for the family to say whether it is enough. */
export const FamilyExistingPage = inEasyRead(FamilyExisting, existingInEasyRead);

function FamilyExisting(props: FamilyExistingProps) {
  const { page, childId, childName, agreements, errors, open } = props;
  const title = 'Is this advice enough?';
  const answered = agreements.some(({ party }) => party === 'family');
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/family/${childId}/advice`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {props.authorName} ({props.authorRole}
        {props.organisation !== null && `, ${props.organisation}`}) gave this advice on{' '}
        {sayDate(props.advisedOn)}. Kind of help: {FOR_FAMILIES[props.paragraph]}.
      </p>
      <p class="govuk-body">
        If you, {props.authorName} and the SEND team all agree that it is enough, we do not ask for it again.
        If you think it is not enough, say no. Then we ask for new advice.
      </p>
      <InsetText>
        <AsTyped>{props.statement}</AsTyped>
      </InsetText>
      <AgreementsView agreements={agreements} />
      {open && !answered && (props.answers.may ? <Answer {...props} /> : <NotTheirs {...props} />)}
    </Layout>
  );
}

const WHO_ANSWERS = {
  parent: (_: string) => 'A parent answers this.',
  'young person': (childName: string) => `${childName} decides this now, so ${childName} answers it.`,
  representative: (childName: string) => `Somebody who acts for ${childName} answers this.`,
} as const satisfies Record<FamilyExistingProps['answers']['acts'], (childName: string) => string>;

function NotTheirs({ page, childId, childName, answers }: FamilyExistingProps) {
  const whose = WHO_ANSWERS[answers.acts](childName);
  if (page.onlyReads === true) return <p class="govuk-body">{whose}</p>;
  return (
    <p class="govuk-body">
      {whose} Our records do not say that it is you. If it is,{' '}
      <a class="govuk-link" href={`/family/${childId}/messages`}>
        write to the SEND team
      </a>
      . They can write down what you say.
    </p>
  );
}

function Answer({ id, childId, named, formKey, typed, errors }: FamilyExistingProps) {
  return (
    <Form action={`/family/${childId}/existing-advice/${id}`} idempotencyKey={formKey}>
      <Radios
        name="satisfied"
        fieldset={{ legend: { text: 'Is this advice enough?', classes: 'govuk-fieldset__legend--m' } }}
        hint="It is your choice. Saying no does not delay the assessment"
        errorMessage={errors['satisfied']}
        value={typed['satisfied']}
        items={[
          { value: 'yes', text: 'Yes, it is enough' },
          { value: 'no', text: 'No, ask for new advice' },
        ]}
      />
      {!named && (
        <Input
          name="name"
          label="Your name"
          autocomplete="name"
          errorMessage={errors['name']}
          value={typed['name']}
        />
      )}
      <Button preventDoubleClick>Send your answer</Button>
    </Form>
  );
}

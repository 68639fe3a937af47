import {
  AsTyped,
  Button,
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
import type { PutToAuthor } from '../existing.ts';
import { REG_6, sayParagraph } from '../paragraphs.ts';

type Props = PutToAuthor & {
  page: PageContext;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Advice given before, for whoever gave it, or a colleague for them, to say whether it is enough. */
export function AuthorExistingPage(props: Props) {
  const { page, authorityName, childName, said, errors } = props;
  const title = 'Is this advice enough?';
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: '/inbox', text: 'Inbox' }}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{authorityName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {authorityName} is assessing {childName}’s needs, and has this advice from before. If whoever gave it,
        the authority, and the parent or young person are all satisfied that it is enough for the assessment,
        it must not be asked for again (
        <a class="govuk-link" href={REG_6} rel="noreferrer external">
          SEND Regulations 2014, reg. 6(4)
        </a>
        ). The other two are asked as well.
      </p>
      <SummaryList
        rows={[
          { key: 'Child or young person', value: `${childName}, born ${sayDate(props.bornOn)}` },
          { key: 'Kind of advice', value: sayParagraph(props.paragraph) },
          { key: 'Given by', value: `${props.authorName}, ${props.authorRole}` },
          { key: 'Dated', value: sayDate(props.advisedOn) },
          { key: 'What it says', value: <AsTyped>{props.statement}</AsTyped> },
        ]}
      />
      {said === null ? (
        <Answer {...props} />
      ) : (
        <InsetText id="satisfied">
          Answered on {sayDate(said.on)}: {said.satisfied ? 'yes, it is enough' : 'no, it is not enough'}.{' '}
          {said.name} said so.
        </InsetText>
      )}
    </Layout>
  );
}

function Answer({ id, authorityName, authorName, formKey, typed, errors }: Props) {
  return (
    <Form action={`/existing-advice/${id}`} idempotencyKey={formKey}>
      <Radios
        name="satisfied"
        fieldset={{ legend: { text: 'Is this advice enough?', classes: 'govuk-fieldset__legend--m' } }}
        hint={`If you say no, ${authorityName} asks for new advice`}
        errorMessage={errors['satisfied']}
        value={typed['satisfied']}
        items={[
          { value: 'yes', text: 'Yes, it is enough' },
          { value: 'no', text: 'No, it is not enough' },
        ]}
      />
      <Input
        name="name"
        label="Your name"
        hint={`You answer as ${authorName}, or for them`}
        autocomplete="name"
        classes="govuk-input--width-20"
        errorMessage={errors['name']}
        value={typed['name']}
      />
      <Button preventDoubleClick>Send your answer</Button>
    </Form>
  );
}

import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Radios,
  Select,
  StackedTable,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Existing, isNotEnough, isSufficient, PARTIES } from '../existing.ts';
import { PARAGRAPHS, sayParagraph } from '../paragraphs.ts';
import { type Organisation, sayOrganisation } from './organisation-words.tsx';

type Props = {
  page: PageContext;
  formKey: string;
  assessmentId: string;
  childName: string;
  existing: readonly Existing[];
  organisations: readonly Organisation[];
  mayAdd: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Advice given before that may be enough: what was put forward, and putting more forward. */
export function ExistingListPage(props: Props) {
  const { page, childName, existing, assessmentId, errors, mayAdd } = props;
  const title = 'Advice given before';
  return (
    <Layout title={title} page={page} errors={errors} backLink={`/assessments/${assessmentId}`}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Advice given before, for any purpose, must not be asked for again if you, whoever gave it, and the
        parent or young person are all satisfied that it is enough (SEND Regulations 2014, regulation 6(4)).
        Until all three are, ask for it as usual: do not wait.
      </p>
      {existing.length > 0 && (
        <StackedTable
          caption="Put forward"
          captionClasses="govuk-table__caption--m"
          head={['Advice', 'Given by', 'Dated', 'Enough']}
          rows={existing.map((one) => [
            <a class="govuk-link" href={`/assessments/${assessmentId}/existing-advice/${one.id}`}>
              {sayParagraph(one.paragraph)}
            </a>,
            `${one.authorName}, ${one.authorRole}`,
            sayDate(one.advisedOn),
            standing(one),
          ])}
        />
      )}
      {mayAdd && <PutForward {...props} />}
    </Layout>
  );
}

function standing({ agreements }: Existing): string {
  if (isSufficient(agreements)) return 'Yes: all three are satisfied';
  if (isNotEnough(agreements)) return 'No: ask for it';
  return `${agreements.length} of ${PARTIES.length} have said yes`;
}

function PutForward({ assessmentId, formKey, organisations, typed, errors }: Props) {
  return (
    <Form action={`/assessments/${assessmentId}/existing-advice`} idempotencyKey={formKey}>
      <h2 class="govuk-heading-m">Put advice forward</h2>
      <Radios
        name="paragraph"
        fieldset={{ legend: { text: 'What kind of advice?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['paragraph']}
        value={typed['paragraph']}
        items={PARAGRAPHS.filter((one) => one !== 'a').map((one) => ({
          value: one,
          text: sayParagraph(one),
        }))}
      />
      <Input
        name="authorName"
        label="Who gave it"
        errorMessage={errors['authorName']}
        value={typed['authorName']}
      />
      <Input
        name="authorRole"
        label="Their role"
        errorMessage={errors['authorRole']}
        value={typed['authorRole']}
      />
      <Select
        name="organisationId"
        label="Where do they work? (optional)"
        hint="Their organisation is then asked whether it is enough. It sees the child’s name and date of birth, and what the advice says"
        errorMessage={errors['organisationId']}
        value={typed['organisationId']}
        items={[
          { value: '', text: 'None of these: I will ask them myself, and record what they say' },
          ...organisations.map((one) => ({ value: one.id, text: sayOrganisation(one) })),
        ]}
      />
      <DateField name="advisedOn" legend="The date on the advice" errors={errors} typed={typed} />
      <Textarea
        name="statement"
        label="What it says"
        hint="In its author’s own words. The family is sent a link to read it and say what they think"
        errorMessage={errors['statement']}
        value={typed['statement']}
        rows={10}
      />
      <Button preventDoubleClick>Put it forward</Button>
    </Form>
  );
}

import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  IdentityBar,
  InsetText,
  Layout,
  type PageContext,
  Radios,
  StackedTable,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { SAID_HOW } from '../../../shared/said-how.ts';
import { capital } from '../../../shared/words.ts';
import { STAGE_NAMES, type Stage } from '../survey.ts';
import type { Filled } from './questions.tsx';

type Props = Filled & {
  page: PageContext;
  childId: string;
  childName: string;
  bornOn: PlainDate;
  invitations: readonly {
    id: string;
    stage: Stage;
    askedOn: PlainDate;
    closesOn: PlainDate;
    who: string | null;
    isOpen: boolean;
  }[];
  people: readonly { id: string; name: string; asks: boolean }[];
};

/** Who was asked how a stage went, for staff; and writing down what they say. Not whether they answered. */
export function OfCasePage(props: Props) {
  const { page, childId, childName, bornOn, invitations, people, formKey, typed, errors } = props;
  const at = `/cases/${childId}/experience`;
  const unasked = people.filter(({ asks }) => !asks);
  return (
    <Layout
      title={`How it went: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/cases/${childId}`, text: 'Case' }}
      beforeContent={
        <IdentityBar>
          {childName}
          <span class="opensend-identity-detail"> born {sayDate(bornOn)}</span>
        </IdentityBar>
      }
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">How it went</h1>
      <InsetText>
        Who was asked is here. Whether they answered, and what, is not: answers are counted with other
        people’s, without a name.
      </InsetText>
      {invitations.length === 0 ? (
        <p class="govuk-body">Nobody was asked about this child yet.</p>
      ) : (
        <StackedTable
          caption="Who was asked"
          captionClasses="govuk-table__caption--m"
          head={['Who', 'About what', 'Asked', 'Answers until', 'Said otherwise than here']}
          rows={invitations.map(({ id, stage, askedOn, closesOn, who, isOpen }) => [
            who ?? 'An organisation',
            STAGE_NAMES[stage],
            sayDate(askedOn),
            sayDate(closesOn),
            who !== null && isOpen && page.worksOnCases ? (
              <a class="govuk-link" href={`${at}/${id}`}>
                Write down what they said
                <span class="govuk-visually-hidden">
                  : {who}, {STAGE_NAMES[stage]}
                </span>
              </a>
            ) : (
              'Nothing to write down'
            ),
          ])}
        />
      )}
      {unasked.length > 0 && (
        <p class="govuk-body">Not to be asked again: {unasked.map(({ name }) => name).join(', ')}.</p>
      )}
      {people.length > 0 && page.worksOnCases && (
        <>
          <h2 class="govuk-heading-m">Whether somebody wants to be asked</h2>
          <Form idempotencyKey={formKey} action={`${at}/choices`}>
            <Radios
              name="contactId"
              fieldset={{ legend: { text: 'Who said it?' } }}
              errorMessage={errors['contactId']}
              value={typed['contactId']}
              items={people.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <Radios
              name="asks"
              fieldset={{ legend: { text: 'Do they want us to ask how things went?' } }}
              errorMessage={errors['asks']}
              value={typed['asks']}
              items={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No, do not ask again' },
              ]}
            />
            <Radios
              name="saidHow"
              fieldset={{ legend: { text: 'How did they say it?' } }}
              errorMessage={errors['saidHow']}
              value={typed['saidHow']}
              items={SAID_HOW.map((value) => ({ value, text: capital(value) }))}
            />
            <DateField name="saidOn" legend={{ text: 'Which day did they say it?' }} {...{ errors, typed }} />
            <Button>Save</Button>
          </Form>
        </>
      )}
    </Layout>
  );
}

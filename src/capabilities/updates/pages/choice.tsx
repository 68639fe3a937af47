import {
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  IdentityBar,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  StackedTable,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { SAID_HOW } from '../../../shared/said-how.ts';
import { capital } from '../../../shared/words.ts';
import {
  type Choice,
  HOW_OFTEN,
  HOW_OFTEN_WORDS,
  type HowOften,
  WAY_WORDS,
  WAYS,
  type Way,
} from '../news.ts';
import { choiceInEasyRead } from './easy-read.ts';

type Common = {
  page: PageContext;
  childId: string;
  childName: string;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

export type FamilyChoiceProps = Common & {
  /** What they chose, or what holds while they have not; null where nobody can tell who they are. */
  chosen: Choice | null;
  /** The ways their contact details let updates come. */
  ways: readonly Way[];
  quietDays: number;
};

/** How often somebody hears from us, for them to say. */
export const FamilyChoicePage = inEasyRead(FamilyChoice, choiceInEasyRead);

function FamilyChoice(props: FamilyChoiceProps) {
  const { page, childId, childName, chosen, ways, quietDays, formKey, typed, errors } = props;
  return (
    <Layout
      title={`How often we tell you about ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/family/${childId}`, text: 'Where things are' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">How often we tell you</h1>
      <p class="govuk-body">
        We tell you when something changes, by email, text or letter, as you choose. If nothing changes for{' '}
        {quietDays} days, we tell you that too, and why.
      </p>
      <p class="govuk-body">
        Letters the law says we must send always come, whatever you choose here. If you choose only those, we
        do not write to you each time something changes, or to say that nothing has: ‘Where things are’ always
        shows both.
      </p>
      {chosen === null ? (
        <InsetText>
          We cannot tell who you are from the code you used. Ask for a new code, or tell us by telephone or
          letter.
        </InsetText>
      ) : (
        <Form idempotencyKey={formKey}>
          <HowOftenRadios
            legend="How often do you want to hear from us?"
            chosen={chosen.howOften}
            {...{ typed, errors }}
          />
          <WayRadios
            legend="How do you want this news to come?"
            hint="Other letters go on coming as you asked. To add a number or an address, go to ‘Change how we reach you’"
            chosen={chosen.way}
            ways={ways}
            {...{ typed, errors }}
          />
          <Button>Save</Button>
        </Form>
      )}
    </Layout>
  );
}

type StaffProps = Common & {
  bornOn: PlainDate;
  people: readonly { id: string; name: string; relationship: string; chosen: Choice }[];
};

/** How often each person on a file hears from us, and writing down what one of them said. */
export function StaffChoicePage({
  page,
  childId,
  childName,
  bornOn,
  people,
  formKey,
  typed,
  errors,
}: StaffProps) {
  return (
    <Layout
      title={`How often the family is told: ${childName}`}
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
      <h1 class="govuk-heading-l">How often the family is told</h1>
      {people.length === 0 ? (
        <p class="govuk-body">There is nobody on the file who may be written to.</p>
      ) : (
        <>
          <StackedTable
            head={['Who', 'How often', 'Which way']}
            rows={people.map(({ name, relationship, chosen }) => [
              `${name}, ${relationship}`,
              HOW_OFTEN_WORDS[chosen.howOften],
              chosen.way === null ? AS_LETTERS : WAY_WORDS[chosen.way],
            ])}
          />
          <h2 class="govuk-heading-m">Write down what somebody said</h2>
          <Form idempotencyKey={formKey}>
            <Radios
              name="contactId"
              fieldset={{ legend: { text: 'Who said it?' } }}
              errorMessage={errors['contactId']}
              value={typed['contactId']}
              items={people.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <HowOftenRadios
              legend="How often do they want to hear from us?"
              chosen={null}
              {...{ typed, errors }}
            />
            <WayRadios
              legend="How do they want updates to come?"
              hint="Only a way that the file has an address for. Whoever wants post alone has updates by post"
              chosen={null}
              ways={WAYS}
              {...{ typed, errors }}
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

type RadiosProps = Pick<Common, 'typed' | 'errors'> & { legend: string; chosen: HowOften | null };

function HowOftenRadios({ legend, chosen, typed, errors }: RadiosProps) {
  return (
    <Radios
      name="howOften"
      fieldset={{ legend: { text: legend } }}
      errorMessage={errors['howOften']}
      value={typed['howOften'] ?? chosen ?? undefined}
      items={HOW_OFTEN.map((value) => ({ value, text: HOW_OFTEN_WORDS[value] }))}
    />
  );
}

const AS_LETTERS = 'The same way as letters';

type WayProps = Pick<Common, 'typed' | 'errors'> & {
  legend: string;
  hint: string;
  chosen: Way | null;
  ways: readonly Way[];
};

function WayRadios({ legend, hint, chosen, ways, typed, errors }: WayProps) {
  return (
    <Radios
      name="way"
      fieldset={{ legend: { text: legend } }}
      hint={hint}
      errorMessage={errors['way']}
      value={typed['way'] ?? chosen ?? 'letters'}
      items={[
        { value: 'letters', text: AS_LETTERS },
        ...ways.map((value) => ({ value, text: WAY_WORDS[value] })),
      ]}
    />
  );
}

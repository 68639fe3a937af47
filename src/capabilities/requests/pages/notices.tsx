import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  LetterLink,
  type PageContext,
  Radios,
  StackedTable,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { capital } from '../../../shared/words.ts';
import { NOTICE_LAW, type Notice, OFFICE_WORDS, type Told, type ToTell } from '../notice.ts';

type Props = {
  page: PageContext;
  requestId: string;
  childName: string;
  /** Who was told; `unread` where nobody can sign in at the organisation it was sent to. */
  told: readonly (Told & { unread: boolean })[];
  due: readonly ToTell[];
  mayAct: boolean;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

const OF_WHAT = {
  considering: 'That you are considering an assessment',
  decision: 'Whether you assess',
} as const satisfies Record<Notice, string>;

/** Who beside the family is told of a request, who has not been and why, and what to do about it. */
export function NoticesPage(props: Props) {
  const { page, requestId, childName, told, due, mayAct, errors, formKey } = props;
  const reachable = due.some(({ way }) => way !== null);
  return (
    <Layout
      title={`Who else is told: ${childName}`}
      page={page}
      errors={errors}
      backLink={{ href: `/requests/${requestId}`, text: 'Request' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Who else is told: {childName}</h1>
      <p class="govuk-body">
        The law says that you tell the responsible commissioning body, your social care, and the head teacher,
        principal or early years provider that you are considering an assessment (
        <a class="govuk-link" href="https://www.legislation.gov.uk/uksi/2014/1530/regulation/4">
          SEND Regulations 2014, regulation 4(2)
        </a>
        ), and then what you decided (
        <a class="govuk-link" href="https://www.legislation.gov.uk/uksi/2014/1530/regulation/5">
          regulation 5(2)
        </a>
        ). They are told who the child is and no more. No decision waits for it, and the family does not see
        this page.
      </p>
      {due.length > 0 && (
        <StackedTable
          caption="Not told yet"
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          head={['Who', 'Of what', 'What to do']}
          rows={due.map(({ notice, office, way, todo }) => [
            capital(OFFICE_WORDS[office]),
            OF_WHAT[notice],
            way === null ? `${todo}.` : `Tell ${way.name} with the button below.`,
          ])}
        />
      )}
      {mayAct && reachable && (
        <Form action={`/requests/${requestId}/notices`} idempotencyKey={formKey}>
          <Button preventDoubleClick>Tell them now</Button>
        </Form>
      )}
      {told.length > 0 && (
        <StackedTable
          caption="Told"
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          head={['Who', 'Of what', 'How']}
          rows={told.map((one) => [
            `${one.name}, as ${OFFICE_WORDS[one.office]}`,
            OF_WHAT[one.notice],
            <HowTold key={`${one.notice} ${one.office}`} {...{ page, mayAct }} {...one} />,
          ])}
        />
      )}
      {told.length + due.length === 0 && <p class="govuk-body">Nobody is to be told at this point.</p>}
      {mayAct && due.length > 0 && <ByHand {...props} />}
    </Layout>
  );
}

type HowProps = Pick<Props, 'page' | 'mayAct'> & Props['told'][number];

function HowTold({ page, mayAct, on, by, how, letterId, organisationId, unread, notice }: HowProps) {
  return (
    <>
      {sayDate(on)}, by {by}
      {how !== null && `: ${how}`}
      {letterId !== null && (
        <>
          :{' '}
          <LetterLink page={page} id={letterId}>
            letter<span class="govuk-visually-hidden"> of {NOTICE_LAW[notice]}</span>
          </LetterLink>
        </>
      )}
      {unread && (
        <>
          . Nobody can sign in there, so it is not read: tell them another way too
          {mayAct && (
            <>
              , and{' '}
              <a class="govuk-link" href={`/organisations/${organisationId}/first-person`}>
                let somebody in
              </a>
            </>
          )}
        </>
      )}
    </>
  );
}

function ByHand({ requestId, due, typed, errors, formKey }: Props) {
  return (
    <Form action={`/requests/${requestId}/notices/told`} idempotencyKey={formKey}>
      <h2 class="govuk-heading-m">Record that you told somebody yourself</h2>
      <Radios
        name="office"
        fieldset={{ legend: { text: 'Whom did you tell?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={errors['office']}
        value={typed['office']}
        items={due.map(({ office }) => ({ value: office, text: capital(OFFICE_WORDS[office]) }))}
      />
      <Input
        name="name"
        label="Their name"
        hint="For example, the school"
        value={typed['name']}
        errorMessage={errors['name']}
      />
      <Textarea
        name="how"
        label="How did you tell them?"
        hint="For example, by letter, and the day you sent it"
        rows={2}
        value={typed['how']}
        errorMessage={errors['how']}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Record it
      </Button>
    </Form>
  );
}

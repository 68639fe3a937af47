import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  Layout,
  type PageContext,
  Radios,
  Select,
  SummaryList,
} from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import { BODIES, type BodyOffice, OFFICE_WORDS, type Way } from '../notice.ts';

type Props = {
  page: PageContext;
  named: readonly { office: BodyOffice; way: Way }[];
  organisations: readonly { id: string; name: string; office: BodyOffice }[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** Whom the authority tells of every request as the commissioning body, and as its own social care. */
export function BodiesPage({ page, named, organisations, typed, errors, formKey }: Props) {
  const title = 'Who is told of every request';
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: '/staff', text: 'Staff' }}>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The law says that you tell these two, and the child’s school, college or early years provider, when
        you consider an assessment and when you have decided whether to assess (SEND Regulations 2014,
        regulations 4(2) and 5(2)). They are told by the service, from when you name them.
      </p>
      <SummaryList
        rows={BODIES.map((office) => {
          const way = named.find((one) => one.office === office)?.way;
          return {
            key: capital(OFFICE_WORDS[office]),
            value: way === undefined ? 'Nobody yet' : sayWay(way),
          };
        })}
      />
      <Form action="/staff/notified-bodies" idempotencyKey={formKey}>
        <Radios
          name="office"
          fieldset={{ legend: { text: 'Name somebody', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['office']}
          value={typed['office']}
          items={BODIES.map((office) => ({ value: office, text: capital(OFFICE_WORDS[office]) }))}
        />
        <Select
          name="organisationId"
          label="An organisation with an inbox here"
          errorMessage={errors['organisationId']}
          value={typed['organisationId']}
          items={[
            { value: '', text: 'None: write to an email address' },
            ...organisations.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Input
          name="name"
          label="Or its name, where it has no inbox here"
          hint="For example, the integrated care board"
          value={typed['name']}
          errorMessage={errors['name']}
        />
        <Input
          name="email"
          type="email"
          label="And its secure email address"
          hint="A shared one, that only those who deal with these notices read: they name the child"
          value={typed['email']}
          errorMessage={errors['email']}
        />
        <Button preventDoubleClick>Name them</Button>
      </Form>
    </Layout>
  );
}

function sayWay({ name, email }: Way): string {
  return email === null ? `${name}, in its inbox here` : `${name}, by email to ${email}`;
}

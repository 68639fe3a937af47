import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  InsetText,
  Layout,
  type PageContext,
} from '../../../design-system/index.ts';
import { Newcomer } from './newcomer.tsx';

type Props = {
  page: PageContext;
  organisation: { id: string; name: string; hasPeople: boolean };
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
  formKey: string;
};

/** Letting the first person of an organisation in: afterwards it looks after its own people. */
export function FirstPersonPage({ page, organisation, typed, errors, formKey }: Props) {
  const title = 'Add the first person';
  return (
    <Layout title={`${title} at ${organisation.name}`} page={page} errors={errors}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {organisation.hasPeople ? (
        <InsetText>
          Somebody at {organisation.name} can sign in. Their administrator adds and removes colleagues.
        </InsetText>
      ) : (
        <>
          <p class="govuk-body">
            Nobody at {organisation.name} can sign in, or whoever could has not been here for two months, so
            what is sent to them is not read. Check with them who it should be.
          </p>
          <p class="govuk-body">
            This person will see what every local authority sends to {organisation.name}, and can add and
            remove their colleagues.
          </p>
          <Form action={`/organisations/${organisation.id}/first-person`} idempotencyKey={formKey}>
            <Newcomer typed={typed} errors={errors} />
            <Button preventDoubleClick>Add this person</Button>
          </Form>
        </>
      )}
    </Layout>
  );
}

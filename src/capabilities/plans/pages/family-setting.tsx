import { Button, ErrorSummary, Form, Input, Layout, Radios, Textarea } from '../../../design-system/index.ts';
import { type ActProps, NameField } from './family-acts.tsx';

type Props = ActProps & {
  /** What was searched for, and the settings found by it. */
  search: string;
  found: readonly { id: string; name: string; where: string }[];
};

/** Which setting the family wants: any on the register, any other by its name, or none. Never refused. */
export function FamilySettingPage(props: Props) {
  const { page, formKey, childId, childName, errors, typed, search, found } = props;
  const plan = `/family/${childId}/plan`;
  return (
    <Layout
      title="Which setting do you want?"
      page={page}
      errors={errors}
      backLink={{ href: plan, text: 'Plan' }}
    >
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">Which setting do you want?</h1>
      <p class="govuk-body">
        You can ask for any nursery, school or college. We ask it at once whether it can meet {childName}’s
        needs.
      </p>
      <form method="get" action={`${plan}/setting`}>
        <Input name="q" type="search" label="Find it by name or postcode" value={search} />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
      {search !== '' && (
        <p class="govuk-body" role="status">
          {found.length === 0
            ? 'No setting matches. Try part of the name, or type its name below.'
            : `${found.length === 1 ? '1 setting' : `${found.length} settings`} shown below.`}
        </p>
      )}
      <Form action={`${plan}/setting?q=${encodeURIComponent(search)}`} idempotencyKey={formKey}>
        <Radios
          name="setting"
          fieldset={{ legend: { text: 'I want', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['setting']}
          value={typed['setting'] ?? null}
          items={[
            ...found.map(({ id, name, where }) => ({ value: id, text: name, hint: where })),
            {
              value: 'another',
              text: 'A setting that is not in this list',
              conditional: (
                <Input
                  name="name"
                  label="Its name and town"
                  errorMessage={errors['name']}
                  value={typed['name']}
                />
              ),
            },
            { value: 'none', text: 'I have no preference' },
          ]}
        />
        <Textarea
          name="reasons"
          label={{ text: 'Why you want it (optional)', classes: 'govuk-label--m' }}
          errorMessage={errors['reasons']}
          value={typed['reasons']}
        />
        <NameField typed={typed} errors={errors} />
        <Button preventDoubleClick>Tell us</Button>
      </Form>
    </Layout>
  );
}

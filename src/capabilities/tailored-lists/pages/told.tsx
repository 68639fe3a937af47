import { Button, Details, Form, Input, Radios, Textarea } from '../../../design-system/index.ts';
import type { MakingProps } from './making.tsx';

/** What the family said of a list by telephone or in a meeting: a setting they put on it, or that they want none. */
export function WriteDown(props: MakingProps) {
  const { planId, saidKeys, search, found, errors, typed } = props;
  const at = `/plans/${planId}/tailored-lists`;
  const adding =
    search !== '' || ['settingName', 'words', 'from'].some((field) => errors[field] !== undefined);
  return (
    <>
      <h2 class="govuk-heading-m">Write down what the family says</h2>
      <Details summary="They put a setting on the list" open={adding}>
        <p class="govuk-body">
          The next list puts it first, whatever is found of it. It is no request under section 38: write that
          down under the family’s views.
        </p>
        <form class="govuk-form-group" action={at} method="get">
          <Input
            name="q"
            label="Look for it by name, town or postcode"
            type="search"
            classes="govuk-input--width-20"
            value={search}
          />
          <Button classes="govuk-button--secondary">Look</Button>
        </form>
        {search !== '' && found.length === 0 && (
          <p class="govuk-body">
            No setting has those words. Write its name below, or{' '}
            <a class="govuk-link" href="/settings/added/new">
              add it to the register
            </a>
            , where it is one that has no URN.
          </p>
        )}
        <Form action={`${at}/additions`} idempotencyKey={saidKeys.added}>
          {found.length > 0 && (
            <Radios
              name="settingId"
              fieldset={{ legend: { text: 'Which setting?', classes: 'govuk-fieldset__legend--s' } }}
              items={found.map(({ id, name, about }) => ({ value: id, text: name, hint: about }))}
              value={typed['settingId']}
            />
          )}
          <Input
            name="settingName"
            label={found.length > 0 ? 'Or write its name' : 'Its name'}
            value={typed['settingName']}
            errorMessage={errors['settingName']}
          />
          <Who {...props} of="" label="Why they want it (optional)" />
          <Button classes="govuk-button--secondary">Write it down</Button>
        </Form>
      </Details>
      <Details
        summary="They want no list"
        open={Object.keys(errors).some((field) => field.endsWith('-declined'))}
      >
        <Form action={`${at}/decline`} idempotencyKey={saidKeys.declined}>
          <p class="govuk-body">
            Nothing else changes: they may ask for any setting as before, and what they asked for stays.
          </p>
          <Who {...props} of="-declined" label="Why (optional)" />
          <Button classes="govuk-button--secondary">Write it down</Button>
        </Form>
      </Details>
    </>
  );
}

function Who({ of, label, errors, typed }: MakingProps & { of: '' | '-declined'; label: string }) {
  return (
    <>
      <Textarea
        id={`words${of}`}
        name="words"
        label={{ text: label, classes: 'govuk-label--s' }}
        hint="The family reads this"
        errorMessage={errors[`words${of}`]}
        value={typed['words']}
        rows={3}
      />
      <Input
        id={`from${of}`}
        name="from"
        label="Who said it"
        classes="govuk-input--width-20"
        errorMessage={errors[`from${of}`]}
        value={typed['from']}
      />
    </>
  );
}

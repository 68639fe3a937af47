import { Button, Form, Input, Radios } from '../../../design-system/index.ts';
import { type Circumstance, ELSEWHERE, ELSEWHERE_WORDS } from '../circumstances.ts';
import { Asked, Days, Ends, type Props } from './circumstance-forms.tsx';
import { Frame } from './frame.tsx';

type Found = { id: string; name: string; laName: string | null; type: string | null; status: string | null };

/** A setting the child attends, or attended: found in the register first. */
export function AddSettingPage(
  props: Props & { before: Circumstance | null; search: string; results: readonly Found[] },
) {
  const { page, of, form, before, search, results } = props;
  const [back, title] = [`/cases/${of.childId}/particulars`, 'Add a setting attended'];
  return (
    <Frame {...{ page, of, back, title }} errors={form.errors}>
      <form method="get" action={`/cases/${of.childId}/circumstances/setting`} class="opensend-search">
        <Input
          name="q"
          label="Find a nursery, school or college by its name or town"
          value={search}
          attributes={{ maxlength: '100' }}
        />
        <Button classes="govuk-button--secondary">Find</Button>
      </form>
      {search !== '' && results.length === 0 && (
        <p class="govuk-body">The register has no setting like that. Try one word of its name.</p>
      )}
      {(results.length > 0 || form.errors['settingId'] !== undefined) && (
        <Form action={`/cases/${of.childId}/circumstances/setting`} idempotencyKey={form.formKey}>
          <input type="hidden" name="search" value={search} />
          <Radios
            name="settingId"
            fieldset={{ legend: { text: 'Which one?' } }}
            errorMessage={form.errors['settingId']}
            value={form.typed['settingId']}
            items={results.map(({ id, name, ...more }) => ({
              value: id,
              text: name,
              hint: { text: [more.type, more.laName, more.status].filter((one) => one !== null).join(', ') },
            }))}
          />
          <Days form={form} />
          <Ends form={form} before={before} words={(where) => `This has ended: ${where}`} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      )}
    </Frame>
  );
}

/** Where a child is educated, or spends the day, that is not on the register. */
export function AddElsewherePage({ page, of, form, before }: Props & { before: Circumstance | null }) {
  return (
    <Asked {...{ page, of, form }} noun="elsewhere" title="Add education elsewhere">
      <Radios
        name="place"
        fieldset={{ legend: { text: 'Where are they, or were they?' } }}
        errorMessage={form.errors['place']}
        value={form.typed['place']}
        items={ELSEWHERE.map((value) => ({ value, text: ELSEWHERE_WORDS[value] }))}
      />
      <Input
        name="placeName"
        label="What is it called?"
        hint="Leave empty if it has no name"
        errorMessage={form.errors['placeName']}
        value={form.typed['placeName']}
      />
      <Days form={form} />
      <Ends form={form} before={before} words={(where) => `This has ended: ${where}`} />
      <Button preventDoubleClick>Save</Button>
    </Asked>
  );
}

import type { ComponentChildren } from 'preact';
import {
  Button,
  Checkboxes,
  DateField,
  Form,
  Input,
  InsetText,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import type { Circumstance } from '../circumstances.ts';
import { NEED_ITEMS } from '../needs.ts';
import { sayCircumstance, sayWhat } from './circumstances.tsx';
import { Ask, type Filled, Frame, type Of } from './frame.tsx';

export type Props = { page: PageContext; of: Of; form: Filled };

/** Where a child lives, or lived. */
export function AddAddressPage({ page, of, form, before }: Props & { before: Circumstance | null }) {
  return (
    <Asked {...{ page, of, form }} noun="address" title="Add an address">
      <InsetText>
        Letters go to the people on the file, each at their own address:{' '}
        <a class="govuk-link" href={`/cases/${of.childId}/people`}>
          change theirs under People
        </a>
        .
      </InsetText>
      <Textarea
        name="address"
        label="Address"
        rows={4}
        errorMessage={form.errors['address']}
        value={form.typed['address']}
      />
      <Input
        name="postcode"
        label="Postcode"
        classes="govuk-input--width-10"
        errorMessage={form.errors['postcode']}
        value={form.typed['postcode']}
      />
      <Days form={form} />
      <Ends form={form} before={before} words={(where) => `They no longer live at ${where}`} />
      <Button preventDoubleClick>Save</Button>
    </Asked>
  );
}

/** The need a child has above the others. */
export function AddNeedPage({ page, of, form, before }: Props & { before: Circumstance | null }) {
  return (
    <Asked {...{ page, of, form }} noun="need" title="Add a primary need">
      <InsetText>
        As the plan says it, or before there is one the request. It is for finding cases and for the return to
        the Department, which has these types; it decides nothing of what a child is given.
      </InsetText>
      <Radios
        name="need"
        fieldset={{ legend: { text: 'What is the primary need?' } }}
        classes="govuk-radios--small"
        errorMessage={form.errors['need']}
        value={form.typed['need']}
        items={NEED_ITEMS}
      />
      <Days form={form} />
      <Ends form={form} before={before} words={(what) => `It is no longer ${what}`} />
      <Button preventDoubleClick>Save</Button>
    </Asked>
  );
}

/** What social care does, or did, for a child. */
export function AddCarePage({
  page,
  of,
  form,
  authorities,
}: Props & { authorities: readonly { code: number; name: string }[] }) {
  return (
    <Asked {...{ page, of, form }} noun="care" title="Add a social care fact">
      <InsetText>
        Only the SEND team sees this. It is in nothing the family or an organisation is shown, and it changes
        no time limit or right.
      </InsetText>
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'What is so, or was?' } }}
        errorMessage={form.errors['kind']}
        value={form.typed['kind']}
        items={[
          {
            value: 'looked after',
            text: 'Looked after by a local authority',
            conditional: <WhichAuthority {...{ form, authorities }} />,
          },
          { value: 'child in need', text: 'A child in need' },
          { value: 'child protection plan', text: 'On a child protection plan' },
        ]}
      />
      <Days form={form} />
      <Button preventDoubleClick>Save</Button>
    </Asked>
  );
}

function WhichAuthority({
  form,
  authorities,
}: {
  form: Filled;
  authorities: readonly { code: number; name: string }[];
}) {
  return (
    <>
      <Select
        name="byAuthority"
        label="By which authority?"
        errorMessage={form.errors['byAuthority']}
        value={form.typed['byAuthority']}
        items={[
          { value: '', text: 'Select one' },
          ...authorities.map(({ code, name }) => ({ value: String(code), text: name })),
        ]}
      />
      <Input
        name="byOther"
        label="Or one outside England"
        errorMessage={form.errors['byOther']}
        value={form.typed['byOther']}
      />
    </>
  );
}

type CorrectProps = {
  page: PageContext;
  of: Of;
  form: Filled & { removalKey: string };
  row: Circumstance;
  now: Circumstance;
};

/** Ending what was so, putting its days right, or saying that it never was. */
export function CorrectPage({ page, of, form, row, now }: CorrectProps) {
  const at = `/cases/${of.childId}/circumstances/${row.id}`;
  const back = `/cases/${of.childId}/particulars`;
  return (
    <Frame {...{ page, of, back }} title="End or correct" errors={form.errors}>
      <InsetText>
        {sayCircumstance(row)}.{' '}
        {row.by === 'As first recorded' ? 'As it was first recorded.' : `Recorded by ${row.by}.`}
        {now.id !== row.id && (
          <>
            <br />
            {now.by} changed it since: {now.struck ? 'it was never so' : sayCircumstance(now)}. Why: {now.why}
          </>
        )}
      </InsetText>
      <Form action={at} idempotencyKey={form.formKey}>
        <Days form={form} known={row} />
        <Textarea
          name="why"
          label="Why is it changed?"
          hint="For example: they moved; the first day was wrong. The team reads this; the family does not"
          rows={3}
          errorMessage={form.errors['why']}
          value={form.typed['why']}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
      <Form action={`${at}/removal`} idempotencyKey={form.removalKey}>
        <h2 class="govuk-heading-m">If it was never so</h2>
        <Input
          name="never"
          label="How do you know?"
          errorMessage={form.errors['never']}
          value={form.typed['never']}
        />
        <Button classes="govuk-button--warning" preventDoubleClick>
          Record that it was never so
        </Button>
      </Form>
    </Frame>
  );
}

export function Asked({
  noun,
  of,
  ...props
}: Props & { noun: string; title: string; children: ComponentChildren }) {
  const action = `/cases/${of.childId}/circumstances/${noun}`;
  return <Ask {...{ ...props, of, action }} back={`/cases/${of.childId}/particulars`} />;
}

export function Days({ form, known }: { form: Filled; known?: Circumstance }) {
  return (
    <>
      <DateField
        name="from"
        legend={{ text: 'First day' }}
        hint="Leave empty if nobody knows"
        errors={form.errors}
        typed={form.typed}
        value={known?.fromOn}
      />
      <DateField
        name="until"
        legend={{ text: 'Last day' }}
        hint="Leave empty if it is so now"
        errors={form.errors}
        typed={form.typed}
        value={known?.untilOn}
      />
    </>
  );
}

type EndsProps = { form: Filled; before: Circumstance | null; words: (where: string) => string };

export function Ends({ form, before, words }: EndsProps) {
  if (before === null) return null;
  return (
    <Checkboxes
      name="ended"
      fieldset={{ legend: { text: 'Does this take the place of another?' } }}
      items={[{ value: before.id, text: words(sayWhat(before)), checked: form.typed['ended'] === before.id }]}
    />
  );
}

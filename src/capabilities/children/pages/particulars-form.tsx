import {
  Button,
  DateField,
  Details,
  Input,
  InsetText,
  type PageContext,
  Radios,
  Select,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { PARTS, type Part, type Particulars } from '../particulars.ts';
import { ETHNICITIES, FIELD_WORDS, PART_WORDS, SEXES, sayField, UPN_UNKNOWN } from '../particulars-words.ts';
import { Ask, type Filled, type Of } from './frame.tsx';

type Props = {
  page: PageContext;
  of: Of;
  part: Part;
  now: Particulars;
  version: number;
  form: Filled;
  /** Who saved other answers to this question meanwhile; null where nobody has. */
  overtakenBy: string | null;
  /** The merged record whose answers are offered; null where none is. */
  chosen: { id: string; name: string } | null;
};

/** One question of a child's particulars, answered anew. */
export function ParticularsFormPage({ page, of, part, now, version, form, overtakenBy, chosen }: Props) {
  const back = `/cases/${of.childId}/particulars`;
  return (
    <Ask {...{ page, of, form, back, version }} title={PART_WORDS[part]} action={`${back}/${part}`}>
      {overtakenBy !== null && (
        <SummaryList
          card={{ title: `What ${overtakenBy} saved` }}
          rows={PARTS[part].map((field) => ({
            key: FIELD_WORDS[field],
            value: sayField(field, now) ?? 'Not recorded',
          }))}
        />
      )}
      {chosen !== null && (
        <>
          <InsetText>
            This is what is on the record of {chosen.name}. Save it to let it stand. If the files are taken
            apart, what stood before stands again.
          </InsetText>
          <input type="hidden" name="from" value={chosen.id} />
        </>
      )}
      <Fields {...{ part, form, now }} />
      <Textarea
        name="why"
        label="Why is it changed?"
        hint="If there is anything to say. For example: the birth certificate was seen. The team reads this; the family does not"
        rows={2}
        errorMessage={form.errors['why']}
        value={form.typed['why']}
      />
      <Button preventDoubleClick>Save</Button>
    </Ask>
  );
}

type Asked = { form: Filled; now: Particulars };

function Fields({ part, ...asked }: Asked & { part: Part }) {
  switch (part) {
    case 'names':
      return <Names {...asked} />;
    case 'birth':
      return <Birth {...asked} />;
    case 'ethnicity':
      return (
        <Choice
          {...asked}
          field="ethnicity"
          codes={ETHNICITIES}
          hint="As the child, or their family for them, would say. The Department’s main codes, which the SEN2 return asks for"
        />
      );
    case 'languages':
      return <Languages {...asked} />;
    case 'numbers':
      return <Numbers {...asked} />;
  }
}

function Line({ form, field, hint }: Asked & { field: keyof Particulars; hint?: string }) {
  return (
    <Input
      name={field}
      label={FIELD_WORDS[field]}
      hint={hint}
      errorMessage={form.errors[field]}
      value={form.typed[field]}
    />
  );
}

type ChoiceProps = Asked & {
  field: keyof Particulars;
  codes: Readonly<Record<string, string>>;
  hint?: string;
};

function Choice({ form, field, codes, hint }: ChoiceProps) {
  return (
    <Select
      name={field}
      label={FIELD_WORDS[field]}
      hint={hint}
      errorMessage={form.errors[field]}
      value={form.typed[field]}
      items={[
        { value: '', text: 'Not recorded' },
        ...Object.entries(codes).map(([value, text]) => ({ value, text })),
      ]}
    />
  );
}

function Names(asked: Asked) {
  return (
    <>
      <Line {...asked} field="givenNames" hint="As on their birth certificate or other legal record" />
      <Line {...asked} field="familyName" />
      <Line
        {...asked}
        field="preferredName"
        hint="Leave empty if it is their given name. Pages and letters use it"
      />
    </>
  );
}

function Birth(asked: Asked) {
  const { form, now } = asked;
  return (
    <>
      <DateField
        name="bornOn"
        legend="Date of birth"
        errors={form.errors}
        typed={form.typed}
        value={now.bornOn}
      />
      <Choice {...asked} field="sex" codes={SEXES} hint="The two answers the SEN2 return takes" />
    </>
  );
}

function Languages(asked: Asked) {
  const { form } = asked;
  return (
    <>
      <Line
        {...asked}
        field="firstLanguage"
        hint="The language the child first learned. For example, Polish"
      />
      <Line {...asked} field="homeLanguages" hint="All of them, if there are several" />
      <Line
        {...asked}
        field="interpreter"
        hint="The language, if the child needs an interpreter. What a parent needs is kept with them, under People"
      />
      <Radios
        name="bsl"
        fieldset={{ legend: { text: 'Does the child use British Sign Language?' } }}
        errorMessage={form.errors['bsl']}
        value={form.typed['bsl']}
        classes="govuk-radios--inline"
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, or not known' },
        ]}
      />
    </>
  );
}

function Numbers(asked: Asked) {
  return (
    <>
      <Line {...asked} field="upn" hint="A letter and 12 numbers, from the school" />
      <Line {...asked} field="uln" hint="10 numbers, from the school or college" />
      <Choice {...asked} field="upnUnknown" codes={UPN_UNKNOWN} hint="Only if there is neither number" />
      <Line {...asked} field="nhsNumber" hint="10 numbers, like 943 476 5919" />
      <Line {...asked} field="nhsUnknown" hint="Only if it is not known" />
      <Details summary="Where the reasons come from">
        <p class="govuk-body">
          They are the codes of item 1.7c of the Department’s SEN2 return, as openly published readers of the
          return give them: check them against the guide of the year before sending one.
        </p>
      </Details>
    </>
  );
}

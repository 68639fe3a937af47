import {
  Button,
  DateField,
  Details,
  Form,
  Input,
  InsetText,
  type PageContext,
  Radios,
  Select,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { Ask, type Filled, Frame, type Of } from '../../children/index.ts';
import {
  ENDED_HOW,
  KIND_WORDS,
  KINDS,
  MISTAKE,
  type Placement,
  PROVIDED_IN,
  sayPlace,
  WEEKS,
} from '../placement.ts';

type Props = { page: PageContext; of: Of; form: Filled };
type Found = { id: string; name: string; type: string | null; laName: string | null; status: string | null };

const HOW = ENDED_HOW.map((how) => ({ value: how, text: how.charAt(0).toUpperCase() + how.slice(1) }));
const HOW_BEFORE = [
  { value: '', text: 'There is none, or it goes on' },
  ...HOW.filter(({ value }) => value !== MISTAKE),
];

type NewProps = Props & { search: string; results: readonly Found[]; current: readonly Placement[] };

/** Where a child is from a day: found on the register, or arranged otherwise. */
export function NewPlacementPage({ page, of, form, search, results, current }: NewProps) {
  const back = `/cases/${of.childId}/placements`;
  const { typed, errors } = form;
  const area = (name: string) => ({ name, errorMessage: errors[name], value: typed[name] });
  return (
    <Frame {...{ page, of, back }} title="Record a placement" errors={errors}>
      {current.length > 0 && (
        <InsetText>
          Recorded now: {current.map((one) => `${sayPlace(one)}, since ${sayDate(one.fromOn)}`).join('; ')}
        </InsetText>
      )}
      <form method="get" action={`${back}/new`} class="opensend-search">
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
      <Form action={`${back}/new`} idempotencyKey={form.formKey}>
        <input type="hidden" name="search" value={search} />
        <Radios
          name="kind"
          fieldset={{ legend: { text: 'What kind of placement is it?' } }}
          errorMessage={errors['kind']}
          value={typed['kind'] ?? (results.length > 0 ? 'setting' : null)}
          items={KINDS.map((kind) => ({ value: kind, text: KIND_WORDS[kind] }))}
        />
        {results.length > 0 || errors['settingId'] !== undefined ? (
          <Radios
            name="settingId"
            fieldset={{ legend: { text: 'Which setting?' } }}
            errorMessage={errors['settingId']}
            value={typed['settingId']}
            items={results.map(({ id, name, ...more }) => ({
              value: id,
              text: name,
              hint: { text: [more.type, more.laName, more.status].filter((one) => one !== null).join(', ') },
            }))}
          />
        ) : null}
        <Details
          summary="It is not on the register, it is residential, or it is the second of two"
          open={typed['rank'] === '2'}
        >
          <Input {...area('settingName')} label="Its name, where the register does not have it" />
          <Select
            name="weeks"
            label="Is it residential?"
            value={typed['weeks']}
            items={[
              { value: '', text: 'No' },
              ...WEEKS.map((weeks) => ({ value: weeks, text: `Yes: ${weeks}` })),
            ]}
          />
          <Select
            name="providedIn"
            label="Is it in a unit?"
            value={typed['providedIn']}
            items={[
              { value: '', text: 'No' },
              ...PROVIDED_IN.map((one) => ({ value: one, text: `Yes: ${one}` })),
            ]}
          />
          <Radios
            name="rank"
            fieldset={{ legend: { text: 'Is it the only one, or one of two?' } }}
            errorMessage={errors['rank']}
            value={typed['rank'] ?? '1'}
            items={[
              { value: '1', text: 'The only one, or the main one of two' },
              { value: '2', text: 'The second of two' },
            ]}
          />
        </Details>
        <Textarea
          {...area('words')}
          label="What is arranged, or why is there no place yet?"
          hint="Not needed for a setting. The family reads this"
          rows={3}
        />
        <DateField
          name="fromOn"
          legend="From which day?"
          hint="Where there is no place yet, the day since when there has been none"
          {...{ errors, typed }}
        />
        <Select
          name="beforeHow"
          label="How did the placement before it end?"
          hint="It is then ended on the day before this one starts"
          errorMessage={errors['beforeHow']}
          value={typed['beforeHow']}
          items={HOW_BEFORE}
        />
        <Textarea
          {...area('beforeWords')}
          label="What happened? (where it broke down, or for something else)"
          rows={2}
        />
        <Details
          summary="It has ended since"
          open={
            errors['untilOn'] !== undefined || errors['how'] !== undefined || errors['endWords'] !== undefined
          }
        >
          <DateField name="untilOn" legend="The last day" {...{ errors, typed }} />
          <Select
            name="how"
            label="How did it end?"
            errorMessage={errors['how']}
            value={typed['how']}
            items={[{ value: '', text: 'It goes on' }, ...HOW]}
          />
          <Textarea {...area('endWords')} label="What happened?" rows={2} />
        </Details>
        <Button preventDoubleClick>Record</Button>
      </Form>
    </Frame>
  );
}

/** How a placement ended. */
export function EndPlacementPage({ page, of, form, placement }: Props & { placement: Placement }) {
  const { typed, errors } = form;
  return (
    <Ask
      {...{ page, of, form }}
      title={`End: ${sayPlace(placement)}`}
      back={`/cases/${of.childId}/placements`}
    >
      <p class="govuk-body">From {sayDate(placement.fromOn)}.</p>
      <Radios
        name="how"
        fieldset={{ legend: { text: 'How did it end?' } }}
        errorMessage={errors['how']}
        value={typed['how']}
        items={HOW.map((one) =>
          one.value === MISTAKE
            ? { ...one, hint: 'It never was: it leaves every history, and this stays on the record' }
            : one,
        )}
      />
      <DateField
        name="endedOn"
        legend="The last day"
        hint="Not needed where it was recorded by mistake"
        {...{ errors, typed }}
      />
      <Textarea
        name="endWords"
        label="What happened?"
        errorMessage={errors['endWords']}
        value={typed['endWords']}
        rows={4}
      />
      <Button preventDoubleClick>Record the end</Button>
    </Ask>
  );
}

/** What a child needs on the way, handed on. */
export function TravelPage({
  page,
  of,
  form,
  placement,
  team,
}: Props & { placement: Placement; team: string | null }) {
  const { typed, errors } = form;
  return (
    <Ask {...{ page, of, form }} title="Hand on travel needs" back={`/cases/${of.childId}/placements`}>
      <p class="govuk-body">
        To {sayPlace(placement)}, from {sayDate(placement.fromOn)}.{' '}
        {team === null
          ? 'No travel team is configured: what you write is kept, and you hand it on by hand.'
          : `What you write is sent to ${team}.`}{' '}
        Whether they are eligible is decided there, and not here.
      </p>
      <Textarea
        name="needs"
        label={`What does ${of.childName} need on the way?`}
        hint="For example: a wheelchair space, somebody to travel with them, a short journey"
        errorMessage={errors['needs']}
        value={typed['needs']}
      />
      <Button preventDoubleClick>{team === null ? 'Keep' : `Send to ${team}`}</Button>
    </Ask>
  );
}

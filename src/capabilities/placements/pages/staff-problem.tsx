import {
  Button,
  DateField,
  DeadlineTag,
  Details,
  Form,
  Input,
  type PageContext,
  Radios,
  Tag,
  Textarea,
  Timeline,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { Ask, type Filled, Frame, type Of } from '../../children/index.ts';
import type { ProvisionLine } from '../../plans/index.ts';
import type { Problem } from '../problem.ts';

export type ShownProblem = Problem & { open: boolean; dueOn: PlainDate; what: string };
type Props = {
  page: PageContext;
  of: Of;
  problem: ShownProblem;
  owner: string | null;
  today: PlainDate;
  mayChange: boolean;
  form: Filled;
  reopenKey: string;
};

export const ACT_WORDS = { done: 'Done', closed: 'Closed', 'opened again': 'Opened again' } as const;

/** A line of Section F that a family says is not happening: whose it is, by when, and what was done. */
export function StaffProblemPage({ page, of, problem, owner, today, mayChange, form, reopenKey }: Props) {
  const { words, since, saidBy, saidOn, recordedBy, open, dueOn, what, acts } = problem;
  const { typed, errors } = form;
  const at = `/cases/${of.childId}/placements/problems/${problem.id}`;
  return (
    <Frame
      {...{ page, of }}
      title="Said not to be happening"
      back={`/cases/${of.childId}/placements`}
      errors={errors}
    >
      <p class="govuk-body">{what}</p>
      <p class="govuk-body">
        {open ? (
          <>
            Due by {sayDate(dueOn)} <DeadlineTag due={dueOn} today={today} doneOn={null} />, by{' '}
            {owner ?? 'nobody: the case has no caseworker'}. That day is the authority’s own promise.
          </>
        ) : (
          <Tag colour="green">Closed</Tag>
        )}
      </p>
      <Timeline
        items={[
          {
            label: 'Said',
            byline: recordedBy === null ? saidBy : `${saidBy}, written down by ${recordedBy}`,
            datetime: saidOn,
            text: `${words}${since === '' ? '' : ` Since: ${since}`}`,
          },
          ...acts.map((act) => ({
            label: ACT_WORDS[act.kind],
            byline: act.by,
            datetime: act.on,
            text: act.words,
          })),
        ]}
      />
      {mayChange && open && (
        <Form action={at} idempotencyKey={form.formKey}>
          <input type="hidden" name="seen" value={String(acts.length)} />
          <Textarea
            name="words"
            label={{ text: 'What was done?', classes: 'govuk-label--m' }}
            hint="The family reads this"
            errorMessage={errors['words']}
            value={typed['words']}
          />
          <Radios
            name="act"
            fieldset={{ legend: { text: 'Is it put right?' } }}
            errorMessage={errors['act']}
            value={typed['act']}
            items={[
              { value: 'done', text: 'Not yet: keep it open' },
              { value: 'closed', text: 'Yes: close it. The family is written to, and can open it again' },
            ]}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      )}
      {mayChange && !open && (
        <Details summary="The family says that it is still not happening" open={errors['from'] !== undefined}>
          <Form action={`${at}/reopening`} idempotencyKey={reopenKey}>
            <Textarea
              name="words"
              label="What is still not happening?"
              errorMessage={errors['words']}
              value={typed['words']}
            />
            <Input name="from" label="Who said so?" errorMessage={errors['from']} value={typed['from']} />
            <Button classes="govuk-button--secondary">Open it again</Button>
          </Form>
        </Details>
      )}
    </Frame>
  );
}

type Hearing = {
  page: PageContext;
  of: Of;
  lines: readonly ProvisionLine[];
  people: readonly { id: string; name: string; relationship: string }[];
  form: Filled;
};

/** Staff write down that somebody of the family says a line is not happening. */
export function HeardProblemPage({ page, of, lines, people, form }: Hearing) {
  const { typed, errors } = form;
  const back = `/cases/${of.childId}/placements`;
  if (lines.length === 0) {
    return (
      <Frame {...{ page, of, back }} title="Something is not happening" errors={errors}>
        <p class="govuk-body">There is no plan in force with a line in Section F. Record it as a message.</p>
      </Frame>
    );
  }
  return (
    <Ask {...{ page, of, form, back }} title="Something is not happening">
      <Radios
        name="row"
        fieldset={{ legend: { text: 'Which line of the plan?' } }}
        errorMessage={errors['row']}
        value={typed['row']}
        items={lines.map(({ row, reference, what }) => ({ value: row, text: `${reference}: ${what}` }))}
      />
      <Textarea
        name="words"
        label="What is not happening?"
        hint="In their words"
        errorMessage={errors['words']}
        value={typed['words']}
      />
      <Input name="since" label="Since when? (optional)" value={typed['since']} />
      <Radios
        name="contactId"
        fieldset={{ legend: { text: 'Who said it?' } }}
        errorMessage={errors['contactId']}
        value={typed['contactId']}
        items={[
          ...people.map(({ id, name, relationship }) => ({ value: id, text: `${name}, ${relationship}` })),
          { value: 'somebody else', text: 'Somebody else' },
        ]}
      />
      <Input
        name="from"
        label="Their name, where it was somebody else"
        errorMessage={errors['from']}
        value={typed['from']}
      />
      <DateField name="saidOn" legend="On which day did they say it?" {...{ errors, typed }} />
      <Button preventDoubleClick>Save</Button>
    </Ask>
  );
}

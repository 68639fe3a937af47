import {
  Button,
  DateField,
  Input,
  InsetText,
  type PageContext,
  Radios,
  Textarea,
} from '../../../design-system/index.ts';
import { Ask, type Filled, type Of } from '../../children/index.ts';
import { DECISIONS, isThemself } from '../rights.ts';
import { sayDecision } from './rights.tsx';

type Props = {
  page: PageContext;
  of: Of;
  form: Filled;
  contacts: readonly { id: string; name: string; relationship: string }[];
};

function backTo({ childId }: Of): string {
  return `/cases/${childId}/rights`;
}

/** Recording what was found of a young person's capacity to make one kind of decision. */
export function CapacityPage({ page, of, form, contacts }: Props) {
  const { typed, errors } = form;
  return (
    <Ask {...{ page, of, form }} back={backTo(of)} title="Record an assessment of capacity">
      <InsetText>
        Everybody is assumed to be able to decide. Record here what somebody found about one decision, after
        helping them to make it.
      </InsetText>
      <Whose legend="Whose capacity was assessed?" {...{ of, form, contacts }} />
      <Radios
        name="decision"
        fieldset={{ legend: { text: 'Which decision was assessed?' } }}
        errorMessage={errors['decision']}
        value={typed['decision']}
        items={DECISIONS.map((decision) => ({ value: decision, text: sayDecision(decision) }))}
      />
      <Radios
        name="hasCapacity"
        fieldset={{ legend: { text: 'Can they make this decision?' } }}
        errorMessage={errors['hasCapacity']}
        value={typed['hasCapacity']}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, not even with help' },
        ]}
      />
      <DateField name="assessedOn" legend="When was it assessed?" {...{ typed, errors }} />
      <Input
        name="assessedBy"
        label="Who assessed it?"
        hint="Their name, and what they are"
        errorMessage={errors['assessedBy']}
        value={typed['assessedBy']}
      />
      <Textarea
        name="reasons"
        label="What was found?"
        hint="How they were helped to understand, weigh up and say, and what they could and could not do"
        rows={6}
        errorMessage={errors['reasons']}
        value={typed['reasons']}
      />
      <Button preventDoubleClick>Record the assessment</Button>
    </Ask>
  );
}

function Whose({ of, form, contacts, legend }: Pick<Props, 'of' | 'form' | 'contacts'> & { legend: string }) {
  return (
    <Radios
      name="whose"
      fieldset={{ legend: { text: legend } }}
      errorMessage={form.errors['whose']}
      value={form.typed['whose'] ?? 'young person'}
      items={[
        { value: 'young person', text: of.childName },
        ...contacts
          .filter((contact) => !isThemself(contact))
          .map(({ id, name, relationship }) => ({ value: id, text: `${name}, ${relationship}` })),
      ]}
    />
  );
}

/** Recording a deputy or an attorney. */
export function RepresentativePage({ page, of, form, contacts }: Props) {
  const { typed, errors } = form;
  return (
    <Ask {...{ page, of, form }} back={backTo(of)} title="Record a representative">
      <InsetText>
        They act only for a decision that whoever they act for was found unable to make. Add them under People
        first, if they are not listed.
      </InsetText>
      <Whose legend="For whom?" {...{ of, form, contacts }} />
      <Radios
        name="contactId"
        fieldset={{ legend: { text: 'Who acts?' } }}
        errorMessage={errors['contactId']}
        value={typed['contactId']}
        items={contacts.map(({ id, name, relationship }) => ({
          value: id,
          text: `${name}, ${relationship}`,
        }))}
      />
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'How may they act?' } }}
        errorMessage={errors['kind']}
        value={typed['kind']}
        items={[
          { value: 'deputy', text: 'As a deputy, appointed by the Court of Protection' },
          { value: 'attorney', text: 'As an attorney, under a power they were given' },
        ]}
      />
      <Textarea
        name="paperSeen"
        label="Which paper did you see?"
        hint="The order or the power of attorney, with its date"
        rows={3}
        errorMessage={errors['paperSeen']}
        value={typed['paperSeen']}
      />
      <DateField name="fromOn" legend="From which day do they act?" {...{ typed, errors }} />
      <Button preventDoubleClick>Record the representative</Button>
    </Ask>
  );
}

/** Recording that a representative no longer acts. */
export function EndPage({ page, of, form, name }: Omit<Props, 'contacts'> & { name: string }) {
  const { typed, errors } = form;
  return (
    <Ask {...{ page, of, form }} back={backTo(of)} title={`Record that ${name} no longer acts`}>
      <DateField name="untilOn" legend="What was the last day?" {...{ typed, errors }} />
      <Button preventDoubleClick>Record that it ended</Button>
    </Ask>
  );
}

/** Recording whether the young person wants their parents to stay involved. */
export function WishPage({ page, of, form }: Props) {
  const { typed, errors } = form;
  return (
    <Ask {...{ page, of, form }} back={backTo(of)} title="Whether parents stay involved">
      <InsetText>
        This counts once the rights are {of.childName}’s. If they do not want their parents involved, we stop
        writing to the parents, and the parents stop following the case online, unless they act for{' '}
        {of.childName}.
      </InsetText>
      <Radios
        name="involved"
        fieldset={{ legend: { text: `Does ${of.childName} want their parents to stay involved?` } }}
        errorMessage={errors['involved']}
        value={typed['involved']}
        items={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
      <DateField name="saidOn" legend="When did they say so?" {...{ typed, errors }} />
      <Textarea
        name="how"
        label="How did they say so?"
        hint="For example: on their own, at the meeting of 3 March, with an advocate"
        rows={4}
        errorMessage={errors['how']}
        value={typed['how']}
      />
      <Button preventDoubleClick>Record what they want</Button>
    </Ask>
  );
}

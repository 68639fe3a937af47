import {
  AsTyped,
  Button,
  type FieldErrors,
  Form,
  InsetText,
  Radios,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { englishDay, type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Match, STRENGTHS } from '../../children/index.ts';

export type LikelyFile = {
  childId: string;
  name: string;
  bornOn: PlainDate;
  postcode: string | null;
  upn: string | null;
  match: Match;
};

type Props = {
  requestId: string;
  formKey: string;
  childName: string;
  likely: readonly LikelyFile[];
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** Whose file a request is on, where a child already known may be the one it is about: each with why, and why not. */
export function OpenFile({ requestId, formKey, likely, childName, typed, errors }: Props) {
  return (
    <Form action={`/requests/${requestId}/file`} idempotencyKey={formKey}>
      <InsetText>
        A child already on file may be the one this request is about. It was received on the day it came, and
        no time limit waits for this.
      </InsetText>
      <Radios
        name="file"
        fieldset={{ legend: { text: 'Whose file is this?', classes: 'govuk-fieldset__legend--m' } }}
        errorMessage={errors['file']}
        value={typed['file']}
        items={[
          ...likely.map((child) => ({
            value: child.childId,
            text: `The same child: ${child.name}, born ${sayDate(child.bornOn)}`,
            hint: <Why {...child} />,
          })),
          { value: 'new', text: `A different child: open a new file for ${childName}` },
        ]}
      />
      <Textarea
        name="reason"
        errorMessage={errors['reason']}
        value={typed['reason']}
        label={{ text: 'How do you know?', classes: 'govuk-label--s' }}
        hint="What shows that it is the same child, or that it is not: for example, what the school or the family said. It is kept with the file."
        rows={3}
      />
      <Textarea
        name="contactCheck"
        errorMessage={errors['contactCheck']}
        value={typed['contactCheck']}
        label={{
          text: 'If it is the same child: how you checked who the contact on this request is',
          classes: 'govuk-label--s',
        }}
        hint="Leave it empty if you have not. The request goes on, but nobody new is added to the child’s file, written to about it or let in."
        rows={3}
      />
      <Button preventDoubleClick>Open the file</Button>
    </Form>
  );
}

function Why({ match, postcode, upn }: LikelyFile) {
  const { label, means } = STRENGTHS[match.strength];
  return (
    <>
      <strong>{label}.</strong> {means}
      <br />
      {match.reasons.join('. ')}.
      {match.against.length > 0 && (
        <>
          <br />
          But: {match.against.join('. ')}.
        </>
      )}
      <br />
      On file: {postcode ?? 'no postcode'}, {upn === null ? 'no UPN' : `UPN ${upn}`}
    </>
  );
}

export type SettledFile = {
  settled: string;
  reason: string;
  contactCheck: string | null;
  by: string;
  at: Date;
};

/** How it was settled, once it is. */
export function WhoseFile({ settled }: { settled: SettledFile }) {
  return (
    <>
      <h2 class="govuk-heading-m">Whose file it is</h2>
      <SummaryList
        rows={[
          {
            key: settled.settled === 'the same child' ? 'The same child as one on file' : 'A different child',
            value: `Settled by ${settled.by} on ${sayDate(englishDay(settled.at))}`,
          },
          { key: 'How they knew', value: <AsTyped>{settled.reason}</AsTyped> },
          ...(settled.contactCheck === null
            ? []
            : [{ key: 'How the contact was checked', value: <AsTyped>{settled.contactCheck}</AsTyped> }]),
        ]}
      />
    </>
  );
}

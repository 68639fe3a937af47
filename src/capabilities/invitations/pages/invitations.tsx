import { Button, Form, SummaryList, sayMoment, Tag } from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { type Invitation, SEES_WORDS, STAGE_WORDS, type Stage, stageOf } from '../inviting.ts';
import { sayRelationship } from './invite-form.tsx';

type Opened = { at: Date; what: string };
export type Shown = Invitation & { inviter: string; opened: readonly Opened[]; endKey: string };

type Props = {
  invitations: readonly Shown[];
  today: PlainDate;
  base: string;
  reader: 'family' | 'staff';
  /** Whether the reader may take one back. */
  ends: boolean;
};

const COLOURS = {
  waiting: 'yellow',
  accepted: 'green',
  ended: 'grey',
  'run out': 'grey',
} as const satisfies Record<Stage, string>;

/** Each person invited: what they see, until when, what they opened; and how to take it back. */
export function Invitations({ invitations, today, base, reader, ends }: Props) {
  if (invitations.length === 0) return <p class="govuk-body">Nobody has been invited yet.</p>;
  return (
    <>
      {invitations.map((one) => {
        const stage = stageOf(one, today);
        return (
          <section key={one.id} aria-labelledby={`name-${one.id}`}>
            <h3 class="govuk-heading-s" id={`name-${one.id}`}>
              {one.name} <Tag colour={COLOURS[stage]}>{STAGE_WORDS[stage]}</Tag>
            </h3>
            <SummaryList
              rows={[
                { key: 'Who they are', value: sayRelationship(one.relationship) },
                { key: 'Email', value: one.email },
                { key: 'What they see', value: SEES_WORDS[one.sees] },
                { key: 'Until', value: sayDate(one.untilOn) },
                reader === 'staff' && { key: 'Invited by', value: sayInviter(one) },
                { key: 'What they opened', value: <OpenedList opened={one.opened} /> },
                one.endedBy !== null && { key: 'Ended by', value: one.endedBy },
              ]}
            />
            {ends && (stage === 'waiting' || stage === 'accepted') && (
              <Form action={`${base}/${one.id}/end`} idempotencyKey={one.endKey}>
                <Button classes="govuk-button--warning">
                  Take this back<span class="govuk-visually-hidden"> from {one.name}</span>
                </Button>
              </Form>
            )}
          </section>
        );
      })}
    </>
  );
}

function sayInviter({ inviter, recordedBy, saidHow }: Shown): string {
  return recordedBy === null
    ? `${inviter}, online`
    : `${inviter}, by ${saidHow}. Written down by ${recordedBy}`;
}

function OpenedList({ opened }: { opened: readonly Opened[] }) {
  if (opened.length === 0) return <>Nothing yet</>;
  return (
    <ul class="govuk-list">
      {opened.map(({ at, what }) => (
        <li key={at.toISOString()}>
          {what}: {sayMoment(at)}
        </li>
      ))}
    </ul>
  );
}

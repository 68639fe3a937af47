import {
  AsTyped,
  Button,
  Details,
  Form,
  InsetText,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { BROUGHT_TO_ATTENTION } from '../../../law/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { TOLD_WORDS, type ToldParent } from '../attention-questions.ts';
import { toldInEasyRead } from './easy-read/telling.ts';

export type ShownAttention = {
  tellerName: string;
  tellerRole: string;
  tellerOrganisation: string;
  tellerEmail: string | null;
  toldParent: ToldParent;
  toldWords: string;
  familyTold: { on: PlainDate; by: string } | null;
  notTold: { why: string; on: PlainDate; by: string } | null;
  /** There is somebody on the file who may be written to. */
  anybody: boolean;
};

export type ToldProps = { page: PageContext; safeguarding: string | null };

type Props = { requestId: string; childId: string; attention: ShownAttention; formKey: string };

/** Staff: that this is nobody's request, who told the authority, what the family knows, and what the law asks of it. */
export function AttentionPanel({ requestId, childId, attention, formKey }: Props) {
  const { familyTold, notTold } = attention;
  const from = [attention.tellerRole, attention.tellerOrganisation].filter((part) => part !== '');
  return (
    <>
      <InsetText>
        This is not a request by the family. Somebody has brought the child or young person to the authority’s
        attention.
      </InsetText>
      <SummaryList
        rows={[
          { key: 'Who told us', value: [attention.tellerName, ...from].join(', ') },
          { key: 'How to reach them', value: attention.tellerEmail ?? 'Not given' },
          { key: 'Whether the parent knows', value: TOLD_WORDS[attention.toldParent] },
          {
            key: 'What the parent said',
            value: <AsTyped>{attention.toldWords === '' ? 'Not given' : attention.toldWords}</AsTyped>,
          },
          {
            key: 'Told by us',
            value: familyTold === null ? 'Not yet' : `${sayDate(familyTold.on)}, by ${familyTold.by}`,
          },
        ]}
      />
      {familyTold === null && notTold !== null && <NotToldOfDecision notTold={notTold} />}
      {familyTold === null && (
        <Form action={`/requests/${requestId}/family-told`} idempotencyKey={formKey}>
          <p class="govuk-body">
            {attention.toldParent === 'not safe'
              ? 'It was said that telling the family may not be safe, so nobody has been written to. Ask children’s services before you do.'
              : 'There was nobody to write to.'}{' '}
            The people written to are those on{' '}
            <a class="govuk-link" href={`/cases/${childId}/people`}>
              the child’s file
            </a>
            .
            {attention.anybody
              ? ''
              : ' There is nobody there to write to: add them first, then tell them here.'}
          </p>
          {attention.anybody && (
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Tell the family now
            </Button>
          )}
        </Form>
      )}
      <Details summary="What the law says of this">
        <ul class="govuk-list govuk-list--bullet">
          {BROUGHT_TO_ATTENTION.map(({ text, cite }) => (
            <li key={text}>
              {text}{' '}
              <a class="govuk-link" href={cite.url}>
                {cite.provision}
              </a>
              {cite.confidence === 'high'
                ? ''
                : ' We are not certain of this: check it before relying on it.'}
              {cite.note === undefined ? '' : ` ${cite.note}`}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

function NotToldOfDecision({ notTold }: { notTold: NonNullable<ShownAttention['notTold']> }) {
  return (
    <>
      <WarningText>
        It has been decided whether to assess, and the family has not been notified. The law has the parent or
        the young person notified (SEND Regulations 2014, regulation 5(1)).
      </WarningText>
      <SummaryList
        rows={[
          { key: 'Why they were not told', value: <AsTyped>{notTold.why}</AsTyped> },
          { key: 'Said by', value: `${notTold.by}, ${sayDate(notTold.on)}` },
        ]}
      />
      <p class="govuk-body">
        When you tell them, the letter of the decision goes, and their time to appeal begins that day.
      </p>
    </>
  );
}

/** To somebody without an account who told the authority: it has it, and nothing of the child is shown to them again. */
export const ToldPage = inEasyRead(Told, toldInEasyRead);

function Told({ page, safeguarding }: ToldProps) {
  return (
    <Layout title="We have what you told us" page={page}>
      <h1 class="govuk-heading-l">We have what you told us</h1>
      <p class="govuk-body">Thank you. If you gave an email address, we have written to it.</p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        We decide whether the child or young person may need an assessment of their needs. We may ask you
        more.
      </p>
      <p class="govuk-body">
        We cannot tell you what we decide unless the family agrees. You cannot see it again on this device.
      </p>
      <SafetyRoute safeguarding={safeguarding} />
    </Layout>
  );
}

/** Where to turn at once when a child may not be safe: as the authority has set it. */
export function SafetyRoute({ safeguarding }: { safeguarding: string | null }) {
  return (
    <InsetText>
      If a child is in danger now, call 999. To report a worry about a child’s safety:{' '}
      {safeguarding ?? 'contact the council’s children’s services'}. Telling us here does not do that for you.
    </InsetText>
  );
}

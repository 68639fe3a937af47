import {
  AsTyped,
  Button,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  Radios,
  SummaryList,
  Textarea,
} from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { repliesInEasyRead } from '../../pages/easy-read/replies.ts';
import type { Discussion, Side } from '../remark.ts';
import { entryRows } from './entry-rows.tsx';

export type RepliesProps = {
  page: PageContext;
  discussion: Discussion;
  childName: string;
  /** Its own address, and where its comment is read. */
  at: string;
  back: string;
  /** Who is looking. */
  side: Side;
  /** A family opened by a code says who is speaking. */
  nameless: boolean;
  formKey: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** A comment, all that was said after it in order, and a form to say more or that it is settled. */
export const RepliesPage = inEasyRead(Replies, repliesInEasyRead);

const BACK = {
  family: 'The draft, line by line',
  contributor: 'The lines that rest on your advice',
} as const;

function Replies(props: RepliesProps) {
  const { page, discussion, childName, back, side, errors } = props;
  const { by, organisation, on, words, open, following } = discussion;
  const title = 'A comment, and what was said after it';
  const from = side === 'staff' ? 'Back' : BACK[side];
  return (
    <Layout title={title} page={page} errors={errors} backLink={{ href: back, text: from }}>
      <ErrorSummary errors={errors} />
      <span class="govuk-caption-l">{childName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          {
            key: `${by}${organisation === null ? '' : ` (${organisation.name})`}, ${sayDate(on)}`,
            value: <AsTyped>{words}</AsTyped>,
          },
          ...entryRows(discussion),
        ]}
      />
      {following.settled && (
        <p class="govuk-body">This is settled. If anybody says more, it is open again.</p>
      )}
      {!open && <p class="govuk-body">The plan is final, so nothing more can be said here.</p>}
      {open && page.onlyReads !== true && (side !== 'staff' || page.worksOnCases) && <SayMore {...props} />}
    </Layout>
  );
}

function SayMore({ discussion, at, side, nameless, formKey, typed, errors }: RepliesProps) {
  const { following, answer } = discussion;
  const maySettle = !following.settled && (discussion.side === 'contributor' || answer !== null);
  return (
    <Form action={at} idempotencyKey={formKey}>
      {maySettle && (
        <Radios
          name="does"
          fieldset={{ legend: { text: 'What do you want to do?', classes: 'govuk-fieldset__legend--m' } }}
          errorMessage={errors['does']}
          value={typed['does'] ?? 'say more'}
          items={[
            { value: 'say more', text: 'Say more' },
            { value: 'settle', text: 'Say that this is settled', hint: 'You do not have to write anything' },
          ]}
        />
      )}
      <Textarea
        name="words"
        label={{ text: 'What you want to say', classes: 'govuk-label--m' }}
        hint={WHO_READS[side === 'staff' ? discussion.side : 'staff']}
        errorMessage={errors['words']}
        value={typed['words']}
        rows={5}
      />
      {side === 'staff' && <Whose side={discussion.side} typed={typed} />}
      {(side === 'staff' || nameless) && (
        <Input
          name="from"
          label={{ text: side === 'staff' ? 'Who said it' : 'Your name', classes: 'govuk-label--s' }}
          hint={side === 'staff' ? 'Where you write down what somebody else said' : undefined}
          errorMessage={errors['from']}
          value={typed['from']}
          autocomplete={side === 'staff' ? 'off' : 'name'}
          classes="govuk-input--width-20"
        />
      )}
      <Button preventDoubleClick>Send</Button>
    </Form>
  );
}

const WHO_READS = {
  family: 'The family reads this',
  contributor: 'Whoever made the comment reads this, and their colleagues',
  staff: 'The SEND team reads this',
} as const;

function Whose({ side, typed }: { side: Discussion['side']; typed: RepliesProps['typed'] }) {
  return (
    <Radios
      name="side"
      fieldset={{ legend: { text: 'Whose words are these?', classes: 'govuk-fieldset__legend--m' } }}
      value={typed['side'] ?? 'staff'}
      items={[
        { value: 'staff', text: 'Mine, for the authority' },
        {
          value: 'other',
          text: side === 'family' ? 'The family’s, as I heard them' : 'Theirs, as I heard them',
        },
      ]}
    />
  );
}

import {
  AsTyped,
  Button,
  DateField,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  inEasyRead,
  Layout,
  type PageContext,
  SummaryList,
  Textarea,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { MY_PLAN_PARTS, MY_PLAN_TITLES, type MyPlan, myPlanStamp } from '../my-plan.ts';
import { myPlanInEasyRead } from './easy-read/my-plan.ts';

export type MyPlanProps = {
  page: PageContext;
  childName: string;
  /** Every writing of it, newest first. */
  written: readonly MyPlan[];
  /** This page's address: its forms are sent there. */
  at: string;
  /** Whether the reader may write and confirm it. */
  writes: boolean;
  /** Signed in with an account, so that nobody asks for a name. */
  named: boolean;
  keys: { writing: string; confirming: string };
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};

/** The child's own plan: read, confirmed by the child, and written anew. Each page of it is in Easy Read with pictures too. */
export const MyPlanPage = inEasyRead(MyPlanToRead, myPlanInEasyRead);

function MyPlanToRead(props: MyPlanProps) {
  const { page, childName, written, at, writes, errors } = props;
  const [newest = null, ...older] = written;
  const title = `My plan: ${childName}`;
  return (
    <Layout
      title={title}
      page={page}
      errors={errors}
      backLink={{ href: at.replace(/\/mine$/, ''), text: 'The plan' }}
    >
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {childName}’s own plan, in their own words. It stands beside the education, health and care plan and
        changes nothing in it.
      </p>
      {newest === null ? (
        <p class="govuk-body">Nothing has been written yet.</p>
      ) : (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={`${at}.pdf`}>
              Download My plan with pictures, in large print (PDF)
            </a>
          </p>
          <Written one={newest} />
          {writes && newest.confirmed === null && <Confirm {...props} newest={newest} />}
        </>
      )}
      {writes && <Write {...props} newest={newest} />}
      {older.length > 0 && <h2 class="govuk-heading-m">Earlier versions</h2>}
      {older.map((one) => (
        <Written key={one.number} one={one} />
      ))}
    </Layout>
  );
}

/** One writing of My plan, with how it was made and whether the child said yes to it. */
function Written({ one }: { one: MyPlan }) {
  const { confirmed, helpedBy } = one;
  const said = MY_PLAN_PARTS.filter((part) => one[part].trim() !== '');
  const typed = (text: string) => <AsTyped>{text}</AsTyped>;
  return (
    <SummaryList
      card={{ title: { text: myPlanStamp(one) } }}
      rows={[
        ...said.map((part) => ({ key: MY_PLAN_TITLES[part], value: typed(one[part]) })),
        { key: 'How it was written', value: typed(one.howMade) },
        { key: 'Who helped', value: helpedBy.trim() === '' ? 'Nobody' : typed(helpedBy) },
        { key: 'Who wrote it down', value: typed(one.writtenBy) },
        {
          key: 'Did the child say yes to it?',
          value:
            confirmed === null
              ? 'Not yet. Until they do, only the family and the SEND team can read it'
              : typed(
                  `Yes, ${sayDate(confirmed.on)}: ${confirmed.how}${confirmed.helpedBy.trim() === '' ? '' : ` Helped by ${confirmed.helpedBy}.`} (${confirmed.by})`,
                ),
        },
      ]}
    />
  );
}

function Confirm({ at, childName, named, keys, typed, errors, newest }: MyPlanProps & { newest: MyPlan }) {
  const field = (name: string) => ({ name, errorMessage: errors[name], value: typed[name] });
  return (
    <>
      <h2 class="govuk-heading-m">Has {childName} said yes to it?</h2>
      <p class="govuk-body">Read version {newest.number} with them first, in whatever way suits them.</p>
      <Form action={`${at}/confirmation`} idempotencyKey={keys.confirming}>
        <input type="hidden" name="number" value={newest.number} />
        <Textarea {...field('how')} label="How did they read it, and what did they say?" rows={2} />
        <Input
          {...field('confirmedWith')}
          label="Who helped them? (optional)"
          classes="govuk-input--width-20"
        />
        {!named && <Input {...field('by')} label="Your name" classes="govuk-input--width-20" />}
        <Button preventDoubleClick>Record that they said yes</Button>
      </Form>
    </>
  );
}

function Write({ at, named, keys, typed, errors, newest }: MyPlanProps & { newest: MyPlan | null }) {
  const field = (name: string) => ({ name, errorMessage: errors[name], value: typed[name] });
  return (
    <>
      <h2 class="govuk-heading-m">{newest === null ? 'Write My plan' : 'Write it again'}</h2>
      <p class="govuk-body">Use the child’s own words. Any box may be left empty.</p>
      <Form action={at} idempotencyKey={keys.writing} version={newest?.number ?? 0}>
        {MY_PLAN_PARTS.map((part) => (
          <Textarea
            key={part}
            {...field(part)}
            value={typed[part] ?? newest?.[part]}
            label={MY_PLAN_TITLES[part]}
            rows={3}
          />
        ))}
        <Textarea
          {...field('howMade')}
          label="How was it written?"
          hint="For example: talking at home, pointing at pictures, over two days"
          rows={2}
        />
        <Input {...field('helpedBy')} label="Who helped? (optional)" classes="govuk-input--width-20" />
        <DateField name="madeOn" legend="When was it written?" errors={errors} typed={typed} />
        {!named && <Input {...field('writtenBy')} label="Your name" classes="govuk-input--width-20" />}
        <Button preventDoubleClick>Save My plan</Button>
      </Form>
    </>
  );
}

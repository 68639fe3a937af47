import {
  AsTyped,
  Button,
  DeadlineTag,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  type PageContext,
  Radios,
  SummaryList,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { ConsultationAnswer } from '../consultation.ts';
import type { Preference } from '../facts.ts';
import type { Waiting } from '../withholding/held.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';
import { HeldNote } from './held-note.tsx';
import { Wanted } from './views.tsx';
import type { FoundSetting } from './views-forms.tsx';

/** A setting asked about a draft, and what it said. */
export type Asked = {
  id: string;
  settingName: string;
  organisationId: string;
  /** Nobody there can sign in: it waits until somebody can. */
  unread: boolean;
  draft: number;
  why: string;
  sentOn: PlainDate;
  openedOn: PlainDate | null;
  dueOn: PlainDate;
  answeredOn: PlainDate | null;
  answeredBy: string | null;
  answer: ConsultationAnswer | null;
};

type Props = {
  page: PageContext;
  of: OfPlan;
  formKey: string;
  today: PlainDate;
  errors: FieldErrors;
  preference: Preference | null;
  otherPreferences: readonly Preference[];
  asked: readonly Asked[];
  waiting: readonly Waiting[];
  /** The draft a setting would be asked about; null when there is none, or the plan is final. */
  draft: { number: number; contentHash: string } | null;
  search: string;
  found: readonly FoundSetting[];
};

/** The settings consulted, what each said, and asking another. */
export function SettingsPage(props: Props) {
  const { page, of, errors, asked, preference, today } = props;
  return (
    <PlanFrame page={page} of={of} title="Settings" errors={errors} part="settings">
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">Settings</h1>
      <h2 class="govuk-heading-m">What the family wants</h2>
      <Wanted preference={preference} others={props.otherPreferences} />
      <h2 class="govuk-heading-m">Settings consulted</h2>
      <HeldNote planId={of.planId} waiting={props.waiting} />
      {asked.length === 0 && <p class="govuk-body">No setting has been consulted yet.</p>}
      {asked.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: { text: one.settingName, headingLevel: 3 } }}
          rows={[
            { key: 'Asked', value: `${sayDate(one.sentOn)}, about draft ${one.draft}, because ${one.why}` },
            { key: 'First opened', value: <Opened asked={one} /> },
            {
              key: 'Answer due',
              value: (
                <>
                  {sayDate(one.dueOn)} <DeadlineTag due={one.dueOn} today={today} doneOn={one.answeredOn} />
                </>
              ),
            },
            ...answerRows(one),
          ]}
        />
      ))}
      <Asking {...props} />
      {of.final && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/plans/${of.planId}/naming`}>
            How Section I was decided
          </a>
        </p>
      )}
    </PlanFrame>
  );
}

function Opened({ asked: { openedOn, unread, organisationId, settingName } }: { asked: Asked }) {
  if (openedOn !== null) return <>{sayDate(openedOn)}</>;
  if (!unread) return <>Not yet</>;
  return (
    <>
      Not yet: nobody there can sign in.{' '}
      <a class="govuk-link" href={`/organisations/${organisationId}/first-person`}>
        Add the first person<span class="govuk-visually-hidden"> at {settingName}</span>
      </a>
    </>
  );
}

function Asking({ of, draft, search, found, formKey, errors }: Props) {
  if (draft === null) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Consult a setting about draft {draft.number}</h2>
      <form method="get" action={`/plans/${of.planId}/settings`}>
        <Input
          name="q"
          label="Name or postcode"
          value={search}
          type="search"
          classes="govuk-input--width-20"
        />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
      {search !== '' && found.length === 0 && <p class="govuk-body">Nothing on the register matches.</p>}
      {found.length > 0 && (
        <Form
          action={`/plans/${of.planId}/consultations`}
          idempotencyKey={formKey}
          version={draft.contentHash}
        >
          <Radios
            name="settingId"
            fieldset={{ legend: { text: 'Which setting?', classes: 'govuk-fieldset__legend--s' } }}
            hint="It is sent the draft and its advice, and has 15 days to answer"
            errorMessage={errors['settingId']}
            items={found.map(({ id, name, about }) => ({ value: id, text: name, hint: about }))}
          />
          <Button preventDoubleClick>Consult this setting</Button>
        </Form>
      )}
    </>
  );
}

/** What a setting answered, as staff and the setting itself read it. */
export function answerRows({
  answer,
  answeredOn,
  answeredBy,
}: Pick<Asked, 'answer' | 'answeredOn' | 'answeredBy'>) {
  if (answer === null || answeredOn === null) return [{ key: 'Answer', value: 'Not yet' }];
  const said = `${sayDate(answeredOn)}, by ${answeredBy ?? ''}`;
  const comments = answer.comments !== '' && { key: 'Comments', value: <AsTyped>{answer.comments}</AsTyped> };
  if (answer.canMeetNeeds) {
    return [
      { key: 'Answer', value: `It can meet needs: ${said}` },
      { key: 'They could start', value: sayDate(answer.startFrom) },
      { key: 'Place', value: <AsTyped>{answer.capacity}</AsTyped> },
      comments,
    ];
  }
  return [
    { key: 'Answer', value: `It says it cannot: ${said}` },
    ...answer.grounds.map(({ ground, evidence }) => ({
      key: ground.charAt(0).toUpperCase() + ground.slice(1),
      value: <AsTyped>{evidence}</AsTyped>,
    })),
    { key: 'To say yes it would need', value: <AsTyped>{answer.wouldNeed}</AsTyped> },
    comments,
  ];
}

import {
  AsTyped,
  Button,
  Checkboxes,
  DeadlineTag,
  ErrorSummary,
  type FieldErrors,
  Form,
  Input,
  type PageContext,
  SummaryList,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { ConsultationAnswer } from '../consultation.ts';
import { type ConsultationAct, lateness, otherAuthority, withdrawnOn } from '../consulting/acts.ts';
import type { Preference } from '../facts.ts';
import type { Waiting } from '../withholding/held.ts';
import { sayOpened } from './consulted.tsx';
import { CopyWaits, NO_DAY_YET } from './copy-waits.tsx';
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
  /** Both null while its copy of the draft waits. */
  copySentOn: PlainDate | null;
  dueOn: PlainDate | null;
  answeredOn: PlainDate | null;
  answeredBy: string | null;
  answer: ConsultationAnswer | null;
  /** What followed it, in order; and that it answered once the plan was final. */
  acts: readonly ConsultationAct[];
  afterDecision: boolean;
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
      <p class="govuk-body">
        <a class="govuk-link" href={`/plans/${of.planId}/tailored-lists`}>
          Tailored lists
        </a>
      </p>
      <h2 class="govuk-heading-m">Settings consulted</h2>
      <HeldNote releases={page.worksOnCases} planId={of.planId} waiting={props.waiting} today={today} />
      {asked.length === 0 && <p class="govuk-body">No setting has been consulted yet.</p>}
      {asked.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: { text: one.settingName, headingLevel: 3 } }}
          rows={[
            { key: 'Asked', value: `${sayDate(one.sentOn)}, about draft ${one.draft}, because ${one.why}` },
            { key: 'First opened', value: <Opened page={page} asked={one} /> },
            one.copySentOn === null && {
              key: 'Copy of the draft',
              value: <CopyWaits of={of} releases={page.worksOnCases} />,
            },
            one.copySentOn !== null &&
              one.copySentOn !== one.sentOn && {
                key: 'Copy of the draft',
                value: `Sent ${sayDate(one.copySentOn)}`,
              },
            {
              key: 'Answer due',
              value:
                one.dueOn === null ? (
                  NO_DAY_YET
                ) : (
                  <>
                    {sayDate(one.dueOn)}{' '}
                    {withdrawnOn(one) === null && (
                      <DeadlineTag due={one.dueOn} today={today} doneOn={one.answeredOn} />
                    )}
                  </>
                ),
            },
            ...followedRows(one),
            ...answerRows(one),
            page.worksOnCases && {
              key: 'This consultation',
              value: (
                <a class="govuk-link" href={`/plans/${of.planId}/consultations/${one.id}`}>
                  Read it, chase it, give more time or withdraw it
                  <span class="govuk-visually-hidden">: {one.settingName}</span>
                </a>
              ),
            },
          ]}
        />
      ))}
      {page.worksOnCases && <Asking {...props} />}
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

function followedRows({ acts, afterDecision, ...one }: Asked) {
  const withdrawn = withdrawnOn({ acts });
  const late = lateness({ ...one, acts }, afterDecision);
  const other = otherAuthority({ acts });
  const chased = acts.filter(({ kind }) => kind === 'chased').map(({ on }) => sayDate(on));
  return [
    chased.length > 0 && { key: 'Chased', value: chased.join(', ') },
    withdrawn !== null && { key: 'No longer asked', value: `Since ${sayDate(withdrawn)}` },
    other !== null && {
      key: 'Its own authority',
      value:
        other.toldOn === null
          ? `${other.name} is to be consulted too`
          : `${other.name}, consulted ${sayDate(other.toldOn)}`,
    },
    late !== null && { key: 'Late', value: late },
  ];
}

function Opened({ page, asked }: { page: PageContext; asked: Asked }) {
  const { unread, organisationId, settingName } = asked;
  if (asked.openedOn !== null || asked.answer !== null || !unread) return <>{sayOpened(asked)}</>;
  return (
    <>
      Not yet: nobody there can sign in.{' '}
      {page.worksOnCases && (
        <a class="govuk-link" href={`/organisations/${organisationId}/first-person`}>
          Add the first person<span class="govuk-visually-hidden"> at {settingName}</span>
        </a>
      )}
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
          errorMessage={errors['q']}
          type="search"
          classes="govuk-input--width-20"
        />
        <Button classes="govuk-button--secondary">Search</Button>
      </form>
      {search !== '' && found.length === 0 && <p class="govuk-body">Nothing on the register matches.</p>}
      {found.length > 0 && (
        <Form
          action={`/plans/${of.planId}/consultations/check?${new URLSearchParams({ q: search }).toString()}`}
          idempotencyKey={formKey}
          version={draft.contentHash}
        >
          <Checkboxes
            name="settingIds"
            fieldset={{ legend: { text: 'Which settings?', classes: 'govuk-fieldset__legend--s' } }}
            hint="Each is sent the draft and its advice, and has 15 days to answer. You see what they are sent first"
            errorMessage={errors['settingIds']}
            items={found.map(({ id, name, about }) => ({ value: id, text: name, hint: about }))}
          />
          <Button>Continue</Button>
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

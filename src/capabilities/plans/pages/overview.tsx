import {
  Button,
  DefinitionClock,
  Details,
  Form,
  InsetText,
  Tag,
  type TagColour,
  TaskList,
  WarningText,
} from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { countOf } from '../../../shared/words.ts';
import { AmendingNote, WritingAmendment } from '../amending/pages/overview.tsx';
import { AMENDING_WORDS, STAGE_WORDS, type Stage } from '../stage.ts';
import { PlanFrame } from './frame.tsx';
import { HeldNote } from './held-note.tsx';
import { leftIn, type OverviewProps, type SectionState } from './overview-props.ts';
import { GradeLine } from './plan-checks.tsx';

const STAGE_COLOUR = {
  drafting: 'yellow',
  'views awaited': 'blue',
  'views in': 'purple',
  redrafting: 'orange',
  final: 'green',
} as const satisfies Record<Stage, TagColour>;

/** A plan as staff work on it: where it stands, what is next, and each section with what it still wants. */
export function OverviewPage(props: OverviewProps) {
  const { page, of, stage, served, amendment, inForce } = props;
  return (
    <PlanFrame page={page} of={of} title="Overview" part="overview">
      <h1 class="govuk-heading-l">Plan for {of.childName}</h1>
      <p class="govuk-body">
        <Tag colour={STAGE_COLOUR[stage]}>
          {amendment === null ? STAGE_WORDS[stage].staff : AMENDING_WORDS[stage]}
        </Tag>
      </p>
      {amendment !== null && inForce !== null && <AmendingNote of={of} inForce={inForce} />}
      {served !== null && stage !== 'final' && <Served {...served} stage={stage} />}
      <HeldNote releases={page.worksOnCases} planId={of.planId} waiting={props.held} today={props.today} />
      {page.worksOnCases ? <Next {...props} /> : stage === 'final' && <Issued {...props} />}
      {props.clocks.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Time limits</h2>
          <div class="opensend-clocks">
            {props.clocks.map((clock) => (
              <DefinitionClock key={String(clock.name)} {...clock} />
            ))}
          </div>
        </>
      )}
      {stage !== 'final' && (
        <>
          <h2 class="govuk-heading-m" id="sections">
            Sections of the draft
          </h2>
          <GradeLine {...props.checked} />
          {props.checked.findings.length > 0 && page.worksOnCases && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/plans/${of.planId}/checks`}>
                Everything the checks find
              </a>
            </p>
          )}
          <TaskList
            idPrefix="section"
            items={props.sections.map((section) => sectionTask(section, page.worksOnCases))}
          />
          {page.worksOnCases && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/plans/${of.planId}/history`}>
                See what has been changed
              </a>
              , or{' '}
              <a class="govuk-link" href={`/plans/${of.planId}/undo`}>
                undo your last change
              </a>
              .
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={`/plans/${of.planId}/suggestions`}>
              Suggestions
            </a>
            {props.suggested > 0 && `: ${props.suggested} to answer`}
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={`/plans/${of.planId}/contributors`}>
              Contributors
            </a>
            : show lines to those whose advice they rest on, and read what they said
          </p>
          <p class="govuk-body">
            Section I, where the setting is named, is empty in a draft and completed in the final plan.
          </p>
        </>
      )}
    </PlanFrame>
  );
}

function Served({ number, lastDay, over, stage }: NonNullable<OverviewProps['served']> & { stage: Stage }) {
  const until = sayDate(lastDay);
  if (stage === 'redrafting') return <p class="govuk-body">It replaces draft {number}.</p>;
  return (
    <p class="govuk-body">
      {over
        ? `Draft ${number}: the family’s time ended on ${until}.`
        : `Draft ${number}: the family has until the end of ${until}.`}
    </p>
  );
}

function Next(props: OverviewProps) {
  switch (props.stage) {
    case 'final':
      return <Issued {...props} />;
    case 'drafting':
    case 'redrafting':
      return <Writing {...props} />;
    default:
      return <WithFamily {...props} />;
  }
}

function Writing(props: OverviewProps) {
  return props.amendment === null ? <WritingDraft {...props} /> : <WritingAmendment {...props} />;
}

function WritingDraft({ of, stage, checked, sections }: OverviewProps) {
  const left = leftIn(checked);
  return (
    <>
      {stage === 'redrafting' && (
        <InsetText>
          The authority has changed the draft itself, so a new draft goes to the family, with 15 days for
          their views (Code of Practice 9.125 and 9.77).
        </InsetText>
      )}
      <p class="govuk-body">
        {left === 0
          ? sayReady(sections.filter(({ blank }) => blank).length)
          : `${countOf(left, 'thing')} to put right before it can be served.`}
      </p>
      <Button href={`/plans/${of.planId}/service`}>Check and serve the draft</Button>
      <p class="govuk-body">
        <a class="govuk-link" href={`/plans/${of.planId}/import`}>
          Begin the draft from a file
        </a>
      </p>
    </>
  );
}

/** What is empty stops nothing: not every child has something in every section. */
function sayReady(blank: number): string {
  if (blank === 0) return 'Nothing has to be put right before it is served.';
  return `Nothing has to be put right before it is served. ${countOf(blank, 'section')} ${blank === 1 ? 'says' : 'say'} nothing: check that ${blank === 1 ? 'it has' : 'they have'} nothing to say.`;
}

function WithFamily({ of, waiting, healthToAgree, formKey, amendment }: OverviewProps) {
  return (
    <>
      {waiting > 0 && (
        <WarningText>
          {countOf(waiting, 'comment or meeting', 'comments or meetings')} from the family to answer.{' '}
          <a class="govuk-link" href={`/plans/${of.planId}/views`}>
            Read what they said
          </a>
        </WarningText>
      )}
      {healthToAgree && (
        <WarningText>
          Section G has health care provision.{' '}
          <a class="govuk-link" href={`/plans/${of.planId}/health-agreement`}>
            Record that the commissioning body agrees it
          </a>
        </WarningText>
      )}
      <div class="govuk-button-group">
        <Button href={`/plans/${of.planId}/final`}>
          {amendment === null
            ? 'Decide the setting and make it final'
            : 'Decide the setting and issue the amended plan'}
        </Button>
        {amendment !== null && (
          <Button href={`/plans/${of.planId}/amendment/end`} classes="govuk-button--secondary">
            Decide not to amend
          </Button>
        )}
        <Button href={`/plans/${of.planId}/settings`} classes="govuk-button--secondary">
          Consult a setting
        </Button>
      </div>
      <Details summary="Change the draft ourselves">
        <p class="govuk-body">
          A final plan may differ from the draft the family has only because of what they said and the setting
          decided (Code of Practice 9.125). For any other change a new draft is served, with 15 days more.
        </p>
        <Form action={`/plans/${of.planId}/new-draft`} idempotencyKey={formKey}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Start a new draft
          </Button>
        </Form>
      </Details>
    </>
  );
}

function Issued({ page, of, inForce, broughtIn }: OverviewProps) {
  if (inForce === null) return null;
  return (
    <>
      {broughtIn !== null && (
        <InsetText>
          Written before this service, and brought in from{' '}
          {page.worksOnCases ? (
            <a class="govuk-link" href={`/plans/conversions/${broughtIn.conversionId}`}>
              {broughtIn.title}
            </a>
          ) : (
            broughtIn.title
          )}{' '}
          by {broughtIn.by}.
        </InsetText>
      )}
      <p class="govuk-body">
        Version {inForce.version}, issued on {sayDate(inForce.on)}. It cannot be altered: a change is an
        amended plan, after a notice to the family (SEND Regulations 2014, regs 22 and 28).
      </p>
      <ul class="govuk-list">
        {inForce.documentId !== null && (
          <li>
            <a class="govuk-link" href={`/documents/${inForce.documentId}`}>
              Download the final plan (PDF)
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`/plans/${of.planId}/recipients`}>
            Who it was sent to
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/plans/${of.planId}/amendments`}>
            Amend this plan
          </a>
        </li>
      </ul>
    </>
  );
}

function sectionTask({ href, title, toPutRight, toLookAt, changed, blank }: SectionState, opens: boolean) {
  const hints = [
    changed ? 'Changed since the draft was served' : '',
    toLookAt === 0 ? '' : `${countOf(toLookAt, 'thing')} to look at again`,
  ].filter((hint) => hint !== '');
  return {
    title: { text: title },
    href: opens ? href : undefined,
    ...(hints.length === 0 ? {} : { hint: hints.join('. ') }),
    status:
      toPutRight === 0
        ? { text: blank ? 'Says nothing' : 'Nothing to put right' }
        : { tag: { text: `${toPutRight} to put right`, colour: 'red' as const } },
  };
}

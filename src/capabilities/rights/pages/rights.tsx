import {
  AsTyped,
  Button,
  InsetText,
  type PageContext,
  StackedTable,
  SummaryList,
} from '../../../design-system/index.ts';
import type { Citation } from '../../../law/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { Frame, type Of } from '../../children/index.ts';
import { CITES } from '../cites.ts';
import { DECISIONS, type Decision, firstDayOfYoungPerson, type Rights, type RightsFacts } from '../rights.ts';

export type Notice = { kind: string; sentOn: PlainDate; youngPersonTold: boolean };

type Props = {
  page: PageContext;
  of: Of;
  facts: RightsFacts;
  rights: Readonly<Record<Decision, Rights>>;
  notices: readonly Notice[];
  nameOf: (contactId: string) => string;
  canBeTold: boolean;
  /** The rights pass soon, or have: the young person is told of it themself. */
  soon: boolean;
  mayChange: boolean;
  noticeWeeks: number;
};

/** Who holds the rights, who makes each kind of decision and why, and what was recorded of it. */
export function RightsPage(props: Props) {
  const { page, of, facts, rights, mayChange } = props;
  const at = `/cases/${of.childId}/rights`;
  const { lastDay, holder } = rights[DECISIONS[0]];
  return (
    <Frame {...{ page, of }} title="Who holds the rights" back={`/cases/${of.childId}`}>
      <p class="govuk-body">
        {holder === 'parent'
          ? `The parents of ${of.childName} hold the rights to the end of ${sayDate(lastDay)}, the last day of compulsory school age. From ${sayDate(firstDayOfYoungPerson(lastDay))} ${of.childName} does.`
          : `${of.childName} has held the rights since ${sayDate(firstDayOfYoungPerson(lastDay))}, when compulsory school age had ended.`}
        <Cite {...CITES.holder} />
      </p>
      {!props.soon && (
        <p class="govuk-body">
          Until then letters go to the parents. {props.noticeWeeks} weeks before it {of.childName} is told of
          it themself, and so needs to be on the file under People by then.
        </p>
      )}
      {props.soon && !props.canBeTold && (
        <InsetText>
          {of.childName} is not on the file to be written to. Add {of.childName} under People, with the
          relationship <strong>the young person</strong>, so that they are told themself.
        </InsetText>
      )}
      <StackedTable
        caption="Who decides today"
        captionClasses="govuk-table__caption--m"
        head={['Decision', 'Who makes it', 'Why']}
        rows={DECISIONS.map((decision) => [
          sayDecision(decision),
          whoActs(rights[decision], of.childName, props.nameOf),
          whyThey(rights[decision]),
        ])}
      />
      <Capacity {...{ facts, at, mayChange, of }} nameOf={props.nameOf} />
      <Representatives {...props} at={at} />
      <Wish {...{ facts, at, mayChange, holder }} childName={of.childName} />
      <Said {...props} />
    </Frame>
  );
}

export function sayDecision(decision: Decision): string {
  return decision.charAt(0).toUpperCase() + decision.slice(1);
}

function Cite({ provision, url, confidence, note }: Citation) {
  return (
    <>
      {' '}
      (
      <a class="govuk-link" href={url}>
        {provision}
      </a>
      {confidence === 'high'
        ? ''
        : `; how sure we are of our reading: ${confidence}. ${note ?? ''}`.trimEnd()}
      )
    </>
  );
}

function whoActs(
  { acts, representatives, unable }: Rights,
  childName: string,
  nameOf: (id: string) => string,
): string {
  if (acts === 'representative') return representatives.map(nameOf).join(' and ');
  if (acts === 'young person') return childName;
  const instead = unable.map((one) => {
    const who = one.representatives.map(nameOf).join(' and ');
    const found = `${nameOf(one.parentId)} cannot make this decision`;
    return who === '' ? `${found}, and no representative is recorded` : `${found}: ${who} acts for them`;
  });
  return ['The parents', ...instead].join('. ');
}

function whyThey({ holder, because }: Rights): string {
  if (holder === 'parent') return 'Compulsory school age has not ended';
  if (because === null) return 'The rights are theirs, and capacity is assumed';
  return `${because.assessedBy} found on ${sayDate(because.assessedOn)} that they cannot make this decision`;
}

type PartProps = { facts: RightsFacts; at: string; mayChange: boolean };

function Capacity({ facts, at, mayChange, of, nameOf }: PartProps & Pick<Props, 'of' | 'nameOf'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Capacity</h2>
      <p class="govuk-body">
        A young person, and a parent, is assumed to be able to decide.
        <Cite {...CITES.presumed} /> An assessment is about one decision, at one time.
      </p>
      {facts.assessments.map((one) => (
        <SummaryList
          key={one.id}
          card={{ title: `${sayDecision(one.decision)}, ${sayDate(one.assessedOn)}` }}
          rows={[
            { key: 'Whose', value: one.parentId === null ? of.childName : nameOf(one.parentId) },
            { key: 'Found', value: one.hasCapacity ? 'Can make this decision' : 'Cannot make this decision' },
            { key: 'Assessed by', value: one.assessedBy },
            { key: 'What was found', value: <AsTyped>{one.reasons}</AsTyped> },
            { key: 'Recorded by', value: one.recordedBy },
          ]}
        />
      ))}
      {mayChange && (
        <Button href={`${at}/capacity`} classes="govuk-button--secondary">
          Record an assessment of capacity
        </Button>
      )}
    </>
  );
}

function Representatives({ facts, of, at, mayChange, nameOf }: Props & { at: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Representative</h2>
      <p class="govuk-body">
        For a decision that the young person cannot make, their representative acts, or else the parents. For
        one that a parent cannot make, that parent’s representative acts.
        <Cite {...CITES.acts} />
      </p>
      {facts.representatives.map((one) => (
        <SummaryList
          key={one.id}
          card={{
            title: nameOf(one.contactId),
            actions: {
              items:
                mayChange && one.untilOn === null
                  ? [{ href: `${at}/representatives/${one.id}/end`, text: 'Record that it ended' }]
                  : [],
            },
          }}
          rows={[
            { key: 'For', value: one.parentId === null ? of.childName : nameOf(one.parentId) },
            { key: 'Acts as', value: one.kind === 'deputy' ? 'Deputy' : 'Attorney' },
            { key: 'Paper seen', value: <AsTyped>{one.paperSeen}</AsTyped> },
            { key: 'From', value: sayDate(one.fromOn) },
            { key: 'To', value: one.untilOn === null ? 'Still acts' : sayDate(one.untilOn) },
            { key: 'Recorded by', value: one.recordedBy },
          ]}
        />
      ))}
      {mayChange && (
        <Button href={`${at}/representatives/new`} classes="govuk-button--secondary">
          Record a representative
        </Button>
      )}
    </>
  );
}

function Wish(props: PartProps & { childName: string; holder: Rights['holder'] }) {
  const { facts, at, mayChange, childName, holder } = props;
  const { wish } = facts;
  const when = holder === 'parent' ? ' once the rights are theirs' : '';
  return (
    <>
      <h2 class="govuk-heading-m">Whether parents stay involved</h2>
      <p class="govuk-body">
        {wish === null
          ? `${childName} has not been recorded as saying whether their parents stay involved${when}.`
          : `${childName} ${wish.involved ? 'wants' : 'does not want'} their parents involved${when}: said on ${sayDate(wish.saidOn)}, recorded by ${wish.recordedBy}. `}
        {wish !== null && <AsTyped>{wish.how}</AsTyped>}
      </p>
      {mayChange && (
        <Button href={`${at}/wish`} classes="govuk-button--secondary">
          Record what they want
        </Button>
      )}
    </>
  );
}

const NOTICES: Readonly<Record<string, string>> = {
  ahead: 'Told that the rights will pass',
  passed: 'Told that the rights have passed',
};

function Said({ notices, noticeWeeks }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">What we have said</h2>
      {notices.length === 0 ? (
        <p class="govuk-body">
          Nothing yet. Everyone is told {noticeWeeks} weeks before, and again on the day. No law sets how long
          before: the authority does.
        </p>
      ) : (
        <StackedTable
          head={['What', 'When', 'The young person themself']}
          rows={notices.map((one) => [
            NOTICES[one.kind] ?? one.kind,
            sayDate(one.sentOn),
            one.youngPersonTold ? 'Told' : 'Not on file to be told',
          ])}
        />
      )}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { AsTyped, Button, type PageContext, SummaryList } from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import type { AdvisedNeed } from '../advice-needs.ts';
import type { Placed } from '../checking.ts';
import type { Cited } from '../citing-words.ts';
import type { Area, Need, Outcome, Provision, Source } from '../plan.ts';
import { CitedWords } from './cited-words.tsx';
import { Findings } from './findings.tsx';
import { type OfPlan, PlanFrame } from './frame.tsx';

/** Something said about a row, and where it is answered. */
export type Waiting = { what: string; words: string; href: string };

type Props = {
  page: PageContext;
  of: OfPlan;
  title: string;
  /** The area's address, under which each row has its own. */
  at: string;
  area: Area;
  /** What each row is called through the plan: B1, F1, E1. */
  names: ReadonlyMap<string, string>;
  /** What the checks find in this area. */
  findings: readonly Placed[];
  canChange: boolean;
  /** What waits for an answer about each row: comments, and other words suggested. */
  waiting: ReadonlyMap<string, readonly Waiting[]>;
  /** Needs of this area that the advice states, and nothing says where they are. */
  unplaced: readonly AdvisedNeed[];
  /** Where each row comes from, as it is cited. */
  cited: (sources: readonly Source[]) => readonly Cited[];
};

/** One area of a draft: strengths, then each need, its provision and its outcomes, each row with its own page. */
export function AreaPage(props: Props) {
  const { page, of, title, at, area, findings, canChange } = props;
  const ofNoRow = findings.filter(({ row }) => row === null);
  return (
    <PlanFrame page={page} of={of} title={title} backTo={{ part: 'overview' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      {ofNoRow.length > 0 && <Findings findings={ofNoRow} />}
      <SummaryList
        rows={[
          {
            key: 'Strengths',
            value: area.strengths === '' ? 'Not written yet' : <AsTyped>{area.strengths}</AsTyped>,
            ...(canChange
              ? {
                  actions: {
                    items: [{ href: `${at}/strengths`, text: 'Change', visuallyHiddenText: 'strengths' }],
                  },
                }
              : {}),
          },
        ]}
      />
      <Rows {...props} heading="Needs" kind="need" none="No need is written.">
        {area.needs.map((need) => (
          <NeedCard key={need.id} {...props} need={need} />
        ))}
      </Rows>
      <Unplaced {...props} />
      <Rows {...props} heading="Provision" kind="provision" none="No provision is written.">
        {area.provisions.map((provision) => (
          <ProvisionCard key={provision.id} {...props} provision={provision} />
        ))}
      </Rows>
      <Rows {...props} heading="Outcomes" kind="outcome" none="No outcome is written.">
        {area.outcomes.map((outcome) => (
          <OutcomeCard key={outcome.id} {...props} outcome={outcome} />
        ))}
      </Rows>
    </PlanFrame>
  );
}

type RowsProps = Props & { heading: string; kind: string; none: string; children: ComponentChildren[] };

function Rows({ heading, kind, none, children, at, canChange }: RowsProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      {children.length === 0 ? <p class="govuk-body">{none}</p> : children}
      {canChange && (
        <Button href={`${at}/rows?kind=${kind}`} classes="govuk-button--secondary">
          Add {kind === 'provision' ? 'provision' : `${kind === 'need' ? 'a' : 'an'} ${kind}`}
        </Button>
      )}
    </>
  );
}

/** What the advice says of this area and the plan does not say yet, beside the needs it does. */
function Unplaced({ of, at, unplaced, canChange }: Props) {
  if (unplaced.length === 0) return null;
  return (
    <SummaryList
      card={{ title: { text: 'Needs the advice states, without a place in the plan', headingLevel: 3 } }}
      rows={unplaced.map(({ needId, from, text }) => ({
        key: from,
        value: <AsTyped>{text}</AsTyped>,
        ...(canChange
          ? {
              actions: {
                items: [
                  {
                    href: `/plans/${of.planId}/advice-needs?need=${needId}`,
                    text: 'Say where it is',
                    visuallyHiddenText: `: ${text.slice(0, 60)}`,
                  },
                  {
                    href: `${at}/rows?kind=need`,
                    text: 'Write it here',
                    visuallyHiddenText: `: ${text.slice(0, 60)}`,
                  },
                ],
              },
            }
          : {}),
      }))}
    />
  );
}

function NeedCard(props: Props & { need: Need }) {
  const { need } = props;
  return (
    <SummaryList
      card={card(props, need.id)}
      rows={[
        { key: 'Need', value: <AsTyped>{need.text}</AsTyped> },
        { key: 'Evidence', value: <AsTyped>{orNone(need.evidence)}</AsTyped> },
        fromRow(props, need),
        ...findingRows(props, need.id),
        ...waitingRows(props, need.id),
      ]}
    />
  );
}

function ProvisionCard(props: Props & { provision: Provision }) {
  const { provision } = props;
  const told = [
    ['Who', provision.who],
    ['Ratio', provision.ratio],
    ['How often', provision.frequency],
    ['How long each time', provision.durationEachTime],
    ['Start and review', provision.review],
    ['Also', provision.text],
    ['Prepares for adulthood', provision.preparesForAdulthood ? 'Yes' : ''],
  ].filter(([, value]) => value !== '');
  return (
    <SummaryList
      card={card(props, provision.id)}
      rows={[
        { key: 'What', value: <AsTyped>{orNone(provision.what)}</AsTyped> },
        ...told.map(([key = '', value = '']) => ({ key, value: <AsTyped>{value}</AsTyped> })),
        { key: 'Meets', value: namesOf(props, provision.needIds) },
        fromRow(props, provision),
        ...findingRows(props, provision.id),
        ...waitingRows(props, provision.id),
      ]}
    />
  );
}

function OutcomeCard(props: Props & { outcome: Outcome }) {
  const { outcome } = props;
  return (
    <SummaryList
      card={card(props, outcome.id)}
      rows={[
        { key: 'Outcome', value: <AsTyped>{outcome.text}</AsTyped> },
        outcome.steps !== '' && { key: 'Steps', value: <AsTyped>{outcome.steps}</AsTyped> },
        { key: 'By when', value: <AsTyped>{orNone(outcome.byWhen)}</AsTyped> },
        outcome.monitoring !== undefined && {
          key: 'Progress',
          value: <AsTyped>{outcome.monitoring}</AsTyped>,
        },
        outcome.adulthood !== undefined && { key: 'For adult life', value: capital(outcome.adulthood) },
        { key: 'Served by', value: namesOf(props, outcome.provisionIds) },
        fromRow(props, outcome),
        ...findingRows(props, outcome.id),
        ...waitingRows(props, outcome.id),
      ]}
    />
  );
}

function card({ names, at, canChange }: Props, id: string) {
  return {
    title: { text: names.get(id) ?? '', headingLevel: 3 as const },
    attributes: { id },
    ...(canChange ? { actions: { items: [{ href: `${at}/rows/${id}`, text: 'Change' }] } } : {}),
  };
}

function fromRow({ cited, at, names, canChange }: Props, { id, sources }: Pick<Need, 'id' | 'sources'>) {
  const called = names.get(id) ?? '';
  const cite = {
    href: `${at}/rows/${id}/citations`,
    text: 'Cite',
    visuallyHiddenText: `advice or a report for ${called}`,
  };
  return {
    key: 'Comes from',
    value: <CitedWords cited={cited(sources)} />,
    ...(canChange ? { actions: { items: [cite] } } : {}),
  };
}

function findingRows({ findings }: Props, id: string) {
  const found = findings.filter(({ row }) => row === id);
  return found.length === 0 ? [] : [{ key: 'Checks', value: <Findings findings={found} /> }];
}

function waitingRows({ waiting }: Props, id: string) {
  return (waiting.get(id) ?? []).map(({ what, words, href }) => ({
    key: what,
    value: <AsTyped>{words}</AsTyped>,
    actions: { items: [{ href, text: 'Answer', visuallyHiddenText: what }] },
  }));
}

function namesOf({ names }: Props, ids: readonly string[]): string {
  return ids.length === 0 ? 'Nothing yet' : ids.map((id) => names.get(id) ?? '').join(', ');
}

function orNone(text: string): string {
  return text === '' ? 'Not given' : text;
}

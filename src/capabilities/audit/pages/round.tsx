import {
  Button,
  Details,
  Layout,
  type PageContext,
  Pagination,
  StackedTable,
  SummaryList,
  WarningText,
} from '../../../design-system/index.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import { capital, countOf } from '../../../shared/words.ts';
import type { Question } from '../questions.ts';

type Plan = {
  id: string;
  reference: string;
  place: number;
  lot: string;
  twice: boolean;
  issuedOn: PlainDate;
  begun: readonly { auditorName: string; given: boolean }[];
};
type Props = {
  page: PageContext;
  round: {
    id: string;
    name: string;
    issuedFrom: PlainDate;
    issuedTo: PlainDate;
    team: string | null;
    need: string | null;
    settingType: string | null;
    wanted: number;
    secondShare: number;
    seed: string;
    eligibleIds: readonly string[];
    formNumber: number;
    questions: readonly Question[];
    madeBy: string;
  };
  /** What is still to be graded comes first. */
  plans: readonly Plan[];
  number: number;
  /** The reader grades, and so may open the plans. */
  audits: boolean;
  /** The reader makes rounds, and keeps the checks. */
  keeps: boolean;
  /** The kept seed draws the same plans again from the kept list. */
  same: boolean;
};

/** A round: which plans it drew and why those, and how far it is. */
export function RoundPage({ page, round, plans, number, audits, keeps, same }: Props) {
  const pages = Math.max(1, Math.ceil(plans.length / PAGE));
  const current = Math.min(number, pages);
  const graded = plans.filter(isGraded).length;
  const from = round.eligibleIds.length;
  return (
    <Layout title={round.name} page={page} backLink={{ href: '/audits', text: 'Audits of plans' }}>
      <span class="govuk-caption-l">Audit of plans</span>
      <h1 class="govuk-heading-l">{round.name}</h1>
      <SummaryList
        rows={[
          { key: 'Issued', value: `${sayDate(round.issuedFrom)} to ${sayDate(round.issuedTo)}` },
          { key: 'Drawn from', value: narrowedTo(round) },
          { key: 'Drawn', value: `${plans.length} of ${countOf(from, 'plan')}, made by ${round.madeBy}` },
          { key: 'Graded so far', value: `${graded} of ${plans.length}` },
          {
            key: 'To be graded twice',
            value: `${plans.filter(({ twice }) => twice).length} of ${plans.length}`,
          },
          {
            key: 'Form',
            value: round.formNumber === 0 ? 'As it comes with the service' : `Version ${round.formNumber}`,
          },
        ]}
      />
      <div class="govuk-button-group">
        <Button href={`/audits/${round.id}/results`}>Results</Button>
        {keeps && (
          <Button href={`/audits/${round.id}/missed`} classes="govuk-button--secondary">
            What the checks missed
          </Button>
        )}
      </div>
      {!same && (
        <WarningText>The seed and the list that were kept do not draw these plans again.</WarningText>
      )}
      <Details summary="Why these plans">
        <p class="govuk-body">
          Each of the {countOf(from, 'plan')} was given a number worked out from the seed below and the plan’s
          own identifier (SHA-256). The {plans.length === 1 ? 'plan' : `${plans.length} plans`} with the
          lowest numbers were drawn.{' '}
          {same && 'Drawn again just now, from the list kept that day, they are the same plans.'}
        </p>
        <p class="govuk-body">
          Seed: <code class="opensend-unbroken">{round.seed}</code>
        </p>
      </Details>
      <h2 class="govuk-heading-m">Plans drawn</h2>
      <StackedTable
        caption="Plans drawn"
        captionClasses="govuk-visually-hidden"
        head={['Plan', 'Place', 'Its number begins', 'Issued', 'Grading']}
        rows={plans.slice((current - 1) * PAGE, current * PAGE).map((plan) => [
          audits ? (
            <a class="govuk-link" href={`/audits/plans/${plan.id}`}>
              {plan.reference}
            </a>
          ) : (
            plan.reference
          ),
          String(plan.place),
          <code>{plan.lot.slice(0, 8)}</code>,
          sayDate(plan.issuedOn),
          sayGradings(plan),
        ])}
      />
      <Pages roundId={round.id} {...{ current, pages }} />
      <h2 class="govuk-heading-m">What is asked</h2>
      <StackedTable
        caption="What is asked"
        captionClasses="govuk-visually-hidden"
        head={['Quality', 'Question', 'Weight', 'Where it comes from']}
        rows={round.questions.map(({ quality, question, weight, source }) => [
          quality,
          question,
          String(weight),
          source,
        ])}
      />
    </Layout>
  );
}

const PAGE = 20;

function Pages({ roundId, current, pages }: { roundId: string; current: number; pages: number }) {
  if (pages === 1) return null;
  const at = (page: number) => `/audits/${roundId}?page=${page}`;
  return (
    <Pagination
      landmarkLabel="Plans drawn"
      {...(current > 1 ? { previous: { href: at(current - 1) } } : {})}
      {...(current < pages ? { next: { href: at(current + 1) } } : {})}
      items={Array.from({ length: pages }, (_, place) => place + 1)
        .filter((one) => one === 1 || one === pages || Math.abs(one - current) < 2)
        .map((one) => ({ number: one, href: at(one), current: one === current }))}
    />
  );
}

/** Every grading of it that the round asks for has been given. */
export function isGraded({ twice, begun }: Pick<Plan, 'twice' | 'begun'>): boolean {
  return begun.filter(({ given }) => given).length === (twice ? 2 : 1);
}

function narrowedTo({ team, need, settingType }: Props['round']): string {
  const said = [
    ...(team === null ? [] : [`team ${team}`]),
    ...(need === null ? [] : [`needs in ${need}`]),
    ...(settingType === null ? [] : [`Section I: ${settingType}`]),
  ];
  return said.length === 0 ? 'Every plan issued in these days' : capital(said.join('; '));
}

function sayGradings({ twice, begun }: Plan): string {
  const of = twice ? 2 : 1;
  const given = begun.filter((one) => one.given).length;
  const names = begun.filter((one) => !one.given).map(({ auditorName }) => `${auditorName} has begun`);
  if (isGraded({ twice, begun })) return twice ? 'Graded twice' : 'Graded';
  return [`${given} of ${of} given`, ...names].join('; ');
}

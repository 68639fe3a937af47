import {
  AsTyped,
  Details,
  InsetText,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import type { PlainDate } from '../../../shared/plain-date.ts';
import {
  type AgreedTable,
  type ResponseRow,
  type Share,
  type ShownGroup,
  sayQuarter,
  TOPIC_NAMES,
  type Topic,
} from '../counts.ts';
import { KIND_NAMES, KINDS, STAGE_NAMES } from '../survey.ts';

type Props = {
  page: PageContext;
  quarters: readonly PlainDate[];
  least: number;
  responses: readonly ResponseRow[];
  agreements: readonly AgreedTable[];
  groups: readonly { topic: Topic; groups: readonly ShownGroup[] }[];
  words: readonly { kind: string; quarterOn: PlainDate; words: string }[];
};

/** More than these nobody reads at once. */
const MOST_WORDS = 40;
const say = (share: Share) => share ?? 'too few';

/** How it went, for an authority's leaders: what people say, how many of them, and who was not heard. */
export function PerformancePage(props: Props) {
  const { page, least, responses, agreements, groups } = props;
  return (
    <Layout title="How it went" page={page} backLink={{ href: '/performance', text: 'Performance' }}>
      <h1 class="govuk-heading-l">How it went</h1>
      <p class="govuk-body">
        What families, young people, settings and professionals said after each stage, of those asked in the
        last four quarters. Only those who answered are counted: see beside it how many did. The statements
        are this service’s own and follow no published questionnaire.
      </p>
      <InsetText>Nothing is shown of fewer than {least}. Who answered what, nobody can look up.</InsetText>
      {responses.length === 0 ? (
        <p class="govuk-body">Nobody was asked yet.</p>
      ) : (
        <>
          <StackedTable
            caption="How many answered"
            captionClasses="govuk-table__caption--m"
            head={['Who', 'About what', 'Asked', 'Answered', 'Of these, written down by staff']}
            rows={responses.map(({ kind, stage, asked, share, writtenDown }) => [
              KIND_NAMES[kind],
              STAGE_NAMES[stage],
              String(asked),
              say(share),
              say(writtenDown),
            ])}
          />
          <p class="govuk-body">
            Answered: of those who answered, said no or let their time pass. Those who still can are not among
            them, so the newest quarter is higher than it will be.
          </p>
          <h2 class="govuk-heading-m">What they said</h2>
          {agreements
            .filter(({ kind }) => responses.some((one) => one.kind === kind))
            .map((table) => (
              <Agreed key={table.kind} table={table} quarters={props.quarters} />
            ))}
          <NotHeard groups={groups} />
          <Words {...props} />
          <p class="govuk-body">
            <a class="govuk-link" href="/performance/experience.csv">
              All of this but the words (CSV)
            </a>
          </p>
        </>
      )}
    </Layout>
  );
}

function Agreed({ table, quarters }: { table: AgreedTable; quarters: readonly PlainDate[] }) {
  if ([...table.answered, ...table.rows.flatMap(({ shares }) => shares)].every((share) => share === null))
    return <p class="govuk-body">{KIND_NAMES[table.kind]}: too few answered for anything to be shown.</p>;
  return (
    <StackedTable
      caption={`${KIND_NAMES[table.kind]}: who agree, or agree a lot`}
      captionClasses="govuk-table__caption--s"
      head={['Asked in', ...quarters.map((quarter) => ({ text: sayQuarter(quarter), format: 'numeric' }))]}
      rows={[
        ...table.rows.map(({ words, shares }) => [words, ...shares.map(numeric)]),
        ['Answered at all', ...table.answered.map(numeric)],
      ]}
    />
  );
}

function numeric(share: Share) {
  return { text: say(share), format: 'numeric' };
}

function NotHeard({ groups }: Pick<Props, 'groups'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Who was not heard</h2>
      <p class="govuk-body">
        Of families and young people, by what is known of the child on the day they were asked. A group whose
        share is low was heard less: what is above says less of it.
      </p>
      {groups.map(({ topic, groups: of }) => (
        <Details key={topic} summary={TOPIC_NAMES[topic]}>
          <StackedTable
            caption={TOPIC_NAMES[topic]}
            captionClasses="govuk-visually-hidden"
            head={['Group', 'Could answer', 'Answered']}
            rows={of.map(({ name, ended, share }) => [
              name,
              share === null ? 'too few' : String(ended),
              say(share),
            ])}
          />
        </Details>
      ))}
    </>
  );
}

function Words({ words }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">In their own words</h2>
      <p class="govuk-body">
        What people wrote and agreed that a manager may read, in no order, where enough answered in the
        quarter. Whoever wrote cannot be found and is not answered.
      </p>
      {words.length === 0 && <p class="govuk-body">Nothing can be shown.</p>}
      {KINDS.map((kind) => {
        const of = words.filter((one) => one.kind === kind);
        if (of.length === 0) return null;
        return (
          <Details key={kind} summary={`${KIND_NAMES[kind]} (${of.length})`}>
            {of.slice(0, MOST_WORDS).map((one) => (
              <blockquote class="opensend-easy__quote">
                <AsTyped>{one.words}</AsTyped>
              </blockquote>
            ))}
            {of.length > MOST_WORDS && (
              <p class="govuk-body">And {of.length - MOST_WORDS} more: as JSON, all of them.</p>
            )}
          </Details>
        );
      })}
    </>
  );
}

import {
  Button,
  inEasyRead,
  Layout,
  type PageContext,
  Select,
  SummaryList,
} from '../../../design-system/index.ts';
import { capital } from '../../../shared/words.ts';
import type { StatementChange } from '../comparing/compare.ts';
import type { Compared } from '../comparison-store.ts';
import { ComparedWords, HowToReadWords } from './compared-words.tsx';
import { comparisonInEasyRead } from './easy-read/comparison.ts';
import { type OfPlan, PlanFrame } from './frame.tsx';

type StaffProps = { page: PageContext; of: OfPlan; compared: Compared | null };

/** Two versions of a plan, as staff compare them. */
export function ComparisonPage({ page, of, compared }: StaffProps) {
  return (
    <PlanFrame page={page} of={of} title="Compare versions" backTo={{ part: 'document' }}>
      <h1 class="govuk-heading-l">Compare two versions</h1>
      <Comparing compared={compared} at={`/plans/${of.planId}/comparison`} />
    </PlanFrame>
  );
}

export type FamilyComparisonProps = {
  page: PageContext;
  childId: string;
  childName: string;
  compared: Compared | null;
};

/** Two versions that the family was sent: what is new, what is gone, and what moved. */
export const FamilyComparisonPage = inEasyRead(FamilyComparison, comparisonInEasyRead);

function FamilyComparison({ page, childId, childName, compared }: FamilyComparisonProps) {
  const at = `/family/${childId}/plan`;
  return (
    <Layout
      title={`What changed in the plan for ${childName}`}
      page={page}
      backLink={{ href: at, text: 'The plan' }}
    >
      <h1 class="govuk-heading-l">What changed in the plan for {childName}</h1>
      <Comparing compared={compared} at={`${at}/comparison`} />
    </Layout>
  );
}

function Comparing({ compared, at }: { compared: Compared | null; at: string }) {
  if (compared === null)
    return <p class="govuk-body">There is only one version so far, so there is nothing to compare.</p>;
  const { from, to, comparison } = compared;
  const sections = Map.groupBy(comparison.changes, ({ section }) => section);
  return (
    <>
      <Choose compared={compared} at={at} />
      <p class="govuk-body">
        <strong>{from.words}</strong>, and then <strong>{to.words}</strong>.
      </p>
      <p class="govuk-body">{sumUp(compared)}</p>
      {comparison.changes.length > 0 && (
        <HowToReadWords>Parts that are the same are not shown.</HowToReadWords>
      )}
      {[...sections].map(([section, changes]) => (
        <section>
          <h2 class="govuk-heading-m">{section}</h2>
          {changes.map((change) => (
            <Changed change={change} />
          ))}
        </section>
      ))}
    </>
  );
}

function Choose({ compared: { choices, from, to }, at }: { compared: Compared; at: string }) {
  const items = choices.map(({ key, words }) => ({ value: key, text: words }));
  return (
    <form method="get" action={at} class="opensend-not-printed">
      <Select name="from" label={{ text: 'Earlier version' }} items={items} value={from.key} />
      <Select name="to" label={{ text: 'Later version' }} items={items} value={to.key} />
      <Button classes="govuk-button--secondary">Compare</Button>
    </form>
  );
}

/** `2 changed, 1 put in and 1 moved. 14 are the same.` */
function sumUp({ from, to, comparison: { changes, same } }: Compared): string {
  if (from.key === to.key) return 'These are one and the same version. Choose another to compare it with.';
  if (changes.length === 0) return 'They say the same.';
  const counts = [
    [changes.filter(({ how }) => how === 'changed').length, 'changed'],
    [changes.filter(({ how }) => how === 'put in').length, 'put in'],
    [changes.filter(({ how }) => how === 'taken out').length, 'taken out'],
    [changes.filter(({ movedFrom }) => movedFrom !== null).length, 'moved'],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return `Parts of the plan: ${said.join(', ')}. ${same} ${same === 1 ? 'is' : 'are'} the same.`;
}

function Changed({ change }: { change: StatementChange }) {
  const { area, name, was, writtenAgain, movedFrom, fields } = change;
  const notes = [
    was !== null && was !== name ? `It was ${was}` : '',
    movedFrom === null ? '' : `Moved from ${movedFrom}`,
    writtenAgain ? 'Taken away and written again: matched by its words' : '',
  ].filter((note) => note !== '');
  return (
    <SummaryList
      card={{ title: { text: titleOf(change), headingLevel: 3 } }}
      rows={[
        ...(area === '' ? [] : [{ key: 'Area', value: area }]),
        ...(notes.length === 0 ? [] : [{ key: 'Where it was', value: `${notes.join('. ')}.` }]),
        ...fields.map(({ label, words }) => ({
          key: label === '' ? 'Words' : label,
          value: <ComparedWords pieces={words} />,
        })),
      ]}
    />
  );
}

function titleOf({ name, how, movedFrom }: StatementChange): string {
  const ways = [how === 'the same' ? '' : how, movedFrom === null ? '' : 'moved'].filter((way) => way !== '');
  return name === '' ? capital(ways.join(' and ')) : `${name}: ${ways.join(' and ')}`;
}

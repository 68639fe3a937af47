import {
  Button,
  Checkboxes,
  inEasyRead,
  Layout,
  type PageContext,
  StackedTable,
} from '../../../design-system/index.ts';
import type { ShownSetting } from '../shown.ts';
import { TITLES } from '../shown.ts';
import { comparisonInEasyRead } from './easy-read/comparison.ts';
import { TheRight, VERDICT_WORDS } from './parts.tsx';

export type ComparisonProps = {
  page: PageContext;
  childId: string;
  /** Side by side, at most four. */
  chosen: readonly ShownSetting[];
  easy: readonly ShownSetting[];
  /** What may be chosen: what is asked for, and the first of the rest. */
  choices: readonly { id: string; name: string }[];
};

export const ComparisonPage = inEasyRead(Comparison, comparisonInEasyRead);

/** A few settings side by side, by each criterion. */
function Comparison({ page, childId, chosen, choices }: ComparisonProps) {
  const at = `/family/${childId}/tailored-list`;
  const title = 'Settings side by side';
  return (
    <Layout title={title} page={page} backLink={{ href: at, text: 'The list' }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <TheRight family />
      {chosen.length === 0 ? (
        <p class="govuk-body">Choose up to four settings.</p>
      ) : (
        <StackedTable
          caption="What was found of each"
          head={['What was asked', ...chosen.map(({ name }) => name)]}
          rows={[
            ['Together', ...chosen.map(({ verdict }) => VERDICT_WORDS[verdict])],
            ['Where', ...chosen.map(({ about }) => about)],
            ...Object.values(TITLES)
              .filter((one) => chosen.some(({ why }) => why.some(({ title }) => title === one)))
              .map((one) => [
                one,
                ...chosen.map(({ why }) => why.find(({ title }) => title === one)?.words ?? 'Nothing to say'),
              ]),
          ]}
        />
      )}
      {choices.length > 0 && (
        <form action={`${at}/comparison`} method="get">
          <Checkboxes
            name="setting"
            fieldset={{
              legend: { text: 'Which settings? Up to four', classes: 'govuk-fieldset__legend--m' },
            }}
            items={choices.map(({ id, name }) => ({ value: id, text: name }))}
            values={chosen.map(({ settingId }) => settingId)}
          />
          <Button classes="govuk-button--secondary">Put them side by side</Button>
        </form>
      )}
    </Layout>
  );
}

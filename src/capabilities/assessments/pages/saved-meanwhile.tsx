import { AsTyped, SummaryList, WarningText } from '../../../design-system/index.ts';

export type SavedMeanwhile = readonly { key: string; words: string }[];

/** What somebody else saved while this was being written, whole, above what was typed. */
export function SavedMeanwhileNotice({ saved }: { saved: SavedMeanwhile }) {
  return (
    <>
      <WarningText>Someone else saved this while you were writing</WarningText>
      <SummaryList
        card={{ title: 'What is saved now' }}
        rows={saved.map(({ key, words }) => ({
          key,
          value: <AsTyped>{words}</AsTyped>,
        }))}
      />
      <p class="govuk-body">What you wrote is below. Saving it replaces what is saved now.</p>
    </>
  );
}

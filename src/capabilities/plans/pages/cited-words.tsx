import type { Cited } from '../citing-words.ts';

/** Where a statement comes from, a line for each source. */
export function CitedWords({ cited }: { cited: readonly Cited[] }) {
  if (cited.length === 0) return <p class="govuk-body">Nothing is cited. Citing is optional.</p>;
  return (
    <ul class="govuk-list">
      {cited.map(({ key, words, withheld }) => (
        <li key={key} dir="auto">
          {words}
          {withheld && ' (withheld from the family: the plan does not show this)'}
        </li>
      ))}
    </ul>
  );
}

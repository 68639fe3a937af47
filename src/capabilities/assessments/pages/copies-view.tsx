import { AsTyped, Details } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import { type Copy, keyOf } from '../copies.ts';

/** What whoever advises was given, each to be opened and read. */
export function CopiesView({ copies }: { copies: readonly Copy[] }) {
  return (
    <>
      {copies.map((copy) => (
        <Details key={keyOf(copy)} summary={`${copy.title}: ${copy.saidBy}, ${sayDate(copy.saidOn)}`}>
          {copy.body.map(({ heading, words }, place) => (
            <div key={String(place)}>
              <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{heading}</p>
              <p class="govuk-body">
                <AsTyped>{words}</AsTyped>
              </p>
            </div>
          ))}
          <p class="govuk-hint">
            As it was on {sayDate(copy.givenOn)}, when {copy.givenBy} gave it.
          </p>
        </Details>
      ))}
    </>
  );
}

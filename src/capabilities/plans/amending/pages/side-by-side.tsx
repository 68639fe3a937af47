import type { ComponentChildren } from 'preact';
import type { Comparison, StatementChange } from '../../comparing/compare.ts';
import { ComparedWords, HowToReadWords } from '../../pages/compared-words.tsx';
import { titleOf } from '../words.ts';

/** Every proposed change, what the plan says now beside what it would say; one under the other on a telephone. */
export function SideBySide({ comparison: { changes } }: { comparison: Comparison }) {
  if (changes.length === 0)
    return <p class="govuk-body">No words of the plan would change but the setting in Section I.</p>;
  const sections = Map.groupBy(changes, ({ section }) => section);
  return (
    <div>
      <HowToReadWords>Parts that would stay the same are not shown.</HowToReadWords>
      {[...sections].map(([section, changed]) => (
        <section>
          <h3 class="govuk-heading-m">{section}</h3>
          {changed.map((change) => (
            <Change change={change} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Change({ change }: { change: StatementChange }) {
  const { area, movedFrom, how } = change;
  return (
    <div class="govuk-!-margin-bottom-6">
      <h4 class="govuk-heading-s">{titleOf(change)}</h4>
      {area !== '' && <p class="govuk-body-s">{area}</p>}
      {movedFrom !== null && <p class="govuk-body">Moved from {movedFrom}.</p>}
      <div class="govuk-grid-row">
        <Side title="The plan now">
          {how === 'put in' ? (
            <p class="govuk-body">Not in the plan.</p>
          ) : (
            <Fields change={change} left="in" />
          )}
        </Side>
        <Side title="What it would say">
          {how === 'taken out' ? <p class="govuk-body">Taken out.</p> : <Fields change={change} left="out" />}
        </Side>
      </div>
    </div>
  );
}

function Side({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="govuk-grid-column-one-half">
      <h5 class="govuk-heading-s govuk-!-font-size-16">{title}</h5>
      {children}
    </div>
  );
}

function Fields({ change: { fields }, left }: { change: StatementChange; left: 'in' | 'out' }) {
  const said = fields.map(({ label, words }) => ({ label, words: words.filter(({ how }) => how !== left) }));
  return (
    <>
      {said
        .filter(({ words }) => words.length > 0)
        .map(({ label, words }) => (
          <p class="govuk-body">
            {label !== '' && <strong>{label}: </strong>}
            <ComparedWords pieces={words} />
          </p>
        ))}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import type { ComparedField } from '../comparing/compare.ts';
import { ComparedWords } from './compared-words.tsx';

type Props = {
  /** From what it says to what it would say, by word. */
  fields: readonly ComparedField[];
  titles: readonly [now: string, then: string];
  /** Which side has nothing, where one has: what is new is not there yet, and what is taken out is there no longer. */
  missing: 'now' | 'then' | null;
  Heading: 'h2' | 'h3' | 'h4' | 'h5';
};

/**
 * What a row says beside what it would say: in two columns where there is room, also on paper, and one under the other on a
 * telephone. What is taken out is marked on the left and what is put in on the right, for eye and ear.
 */
export function TwoColumns({ fields, titles: [now, then], missing, Heading }: Props) {
  return (
    <div class="govuk-grid-row opensend-two-columns">
      <Side title={now} Heading={Heading}>
        {missing === 'now' ? (
          <p class="govuk-body">Not in the plan.</p>
        ) : (
          <Fields fields={fields} left="in" />
        )}
      </Side>
      <Side title={then} Heading={Heading}>
        {missing === 'then' ? <p class="govuk-body">Taken out.</p> : <Fields fields={fields} left="out" />}
      </Side>
    </div>
  );
}

type SideProps = { title: string; Heading: Props['Heading']; children: ComponentChildren };

function Side({ title, Heading, children }: SideProps) {
  return (
    <div class="govuk-grid-column-one-half">
      <Heading class="govuk-heading-s govuk-!-font-size-16 govuk-!-margin-bottom-1">{title}</Heading>
      {children}
    </div>
  );
}

function Fields({ fields, left }: { fields: readonly ComparedField[]; left: 'in' | 'out' }) {
  const said = fields.map(({ label, words }) => ({ label, words: words.filter(({ how }) => how !== left) }));
  return (
    <>
      {said
        .filter(({ words }) => words.length > 0)
        .map(({ label, words }) => (
          <p key={label} class="govuk-body">
            {label !== '' && <strong>{label}: </strong>}
            <ComparedWords pieces={words} />
          </p>
        ))}
    </>
  );
}

/** Which side of a suggestion has nothing. */
export function missingOf({ base, proposed }: { base: unknown; proposed: unknown }): Props['missing'] {
  if (base === null) return 'now';
  return proposed === null ? 'then' : null;
}

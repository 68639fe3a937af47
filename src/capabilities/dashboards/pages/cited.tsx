import type { Release } from '../figures/held-store.ts';
import type { Measure } from '../measures/measure.ts';
import { Downloads, Sources } from './parts.tsx';

type Props = { measure: Measure; releases: readonly Release[] };

/** Under figures that stand away from their measure's own page: what to take care of, what they are, and whose. */
export function Cited({ measure, releases }: Props) {
  const at = `/measures/${measure.id}`;
  return (
    <>
      {measure.caveat !== null && <p class="govuk-inset-text">{measure.caveat}</p>}
      <Downloads
        links={[
          { href: at, text: 'What this measure is, and England by region' },
          { href: `${at}/figures.csv`, text: 'Every area and year (CSV)' },
        ]}
      />
      <Sources releases={releases} />
    </>
  );
}

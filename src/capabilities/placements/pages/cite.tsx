import type { CITES } from '../cites.ts';

/** The provision a sentence rests on, with its link, and that we are less sure of it where we are. */
export function Cite({ of }: { of: (typeof CITES)[keyof typeof CITES] }) {
  return (
    <>
      (
      <a class="govuk-link" href={of.url}>
        {of.provision}
      </a>
      {of.confidence === 'high' ? '' : `; our reading, of ${of.confidence} confidence`})
    </>
  );
}

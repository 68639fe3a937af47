import type { ComponentChildren } from 'preact';
import { InsetText } from '../../../design-system/index.ts';
import type { Piece } from '../comparing/words.ts';

/** The words of a statement, with what was taken out and put in marked for eye and ear, on screen and paper. */
export function ComparedWords({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span class="opensend-as-typed opensend-compare" dir="auto">
      {pieces.map(({ how, text }) => {
        if (how === 'kept') return text;
        const Mark = how === 'out' ? 'del' : 'ins';
        const [begins, ends] =
          how === 'out' ? ['taken out: ', ' (end of taken out) '] : ['put in: ', ' (end of put in) '];
        return (
          <Mark>
            <span class="govuk-visually-hidden">{begins}</span>
            {text}
            <span class="govuk-visually-hidden">{ends}</span>
          </Mark>
        );
      })}
    </span>
  );
}

/** How words taken out and put in look. */
export function HowToReadWords({ children }: { children?: ComponentChildren }) {
  return (
    <InsetText>
      Words taken out are crossed out: <ComparedWords pieces={[{ how: 'out', text: 'like this' }]} />. Words
      put in are bold and underlined: <ComparedWords pieces={[{ how: 'in', text: 'like this' }]} />.{' '}
      {children}
    </InsetText>
  );
}

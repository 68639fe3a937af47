import { SubNavigation } from '../../../design-system/index.ts';

const PARTS = [
  { href: '/sufficiency', text: 'Forecast' },
  { href: '/sufficiency/today', text: 'Children today' },
  { href: '/sufficiency/places', text: 'Places by setting' },
] as const;

/** The three parts, and which this is. */
export function Parts({ at }: { at: (typeof PARTS)[number]['href'] }) {
  return (
    <SubNavigation
      label="Sufficiency"
      items={PARTS.map(({ href, text }) => ({ href, text, active: href === at }))}
    />
  );
}

/** Counts this small can point to one child. */
export function NotForPublishing() {
  return (
    <p class="govuk-body">
      These are counts for planning. Small ones can point to one child: do not publish them as they are.
    </p>
  );
}

import type { ComponentChildren } from 'preact';
import { SubNavigation } from '../../../design-system/index.ts';
import type { Area } from '../areas/areas.ts';
import type { Release } from '../figures/held-store.ts';
import { THEMES, type Theme } from '../measures/measure.ts';
import { sayInTen, sayRelease } from '../words.ts';

/** A theme as its heading says it, and as its address does. */
export const THEME_NAMES: Readonly<Record<Theme, string>> = {
  experiences: 'Experiences',
  identification: 'Who has support',
  outcomes: 'Outcomes',
  places: 'Places',
  'alternative provision': 'Alternative provision',
  money: 'Money',
};

export function themePath(area: Area, theme: Theme): string {
  return `/areas/${area.slug}/${theme.replaceAll(' ', '-')}`;
}

/** The parts of an area's pages, and which this is: null for the summary. */
export function AreaParts({ area, at }: { area: Area; at: Theme | null }) {
  return (
    <SubNavigation
      label={area.name}
      items={[
        { href: `/areas/${area.slug}`, text: 'Summary', active: at === null },
        ...THEMES.map((theme) => ({
          href: themePath(area, theme),
          text: THEME_NAMES[theme],
          active: at === theme,
        })),
      ]}
    />
  );
}

/** Ten people, of whom so many are filled in: a share that can be seen without reading a number. */
export function Ten({ value }: { value: number }) {
  const filled = Math.round(value / 10);
  return (
    <svg class="opensend-ten" viewBox="0 0 200 44" role="img" aria-label={sayInTen(value)}>
      {Array.from({ length: 10 }, (_, place) => (
        <g class={place < filled ? 'opensend-ten__in' : 'opensend-ten__out'}>
          <circle cx={10 + place * 20} cy="10" r="6" />
          <path d={`M${3 + place * 20} 42v-12a7 9 0 0 1 14 0v12z`} />
        </g>
      ))}
    </svg>
  );
}

/** A bar for each year, the newest darkest: how a count has gone. Its figures are on the page of the measure. */
export function Bars({ values, said }: { values: readonly number[]; said: string }) {
  const most = Math.max(...values, 1);
  return (
    <svg class="opensend-ten" viewBox="0 0 200 44" role="img" aria-label={said}>
      {values.slice(-10).map((value, place, shown) => {
        const height = Math.max(1, Math.round((40 * value) / most));
        const last = place === shown.length - 1;
        return (
          <rect
            class={last ? 'opensend-ten__in' : 'opensend-ten__out'}
            x={2 + place * 20}
            y={42 - height}
            width="16"
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** Who published what a page shows, under which licence; each release once. */
export function Sources({ releases }: { releases: readonly Release[] }) {
  if (releases.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-s">Sources</h2>
      <ul class="govuk-list govuk-list--bullet">
        {releases.map((release) => (
          <li>
            {release.publisher},{' '}
            <a class="govuk-link" href={release.address} rel="external">
              {sayRelease(release)}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">
        Contains public sector information licensed under the Open Government Licence v3.0.
      </p>
    </>
  );
}

/** Addresses of the same figures for machines. */
export function Downloads({ links }: { links: readonly { href: string; text: string }[] }) {
  return (
    <ul class="govuk-list">
      {links.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Where nothing was imported yet, and nothing came with the project. */
export function NoFigures({ children }: { children?: ComponentChildren }) {
  return (
    <p class="govuk-body">
      There are no figures to show yet. They appear when official statistics are imported. {children}
    </p>
  );
}

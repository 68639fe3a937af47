import { type EasyRead, say } from '../../../../design-system/index.ts';
import type { Across } from '../../figures/view.ts';
import { CHANGES, HEADLINES, MEASURES } from '../../measures/catalogue.ts';
import type { Measure } from '../../measures/measure.ts';
import { inTen, sayInTen, sayPoint } from '../../words.ts';

/** One measure across England, in Easy Read. */
export function measureInEasyRead({
  measure,
  across,
}: {
  measure: Measure;
  across: Across | null;
}): EasyRead {
  const filled = inTen(measure, across?.england?.value ?? null);
  return {
    title: say`${measure.name}`,
    back: { href: '/areas/england', text: 'Back' },
    sections: [
      {
        blocks: [
          ...(across === null
            ? [{ picture: 'a question mark' as const, lines: ['We do not have this number.'] }]
            : [
                {
                  picture: 'numbers' as const,
                  lines: [
                    say`In England the number is ${sayPoint(across.england, measure.unit)}.`,
                    ...(filled === null
                      ? []
                      : [say`That is ${sayInTen(across.england?.value ?? 0).toLowerCase()}.`]),
                  ],
                },
              ]),
          {
            picture: 'a place on a map',
            lines: ['You can look at the place where you live.'],
            link: { href: '/areas', text: 'Choose a place' },
          },
        ],
      },
    ],
  };
}

/** What the numbers are, in Easy Read. */
export function measuresInEasyRead(): EasyRead {
  return {
    title: 'What the numbers are',
    back: { href: '/areas', text: 'Back' },
    sections: [
      {
        blocks: [
          { picture: 'numbers', lines: [say`We show ${String(MEASURES.length)} numbers.`] },
          {
            picture: 'a magnifying glass',
            lines: ['The government counted them.', 'We did not change them.'],
          },
          {
            picture: 'a star',
            lines: [
              say`${String(HEADLINES.length)} of them matter most.`,
              'They are on the page of your place.',
            ],
            link: { href: '/areas', text: 'Choose a place' },
          },
        ],
      },
    ],
  };
}

/** What has changed, in Easy Read. */
export function changesInEasyRead(): EasyRead {
  return {
    title: 'What has changed',
    back: { href: '/measures', text: 'Back' },
    sections: [
      {
        blocks: CHANGES.map(({ version }) => ({
          picture: 'a paper' as const,
          lines: [say`This is version ${version} of the numbers.`],
        })),
      },
    ],
  };
}

import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import { lastOf } from '../../check.ts';
import { sayPlace } from '../../placement.ts';
import type { FamilyPlacementProps } from '../family-placement.tsx';

/** So that it can be printed on a few pages; the usual page has them all. */
const SHOWN = 30;

/** Where a child goes, and the help they get, in Easy Read. */
export function placementInEasyRead({ shown, invited }: FamilyPlacementProps): EasyRead {
  const { childId, childName, now, lines } = shown;
  return {
    title: say`Where ${childName} goes, and the help they get`,
    back: { href: `/family/${childId}`, text: 'What is happening' },
    sections: [
      {
        heading: 'Where they go',
        blocks:
          now.length === 0
            ? [{ picture: 'a school', lines: ['We have no place to show you yet.', 'You can ask us why.'] }]
            : now.map(
                (one): EasyBlock => ({
                  picture: one.kind === 'home education' ? 'a home' : 'a school',
                  lines: [say`${sayPlace(one)}.`, say`This started on ${sayDate(one.fromOn)}.`],
                }),
              ),
      },
      {
        heading: 'Is the help there?',
        blocks: [
          {
            picture: 'scales',
            lines: ['The plan says what help a child must get.', 'We must make sure that it happens.'],
          },
          ...questions(shown, invited),
          ...shown.problems.slice(0, 10).map(
            ({ id, open, dueOn, words }): EasyBlock => ({
              picture: open ? 'an hourglass' : 'a tick',
              lines: [
                'You told us that something is not right.',
                open ? say`We will put it right by ${sayDate(dueOn)}.` : 'We think it is right now.',
              ],
              quote: words.slice(0, 300),
              link: { href: `/family/${childId}/placement/problems/${id}`, text: 'See what we did' },
            }),
          ),
        ],
      },
      ...(lines.length === 0
        ? []
        : [
            {
              heading: 'What must happen',
              blocks: lines.slice(0, SHOWN).map(
                ({ row, what, detail }): EasyBlock => ({
                  picture: 'a puzzle piece',
                  lines: ['The plan says this.'],
                  quote: detail === '' ? what : `${what}. ${detail}`,
                  ...(invited
                    ? {}
                    : {
                        link: {
                          href: `/family/${childId}/placement/lines/${row}`,
                          text: 'Tell us this does not happen',
                        },
                      }),
                }),
              ),
            },
          ]),
    ],
  };
}

function questions({ checks, childId }: FamilyPlacementProps['shown'], invited: boolean): EasyBlock[] {
  return checks
    .filter(({ over, asksFamily }) => !over && asksFamily)
    .map((check) => ({
      picture: 'a question mark',
      lines:
        lastOf(check, 'family') === undefined
          ? ['We want to know if the help is there.', say`Tell us by ${sayDate(check.answerBy)}.`]
          : ['You told us about the help.', 'You can tell us again if it changes.'],
      ...(invited
        ? {}
        : {
            link: { href: `/family/${childId}/placement/checks/${check.id}`, text: 'Tell us about the help' },
          }),
    }));
}

import { type EasyBlock, type EasyRead, type EasySection, say } from '../../../../design-system/index.ts';
import type { OwnListProps } from '../own-list.tsx';

/** The first settings of a list, in Easy Read; the usual page has them all. */
const SHOWN = 8;

export function ownListInEasyRead({
  page,
  childId,
  childName,
  made,
  added,
  declined,
}: OwnListProps): EasyRead {
  const at = `/family/${childId}/tailored-list`;
  const says = page.onlyReads !== true;
  return {
    title: say`Places that may suit ${childName}`,
    back: { href: `/family/${childId}`, text: 'Where things are' },
    sections: [
      {
        blocks: [
          {
            picture: 'a school',
            lines: [
              'You can ask for any nursery, school or college.',
              'It does not have to be on this list.',
            ],
            ...(says
              ? { link: { href: `/family/${childId}/plan/preference`, text: 'Ask for a place you want' } }
              : {}),
          },
          ...(declined === null
            ? []
            : [
                {
                  picture: 'a cross',
                  lines: ['You said you do not want a list.', 'You can still read it.'],
                } as const,
              ]),
          ...(made === null ? [{ picture: 'a clock', lines: ['There is no list yet.'] } as const] : []),
        ],
      },
      ...(added.length === 0
        ? []
        : [
            {
              heading: 'Places you added',
              blocks: added.slice(0, SHOWN).map(
                ({ settingName }): EasyBlock => ({
                  picture: 'a tick',
                  lines: [say`You added ${settingName ?? ''}.`],
                }),
              ),
            },
          ]),
      ...(made === null
        ? []
        : [
            {
              heading: 'The first places on the list',
              blocks: made.shown.settings.slice(0, SHOWN).map(
                (one): EasyBlock => ({
                  picture: 'a school',
                  lines: [say`This is ${one.name}.`],
                  link: { href: `${at}/settings/${one.settingId}`, text: 'Read about this place' },
                }),
              ),
            },
            ...(says ? [whatTheyCanDo(at)] : []),
          ]),
    ],
  };
}

function whatTheyCanDo(at: string): EasySection {
  return {
    heading: 'What you can do',
    blocks: [
      {
        picture: 'a notepad',
        lines: ['You can add a place to the list.'],
        link: { href: `${at}/additions`, text: 'Add a place' },
      },
      {
        picture: 'a cross',
        lines: ['You can say that you do not want a list.'],
        link: { href: `${at}/decline`, text: 'I do not want a list' },
      },
    ],
  };
}

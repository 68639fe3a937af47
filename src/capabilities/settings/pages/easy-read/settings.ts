import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayNumber } from '../../../../shared/words.ts';
import { askingFor } from '../../asking.ts';
import { saysInEasyRead } from '../../declared/pages/easy-read/says.ts';
import { sayMiles } from '../../directory/miles.ts';
import { type Setting, webAddress } from '../../setting.ts';
import { addressOf } from '../asked.ts';
import type { SearchProps } from '../search.tsx';
import type { SettingProps } from '../show.tsx';

/** Looking for a school, in Easy Read. */
export function searchInEasyRead({ found, total, asked, origin, errors, at }: SearchProps): EasyRead {
  const { page, pages } = at;
  const wrong = Object.keys(errors).length > 0;
  return {
    title: 'Look for a school',
    errors,
    sections: [
      {
        blocks: [
          { picture: 'a school', lines: ['You can look for a nursery, a school or a college.'] },
          {
            picture: 'a place on a map',
            lines: ['Where do you live?', 'We show you the schools near there first.'],
            field: { kind: 'search', name: 'near', label: 'Your postcode or town', value: asked.near },
          },
          {
            picture: 'a magnifying glass',
            lines: ['Do you know the name?', 'You can write a part of it.'],
            field: { kind: 'search', name: 'q', label: 'What is its name?', value: asked.q },
          },
        ],
        form: { action: '/settings', key: '', button: 'Look', search: true },
      },
      ...(wrong ? [] : [{ heading: 'What we found', blocks: results(found, total, origin) }]),
      ...(page < pages
        ? [
            {
              blocks: [
                {
                  picture: 'an arrow forward',
                  lines: ['There are more.'],
                  link: { href: addressOf(asked, page + 1), text: 'See the next ones' },
                } as const,
              ],
            },
          ]
        : []),
    ],
  };
}

function results(found: SearchProps['found'], total: number, origin: SearchProps['origin']): EasyBlock[] {
  return [
    total === 0
      ? { picture: 'a cross', lines: ['We found nothing.', 'Write less of the name.'] }
      : { picture: 'a tick', lines: [say`We found ${sayNumber(total)}.`] },
    ...(origin === null || total === 0
      ? []
      : [fact('a place on a map', say`The first one is the nearest to ${origin.said}.`)]),
    ...found.map(
      ({ setting, km }): EasyBlock => ({
        picture: setting.phase === '16 plus' ? 'a student’s cap' : 'a school',
        lines: [
          say`This is ${setting.name}.`,
          say`It is in ${[setting.laName, setting.postcode].filter((one) => one !== null).join(', ')}.`,
          ...(km === null ? [] : [say`It is ${sayMiles(km)} away in a straight line.`]),
        ],
        link: { href: `/settings/${setting.id}`, text: say`See more about ${setting.name}` },
      }),
    ),
  ];
}

/** One school, in Easy Read. */
export function settingInEasyRead({ setting, says, links, approval }: SettingProps): EasyRead {
  const asking = askingFor(setting, approval);
  const website = webAddress(setting.website);
  return {
    title: say`${setting.name}`,
    back: { href: '/settings', text: 'Look for a school' },
    sections: [
      {
        blocks: [
          ...(setting.status === 'Closed'
            ? [{ picture: 'a stop sign', lines: ['This place is closed now.'] } as const, ...after(links)]
            : []),
          {
            picture: 'a place on a map',
            lines: ['This is where it is.'],
            quote: [...setting.addressLines, setting.postcode ?? ''].filter((line) => line !== '').join('\n'),
          },
          ...(setting.phone === null ? [] : [fact('a telephone', say`You can call ${setting.phone}.`)]),
          ...(website === null
            ? []
            : [
                {
                  picture: 'a computer',
                  lines: ['It has pages of its own.'],
                  link: { href: website, text: say`${new URL(website).hostname}` },
                } as const,
              ]),
          ...ages(setting),
          ...(setting.pupils === null
            ? []
            : [fact('people', say`${String(setting.pupils)} people learn there.`)]),
        ],
      },
      {
        heading: 'Can I ask for it?',
        blocks: [
          ...(asking.kind === 'by law'
            ? [
                fact('a tick', 'Yes. You can ask for it in a plan.'),
                {
                  picture: 'scales',
                  lines: ['Then we must say yes.', 'We can only say no for the reasons in the law.'],
                } as const,
              ]
            : [
                {
                  picture: 'a thinking face',
                  lines: ['You can tell us that you want it.', 'We must think about it.'],
                } as const,
              ]),
          says.some(({ part }) => part === 'places')
            ? {
                picture: 'a speech bubble',
                lines: ['See what they say about space.', 'You can ask for it even if it is full.'],
              }
            : {
                picture: 'a question mark',
                lines: ['We do not know if there is space.', 'Ask the people there.'],
              },
        ],
      },
      ...saysInEasyRead(says),
    ],
  };
}

function after(links: SettingProps['links']): EasyBlock[] {
  return links
    .filter(({ kind, id }) => /^successor/i.test(kind) && id !== null)
    .map((link) => ({
      picture: 'an arrow forward',
      lines: [say`This place came after it: ${link.name ?? ''}.`],
      link: { href: `/settings/${link.id ?? ''}`, text: say`See more about ${link.name ?? ''}` },
    }));
}

function ages({ ageFrom, ageTo }: Setting): EasyBlock[] {
  if (ageFrom === null) return [];
  const from = String(ageFrom);
  return [
    fact(
      'a birthday cake',
      ageTo === null
        ? say`You can go from age ${from}.`
        : say`You can go from age ${from} to ${String(ageTo)}.`,
    ),
  ];
}

function fact(picture: EasyBlock['picture'], line: EasyBlock['lines'][number]): EasyBlock {
  return { picture, lines: [line] };
}

import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { OwnSettingProps } from '../own-setting.tsx';

export function ownSettingInEasyRead(props: OwnSettingProps): EasyRead {
  const { page, childId, settingId, name, found, notes, formKey, typed, errors } = props;
  const at = `/family/${childId}/tailored-list`;
  return {
    title: say`${name}`,
    back: { href: at, text: 'The list' },
    errors,
    sections: [
      ...(page.onlyReads === true
        ? []
        : [
            {
              blocks: [
                {
                  picture: 'a school',
                  lines: ['You can ask for this place.'],
                  link: {
                    href: `/family/${childId}/plan/preference?${new URLSearchParams({ q: name, setting: settingId })}`,
                    text: 'Ask for it',
                  },
                } as const,
              ],
            },
          ]),
      {
        heading: 'What we found',
        blocks:
          found === null
            ? [{ picture: 'a question mark', lines: ['We have not looked at this place yet.'] }]
            : found.easy.why.map(({ words }): EasyBlock => ({ picture: 'a thinking face', lines: [words] })),
      },
      {
        heading: 'Your notes',
        blocks: [
          { picture: 'a lock', lines: ['Only you can read your notes.'] },
          ...notes.slice(-8).map(
            ({ words, visitOn }): EasyBlock => ({
              picture: visitOn === null ? 'a notepad' : 'a calendar',
              lines: [visitOn === null ? 'You wrote this.' : say`This is for ${sayDate(visitOn)}.`],
              quote: words,
            }),
          ),
          {
            picture: 'a notepad',
            lines: ['You can write a note.'],
            field: { kind: 'long', name: 'words', label: 'Your note', value: typed['words'] },
          },
        ],
        form: {
          action: `${at}/settings/${settingId}`,
          key: formKey,
          button: 'Keep it',
          hidden: { kind: 'note' },
        },
      },
    ],
  };
}

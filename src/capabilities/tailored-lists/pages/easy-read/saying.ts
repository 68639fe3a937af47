import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { SayingProps } from '../saying.tsx';

export function addingInEasyRead({
  childId,
  named,
  formKey,
  typed,
  errors,
  search,
  found,
}: SayingProps): EasyRead {
  const at = `/family/${childId}/tailored-list`;
  return {
    title: 'Add a place to the list',
    back: { href: at, text: 'The list' },
    errors,
    sections: [
      {
        heading: 'Look for it',
        blocks: [
          {
            picture: 'a magnifying glass',
            lines: ['Write the name or the postcode.'],
            field: { kind: 'search', name: 'q', label: 'Name or postcode', value: search },
          },
        ],
        form: { action: `${at}/additions`, key: '', button: 'Look', search: true },
      },
      {
        heading: 'Add it',
        blocks: [
          ...(found.length === 0
            ? []
            : [
                {
                  picture: 'a school',
                  lines: ['Is it one of these?'],
                  field: {
                    kind: 'choice',
                    name: 'settingId',
                    label: 'The place',
                    value: typed['settingId'],
                    choices: found.slice(0, 8).map(({ id, name }) => ({ value: id, text: say`${name}` })),
                  },
                } satisfies EasyBlock,
              ]),
          {
            picture: 'a notepad',
            lines: ['You can write the name here.'],
            field: {
              kind: 'text',
              name: 'settingName',
              label: 'The name of the place',
              value: typed['settingName'],
            },
          },
          {
            picture: 'a heart',
            lines: ['You can tell us why.'],
            field: { kind: 'long', name: 'words', label: 'Why you want it', value: typed['words'] },
          },
          ...(named ? [] : [yourName(typed)]),
        ],
        form: { action: `${at}/additions`, key: formKey, button: 'Add it' },
      },
    ],
  };
}

export function decliningInEasyRead({ childId, named, formKey, typed, errors }: SayingProps): EasyRead {
  const at = `/family/${childId}/tailored-list`;
  return {
    title: 'I do not want a list',
    back: { href: at, text: 'The list' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a school',
            lines: ['You do not need a list.', 'You can still ask for any place you want.'],
          },
          {
            picture: 'a speech bubble',
            lines: ['You can tell us more.'],
            field: { kind: 'long', name: 'words', label: 'What you want to say', value: typed['words'] },
          },
          ...(named ? [] : [yourName(typed)]),
        ],
        form: { action: `${at}/decline`, key: formKey, button: 'I do not want a list' },
      },
    ],
  };
}

function yourName(typed: SayingProps['typed']): EasyBlock {
  return {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: { kind: 'text', name: 'from', label: 'Your name', value: typed['from'], autocomplete: 'name' },
  };
}

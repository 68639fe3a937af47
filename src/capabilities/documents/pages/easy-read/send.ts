import { type EasyBlock, type EasyRead, type EasySection, say } from '../../../../design-system/index.ts';
import type { KINDS } from '../../adding.ts';
import type { SendProps } from '../send.tsx';
import type { ShownFile } from '../waiting-files.tsx';

const EASY_KINDS = {
  report: 'A paper from somebody who helps',
  letter: 'A letter or an email',
  recording: 'A photo, a drawing or a sound',
  other: 'Something else',
} as const satisfies Record<keyof typeof KINDS, string>;

/** Sending papers and photographs, in Easy Read. */
export function sendInEasyRead(props: SendProps): EasyRead {
  const { childId, childName, files, accept, formKeys, errors, back } = props;
  const at = `/children/${childId}/documents/new`;
  return {
    title: say`Send papers about ${childName}`,
    back: { href: back.href, text: 'Back' },
    errors,
    sections: [
      {
        heading: 'Part 1',
        blocks: [
          {
            picture: 'a paper',
            lines: ['Choose a paper or a photo.', 'You can choose more than 1.'],
            field: { kind: 'files', name: 'files', label: 'Choose them here', accept },
          },
        ],
        form: { action: at, key: formKeys.files, button: 'Send' },
      },
      ...files.map((file) => fileOf(file, at)),
      ...(files.length === 0 ? [] : [details(props)]),
    ],
  };
}

function fileOf({ id, name, whole }: ShownFile, at: string): EasySection {
  return {
    blocks: [
      {
        picture: whole ? 'a tick' : 'an hourglass',
        lines: [
          say`We have ${name}.`,
          whole ? 'Is it wrong? Take it away.' : 'Not all of it came. Send it again.',
        ],
      },
    ],
    form: { action: `${at}/removal`, key: '', button: 'Take it away', hidden: { uploadId: id } },
  };
}

function details({ childId, files, typed, formKeys }: SendProps): EasySection {
  const photographs = files.filter(({ photograph }) => photograph).length;
  const blocks: EasyBlock[] = [
    ...(photographs > 1
      ? [
          {
            picture: 'a book',
            lines: ['Are these photos all of 1 paper?'],
            field: {
              kind: 'choice',
              name: 'join',
              label: 'Put them together?',
              value: typed['join'],
              choices: [{ value: 'yes', text: 'Yes, put them together' }],
            },
          } as const,
        ]
      : []),
    {
      picture: 'a question mark',
      lines: ['Tell us what it is.'],
      field: {
        kind: 'choice',
        name: 'kind',
        label: 'What do you send?',
        value: typed['kind'],
        choices: Object.entries(EASY_KINDS).map(([value, text]) => ({ value, text })),
      },
    },
    {
      picture: 'a name badge',
      lines: ['You can leave this empty.'],
      field: { kind: 'text', name: 'title', label: 'What do you call it?', value: typed['title'] },
    },
    {
      picture: 'a person',
      lines: ['You can leave this empty.'],
      field: { kind: 'text', name: 'writtenBy', label: 'Who made it?', value: typed['writtenBy'] },
    },
    {
      picture: 'a calendar',
      lines: ['You can leave this empty.'],
      field: { kind: 'date', name: 'writtenOn', label: 'What is the date on it?', typed },
    },
  ];
  return {
    heading: 'Part 2',
    blocks,
    form: {
      action: `/children/${childId}/documents`,
      key: formKeys.details,
      button: 'Give it to us',
      hidden: { uploads: files.map(({ id }) => id).join(',') },
    },
  };
}

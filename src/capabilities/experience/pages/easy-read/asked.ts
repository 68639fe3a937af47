import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Stage } from '../../survey.ts';
import type { FamilyAskedProps } from '../asked.tsx';

const EASY_NAMES: Readonly<Record<Stage, string>> = {
  deciding: 'When we looked at your request',
  assessing: 'When we found out what help is right',
  planning: 'When we made the plan',
  placing: 'The first 6 weeks at the new place',
  advising: 'When we asked you',
  consulting: 'When we asked you',
};

/** What there is to answer, in Easy Read. */
export function askedInEasyRead(props: FamilyAskedProps): EasyRead {
  const { childId, asks, open, formKey, typed, errors } = props;
  const at = `/family/${childId}/experience`;
  const about: EasyBlock[] = [
    { picture: 'a star', lines: ['We ask how things went.', 'We want to do it better.'] },
    { picture: 'a tick', lines: ['You do not have to answer.', 'Nothing changes if you do not answer.'] },
  ];
  const back = { href: `/family/${childId}`, text: 'What is happening' };
  const title = 'How it went';
  if (asks === null) {
    const unknown = ['We do not know who you are.', 'You can phone us and tell us.'];
    return { title, back, sections: [{ blocks: [...about, { picture: 'a telephone', lines: unknown }] }] };
  }
  return {
    title,
    back,
    errors,
    sections: [
      { blocks: about },
      {
        heading: 'What you can answer',
        blocks:
          open.length === 0
            ? [{ picture: 'a tick', lines: ['There is nothing to answer now.'] }]
            : open.map(
                ({ id, stage, closesOn }): EasyBlock => ({
                  picture: 'a question mark',
                  lines: [say`You can answer this until ${sayDate(closesOn)}.`],
                  link: { href: `${at}/${id}`, text: EASY_NAMES[stage] },
                }),
              ),
      },
      {
        heading: 'You choose',
        blocks: [
          {
            picture: 'a bell',
            lines: ['You can tell us not to ask you.'],
            field: {
              kind: 'choice',
              name: 'asks',
              label: 'May we ask you how things went?',
              value: typed['asks'] ?? (asks ? 'yes' : 'no'),
              choices: [
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No, do not ask me' },
              ],
            },
          },
        ],
        form: { action: `${at}/choice`, key: formKey, button: 'Save' },
      },
    ],
  };
}

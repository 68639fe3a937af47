import { type EasyBlock, type EasyRead, type EasySection, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { ViewsProps } from '../views.tsx';

/** What the family thinks, in Easy Read. */
export function viewsInEasyRead(props: ViewsProps): EasyRead {
  const { childId, asked, given, errors } = props;
  return {
    title: 'Your views',
    back: { href: `/family/${childId}`, text: 'What is happening' },
    errors,
    sections: [
      ...given.map((one) => ({
        blocks: [
          {
            picture: 'a tick' as const,
            lines: [say`${one.name} told us this on ${sayDate(one.on)}.`],
            quote: one.text,
          },
        ],
      })),
      ...(asked === null
        ? [{ blocks: [nothingToSend(given.length > 0)] }]
        : [ask(props, asked), form(props)]),
    ],
  };
}

function nothingToSend(given: boolean): EasyBlock {
  return given
    ? { picture: 'a happy face', lines: ['Thank you.', 'Do you want to say more? Write to us.'] }
    : { picture: 'an hourglass', lines: ['We have not asked you yet.', 'We write to you when we do.'] };
}

function ask({ childName }: ViewsProps, asked: NonNullable<ViewsProps['asked']>): EasySection {
  return {
    blocks: [
      { picture: 'a star', lines: ['What goes well?'] },
      { picture: 'an unhappy face', lines: ['What is hard?'] },
      { picture: 'a heart', lines: ['What do you want to happen?'] },
      { picture: 'a child', lines: [say`What does ${childName} say?`] },
      {
        picture: 'a calendar',
        lines: [say`It helps us most before ${sayDate(asked.dueOn)}.`],
      },
      ...(asked.questions === ''
        ? []
        : [
            {
              picture: 'a question mark',
              lines: ['We also want to know this.'],
              quote: asked.questions,
            } as const,
          ]),
    ],
  };
}

function form({ childId, named, formKey, typed }: ViewsProps): EasySection {
  return {
    heading: 'Tell us here',
    blocks: [
      {
        picture: 'a notepad',
        lines: ['Use your own words.', 'Somebody can help you write.'],
        field: { kind: 'long', name: 'statement', label: 'What you think', value: typed['statement'] },
      },
      ...(named ? [] : [whoYouAre(typed)]),
      {
        picture: 'a family',
        lines: ['Are you the mother or the father?', 'Or are you the young person?'],
        field: {
          kind: 'text',
          name: 'signedRole',
          label: 'Who are you to the child?',
          value: typed['signedRole'],
        },
      },
    ],
    form: { action: `/family/${childId}/views`, key: formKey, button: 'Send' },
  };
}

function whoYouAre(typed: ViewsProps['typed']): EasyBlock {
  return {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: {
      kind: 'text',
      name: 'signedName',
      label: 'Your name',
      value: typed['signedName'],
      autocomplete: 'name',
    },
  };
}

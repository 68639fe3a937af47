import type { EasyBlock, EasyForm, EasyRead, EasySection } from '../../../../design-system/index.ts';
import { say } from '../../../../design-system/index.ts';
import { ABOUT_WORDS } from '../../section-titles.ts';
import type { SayingProps } from '../saying-form.tsx';
import { keptBlocks, keptForLater, laterBlocks } from './kept.ts';

/** The blocks of a form that says something about a draft, with who says it where nobody has signed in. */
export function sayingForm(
  props: SayingProps,
  form: EasyForm,
  { blocks, id }: { blocks: readonly EasyBlock[]; id?: string },
): EasySection {
  const { who, typed } = props;
  const name: EasyBlock = {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: { kind: 'text', name: 'from', id, label: 'Your name', value: typed['from'], autocomplete: 'name' },
  };
  const later = form.later === undefined ? [] : laterBlocks(props);
  return { blocks: [...blocks, ...(who === 'family' ? [] : [name]), ...later], form };
}

/** One comment, in Easy Read. */
export function commentInEasyRead(props: SayingProps): EasyRead {
  const { base, back, formKey, typed, errors, line } = props;
  return {
    title: 'Tell us what you think',
    back: { href: back, text: 'The plan' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a speech bubble',
            lines: ['Tell us 1 thing at a time.', 'You can come back and tell us more.'],
          },
          ...keptBlocks(props.kept),
        ],
      },
      sayingForm(
        props,
        keptForLater(props, {
          ...{ action: `${base}/comments`, key: formKey, button: 'Send' },
          ...(line === null ? {} : { hidden: { row: line.id, about: line.about } }),
        }),
        {
          blocks: [
            line === null
              ? {
                  picture: 'a paper',
                  lines: ['You do not have to choose.'],
                  field: {
                    kind: 'select',
                    name: 'about',
                    label: 'Which part is it about?',
                    value: typed['about'] ?? 'the whole draft',
                    choices: Object.entries(ABOUT_WORDS).map(([value, text]) => ({
                      value,
                      text: say`${text}`,
                    })),
                  },
                }
              : {
                  picture: 'a paper',
                  lines: [say`You tell us about ${line.name}.`, 'It says this.'],
                  quote: line.words,
                },
            {
              picture: 'a notepad',
              lines: ['What is wrong?', 'What is missing?', 'What do you want?'],
              field: { kind: 'long', name: 'words', label: 'What you think', value: typed['words'] },
            },
          ],
        },
      ),
    ],
  };
}

/** Asking to meet, in Easy Read. */
export function meetingInEasyRead(props: SayingProps): EasyRead {
  const { base, back, formKey, typed, errors } = props;
  return {
    title: 'Meet us and talk',
    back: { href: back, text: 'The plan' },
    errors,
    sections: [
      {
        blocks: [
          { picture: 'people', lines: ['You can talk to us about the draft.', 'The law says so.'] },
          { picture: 'a calendar', lines: ['We will find a day with you.'] },
          ...keptBlocks(props.kept),
        ],
      },
      sayingForm(
        props,
        keptForLater(props, { action: `${base}/meetings`, key: formKey, button: 'Ask to meet' }),
        {
          blocks: [
            {
              picture: 'a notepad',
              lines: [
                'When is a good time?',
                'Do you need help at the meeting?',
                'You can leave this empty.',
              ],
              field: { kind: 'long', name: 'words', label: 'What we need to know', value: typed['words'] },
            },
          ],
        },
      ),
    ],
  };
}

/** Having nothing more to say, in Easy Read. */
export function finishedInEasyRead(props: SayingProps): EasyRead {
  const { base, back, formKey, errors } = props;
  return {
    title: 'Tell us you are finished',
    back: { href: back, text: 'The plan' },
    errors,
    sections: [
      {
        blocks: [
          { picture: 'a stop sign', lines: ['You do not have to do this.'] },
          { picture: 'a clock', lines: ['You have all your time if you do not.'] },
          {
            picture: 'a speech bubble',
            lines: ['You can still tell us things after this.', 'You can do it until the plan is final.'],
          },
          ...(errors['preference'] === undefined
            ? []
            : [
                {
                  picture: 'a school',
                  lines: ['Say which school first.'],
                  link: { href: `${base}/preference`, text: 'Say which school' },
                } as const,
              ]),
        ],
      },
      sayingForm(
        props,
        { action: `${base}/finished`, key: formKey, button: 'I am finished' },
        { blocks: [{ picture: 'a tick', lines: ['Are you sure?', 'Then press the button.'] }] },
      ),
    ],
  };
}

import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Voice } from '../../voice.ts';
import type { VoicesProps } from '../voices.tsx';

/** The latest, so that it can be printed on a few pages; the usual page has them all. */
const SHOWN = 8;

/** What a child says, in Easy Read: what there is, and something more in words. Files are added on the usual page. */
export function voicesInEasyRead(props: VoicesProps): EasyRead {
  const { childId, childName, voices, named, formKey, typed, errors } = props;
  return {
    title: say`What ${childName} says`,
    back: { href: props.back.href, text: 'Go back' },
    errors,
    sections: [
      {
        blocks: [
          {
            picture: 'a child',
            lines: ['The child can tell us what they think.', 'They can use words, pictures or sounds.'],
          },
          ...(voices.length === 0
            ? [{ picture: 'a speech bubble', lines: ['There is nothing here yet.'] } as const]
            : voices.slice(0, SHOWN).map(blockOf)),
        ],
      },
      {
        heading: 'Tell us more',
        blocks: [
          {
            picture: 'a speech bubble',
            lines: ['What do they say?', 'Use their own words.'],
            field: { kind: 'long', name: 'words', label: 'Their words', value: typed['words'] },
          },
          {
            picture: 'people who help',
            lines: ['How did they tell you?'],
            field: {
              kind: 'text',
              name: 'howGathered',
              label: 'How they told you',
              value: typed['howGathered'],
            },
          },
          {
            picture: 'a calendar',
            lines: ['When did they say it?'],
            field: { kind: 'date', name: 'gatheredOn', label: 'The day', typed },
          },
          ...(named ? [] : [whoYouAre(typed)]),
        ],
        form: {
          action: `/children/${childId}/voice`,
          key: formKey,
          button: 'Send',
          hidden: { way: 'words' },
        },
      },
    ],
  };
}

function blockOf(one: Voice): EasyBlock {
  const picture = one.way === 'words' ? 'a speech bubble' : one.way === 'sound' ? 'a bell' : 'eyes';
  return {
    picture,
    lines: [
      say`This is from ${sayDate(one.gatheredOn)}.`,
      one.confirmed === null ? 'They have not seen it yet.' : 'They have seen it.',
    ],
    ...(one.words === '' ? {} : { quote: one.words.slice(0, 1500) }),
    ...(one.document === null
      ? {}
      : { link: { href: `/documents/${one.document.id}`, text: 'Open the file' } }),
  };
}

function whoYouAre(typed: VoicesProps['typed']): EasyBlock {
  return {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: {
      kind: 'text',
      name: 'recordedBy',
      label: 'Your name',
      value: typed['recordedBy'],
      autocomplete: 'name',
    },
  };
}

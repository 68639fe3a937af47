import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { RepliesProps } from '../../remarks/pages/replies.tsx';
import { type Entry, entriesOf } from '../../remarks/remark.ts';

/** A comment and what was said after it, in Easy Read. */
export function repliesInEasyRead(props: RepliesProps): EasyRead {
  const { discussion, at, back, nameless, formKey, typed, errors } = props;
  const { by, words, answer, following, open } = discussion;
  const name: EasyBlock = {
    picture: 'a name badge',
    lines: ['Tell us who you are.'],
    field: { kind: 'text', name: 'from', label: 'Your name', value: typed['from'], autocomplete: 'name' },
  };
  const settles: EasyBlock = {
    picture: 'a question mark',
    lines: ['Is there more to say?'],
    field: {
      kind: 'choice',
      name: 'does',
      label: 'What you want to do',
      value: typed['does'] ?? 'say more',
      choices: [
        { value: 'say more', text: 'Tell you more' },
        { value: 'settle', text: 'Say that this is done' },
      ],
    },
  };
  const more: EasyBlock = {
    picture: 'a speech bubble',
    lines: ['You can tell us more.'],
    field: { kind: 'long', name: 'words', label: 'What you want to say', value: typed['words'] },
  };
  const said: EasyBlock = { picture: 'a speech bubble', lines: [say`${by} told us this.`], quote: words };
  return {
    title: 'What you told us, and what we said',
    back: { href: back, text: 'The draft, bit by bit' },
    errors,
    sections: [
      { blocks: [said, ...entriesOf(discussion).map(entryBlock)] },
      ...(open
        ? [
            {
              form: { action: at, key: formKey, button: 'Send' },
              blocks: [
                ...(answer !== null && !following.settled ? [settles] : []),
                more,
                ...(nameless ? [name] : []),
              ],
            },
          ]
        : [{ blocks: [FINAL] }]),
    ],
  };
}

const FINAL: EasyBlock = {
  picture: 'a paper',
  lines: ['The plan is done now.', 'You cannot say more here.'],
};

function entryBlock(entry: Entry): EasyBlock {
  if (entry.kind === 'answer') {
    return {
      picture: entry.answer.outcome === 'declined' ? 'a cross' : 'a tick',
      lines: [OUTCOMES[entry.answer.outcome], 'This is why.'],
      quote: entry.answer.reasons,
    };
  }
  const { by, words } = entry.remark;
  const quote = words === '' ? {} : { quote: words };
  if (entry.kind === 'settled')
    return { picture: 'a tick', lines: [say`${by} said that this is done.`], ...quote };
  return { picture: 'a speech bubble', lines: [say`${by} said this.`], ...quote };
}

/** What became of something they said. */
export const OUTCOMES = {
  accepted: 'We said yes.',
  'partly accepted': 'We said yes to some of it.',
  declined: 'We said no.',
} as const;

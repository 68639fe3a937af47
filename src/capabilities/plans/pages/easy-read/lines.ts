import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { Line, SaidAbout } from '../../suggestion-reading.ts';
import type { LinesProps } from '../lines.tsx';
import { OUTCOMES } from './replies.ts';

/** As many lines, and as much of each, as print on a few pages; the usual page has them all. */
const SHOWN = 20;
const LONGEST = 600;

/** The draft line by line in Easy Read: each line, what they said, and what came of it. */
export function linesInEasyRead({ page, childId, childName, areas, rest, ...props }: LinesProps): EasyRead {
  const open = props.open && page.onlyReads !== true;
  const plan = `/family/${childId}/plan`;
  const lines = areas.flatMap((one) => one.lines);
  return {
    title: say`The draft for ${childName}, bit by bit`,
    back: { href: plan, text: 'The plan' },
    sections: [
      {
        blocks:
          lines.length === 0 && rest.length === 0 ? [NOTHING] : [...first(plan, open && lines.length > 0)],
      },
      ...lines.slice(0, SHOWN).map((line) => ({
        heading: say`${line.name}`,
        blocks: [
          lineBlock(line, plan, open),
          ...line.comments.flatMap((said) => saidBlocks(said, plan, open)),
        ],
      })),
      ...(rest.length === 0
        ? []
        : [
            {
              heading: 'What else you told us',
              blocks: rest.slice(-SHOWN).flatMap((said) => saidBlocks(said, plan, open)),
            },
          ]),
      ...(lines.length > SHOWN || rest.length > SHOWN ? [{ blocks: [MORE] }] : []),
    ],
  };
}

const NOTHING: EasyBlock = {
  picture: 'an hourglass',
  lines: ['There is no draft yet.', 'You can tell us what you think when you have it.'],
};
const MORE: EasyBlock = {
  picture: 'a clipboard',
  lines: ['There is more than this.', 'The page without pictures has it all.'],
};

function first(plan: string, open: boolean): EasyBlock[] {
  if (!open) return [{ picture: 'a paper', lines: ['This is what the draft says.'] }];
  return [
    {
      picture: 'a speech bubble',
      lines: ['You can tell us about each bit.', 'We tell you yes or no, and why.'],
      link: { href: `${plan}/suggestions/new`, text: 'Ask for something new' },
    },
  ];
}

function lineBlock({ id, name, fields }: Line, plan: string, open: boolean): EasyBlock {
  return {
    picture: 'a paper',
    lines: ['This is what the draft says.'],
    quote: short(fields.map(({ text }) => text).join('\n')),
    ...(open
      ? { link: { href: `${plan}/suggestions/new?row=${id}`, text: say`Ask for other words for ${name}` } }
      : {}),
  };
}

function saidBlocks(
  { id, from, words, answer, places, discussion }: SaidAbout,
  plan: string,
  open: boolean,
): EasyBlock[] {
  const after = discussion.following.remarks.length;
  const more: EasyBlock = {
    picture: 'a speech bubble',
    lines: [after === 0 ? 'You can tell us more about this.' : 'There is more said about this.'],
    link: { href: `${plan}/comments/${id}/replies`, text: say`More on what ${from} told us` },
  };
  return [
    { picture: 'a speech bubble', lines: [say`${from} told us this.`], quote: short(words) },
    answer === null
      ? { picture: 'an hourglass', lines: ['We have not answered this yet.'] }
      : {
          picture: answer.outcome === 'declined' ? 'a cross' : 'a tick',
          lines: [
            OUTCOMES[answer.outcome],
            ...(places.length === 0 ? [] : [say`Look at ${places.join(', ')} in the plan.`]),
            'This is why.',
          ],
          quote: short(answer.reasons),
        },
    ...((open && discussion.open) || after > 0 ? [more] : []),
  ];
}

function short(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words;
}

import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import type { Footnote } from '../../working/document.ts';
import type { FamilyWorkingProps } from '../working.tsx';

/** As many changes, and as much of each, as print on a few pages; the paper has them all. */
const SHOWN = 20;
const LONGEST = 600;

/** The working document in Easy Read: each change that somebody wants, whose it is, and whether both agree. */
export function workingInEasyRead({ childId, childName, open }: FamilyWorkingProps): EasyRead {
  const notes = open?.document.footnotes ?? [];
  return {
    title: say`What may change in the plan for ${childName}`,
    back: { href: `/family/${childId}/plan`, text: 'The plan' },
    sections: [
      {
        blocks: [
          {
            picture: 'a judge',
            lines: ['This is for the judge.', 'It says what you want and what we want.'],
          },
          ...(notes.length === 0
            ? [{ picture: 'a tick', lines: ['Nobody wants a change yet.'] } satisfies EasyBlock]
            : notes.slice(0, SHOWN).map(blockOf)),
          ...(notes.length > SHOWN
            ? [
                {
                  picture: 'a paper',
                  lines: ['There is more than this.', 'The usual page shows it all.'],
                } satisfies EasyBlock,
              ]
            : []),
        ],
      },
    ],
  };
}

function blockOf({ proposal: { party, words, agreedOn } }: Footnote): EasyBlock {
  const whose = party === 'family' ? 'You want this:' : 'We want this:';
  const agreed = agreedOn === null ? [] : ['We both agree.'];
  const quote = words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words;
  return words === ''
    ? {
        picture: 'a cross',
        lines: [party === 'family' ? 'You want to take words out.' : 'We want to take words out.', ...agreed],
      }
    : { picture: agreedOn === null ? 'a speech bubble' : 'a tick', lines: [whose, ...agreed], quote };
}

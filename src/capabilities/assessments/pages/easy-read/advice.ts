import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { Row } from '../../advice.ts';
import type { FamilyAdviceProps } from '../family-advice.tsx';
import { EASY_PARAGRAPHS } from './advice-words.ts';

/** As much of each piece of what somebody wrote as prints on a few pages; the usual page has it all. */
const LETTERS = 1200;
const ROWS = 12;

/** One piece of advice, in Easy Read: who gave it, what is hard, and what would help, in its author's words. */
export function adviceInEasyRead({ childId, childName, paragraph, versions }: FamilyAdviceProps): EasyRead {
  const latest = versions.at(-1);
  const { picture, who } = EASY_PARAGRAPHS[paragraph];
  const signed = latest?.signed ?? null;
  const content = latest?.content;
  const rows = content?.rows ?? [];
  return {
    title: say`Advice about ${childName}`,
    back: { href: `/family/${childId}/advice`, text: 'All the advice' },
    sections: [
      {
        blocks: [
          { picture, lines: [who] },
          ...(signed === null
            ? []
            : [
                {
                  picture: 'a notepad',
                  lines: [say`${signed.name} wrote it.`, say`They signed it on ${sayDate(signed.signedOn)}.`],
                } as const,
              ]),
          ...((latest?.number ?? 1) > 1
            ? [
                {
                  picture: 'a tick',
                  lines: ['They changed something later.', 'This is the new one.'],
                } as const,
              ]
            : []),
        ],
      },
      {
        heading: 'What they wrote',
        blocks: [
          {
            picture: 'a book',
            lines: ['Some of their words can be hard.', 'You can ask us what they mean.'],
            link: { href: `/family/${childId}/messages`, text: 'Ask us' },
          },
          ...quoted(content?.statement.text ?? ''),
          ...rows.slice(0, ROWS).map(rowOf),
          ...(rows.length > ROWS ? [allOfIt] : []),
        ],
      },
    ],
  };
}

function quoted(text: string): EasyBlock[] {
  if (text.trim() === '') return [];
  const cut = text.length > LETTERS;
  const block = { picture: 'a speech bubble', lines: ['They wrote this.'] } as const;
  return [{ ...block, quote: cut ? `${text.slice(0, LETTERS)} …` : text }, ...(cut ? [allOfIt] : [])];
}

const allOfIt: EasyBlock = {
  picture: 'a paper',
  lines: ['There is more to read.', 'The page without pictures has it all.'],
};

function rowOf(row: Row): EasyBlock {
  switch (row.kind) {
    case 'need':
      return { picture: 'a child', lines: ['This is hard.'], quote: row.text };
    case 'outcome':
      return { picture: 'a star', lines: ['This should get better.'], quote: row.text };
    case 'provision': {
      const said = [row.what, row.who, row.frequency, row.durationEachTime, row.text];
      return {
        picture: 'people who help',
        lines: ['This help would be good.'],
        quote: said.filter((one) => one !== '').join('\n'),
      };
    }
  }
}

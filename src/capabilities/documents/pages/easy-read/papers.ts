import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { englishDay, sayDate } from '../../../../shared/plain-date.ts';
import type { PapersProps, ShownPaper } from '../papers.tsx';

/** The latest, so that it can be printed on a few pages; the usual page has them all. */
const SHOWN = 60;

/** The papers on a child’s file, in Easy Read. */
export function papersInEasyRead({ page, childId, childName, back, papers }: PapersProps): EasyRead {
  return {
    title: say`Papers about ${childName}`,
    back: { href: back.href, text: 'Back' },
    sections: [
      {
        blocks: [
          ...(page.onlyReads === true
            ? []
            : [
                {
                  picture: 'a letter',
                  lines: ['You can send us papers and photos.'],
                  link: { href: `/children/${childId}/documents/new`, text: 'Send papers' },
                } as const,
              ]),
          ...(papers.length === 0
            ? [{ picture: 'a folder', lines: ['There are no papers yet.'] } as const]
            : []),
          ...papers.slice(0, SHOWN).map(paperOf),
          ...(papers.length > SHOWN
            ? [{ picture: 'a clipboard', lines: ['The page without pictures has them all.'] } as const]
            : []),
          {
            picture: 'scales',
            lines: ['You can see each paper when it comes.', 'The law says if we must keep some back.'],
          },
        ],
      },
    ],
  };
}

function paperOf({ id, title, held, uploadedAt, uploadedByName }: ShownPaper): EasyBlock {
  const day = sayDate(englishDay(uploadedAt));
  if (held !== null) {
    return { picture: 'a lock', lines: [say`This paper is ${title}.`, 'You cannot open it yet.'] };
  }
  return {
    picture: 'a paper',
    lines: [say`This came on ${day}.`, ...(uploadedByName === null ? [] : [say`${uploadedByName} sent it.`])],
    link: { href: `/documents/${id}`, text: say`${title}` },
  };
}

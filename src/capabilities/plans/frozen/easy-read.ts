import { type EasyBlock, type EasyRead, say } from '../../../design-system/index.ts';
import { sayDate } from '../../../shared/plain-date.ts';
import type { FamilyVersionProps } from './page.tsx';

/** One version of a plan, in Easy Read: which it is, and where its words are. */
export function versionInEasyRead({ childId, childName, version }: FamilyVersionProps): EasyRead {
  const { kind, sentOn, documentId, newest, since } = version;
  const paper: EasyBlock[] =
    documentId === null
      ? []
      : [
          {
            picture: 'a letter',
            lines: ['You can open the paper we sent you.'],
            link: { href: `/documents/${documentId}`, text: 'Open the paper' },
          },
        ];
  const anew: EasyBlock[] =
    since === null || since.documentId === null
      ? []
      : [
          {
            picture: 'a paper',
            lines: ['The plan is set out in a new way too.', 'The words are the same.'],
            link: { href: `/documents/${since.documentId}`, text: 'Open it set out in the new way' },
          },
        ];
  return {
    title: say`A plan we sent for ${childName}`,
    back: { href: `/family/${childId}/plan`, text: 'The plan' },
    sections: [
      {
        blocks: [
          {
            picture: 'a paper',
            lines: [
              kind === 'final' ? 'This is a final plan.' : 'This is a draft plan.',
              say`We sent it on ${sayDate(sentOn)}.`,
            ],
          },
          { picture: 'a lock', lines: ['It does not change.'] },
          ...(newest
            ? []
            : [{ picture: 'a bell', lines: ['There is a newer one.', 'We sent it later.'] } as const]),
          ...paper,
          ...anew,
          { picture: 'a book', lines: ['The usual page has all the words.'] },
        ],
      },
    ],
  };
}

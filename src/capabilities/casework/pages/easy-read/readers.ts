import { type EasyRead, say } from '../../../../design-system/index.ts';
import type { ReadersProps } from '../readers.tsx';

/** Who looked at the papers, in Easy Read. */
export function readersInEasyRead({ childId, childName, reads, last }: ReadersProps): EasyRead {
  return {
    title: 'Who looked at the papers',
    back: { href: `/family/${childId}`, text: 'What is happening' },
    sections: [
      {
        blocks: [
          {
            picture: 'a lock',
            lines: [
              say`These are papers about ${childName}.`,
              'We write down each time somebody looks at them.',
            ],
          },
          ...(reads.length === 0
            ? [{ picture: 'a folder', lines: ['Nobody has looked at them yet.'] } as const]
            : []),
          ...reads.map(
            (read) =>
              ({
                picture: read.kind === 'staff' ? 'a person with a laptop' : 'a teacher',
                lines: [
                  say`${read.name ?? 'The computer'} looked on ${dayOf(read.at)}.`,
                  read.kind === 'staff' ? 'This person works here.' : 'We asked this person to help.',
                ],
              }) as const,
          ),
          ...(last !== null
            ? [
                {
                  picture: 'a clipboard',
                  lines: ['People looked at other times too.', 'The page without pictures has them all.'],
                } as const,
              ]
            : []),
        ],
      },
    ],
  };
}

function dayOf(at: Date): string {
  return at.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
}

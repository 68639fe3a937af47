import { type EasyBlock, type EasyRead, say } from '../../../../design-system/index.ts';
import { sayDate } from '../../../../shared/plain-date.ts';
import type { FamilyAdviceListProps } from '../family-advice-list.tsx';
import { EASY_PARAGRAPHS } from './advice-words.ts';

type Asked = FamilyAdviceListProps['asked'][number];

/** Who was asked, and what came of it, in Easy Read. */
export function adviceListInEasyRead(props: FamilyAdviceListProps): EasyRead {
  const { childId, childName, asked, existing } = props;
  return {
    title: say`Advice about ${childName}`,
    back: { href: `/family/${childId}`, text: 'What is happening' },
    sections: [
      {
        blocks: [
          {
            picture: 'people',
            lines: ['We ask people who know the child.', 'Each person has 6 weeks to tell us.'],
          },
          ...(asked.length === 0 ? [nobodyYet] : []),
          ...asked.map((one) => blockOf(one, props)),
        ],
      },
      ...(existing.length === 0
        ? []
        : [
            {
              heading: 'Advice from before',
              blocks: existing.map((one) => ({
                picture: 'a paper' as const,
                lines: [say`${one.authorName} told us this on ${sayDate(one.advisedOn)}.`],
                link: {
                  href: `/family/${childId}/existing-advice/${one.id}`,
                  text: one.agreements.some(({ party }) => party === 'family')
                    ? 'See this advice'
                    : 'Is this advice enough?',
                },
              })),
            },
          ]),
      {
        heading: 'What you think',
        blocks: [
          {
            picture: 'a thinking face',
            lines: ['You can tell us your views.'],
            link: { href: `/family/${childId}/views`, text: 'Tell us your views' },
          },
          {
            picture: 'a child',
            lines: ['The child can tell us too.'],
            link: { href: `/children/${childId}/voice`, text: 'What the child says' },
          },
          {
            picture: 'people who help',
            lines: ['You can tell us who knows the child.'],
            link: { href: `/family/${childId}/professionals`, text: 'Tell us who helps' },
          },
          {
            picture: 'a speech bubble',
            lines: ['Do you want us to ask somebody else?', 'Tell us who.'],
            link: { href: `/family/${childId}/messages`, text: 'Write to us' },
          },
        ],
      },
    ],
  };
}

const nobodyYet: EasyBlock = { picture: 'an hourglass', lines: ['We have not asked anybody yet.'] };

function blockOf(one: Asked, { childId, today }: FamilyAdviceListProps): EasyBlock {
  const { picture, who } = EASY_PARAGRAPHS[one.paragraph];
  const asked = say`We asked ${one.adviser}.`;
  if (one.refused !== null) {
    return { picture, lines: [asked, 'They cannot tell us.', 'We will ask somebody else.'] };
  }
  if (one.returnedOn === null) {
    const day = sayDate(one.dueOn);
    return {
      picture,
      lines: [
        asked,
        who,
        one.dueOn < today ? say`It is late. It was for ${day}.` : say`We wait until ${day}.`,
        ...(one.promisedOn === null ? [] : [say`They say we will have it by ${sayDate(one.promisedOn)}.`]),
      ],
    };
  }
  return {
    picture,
    lines: [asked, who, say`We have it since ${sayDate(one.returnedOn)}.`],
    link: { href: `/family/${childId}/advice/${one.id}`, text: say`See what ${one.adviser} said` },
  };
}

import type { InboxWords } from '../inbox/index.ts';
import { sayParagraph, toParagraph } from './paragraphs.ts';

type Say = InboxWords[string];

const allocating = (id: string) => ({
  allocateAt: `/advice/${id}/allocation`,
  allocateSeveralAt: '/advice/allocations',
});

/** Advice, a question about it, and whether what was given before is enough, as the inbox of whoever is asked says them. */
export const ADVICE_IN_INBOX = {
  advice: ({ id, detail }) => ({
    what: `Advice: ${sayParagraph(toParagraph(detail))}`,
    href: `/advice/${id}`,
    ...allocating(id),
  }),
  'question about advice': ({ id, detail }) => ({
    what: `A question about your advice: ${sayParagraph(toParagraph(detail))}`,
    href: `/advice/${id}`,
    ...allocating(id),
  }),
  'existing advice': ({ id, detail }) => ({
    what: `Is advice given before enough? ${sayParagraph(toParagraph(detail))}`,
    href: `/existing-advice/${id}`,
  }),
  'who knows': ({ id }) => ({
    what: 'Who knows this child?',
    href: `/professionals/${id}`,
    onlyAsked: true,
  }),
} as const satisfies Record<string, Say>;

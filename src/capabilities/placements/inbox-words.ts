import type { InboxWords } from '../inbox/index.ts';

/** What a setting owes a child whose plan names it, or who is there, as its inbox says it. */
export const PLACEMENTS_IN_INBOX = {
  admission: ({ id, detail }) => ({
    what: 'Admit this child: the plan names you',
    href: `/admissions/${id}/${detail}`,
  }),
  'placement check': ({ id, detail }) => ({
    what: detail === 'term' ? 'What was provided this term?' : 'Is what the plan says in place?',
    href: `/placement-checks/${id}`,
    onlyAsked: true,
  }),
} as const satisfies InboxWords;

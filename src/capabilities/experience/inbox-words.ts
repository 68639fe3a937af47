import type { InboxWords } from '../inbox/index.ts';

/** What an organisation is asked, as its inbox says it. */
export const EXPERIENCE_IN_INBOX = {
  experience: ({ id, detail }) => ({
    what: detail === 'consulting' ? 'How was it to be consulted?' : 'How was it to be asked for advice?',
    href: `/inbox/experience/${id}`,
    onlyAsked: true,
  }),
} as const satisfies InboxWords;

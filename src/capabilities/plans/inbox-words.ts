import type { InboxWords } from '../inbox/index.ts';

/** Consultations, and final plans, as the inbox of whoever is asked or sent them says them. */
export const PLANS_IN_INBOX = {
  consultation: ({ id }) => ({
    what: 'Consultation: can you meet this child’s needs?',
    href: `/consultations/${id}`,
    inSitting: `/consultations/${id}?sitting=yes`,
  }),
  plan: ({ id, detail }) => ({
    what: detail === 'setting' ? 'Final plan: it names you' : 'Final plan: sent to you',
    href: `/final-plans/${id}`,
  }),
  'draft lines': ({ id }) => ({
    what: 'Draft plan: lines that rest on your advice',
    href: `/shown-lines/${id}`,
  }),
} as const satisfies InboxWords;

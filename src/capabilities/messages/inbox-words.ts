import type { InboxWords } from '../inbox/index.ts';

/** What the team and an organisation wrote about a child, as the organisation's inbox says it. */
export const MESSAGES_IN_INBOX = {
  messages: ({ childId, answeredOn }) => ({
    what: answeredOn === null ? 'A message from the SEND team' : 'Messages with the SEND team',
    href: `/children/${childId}/messages`,
  }),
} as const satisfies InboxWords;

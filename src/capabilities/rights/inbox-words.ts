import type { InboxWords } from '../inbox/index.ts';

/** The notices of rights passing to a young person, as the inbox of whoever they are before says them. */
export const RIGHTS_IN_INBOX = {
  rights: ({ childId, detail }) => ({
    what:
      detail === 'ahead' ? 'The rights will pass to the young person' : 'The rights are the young person’s',
    href: `/rights-notices/${childId}`,
  }),
} as const satisfies InboxWords;

import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { routeOf, sayPart } from '../casework/index.ts';
import { listContacts } from '../children/index.ts';
import type { Invitation } from './inviting.ts';
import type { Shown } from './pages/invitations.tsx';
import { listInvitations, listOpened } from './store.ts';

const MOST = 20;

/** Invitations to a child's file with what each person opened: all of them for staff, for the family its own alone. */
export async function showInvitations(tx: Tx, childId: Uuid, contactId: Uuid | 'all'): Promise<Shown[]> {
  const all = await listInvitations(tx, childId);
  const theirs = contactId === 'all' ? all : all.filter((one) => one.contactId === contactId);
  const contacts = await listContacts(tx, childId);
  const accounts = theirs.flatMap(({ accountId }) => accountId ?? []);
  const opened = accounts.length === 0 ? [] : await listOpened(tx, childId, accounts);
  return theirs.map((one) => ({
    ...one,
    inviter: contacts.find(({ id }) => id === one.contactId)?.name ?? 'Somebody no longer on the file',
    opened: opened
      .filter(({ accountId, at }) => accountId === one.accountId && wasOpen(one, at))
      .slice(0, MOST)
      .map(({ at, data }) => ({ at, what: sayPart(routeOf(data)).what })),
    endKey: randomUUID(),
  }));
}

// The same account may have been invited more than once: each invitation shows what was opened while it held.
function wasOpen({ endedAt }: Invitation, at: Date): boolean {
  return endedAt === null || at <= endedAt;
}

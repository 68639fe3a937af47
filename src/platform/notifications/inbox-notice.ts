import { findPeople, type Person } from '../identity/first-person.ts';
import { type Tx, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { sendLetter } from './send.ts';
import { findOrganisationOf, type Outgoing } from './store.ts';

// Of these its people are told by email with the day or the question, and whoever has it there before the others.
const TOLD_WITH_MORE: readonly string[] = ['advice asked for', 'question about advice'];

/** What says that something is no longer in an inbox: its subject names nobody, and is all there is to read of it. */
export const NO_LONGER_NEEDED = 'advice no longer needed';

/** Whoever looks after the inbox that a letter is for: its administrators, or everybody there where it has none. */
export async function whoseInbox(
  { database, authority }: Services,
  { id, channel, template }: Outgoing,
): Promise<readonly Person[]> {
  if (channel !== 'portal' || TOLD_WITH_MORE.includes(template)) return [];
  const system = { kind: 'system', authorityId: authority.code } as const;
  const organisation = await withLens(database, system, (tx) => findOrganisationOf(tx, id), 'one');
  const people = await findPeople(database, organisation === null ? [] : [organisation.id]);
  const administrators = people.filter(({ administrator }) => administrator);
  return administrators.length > 0 ? administrators : people;
}

/** Tells them by email that something new is in their inbox, and of what kind: neither about whom, nor what it says. */
export async function tellOfInbox(
  tx: Tx,
  { authority, config }: Services,
  letter: Outgoing,
  people: readonly Person[],
): Promise<void> {
  const gone = letter.template === NO_LONGER_NEEDED;
  // A letter may be to somebody there by name; the inbox is the organisation's.
  const inbox = (await findOrganisationOf(tx, letter.id))?.name ?? letter.recipientName;
  const body = gone
    ? `${letter.subject}, ${authority.name} says. It is no longer in the inbox of ${inbox}.`
    : [
        `${authority.name} has put something new in the inbox of ${inbox}: ${letter.template}.`,
        `Sign in to read it: ${config.baseUrl}/inbox`,
      ].join('\n\n');
  for (const { name, email } of people) {
    await sendLetter(tx, {
      authorityId: authority.code,
      childId: letter.childId,
      to: { kind: 'somebody', name, email },
      template: gone ? 'gone from the inbox' : 'new in the inbox',
      subject: gone ? letter.subject : 'Something new is in your inbox',
      body,
    });
  }
}

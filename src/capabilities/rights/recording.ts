import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { isThemself, type Representative } from './rights.ts';

/** Refuses a day still to come: what is recorded here has happened. */
export function happenedBy<T>(value: T, field: string, day: PlainDate, today: PlainDate): Result<T> {
  return day > today ? refused(field, 'The date must be today or in the past') : accepted(value);
}

type OnFile = { id: Uuid; name: string; restricted: boolean };

/** Whose capacity, or whose representative: null for the young person. Refuses whoever is no parent on the file. */
export function parentOf(
  whose: string,
  contacts: readonly (OnFile & { relationship: string })[],
): Result<Uuid | null> {
  if (whose === 'young person') return accepted(null);
  const parent = contacts.find((contact) => contact.id === whose && !isThemself(contact));
  return parent === undefined ? refused('whose', 'Select whose it is') : accepted(parent.id);
}

/** Refuses a representative who is not on the file, who is never to be written to, or who acts already. */
export function representing(
  { contactId, parentId }: Pick<Representative, 'contactId' | 'parentId'>,
  contacts: readonly OnFile[],
  representatives: readonly Representative[],
): Result<OnFile> {
  const contact = contacts.find(({ id }) => id === contactId);
  if (contact === undefined)
    return refused('contactId', 'Select who acts. Somebody who is not listed is added to the file first');
  if (contact.restricted)
    return refused('contactId', `Contact with ${contact.name} is restricted. Select somebody else`);
  if (contactId === parentId) return refused('contactId', 'Somebody else acts for them. Select who');
  const acting = representatives.some(
    (one) => one.contactId === contactId && one.parentId === parentId && one.untilOn === null,
  );
  return acting
    ? refused('contactId', `${contact.name} is recorded as the representative already`)
    : accepted(contact);
}

/** Refuses to end what has ended, and to end it before it began or after today. */
export function endingRepresentative(
  one: Representative,
  on: PlainDate,
  today: PlainDate,
): Result<Representative> {
  if (one.untilOn !== null) return refused('untilOn', 'This has been ended already');
  if (on < one.fromOn) return refused('untilOn', 'The last day must be on or after the first');
  return happenedBy(one, 'untilOn', on, today);
}

import type { Preferences } from '../../platform/notifications/index.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Contact } from './child.ts';

/** A contact as staff keep them: whether anybody has checked who they are, and whether contact is restricted. */
export type Person = Contact &
  Preferences & {
    /** Counts saved changes of how they are reached. */
    version: number;
    /** They were said to live elsewhere than the child. */
    livesElsewhere: boolean;
    checked: { how: string; by: string; at: Date } | null;
    restriction: { reason: string; by: string | null; at: Date | null } | null;
    /** On a second record of the child: written nothing and let in nowhere until they are checked. */
    waiting: boolean;
  };

/** A new person as the form has them, before anything is known to be right. */
export type Described = Pick<
  Contact,
  | 'name'
  | 'relationship'
  | 'email'
  | 'phone'
  | 'addressLines'
  | 'postcode'
  | 'parentalResponsibility'
  | 'prefers'
>;

/** Refuses a person who could not be reached in the way they prefer. */
export function reachable<T extends Described>(person: T): Result<T> {
  if (person.prefers === 'email' && person.email === null)
    return refused('email', 'Enter an email address, or select another way for us to write');
  if (person.prefers === 'text' && person.phone === null)
    return refused('phone', 'Enter a telephone number, or select another way for us to write');
  const posted = person.prefers !== 'email';
  if (posted && (person.addressLines.length === 0 || person.postcode === null))
    return refused('address', 'Enter the address and postcode: letters go there');
  return accepted(person);
}

/** Refuses a second check: the first is part of the file's history. */
export function checking(person: Person): Result<Person> {
  if (person.checked !== null)
    return refused('how', `${person.checked.by} has recorded this already. Go back to see how`);
  return accepted(person);
}

/** Refuses to restrict a contact twice. */
export function restricting(person: Person): Result<Person> {
  return person.restricted ? refused('reason', 'Contact with them is restricted already') : accepted(person);
}

/** Refuses to lift what is not there. */
export function lifting(person: Person): Result<Person> {
  return person.restricted ? accepted(person) : refused('reason', 'Contact with them is not restricted');
}

/**
 * Why a plan that is sent out shows no home address, the child's own included, for staff to read. One paper goes to
 * everyone the plan is sent to and stays where either parent may open it, and a child's address is a parent's too.
 */
export function whyNoAddress(people: readonly Pick<Contact, 'name' | 'restricted'>[]): string {
  const because =
    'The plan that is sent out shows nobody’s home address, the child’s own included: the same document goes to everyone, and one person’s address is never shown to another.';
  const restricted = people.filter((person) => person.restricted).map(({ name }) => name);
  if (restricted.length === 0) return because;
  return `${because} Contact is restricted with ${restricted.join(' and ')}.`;
}

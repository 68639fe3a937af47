import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Somebody who acts for an organisation. */
export type Colleague = { accountId: Uuid; name: string; email: string; administrator: boolean };

/** An administrator takes anybody away but themselves, so that an organisation is never left without one. */
export function remove(colleague: Colleague, by: Uuid): Result<Colleague> {
  if (colleague.accountId === by)
    return refused('colleagues', 'You cannot remove yourself. Ask another administrator to');
  return accepted(colleague);
}

/** Says whether a colleague adds and removes people. Nobody ends it for themself, so that somebody always does. */
export function administer(colleague: Colleague, administrator: boolean, by: Uuid): Result<boolean> {
  if (!administrator && colleague.accountId === by)
    return refused('colleagues', 'You cannot end this for yourself. Ask another administrator to');
  return accepted(administrator);
}

/** An administrator says who has what; anybody does where the organisation's administrators so chose. */
export function mayAllocate(person: { administrator: boolean }, anyoneAllocates: boolean): boolean {
  return person.administrator || anyoneAllocates;
}

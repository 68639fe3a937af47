import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** Who has a request for advice, as its organisation said last; nobody where that colleague is there no longer. */
export type Holder = { accountId: Uuid; name: string };

export type Allocation = {
  /** How many times it has been said who has it. */
  number: number;
  holder: Holder | null;
};

/** What is chosen to give a request back to the team. */
export const NOBODY = 'nobody';

/**
 * Gives several requests for advice that nobody has to one colleague. Refuses none of them, somebody who is not a
 * colleague, and all of them when somebody else has given one away since.
 */
export function allocateSeveral(
  chosen: readonly { childName: string; now: Allocation }[],
  to: string,
  colleagues: readonly { accountId: Uuid }[],
): Result<Uuid> {
  const colleague = colleagues.find(({ accountId }) => accountId === to);
  if (chosen.length === 0) return refused('chosen', 'Select what to allocate');
  if (colleague === undefined) return refused('to', 'Select who should have it');
  const taken = chosen.find(({ now }) => now.holder !== null);
  if (taken !== undefined) {
    return refused(
      'chosen',
      `${taken.now.holder?.name} has the advice about ${taken.childName} now. Choose again`,
    );
  }
  return accepted(colleague.accountId);
}

/**
 * Gives a request for advice to a colleague, or back to the team. Refuses somebody who is not a colleague, and a choice
 * made before seeing that somebody else had made one.
 */
export function allocate(
  now: Allocation,
  form: { to: string; seen: number },
  colleagues: readonly { accountId: Uuid }[],
): Result<{ number: number; accountId: Uuid | null }> {
  const colleague = colleagues.find(({ accountId }) => accountId === form.to);
  if (colleague === undefined && form.to !== NOBODY) return refused('to', 'Select who should have this');
  if (form.seen !== now.number) {
    const has = now.holder === null ? 'It is not allocated now' : `${now.holder.name} has it now`;
    return refused('to', `Somebody else changed this while you were choosing. ${has}. Choose again`);
  }
  return accepted({ number: now.number + 1, accountId: colleague?.accountId ?? null });
}

import type { Actor } from '../../platform/lens/index.ts';

/** The name of whoever signed in with an account; of a tracker opened with a code, what they typed. */
export function nameIn(actor: Actor | null, typed = ''): string {
  return isNamed(actor) && actor !== null && 'name' in actor ? actor.name : typed;
}

/** Whether they are known by name, so that nobody asks for it. */
export function isNamed(actor: Actor | null): boolean {
  return actor?.kind === 'family' && actor.accountId !== null;
}

import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Source } from './question.ts';

/** Whose part somebody has in a request that is written together. */
export type Part = 'family' | 'school';

/** A draft written together: who began it, who was invited and who came. */
export type Sharing = {
  id: string;
  ownerId: string;
  ownerName: string;
  invites: Part;
  editor: { id: string; name: string } | null;
};

/** One question of it: who wrote there last, how often it was saved, and who is writing there now. */
export type Section = {
  question: string;
  version: number;
  savedBy: string | null;
  held: { by: string; name: string; until: Date } | null;
};

/** How long somebody who opens a question to write is alone there, unless they save it first. */
export const HELD_MINUTES = 5;

/** Whose part an account has: a school or college has the school's, and anybody else the family's. */
export function partOf(actorKind: string, source: Source): Part {
  return actorKind === 'organisation' && isTheFamilys(source) ? 'school' : 'family';
}

/** Whether the request is the family's to send: its own right to ask (Children and Families Act 2014, s36(1)). */
function isTheFamilys(source: Source): boolean {
  return source === 'parent' || source === 'young person';
}

/** Whether whoever it is may send the request: the school that writes with a family never sends in its place. */
export function maySend(actorKind: string, source: Source): boolean {
  return partOf(actorKind, source) === 'family';
}

/** Whether a request may be written together at all: one that a family or its school writes, not staff or a neighbour. */
export function mayShare(source: Source): boolean {
  return isTheFamilys(source);
}

/** Somebody else who is writing in a section now; null where the section is free, or is the asker's own. */
export function heldByOther(section: Section | undefined, who: string, now: Date): Section['held'] {
  const held = section?.held ?? null;
  return held === null || held.by === who || held.until <= now ? null : held;
}

/** Invites. Refuses without a name for the other to see, and where somebody has been invited already. */
export function invite(sharing: Sharing | null, name: string): Result<string> {
  if (sharing !== null) return refused('name', 'You have already invited somebody: end that first');
  return name === '' ? refused('name', 'Enter your name') : accepted(name);
}

export type Joiner = { kind: string; id: string; name: string };

/** Lets somebody join. A school joins through its own sign-in; a parent through the link alone; nobody joins themself. */
export function join(
  sharing: Pick<Sharing, 'invites' | 'ownerId' | 'editor'>,
  joiner: Joiner,
): Result<{ id: string; name: string }> {
  if (sharing.editor !== null) return refused('link', 'Somebody has joined with this link already');
  if (sharing.ownerId === joiner.id)
    return refused('link', 'You began this request: send the link to the other person');
  if (sharing.invites === 'school' && joiner.kind !== 'organisation')
    return refused('link', 'Sign in with your school or college’s account to join');
  if (sharing.invites === 'family' && joiner.kind !== 'family' && joiner.kind !== 'visitor')
    return refused(
      'link',
      'This link is for the parent or young person: open it where you are not signed in',
    );
  return joiner.name === ''
    ? refused('name', 'Enter your name')
    : accepted({ id: joiner.id, name: joiner.name });
}

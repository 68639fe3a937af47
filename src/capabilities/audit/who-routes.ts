import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../../platform/events/index.ts';
import { NotTheirs } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Drawn } from './store.ts';

/** Whoever makes rounds and changes the form; of a plan they see its reference alone. */
export const MAKERS = ['manager', 'administrator'] as const;
/** Whoever grades: those who read plans in their own work. */
export const AUDITORS = ['caseworker', 'manager'] as const;
export const LOOKERS = ['caseworker', 'manager', 'administrator'] as const;

export function staffOf({ actor }: FastifyRequest) {
  if (actor?.kind !== 'staff') throw new NotTheirs();
  return actor;
}

/** A reading of the child's file, kept with the round it was for. */
export function readingOf({ authorityId, childId, roundId }: Drawn) {
  return { authorityId, childId, readFor: { subject: 'audit round', id: roundId } };
}

/** What happened in the audit of a child's plan: on the file for staff, and in no family's lens. */
export function happenedTo(tx: Tx, { authorityId, childId, id }: Drawn, kind: string): Promise<void> {
  const unseen = { childId: null, unseenChildId: childId };
  return recordEvent(tx, { authorityId, ...unseen, kind, subject: 'audited plan', subjectId: id });
}

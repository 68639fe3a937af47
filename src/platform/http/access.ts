import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Actor, invitedTo, type StaffRole } from '../lens/index.ts';

/**
 * Who may use a route. Every route says it in `config.access`; the server refuses to start with one that does not.
 * A visitor has begun a request and not yet sent it. A list of roles means staff who hold
 * at least one of them.
 */
export type Access =
  | 'public'
  | 'anyone signed in'
  | 'visitor'
  | 'family'
  | 'organisation'
  | 'staff'
  | readonly StaffRole[];

export function mayUse(access: Access, actor: Actor | null): boolean {
  if (access === 'public') return true;
  if (actor === null) return false;
  switch (access) {
    case 'anyone signed in':
      return actor.kind !== 'visitor';
    case 'visitor':
      return actor.kind === 'visitor';
    case 'family':
      return actor.kind === 'family';
    case 'organisation':
      return actor.kind === 'organisation';
    case 'staff':
      return actor.kind === 'staff';
    default:
      return actor.kind === 'staff' && access.some((role) => actor.roles.includes(role));
  }
}

const aboutSchema = z.object({ childId: z.string() }).partial().catch({});

/**
 * Whoever acts where the address names no child acts only for children who are their own: a child they were invited to is
 * not there for them to act on.
 */
export function actingFor({ actor, method, params, routeOptions }: FastifyRequest): Actor | null {
  if (actor?.kind !== 'family' || actor.through === undefined) return actor;
  if (method === 'GET' || method === 'HEAD' || routeOptions.config.invited === 'writes') return actor;
  if (aboutSchema.parse(params).childId !== undefined) return actor;
  const own = actor.childIds.filter((childId) => invitedTo(actor, childId) === null);
  return { ...actor, childIds: own };
}

/** Whether this is a page about a child whom the reader was invited to, on which they may read and nothing else. */
export function onlyReads({ actor, params, routeOptions }: FastifyRequest): boolean {
  if (actor?.kind !== 'family' || routeOptions.config.invited === 'writes') return false;
  const { childId } = aboutSchema.parse(params);
  return childId !== undefined && invitedTo(actor, childId) !== null;
}

/** Whether this is something only the family itself may do or read, and whoever asks was invited by them. */
export function isForTheFamilyAlone({ actor, method, params, routeOptions }: FastifyRequest): boolean {
  if (actor?.kind !== 'family' || actor.through?.some(({ invited }) => invited !== null) !== true)
    return false;
  const { childId } = aboutSchema.parse(params);
  const sight = childId === undefined ? null : invitedTo(actor, childId);
  if (sight === null) return false;
  const { invited } = routeOptions.config;
  if (invited === 'writes') return false;
  if (method !== 'GET' && method !== 'HEAD') return true;
  return invited === 'nothing' || (sight === 'tracker and messages' && invited !== 'follows');
}

import type { Transaction } from 'kysely';
import { isUuid, type Uuid } from '../../shared/uuid.ts';
import { type Database, transaction } from '../database/index.ts';
import type { Tables } from '../database/tables.ts';
import { type Actor, actorId, type FamilyActor, invitedTo } from './actor.ts';

export { lastly, once } from '../database/index.ts';
export {
  type Actor,
  actorId,
  type FamilyActor,
  familyName,
  invitedTo,
  SIGHTS,
  type Sight,
  STAFF_ROLES,
  type StaffRole,
  throughOf,
} from './actor.ts';

/** A transaction that sees only what one actor may see. The only handle a capability is ever given. */
export type Tx = Transaction<Tables>;

const actors = new WeakMap<Tx, Actor>();

/**
 * Runs `work` in one transaction, seen through the actor's lens: an authority's own rows; what authorities have put
 * before an organisation; a family's own children; a visitor's own draft. PostgreSQL's row-level security enforces it.
 * Commits when `work` resolves, rolls back when it throws; the handle refuses queries afterwards. `work` that asks one
 * question and no more says so, and costs one message.
 */
export function withLens<T>(
  database: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  questions: 'one' | 'any' = 'any',
): Promise<T> {
  const bound = (tx: Tx) => {
    actors.set(tx, actor);
    return work(tx);
  };
  return transaction(database, `begin; ${lensSettings(actor)}`, bound, questions);
}

/**
 * The platform's own lens: accounts, sessions and what binds them, and nothing about any child but which records are kept
 * from their family. Only identity, and the record of refusals, may use it.
 */
export function withPlatformLens<T>(
  database: Database,
  work: (tx: Tx) => Promise<T>,
  questions: 'one' | 'any' = 'any',
): Promise<T> {
  return transaction(
    database,
    "begin; set local role app_platform; set local opensend.platform = 'on'",
    work,
    questions,
  );
}

/**
 * What is published, for whoever reads it: released counts and national statistics, as the role `reporting`, which may select
 * those and no table with a row of a child's. It changes nothing.
 */
export function asReporting<T>(
  database: Database,
  work: (tx: Tx) => Promise<T>,
  questions: 'one' | 'any' = 'any',
): Promise<T> {
  return transaction(database, 'begin read only; set local role reporting', work, questions);
}

/** A health body's designated clinical officer, as its administrators said, and the authorities that let them see their area. */
export type ClinicalOfficer = { organisationId: Uuid; authorityIds: readonly number[] };

/**
 * What a designated clinical officer sees beside their body's own lens: the view `health_advice_outstanding`, as the role
 * `clinical_officer`, which may select a few columns and changes nothing. Whoever calls it has seen that they are one.
 */
export function asClinicalOfficer<T>(
  database: Database,
  { organisationId, authorityIds }: ClinicalOfficer,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const settings = [
    'begin read only; set local role clinical_officer',
    "set local citus.propagate_set_commands = 'local'",
    `set local opensend.officer_at = '${uuid(organisationId)}'`,
    `set local opensend.officer_of = '{${authorityIds.map(integer).join(',')}}'`,
  ];
  return transaction(database, settings.join('; '), work);
}

/** Whoever the transaction is bound to. */
export function actorOf(tx: Tx): Actor {
  const actor = actors.get(tx);
  if (actor === undefined) throw new Error('a transaction without a lens');
  return actor;
}

// What each lens sees is the policies for its role, and no other lens's: see decision 13.
const ROLES = {
  staff: 'app_authority',
  system: 'app_authority',
  organisation: 'app_organisation',
  family: 'app_family',
  visitor: 'app_visitor',
} as const satisfies Record<Actor['kind'], string>;

// SET LOCAL takes no parameters, so nothing but integers and UUIDs parsed here is ever formatted into it.
// set_config() will not do: Citus does not pass it on to its workers.
function lensSettings(actor: Actor): string {
  const settings = [
    `set local role ${ROLES[actor.kind]}`,
    "set local citus.propagate_set_commands = 'local'",
  ];
  const id = actorId(actor);
  if (id !== null) settings.push(`set local opensend.actor = '${uuid(id)}'`);
  switch (actor.kind) {
    case 'staff':
    case 'system':
      settings.push(`set local opensend.authority = '${integer(actor.authorityId)}'`);
      break;
    case 'organisation':
      settings.push(`set local opensend.organisation = '${uuid(actor.organisationId)}'`);
      break;
    case 'family':
      settings.push(...familySettings(actor));
      break;
    case 'visitor':
      settings.push(`set local opensend.draft = '${uuid(actor.draftId)}'`);
      break;
  }
  return settings.join('; ');
}

// Whoever was invited to the tracker and messages alone gets a setting of their own, which little answers to.
function familySettings(actor: FamilyActor): string[] {
  const list = (ids: readonly string[]) => `'{${ids.map(uuid).join(',')}}'`;
  const follows = (id: string) => invitedTo(actor, id) === 'tracker and messages';
  const invited = actor.childIds.filter((id) => invitedTo(actor, id) !== null);
  const settings = [
    `set local opensend.children = ${list(actor.childIds.filter((id) => !follows(id)))}`,
    // As whom: what is one person's on the file is not another's.
    `set local opensend.contacts = ${list((actor.through ?? []).map(({ contactId }) => contactId))}`,
  ];
  if (invited.length === 0) return settings;
  const followed = `set local opensend.followed = ${list(invited.filter(follows))}`;
  return [...settings, followed, `set local opensend.invited = ${list(invited)}`];
}

function uuid(text: string): string {
  if (!isUuid(text)) throw new Error('a lens was given something that is not a UUID');
  return text;
}

function integer(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error('a lens was given something that is not an integer');
  return value;
}

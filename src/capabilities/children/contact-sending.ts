import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { HomeAuthority, Services } from '../../platform/services.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { fullName } from './child.ts';
import {
  askedElsewhere,
  type Changed,
  type ContactChange,
  carriedTo,
  changeDetails,
  type Details,
  type DetailsRefused,
  sameReach,
} from './contact-details.ts';
import { listContactChanges, saveDetails } from './contact-store.ts';
import { onePerson } from './merging.ts';
import { listPeople, lockPerson } from './people-store.ts';
import type { Person } from './person.ts';
import { confirmChange } from './post.ts';
import { findChild } from './store.ts';

/* Changing how somebody on a child's file is reached, for the pages and the API alike. */

type By = Pick<ContactChange, 'byKind' | 'by' | 'why' | 'at'>;
type Asked = { details: Partial<Details>; version: number };
/** One person on one child's file. */
type Who = { childId: Uuid; contactId: Uuid };

/** Changes how one person on a child's file is reached, and writes to them, the new way, to say so. Returns what was changed; null for nothing. */
export async function change(
  tx: Tx,
  authority: HomeAuthority,
  { childId, contactId }: Who,
  asked: Asked,
  by: By,
): Promise<{ ok: true; value: Changed | null } | DetailsRefused> {
  const child = found(await findChild(tx, childId));
  const person = found(await lockPerson(tx, childId, contactId));
  const changed = changeDetails(person, asked, await listContactChanges(tx, contactId));
  if (!changed.ok) return changed;
  if (changed.value === null) return changed;
  const { authorityId } = child;
  await saveDetails(tx, authorityId, person, { ...changed.value, ...by });
  const kind = by.byKind === 'family' ? 'contact details changed by the family' : 'contact details changed';
  await recordEvent(tx, { authorityId, childId, kind, subject: 'contact', subjectId: contactId });
  if (!person.waiting)
    await confirmChange(tx, authority, child, { ...person, ...changed.value.became }, changed.value);
  return changed;
}

/**
 * Carries a change somebody of the family made on one child's file to their other children's, as far as it was the same there:
 * a parent says once that they moved. What was different there was so for a reason, and stays.
 */
export async function carryOver(
  tx: Tx,
  authority: HomeAuthority,
  elsewhere: readonly Who[],
  changed: Changed,
  by: By,
): Promise<void> {
  for (const who of elsewhere) {
    // Nothing of another authority's is seen in this lens.
    if ((await findChild(tx, who.childId)) === undefined) continue;
    const person = await lockPerson(tx, who.childId, who.contactId);
    if (person === undefined || person.restricted) continue;
    const details = carriedTo(person, changed);
    // What would leave no way to write to them there is left for them to see to.
    await change(tx, authority, who, { details, version: person.version }, by);
  }
}

/** Where else whoever asks is on a child's file themself, each file once; nobody's guest. */
export function elsewhereOf({ actor }: FastifyRequest, here: Who): Who[] {
  if (actor?.kind !== 'family') return [];
  const own = (actor.through ?? []).filter(({ invited }) => invited === null);
  const each = new Map(own.map(({ childId, contactId }) => [contactId, { childId, contactId }]));
  each.delete(here.contactId);
  return [...each.values()].toSorted((one, other) => (one.contactId < other.contactId ? -1 : 1));
}

type OtherFile = { childId: Uuid; childName: string; same: boolean };

/** Their other children, and whether they are reached the same way about each. */
export async function listOtherFiles(
  request: FastifyRequest,
  { database }: Services,
  person: Person,
  here: Who,
): Promise<OtherFile[]> {
  const shown: OtherFile[] = [];
  for (const { childId, contactId } of elsewhereOf(request, here)) {
    const child = await request.act((tx) => findChild(tx, childId));
    if (child === undefined) continue;
    const system = { kind: 'system', authorityId: child.authorityId } as const;
    const people = await withLens(database, system, (tx) => listPeople(tx, childId));
    const there = people.find(({ id, restricted }) => id === contactId && !restricted);
    if (there === undefined) continue;
    shown.push({ childId, childName: fullName(child), same: sameReach(there, person) });
  }
  return shown;
}

const ASKED_ELSEWHERE =
  'Asked for under the same name on another record of the child, which is part of this file';

/**
 * Lets whoever is on a file already, and is now on it again by another record, be written and spoken to as they asked on
 * either: what one says and the other does not. What both say stays as it is, and staff are shown both.
 */
export async function shareWhatWasAsked(
  tx: Tx,
  { authorityId, childId }: { authorityId: number; childId: Uuid },
  joined: readonly Uuid[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const onFile = (await listPeople(tx, childId)).filter(({ waiting, restricted }) => !waiting && !restricted);
  for (const one of onFile.filter(({ id }) => joined.includes(id)))
    for (const other of onFile.filter((person) => person.id !== one.id && onePerson(person, one)))
      for (const [to, from] of [
        [one.id, other.id],
        [other.id, one.id],
      ] as const)
        await take(to, from);

  async function take(to: Uuid, from: Uuid): Promise<void> {
    const [here, there] = [await lockPerson(tx, childId, to), await lockPerson(tx, childId, from)];
    if (here === undefined || there === undefined) return;
    const became = askedElsewhere(here, there);
    const fields = Object.keys(became);
    if (fields.length === 0) return;
    const was = Object.fromEntries(Object.entries(here).filter(([field]) => fields.includes(field)));
    await saveDetails(tx, authorityId, here, { was, became, byKind: 'staff', by, why: ASKED_ELSEWHERE, at });
    const kind = 'contact details changed';
    await recordEvent(tx, { authorityId, childId, kind, subject: 'contact', subjectId: to });
  }
}

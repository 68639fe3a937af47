import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { filesOf, standingFile } from '../../platform/child-file.ts';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Child, Contact, NewChild, NewContact } from './child.ts';

export const CHILD = [
  'authority_id as authorityId',
  'id',
  'given_names as givenNames',
  'family_name as familyName',
  'preferred_name as preferredName',
  'born_on as bornOn',
  'upn',
  'address_lines as addressLines',
  'postcode',
  'setting_id as settingId',
] as const;

export const CONTACT = [
  'id',
  'child_id as childId',
  'name',
  'relationship',
  'email',
  'phone',
  'address_lines as addressLines',
  'postcode',
  'parental_responsibility as parentalResponsibility',
  'restricted',
  'prefers',
] as const;

/** The child, as the file that stands has them; undefined when this lens does not show them. */
export async function findChild(tx: Tx, id: Uuid): Promise<Child | undefined> {
  return (await askStanding(tx, { id }))[0];
}

const askStanding = once((tx, { id }: { id: Uuid }) => standing(tx, id));

// An organisation may be shown a record that was merged and not the file it was merged into: it goes on as it was.
function standing(tx: Tx, id: Uuid) {
  return tx
    .selectFrom('children')
    .select(CHILD)
    .where('id', 'in', sql<Uuid>`(${id}::uuid, ${standingFile(id)})`)
    .orderBy(sql`id = ${id}`)
    .limit(1);
}

/** The child, held until the transaction ends, so that two people act on the file in turn. */
export async function lockChild(tx: Tx, id: Uuid): Promise<Child | undefined> {
  return standing(tx, id).forUpdate().executeTakeFirst();
}

export async function insertChild(tx: Tx, authorityId: number, child: NewChild): Promise<void> {
  await tx
    .insertInto('children')
    .values({
      authority_id: authorityId,
      id: child.id,
      given_names: child.givenNames,
      family_name: child.familyName,
      preferred_name: child.preferredName,
      born_on: child.bornOn,
      upn: child.upn,
      uln: child.uln ?? null,
      nhs_number: child.nhsNumber ?? null,
      address_lines: [...child.addressLines],
      postcode: child.postcode,
      setting_id: child.settingId,
    })
    .execute();
  await insertFirst(tx, authorityId, child);
}

// What a request says of where a child lives and what they attend begins the history: since when, nobody has said.
async function insertFirst(tx: Tx, authorityId: number, child: NewChild): Promise<void> {
  const first = { authority_id: authorityId, child_id: child.id, recorded_by: 'As first recorded' };
  const { addressLines, postcode, settingId } = child;
  const rows = [
    ...(addressLines.length === 0 ? [] : [{ kind: 'address', address_lines: [...addressLines], postcode }]),
    ...(settingId === null ? [] : [{ kind: 'setting', setting_id: settingId }]),
  ];
  for (const row of rows) {
    await tx
      .insertInto('children_circumstances')
      .values({ ...first, id: randomUUID(), ...row })
      .execute();
  }
}

export async function insertContact(tx: Tx, authorityId: number, contact: NewContact): Promise<void> {
  await tx
    .insertInto('children_contacts')
    .values({
      authority_id: authorityId,
      id: contact.id,
      child_id: contact.childId,
      name: contact.name,
      relationship: contact.relationship,
      email: contact.email,
      phone: contact.phone,
      address_lines: [...contact.addressLines],
      postcode: contact.postcode,
      parental_responsibility: contact.parentalResponsibility,
      prefers: contact.prefers,
      format: contact.format ?? 'standard',
      language: contact.language ?? null,
      interpreter: contact.interpreter ?? null,
      bsl: contact.bsl ?? false,
      lives_elsewhere: contact.livesElsewhere ?? false,
    })
    .execute();
}

export async function listContacts(tx: Tx, childId: Uuid): Promise<Contact[]> {
  const rows = await tx
    .selectFrom('children_contacts')
    .select(CONTACT)
    .where('child_id', '=', standingFile(childId))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map(toContact);
}

export function toContact(row: Omit<Contact, 'prefers'> & { prefers: string }): Contact {
  return { ...row, prefers: prefers(row.prefers) };
}

function prefers(text: string): Contact['prefers'] {
  return text === 'text' || text === 'post' ? text : 'email';
}

export type Sharing = {
  authorityId: number;
  childId: Uuid;
  organisationId: Uuid;
  reason: string;
  fromOn: PlainDate;
  /** The consent it rests on, where the family's agreement is all there is. */
  consentId?: Uuid;
};

/** Puts a child before an organisation, with the reason; again on the same day changes nothing, or begins it again. */
export async function shareWithOrganisation(tx: Tx, sharing: Sharing): Promise<void> {
  await tx
    .insertInto('children_organisations')
    .values({
      authority_id: sharing.authorityId,
      child_id: sharing.childId,
      organisation_id: sharing.organisationId,
      reason: sharing.reason,
      from_on: sharing.fromOn,
      consent_id: sharing.consentId ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'child_id', 'organisation_id', 'reason', 'from_on'])
        .doUpdateSet({ until_on: null }),
    )
    .execute();
}

/** Which authority put a child before whoever looks, for one reason, even where it has ended; undefined where none ever did. */
export async function findSharer(tx: Tx, reason: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('children_organisations')
    .select('authority_id')
    .where('reason', '=', reason)
    .executeTakeFirst();
  return row?.authority_id;
}

/** Ends one reason, at once, on the day `on`. True when it was the last, and the child is no longer before the organisation. */
export async function endSharing(tx: Tx, sharing: Omit<Sharing, 'fromOn'>, on: PlainDate): Promise<boolean> {
  await tx
    .updateTable('children_organisations')
    .set({ until_on: on })
    .where('child_id', '=', sql<Uuid>`any(${filesOf(sharing.childId)})`)
    .where('organisation_id', '=', sharing.organisationId)
    .where('reason', '=', sharing.reason)
    .where('until_on', 'is', null)
    .execute();
  const left = await tx
    .selectFrom('children_organisations')
    .select('reason')
    .where('child_id', '=', sql<Uuid>`any(${filesOf(sharing.childId)})`)
    .where('organisation_id', '=', sharing.organisationId)
    .where('until_on', 'is', null)
    .executeTakeFirst();
  return left === undefined;
}

import { z } from 'zod';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { ContactChange, Details } from './contact-details.ts';
import type { Person } from './person.ts';

const changedSchema = z
  .object({
    name: z.string(),
    relationship: z.string(),
    parentalResponsibility: z.boolean(),
    prefers: z.enum(['email', 'text', 'post']),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    addressLines: z.array(z.string()),
    postcode: z.string().nullable(),
    format: z.enum(['standard', 'large print', 'Easy Read', 'braille', 'audio']),
    language: z.string().nullable(),
    interpreter: z.string().nullable(),
    bsl: z.boolean(),
  })
  .partial()
  .transform((changed): Partial<Details> => Object.fromEntries(Object.entries(changed)));

/** Every change of one contact's details, oldest first. */
export async function listContactChanges(tx: Tx, contactId: Uuid): Promise<ContactChange[]> {
  const rows = await tx
    .selectFrom('children_contact_changes')
    .select([
      'version',
      'was',
      'became',
      'by_kind as byKind',
      'recorded_by as by',
      'why',
      'recorded_at as at',
    ])
    .where('contact_id', '=', contactId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    ...row,
    was: changedSchema.parse(row.was),
    became: changedSchema.parse(row.became),
    byKind: row.byKind === 'family' ? 'family' : 'staff',
  }));
}

/** Keeps a change of somebody's details with what they were before it. */
export async function saveDetails(
  tx: Tx,
  authorityId: number,
  person: Person,
  change: Omit<ContactChange, 'version'>,
): Promise<void> {
  const version = person.version + 1;
  const { byKind, by, why, at } = change;
  await tx
    .insertInto('children_contact_changes')
    .values({
      authority_id: authorityId,
      contact_id: person.id,
      version,
      was: JSON.stringify(change.was),
      became: JSON.stringify(change.became),
      by_kind: byKind,
      recorded_by: by,
      why,
      recorded_at: at,
    })
    .execute();
  const next: Details = { ...person, ...change.became };
  await tx
    .updateTable('children_contacts')
    .set({
      name: next.name,
      relationship: next.relationship,
      parental_responsibility: next.parentalResponsibility,
      prefers: next.prefers,
      email: next.email,
      phone: next.phone,
      address_lines: [...next.addressLines],
      postcode: next.postcode,
      format: next.format,
      language: next.language,
      interpreter: next.interpreter,
      bsl: next.bsl,
      version,
    })
    .where('id', '=', person.id)
    .execute();
}

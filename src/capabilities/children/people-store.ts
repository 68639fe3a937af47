import { sql } from 'kysely';
import { filesOf, standingFile } from '../../platform/child-file.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { once, type Tx } from '../../platform/lens/index.ts';
import type { Format } from '../../platform/notifications/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { NewContact } from './child.ts';
import type { Person } from './person.ts';
import { CONTACT, insertContact, toContact } from './store.ts';

/** Everyone on a child's file, and on second records of the child that were joined to it without a check. */
export async function listPeople(tx: Tx, childId: Uuid): Promise<Person[]> {
  const rows = await askPeople(tx, { childId });
  return rows.map(
    ({
      restricted_reason,
      restricted_by,
      restricted_at,
      checked_how,
      checked_by,
      checked_at,
      format,
      waiting,
      ...contact
    }) => ({
      ...contact,
      ...toContact(contact),
      format: formatOf(format),
      checked:
        checked_how === null || checked_by === null || checked_at === null
          ? null
          : { how: checked_how, by: checked_by, at: checked_at },
      restriction:
        restricted_reason === null
          ? null
          : { reason: restricted_reason, by: restricted_by, at: restricted_at },
      waiting,
    }),
  );
}

const askPeople = once((tx, { childId }: { childId: Uuid }) =>
  tx
    .selectFrom('children_contacts')
    .select([
      ...CONTACT,
      'format',
      'language',
      'interpreter',
      'bsl',
      'version',
      'lives_elsewhere as livesElsewhere',
      'restricted_reason',
      'restricted_by',
      'restricted_at',
      'checked_how',
      'checked_by',
      'checked_at',
    ])
    .select(sql<boolean>`child_id <> ${standingFile(childId)}`.as('waiting'))
    .where('child_id', '=', sql<Uuid>`any(${filesOf(childId)})`)
    .orderBy('recorded_at')
    .orderBy('id'),
);

function formatOf(text: string): Format {
  const formats = ['large print', 'Easy Read', 'braille', 'audio'] as const;
  return formats.find((one) => one === text) ?? 'standard';
}

/** One of the people of a child's file, held until the transaction ends, so that two people act on them in turn. */
export async function lockPerson(tx: Tx, childId: Uuid, id: Uuid): Promise<Person | undefined> {
  await tx.selectFrom('children_contacts').select('id').where('id', '=', id).forUpdate().execute();
  return (await listPeople(tx, childId)).find((person) => person.id === id);
}

type Check = { how: string; by: string; at: Date };

/** Records that staff checked who somebody is, and puts them on the file: from now they are written to, and may be let in. */
export async function saveCheck(tx: Tx, childId: Uuid, id: Uuid, check: Check): Promise<void> {
  await rememberWhence(tx, id);
  await tx
    .updateTable('children_contacts')
    .set({
      child_id: standingFile(childId),
      checked_how: check.how,
      checked_by: check.by,
      checked_at: check.at,
    })
    .where('id', '=', id)
    .execute();
}

// Somebody on a record that was merged is carried now: taking the merge apart takes them back.
async function rememberWhence(tx: Tx, contactId: Uuid): Promise<void> {
  await tx
    .insertInto('children_merge_contacts')
    .columns(['authority_id', 'merge_id', 'contact_id'])
    .expression((from) =>
      from
        .selectFrom('children_merges as merge')
        .innerJoin('children_contacts as contact', (join) =>
          join
            .onRef('contact.authority_id', '=', 'merge.authority_id')
            .onRef('contact.child_id', '=', 'merge.from_child_id'),
        )
        .select(['merge.authority_id', 'merge.id', 'contact.id as contact_id'])
        .where('contact.id', '=', contactId)
        .where('merge.ended_at', 'is', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertPerson(
  tx: Tx,
  authorityId: number,
  person: NewContact,
  check: Check,
): Promise<void> {
  await insertContact(tx, authorityId, person);
  await saveCheck(tx, person.childId, person.id, check);
}

/**
 * Restricts contact, and ends at once whatever account the person reads the file with. Its event is about the child in the
 * authority's eyes alone: the family, whoever of them it is about, reads the child's events.
 */
export async function restrict(
  tx: Tx,
  { authorityId, childId, contactId: id }: { authorityId: number; childId: Uuid; contactId: Uuid },
  { reason, by, at }: { reason: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('children_contacts')
    .set({ restricted: true, restricted_reason: reason, restricted_by: by, restricted_at: at })
    .where('id', '=', id)
    .execute();
  await endAccessOf(tx, id, at);
  const unseen = { authorityId, childId: null, unseenChildId: childId, data: { childId, reason } };
  await recordEvent(tx, { ...unseen, kind: 'contact restricted', subject: 'contact', subjectId: id });
}

/** Ends at once whatever account a person reads the file with. */
export async function endAccessOf(tx: Tx, id: Uuid, at: Date): Promise<void> {
  await tx
    .updateTable('children_access')
    .set({ ended_at: at })
    .where('contact_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Lifts a restriction. Access that it ended does not come back by itself. */
export async function liftRestriction(tx: Tx, id: Uuid): Promise<void> {
  await tx
    .updateTable('children_contacts')
    .set({ restricted: false, restricted_reason: null, restricted_by: null, restricted_at: null })
    .where('id', '=', id)
    .execute();
}

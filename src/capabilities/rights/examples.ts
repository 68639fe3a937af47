import { randomUUID } from 'node:crypto';
import { ownerPool } from '../../../test/support/database.ts';

export type YoungPerson = {
  childId: string;
  motherId: string;
  youngPersonId: string | null;
  requestId: string;
};

let made = 0;

/** A child with an open request, their mother on file, and themself where `themself` says so. */
export async function aYoungPerson(
  authority: number,
  { bornOn = '2009-01-05', themself = true }: { bornOn?: string; themself?: boolean } = {},
): Promise<YoungPerson> {
  made += 1;
  const owner = ownerPool();
  const [childId, motherId, samId, requestId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Sam', 'Thorne', $3)`,
    [authority, childId, bornOn],
  );
  const contact = `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
    values ($1, $2, $3, $4, $5, $6, $7)`;
  await owner.query(contact, [
    authority,
    motherId,
    childId,
    'Ann Thorne',
    'mother',
    `ann${made}@thorne.example`,
    true,
  ]);
  if (themself)
    await owner.query(contact, [
      authority,
      samId,
      childId,
      'Sam Thorne',
      'the young person',
      `sam${made}@thorne.example`,
      false,
    ]);
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', 'Ann Thorne', $5, '[]', now())`,
    [authority, requestId, `R-YYYY-${String(made).padStart(4, '0')}`, childId, motherId],
  );
  return { childId, motherId, youngPersonId: themself ? samId : null, requestId };
}

/** Who was written to about a child by letters of a kind, by name. */
export async function writtenTo(childId: string, template: string): Promise<string[]> {
  const { rows } = await ownerPool().query(
    `select recipient_name as name from letters where child_id = $1 and template = $2 and failure is null order by recipient_name`,
    [childId, template],
  );
  return rows.map(({ name }) => name);
}

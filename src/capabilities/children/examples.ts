import { randomUUID } from 'node:crypto';
import { ownerPool } from '../../../test/support/database.ts';

/* Children and their people, put on an authority's file as others left them, for tests to act on. */

/** A child at an address, without anybody on the file. */
export async function aChild(
  authority: number,
  names: { given?: string; family?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on, address_lines, postcode)
     values ($1, $2, $3, $4, '2016-04-02', '{7 Sallow Bank,Wexcombe}', 'WX2 2AA')`,
    [authority, id, names.given ?? 'Ivy', names.family ?? 'Sallow'],
  );
  await ownerPool().query(
    `insert into children_circumstances (authority_id, id, child_id, kind, address_lines, postcode, recorded_by)
     values ($1, $2, $3, 'address', '{7 Sallow Bank,Wexcombe}', 'WX2 2AA', 'As first recorded')`,
    [authority, randomUUID(), id],
  );
  return id;
}

/** What anybody reads of a page: its words, without the markup. */
export function wordsOf(html: string): string {
  return html
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ');
}

/** Somebody on a child's file, written to by post at the child's address. */
export async function aContact(
  authority: number,
  childId: string,
  who: { name: string; relationship: string },
): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers)
     values ($1, $2, $3, $4, $5, '{7 Sallow Bank,Wexcombe}', 'WX2 2AA', true, 'post')`,
    [authority, id, childId, who.name, who.relationship],
  );
  return id;
}

import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { withLens } from '../lens/index.ts';
import { type Letter, sendLetter } from './send.ts';

/* A child with somebody on their file who is written to, and a letter to them, as tests have it. */

export async function aReachedChild(authority: number): Promise<{ childId: string; contactId: string }> {
  const [childId, contactId] = [randomUUID(), randomUUID()];
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, phone, address_lines, postcode, parental_responsibility)
     values ($1, $2, $3, 'Nadia Invented', 'mother', 'nadia@invented.example', '07700 900123', '{12 Example Street}', 'WX1 1AA', true)`,
    [authority, contactId, childId],
  );
  return { childId, contactId };
}

type To = { service: TestApp; authority: number; childId: string; contactId: string };

/** A letter, as somebody writes it who holds an address that is out of date. */
export async function aLetterTo(
  { service, authority, childId, contactId }: To,
  changes: Partial<Letter> = {},
): Promise<string> {
  const contact = {
    id: contactId,
    name: 'Nadia Invented',
    email: 'an-old-one@invented.example',
    phone: null,
    addressLines: [],
    postcode: null,
    restricted: false,
    prefers: 'email',
  } as const;
  const system = { kind: 'system', authorityId: authority } as const;
  const id = await withLens(service.services.database, system, (tx) =>
    sendLetter(tx, {
      authorityId: authority,
      childId,
      to: { kind: 'contact', contact },
      template: 'request received',
      subject: 'We have your request',
      body: 'Dear Nadia\n\nWe have it.',
      ...changes,
    }),
  );
  return id ?? 'nothing';
}

export async function letter(id: string) {
  const { rows } = await ownerPool().query('select * from letters where id = $1', [id]);
  return rows[0];
}

import { randomUUID } from 'node:crypto';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';

/** An authority's desk at which files are merged and taken apart. */
export async function aMergeDesk() {
  const authority = await anAuthority();
  const wexcombe: TestApp = await testApp(authority, '2025-02-03');
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));

  /** A file with a request, a parent on it, a message, a letter and a document's worth of history. */
  async function aFile(family: string, parent: string, { checked = true, email = '' } = {}) {
    made += 1;
    const [childId, contactId, requestId] = [randomUUID(), randomUUID(), randomUUID()];
    const reference = `R-MMMM-${String(made).padStart(4, '0')}`;
    const owner = ownerPool();
    await owner.query(
      `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Ivy', $3, '2016-04-02')`,
      [authority, childId, family],
    );
    await owner.query(
      `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, checked_how, checked_by, checked_at)
       values ($1, $2, $3, $4, 'parent', $5, true, $6, $7, $8)`,
      [
        authority,
        contactId,
        childId,
        parent,
        email === '' ? `${contactId}@family.example` : email,
        ...(checked ? ['Seen', 'Priya Raman', new Date()] : [null, null, null]),
      ],
    );
    await owner.query(
      `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
       values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', $5, $6, '[]', now())`,
      [authority, requestId, reference, childId, parent, contactId],
    );
    await owner.query(
      `insert into messages (authority_id, id, child_id, contact_id, from_kind, from_name, body, sent_at, promised_on)
       values ($1, gen_random_uuid(), $2, $3, 'family', $4, $5, now(), '2025-02-10')`,
      [authority, childId, contactId, parent, `Words of ${parent}`],
    );
    await owner.query(
      `insert into events (authority_id, child_id, actor_kind, actor_name, kind, subject, subject_id) values ($1, $2, 'staff', $3, 'request received', 'request', $4)`,
      [authority, childId, `Recorder of ${parent}`, requestId],
    );
    await owner.query('insert into case_changes (authority_id, child_id) values ($1, $2)', [
      authority,
      childId,
    ]);
    await owner.query(
      `insert into letters (authority_id, id, child_id, contact_id, recipient_name, channel, address, template, subject, body)
       values ($1, gen_random_uuid(), $2, $3, $4, 'email', '{x@family.example}', 'test', $5, 'Words')`,
      [authority, childId, contactId, parent, `Letter to ${parent}`],
    );
    return { childId, contactId, requestId, reference };
  }

  const post = (url: string, fields: Record<string, string>, by = staff) =>
    by.post(url, { idempotencyKey: randomUUID(), ...fields });
  const merge = (from: { childId: string }, into: { reference: string }) =>
    post(`/cases/${from.childId}/merges/new`, {
      into: 'reference',
      reference: into.reference,
      why: 'The school gave one UPN for both',
    });
  /** Takes apart the last merge of a file that still stands. */
  async function apart(childId: string, why = 'They are cousins') {
    const list = (await staff.get(`/cases/${childId}/merges`)).body;
    const end = /\/cases\/[0-9a-f-]{36}\/merges\/[0-9a-f-]{36}\/end/.exec(list)?.[0] ?? '';
    return post(end, { why });
  }
  async function standsFor(childId: string): Promise<string | null> {
    return (await ownerPool().query('select joined_to from children where id = $1', [childId])).rows[0]
      .joined_to;
  }
  const pages = async (childId: string) => {
    const urls = ['', '/timeline', '/documents', '/messages', '/people'].map(
      (part) => `/cases/${childId}${part}`,
    );
    const answers = [];
    for (const url of urls) answers.push((await staff.get(url)).body);
    return answers.join('\n');
  };

  return { authority, wexcombe, staff, aFile, post, merge, apart, standsFor, pages };
}

export type MergeDesk = Awaited<ReturnType<typeof aMergeDesk>>;

let made = 0;

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aCaseworker, aParent } from './support/people.ts';

/*
 * Whatever is recorded of a child on one record is found on the file that stands once the record is merged into it, and back
 * on its own record once the two are taken apart. One of everything is made on a record, and read through the pages.
 */

let authority: number;
let wexcombe: TestApp;
let staff: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
});

type Ids = { childId: string; contactId: string; requestId: string; clinicId: string; documentId: string };
type Made = {
  /** Its columns, beside `authority_id` and `child_id`; `$…` are this record's own. */
  columns: string;
  values: string;
  /** Where it is read, by whom, and the words of it that are seen there. */
  at: string;
  by: 'staff' | 'family';
  words: string;
};

/** One of everything that is asked for by child, with the page it is read on. */
const MADE: Readonly<Record<string, Made>> = {
  messages: {
    columns: 'id, from_kind, from_name, body, sent_at',
    values: `gen_random_uuid(), 'staff', 'Priya Raman', 'A message of the record', now()`,
    at: '/family/:childId/messages',
    by: 'family',
    words: 'A message of the record',
  },
  organisation_messages: {
    columns: 'id, organisation_id, from_kind, from_name, body, sent_at, promised_on',
    values: `gen_random_uuid(), $clinic, 'organisation', 'Ruth', 'A word from the clinic', now(), '2025-02-17'`,
    at: '/cases/:childId/messages/:clinicId',
    by: 'staff',
    words: 'A word from the clinic',
  },
  letters: {
    columns: 'id, contact_id, recipient_name, channel, address, template, subject, body',
    values: `gen_random_uuid(), $contact, 'Jo', 'email', '{x@family.example}', 'test', 'A letter of the record', 'Words'`,
    at: '/cases/:childId/documents',
    by: 'staff',
    words: 'A letter of the record',
  },
  documents: {
    columns: 'id, kind, title, media_type, byte_size, sha256, storage_key',
    values: `$document, 'report', 'A report of the record', 'application/pdf', 1, repeat('a', 64), gen_random_uuid()::text`,
    at: '/family/:childId',
    by: 'family',
    words: 'A report of the record',
  },
  events: {
    columns: 'actor_kind, actor_name, kind, subject, subject_id',
    values: `'staff', 'Recorder of the record', 'something happened', 'child', gen_random_uuid()`,
    at: '/cases/:childId/timeline',
    by: 'staff',
    words: 'Recorder of the record',
  },
  child_voices: {
    columns: 'id, way, words, how_gathered, helped_by, gathered_on, said_by, recorded_by',
    values: `gen_random_uuid(), 'words', 'I like the pond', 'At home', '', '2025-01-05', 'authority', 'Priya Raman'`,
    at: '/children/:childId/voice',
    by: 'family',
    words: 'I like the pond',
  },
  known_professionals: {
    columns:
      'id, name, role, workplace, how_known, known_since, consent_note, said_by, said_by_name, said_on',
    values: `gen_random_uuid(), 'Sam Okafor', 'Nurse', '', '', '', '', 'family', 'Jo', '2025-01-07'`,
    at: '/family/:childId/professionals',
    by: 'family',
    words: 'Sam Okafor',
  },
  children_consents: {
    columns: 'id, agency, what, given_by, given_on, given_how, recorded_by',
    values: `gen_random_uuid(), 'health', 'The hearing test', 'Jo', '2025-01-06', 'on paper', 'Priya Raman'`,
    at: '/family/:childId/consents',
    by: 'family',
    words: 'The hearing test',
  },
  children_circumstances: {
    columns: 'id, kind, address_lines, postcode, recorded_by',
    values: `gen_random_uuid(), 'address', '{7 Record Street}', 'WX7 7AA', 'Priya Raman'`,
    at: '/cases/:childId/particulars',
    by: 'staff',
    words: '7 Record Street',
  },
  capacity_assessments: {
    columns: 'id, decision, has_capacity, assessed_on, assessed_by, reasons, recorded_by',
    values: `gen_random_uuid(), 'the plan and its setting', true, '2025-01-08', 'Dr Bello of the record', 'r', 'Priya Raman'`,
    at: '/cases/:childId/rights',
    by: 'staff',
    words: 'Dr Bello of the record',
  },
  representatives: {
    columns: 'id, contact_id, kind, paper_seen, from_on, recorded_by',
    values: `gen_random_uuid(), $contact, 'deputy', 'An order of the record', '2025-01-08', 'Priya Raman'`,
    at: '/cases/:childId/rights',
    by: 'staff',
    words: 'An order of the record',
  },
  parents_involvement: {
    columns: 'id, involved, said_on, how, recorded_by',
    values: `gen_random_uuid(), true, '2025-01-08', 'Said on the record', 'Priya Raman'`,
    at: '/cases/:childId/rights',
    by: 'staff',
    words: 'Said on the record',
  },
  rights_notices: {
    columns: 'kind, last_day, young_person_told, sent_on',
    values: `'ahead', '2032-06-25', false, '2025-01-09'`,
    at: '/cases/:childId/rights',
    by: 'staff',
    words: '9 January 2025',
  },
  invitations: {
    columns:
      'id, contact_id, name, email, relationship, sees, until_on, invited_at, said_by, said_how, said_on',
    values: `gen_random_uuid(), $contact, 'Ada of the record', 'ada@x.example', 'advocate', 'tracker and messages', '2025-06-01', now(), 'Jo', 'online', '2025-01-09'`,
    at: '/cases/:childId/invitations',
    by: 'staff',
    words: 'Ada of the record',
  },
  update_choices: {
    columns: 'id, contact_id, how_often, said_by, said_how, said_on',
    values: `gen_random_uuid(), $contact, 'weekly', 'Jo', 'online', '2025-01-09'`,
    at: '/cases/:childId/updates',
    by: 'staff',
    // As the table of what holds has it, and not among what may be chosen.
    words: 'At most once a week</td>',
  },
  experience_invitations: {
    columns: 'id, contact_id, stage, kind, subject_id, ended_on, asked_on, closes_on',
    values: `gen_random_uuid(), $contact, 'planning', 'family', gen_random_uuid(), '2025-01-20', '2025-01-27', '2025-03-10'`,
    at: '/cases/:childId/experience',
    by: 'staff',
    words: 'Making the plan',
  },
  experience_choices: {
    columns: 'id, contact_id, asks, said_by, said_how, said_on',
    values: `gen_random_uuid(), $contact, false, 'Jo', 'online', '2025-01-09'`,
    at: '/cases/:childId/experience',
    by: 'staff',
    words: 'Not to be asked again',
  },
  placements: {
    columns: 'id, kind, rank, words, from_on, recorded_by',
    values: `gen_random_uuid(), 'home education', 1, 'Taught at home, by the record', '2025-01-06', 'Priya Raman'`,
    at: '/cases/:childId/placements',
    by: 'staff',
    words: 'Taught at home, by the record',
  },
  request_exceptions: {
    columns: 'id, request_id, ground, from_on, reason, evidence, recorded_by',
    values: `gen_random_uuid(), $request, 'absent from the area', '2025-02-05', 'Away, by the record', 'e', 'Priya Raman'`,
    at: '/cases/:childId/exceptions',
    by: 'staff',
    words: 'Away, by the record',
  },
};

/** Tables with a child that are not asked for by child, each with what finds their rows. */
const BY_ANOTHER_KEY: Readonly<Record<string, string>> = {
  children_access:
    'whose account sees which record: carried and ended by merging itself (merged-people.test.ts)',
  children_contacts: 'who is on the file: carried by merging itself (merges.test.ts)',
  children_organisations: 'which record an organisation is shown; ended on every record (below)',
  children_particulars: 'each record keeps its own; the page shows both (below)',
  document_kept_back: 'beside the file that was kept back, asked for of every record at once (listKeptBack)',
  case_allocations: 'given on every record at once (caseload.test.ts)',
  case_changes: 'which rows of the list are to be written anew',
  case_rows: 'a row of each request, shown under the file that stands (merged-people.test.ts)',
  uploads: 'what somebody is in the middle of sending: gone in a day',
  family_news: 'what is to be told, gathered for both records at once (below)',
  family_updates: 'one message to one person, found by its identifier',
  quiet_notices: 'silences told of, counted for both records at once (below)',
};

/** Found by the request, assessment, plan, list, placement or document they belong to, each of which the case page leads to. */
const WITH_ANOTHER =
  /^(advice|assessment|assessments|consultations?|existing_advice|known_(questions|answers)|missed_|my_plans|placement_|plan|plans|tailored_list_(sayings|notes)|tailored_lists|request|requests|breach_reasons)/;

test('every table that has a child is read here, or says what finds its rows', async () => {
  const { rows } = await ownerPool().query(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'child_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const unread = rows.filter(
    ({ name }) => MADE[name] === undefined && BY_ANOTHER_KEY[name] === undefined && !WITH_ANOTHER.test(name),
  );
  expect(unread).toEqual([]);
});

let made = 0;

async function aRecord(name: string): Promise<Ids> {
  made += 1;
  const owner = ownerPool();
  const [childId, contactId, requestId, clinicId, documentId] = [
    ...[randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()],
  ] as const;
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Ivy', $3, '2016-04-02')`,
    [authority, childId, name],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, checked_how, checked_by, checked_at)
     values ($1, $2::uuid, $3, $4, 'mother', $2::text || '@family.example', true, 'Seen', 'Priya Raman', now())`,
    [authority, contactId, childId, `Jo ${name}`],
  );
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', 'Jo', $5, '[]', now())`,
    [authority, requestId, `R-WWWW-${String(made).padStart(4, '0')}`, childId, contactId],
  );
  await owner.query(`insert into organisations (id, kind, name) values ($1, 'health', $2)`, [
    clinicId,
    `Clinic ${clinicId}`,
  ]);
  return { childId, contactId, requestId, clinicId, documentId };
}

async function makeOneOfEverything(of: Ids): Promise<void> {
  const own: Readonly<Record<string, string>> = {
    $contact: of.contactId,
    $clinic: of.clinicId,
    $request: of.requestId,
    $document: of.documentId,
  };
  for (const [table, { columns, values }] of Object.entries(MADE)) {
    const written = values.replace(/\$\w+/g, (name) => `'${own[name] ?? name}'`);
    await ownerPool().query(
      `insert into ${table} (authority_id, child_id, ${columns}) values (${authority}, '${of.childId}', ${written})`,
    );
  }
}

const post = (url: string, fields: Record<string, string>) =>
  staff.post(url, { idempotencyKey: randomUUID(), ...fields });

async function merge(from: Ids, into: Ids): Promise<void> {
  const done = await post(`/cases/${from.childId}/merges/new`, {
    ...{ into: into.childId, why: 'The school gave one UPN for both' },
  });
  expect(done.headers.location).toBe(`/cases/${into.childId}/merges`);
}

async function takeApart(of: Ids): Promise<void> {
  const list = (await staff.get(`/cases/${of.childId}/merges`)).body;
  const end = /\/cases\/[0-9a-f-]{36}\/merges\/[0-9a-f-]{36}\/end/.exec(list)?.[0] ?? '';
  expect((await post(end, { why: 'They are cousins' })).statusCode).toBe(303);
}

/** What of everything is not seen through the pages of a file. */
async function unseenOn(file: Ids, record: Ids): Promise<string[]> {
  const family = browser(wexcombe);
  const access = { authorityId: authority, childId: file.childId, contactId: file.contactId };
  family.signInWith(await aParent(wexcombe, [access], 'Jo of the file'));
  // Whoever reads the one file reads what was merged into it: their account is given both, as merging gives it.
  await ownerPool().query(
    `insert into children_access (authority_id, child_id, account_id, contact_id, basis, checked_by, joined_at)
     select a.authority_id, c.id, a.account_id, a.contact_id, a.basis, a.checked_by, a.joined_at
     from children_access a join children c on c.authority_id = a.authority_id and c.joined_to = a.child_id
     where a.child_id = $1 on conflict do nothing`,
    [file.childId],
  );
  const unseen: string[] = [];
  for (const [table, { at, by, words }] of Object.entries(MADE)) {
    const url = at.replace(':childId', file.childId).replace(':clinicId', record.clinicId);
    const { statusCode, body } = await (by === 'family' ? family : staff).get(url);
    if (statusCode !== 200 && statusCode !== 404) throw new Error(`${url} answered ${statusCode}`);
    if (!body.includes(words)) unseen.push(table);
  }
  return unseen;
}

const EVERYTHING = Object.keys(MADE);

test('one of everything on a record is read on the file it is merged into, and on its own once they are taken apart', async () => {
  const [record, file] = [await aRecord('Sallow'), await aRecord('Salow')];
  await makeOneOfEverything(record);
  expect(await unseenOn(record, record)).toEqual([]);
  expect(await unseenOn(file, record)).toEqual(EVERYTHING);
  await merge(record, file);
  expect(await unseenOn(file, record)).toEqual([]);
  await takeApart(file);
  expect(await unseenOn(record, record)).toEqual([]);
  expect(await unseenOn(file, record)).toEqual(EVERYTHING);
});

test('a consent given on a record ends, taken back on the file that stands, what rested on it', async () => {
  const [record, file] = [await aRecord('Fenn'), await aRecord('Fen')];
  const given = { agency: 'health', organisationId: record.clinicId, what: 'A report', givenBy: 'Jo Fenn' };
  const on = { 'givenOn-day': '3', 'givenOn-month': '2', 'givenOn-year': '2025', givenHow: 'on paper' };
  await post(`/cases/${record.childId}/consents/new`, { ...given, ...on });
  await merge(record, file);
  const { body } = await staff.get(`/cases/${file.childId}/consents`);
  const end = /\/cases\/[0-9a-f-]{36}\/consents\/[0-9a-f-]{36}\/withdrawal/.exec(body)?.[0] ?? '';
  const back = { by: 'Jo Fenn', how: 'on paper', 'on-day': '4', 'on-month': '2', 'on-year': '2025' };
  expect((await post(end, back)).statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    'select until_on is null as shown from children_organisations where organisation_id = $1',
    [record.clinicId],
  );
  expect(rows).toEqual([{ shown: false }]);
});

import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent } from '../../../test/support/people.ts';
import { aYoungPerson, type YoungPerson } from './examples.ts';

/* Agreeing online to share something: for whoever holds the rights, and nobody else. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-03');
});

async function signedIn(of: YoungPerson, contactId: string | null, name: string) {
  const reader = browser(wexcombe);
  const file = { authorityId: authority, childId: of.childId, contactId: contactId ?? '' };
  reader.signInWith(await aParent(wexcombe, [file], name));
  return reader;
}

const said = { agency: 'health', what: 'The school’s report' };

function agree(
  who: ReturnType<typeof browser>,
  { childId }: YoungPerson,
  fields: Record<string, string> = {},
) {
  return who.post(`/family/${childId}/consents/new`, {
    idempotencyKey: randomUUID(),
    ...said,
    ...fields,
  });
}

async function consentsOf({ childId }: YoungPerson) {
  const { rows } = await ownerPool().query(
    `select agency, what, given_by, given_how, given_on::text, organisation_id from children_consents where child_id = $1`,
    [childId],
  );
  return rows;
}

async function lacksCapacity({ childId }: YoungPerson) {
  await ownerPool().query(
    `insert into capacity_assessments (authority_id, id, child_id, decision, has_capacity, assessed_on, assessed_by, reasons, recorded_by)
     values ($1, gen_random_uuid(), $2, 'taking part in the assessment', false, '2025-02-10', 'Dr Ade Bello', 'Could not weigh it', 'Priya Raman')`,
    [authority, childId],
  );
}

async function aClinic() {
  const id = randomUUID();
  await ownerPool().query(`insert into organisations (id, kind, name) values ($1, 'health', $2)`, [
    id,
    `Clinic ${id}`,
  ]);
  return id;
}

test('a parent agrees online, for one service found by name; staff read it beside what was said on paper', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2016-05-04', themself: false });
  const ann = await signedIn(child, child.motherId, 'Ann Thorne');
  const clinicId = await aClinic();
  expect((await ann.get(`/family/${child.childId}/consents`)).body).toContain('Agree to share something');
  const asked = await ann.get(`/family/${child.childId}/consents/new?q=${clinicId}`);
  expect(asked.body).toContain('They will see who the child is as soon as you agree');
  const answer = await agree(ann, child, { organisationId: clinicId });
  expect(answer.headers.location).toBe(`/family/${child.childId}/consents`);
  const given = { given_by: 'Ann Thorne', given_how: 'online', given_on: '2025-03-03', ...said };
  expect(await consentsOf(child)).toEqual([{ ...given, organisation_id: clinicId }]);
  const { rows } = await ownerPool().query(
    'select until_on from children_organisations where child_id = $1 and organisation_id = $2',
    [child.childId, clinicId],
  );
  expect(rows).toEqual([{ until_on: null }]);
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const page = (await staff.get(`/cases/${child.childId}/consents`)).body;
  expect(page).toContain('Ann Thorne, online, on 3 March 2025');
});

test('a form sent twice at once is one consent', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2016-05-04' });
  const ann = await signedIn(child, child.motherId, 'Ann Thorne');
  const idempotencyKey = randomUUID();
  await Promise.all([agree(ann, child, { idempotencyKey }), agree(ann, child, { idempotencyKey })]);
  expect(await consentsOf(child)).toHaveLength(1);
});

test('past compulsory school age the young person agrees, and a parent cannot for them', async () => {
  const sam = await aYoungPerson(authority, { bornOn: '2008-05-04' });
  const ann = await signedIn(sam, sam.motherId, 'Ann Thorne');
  const page = await ann.get(`/family/${sam.childId}/consents/new`);
  expect(page.body).toContain('Our records do not say that it is you');
  expect((await agree(ann, sam)).statusCode).toBe(400);
  expect(await consentsOf(sam)).toEqual([]);
  const themself = await signedIn(sam, sam.youngPersonId, 'Sam Thorne');
  expect((await agree(themself, sam)).statusCode).toBe(303);
  expect(await consentsOf(sam)).toMatchObject([{ given_by: 'Sam Thorne' }]);
});

test('for a young person found to lack capacity for it, who acts for them agrees; nothing says why', async () => {
  const sam = await aYoungPerson(authority, { bornOn: '2008-05-04' });
  await lacksCapacity(sam);
  const themself = await signedIn(sam, sam.youngPersonId, 'Sam Thorne');
  const refused = await agree(themself, sam);
  expect(refused.statusCode).toBe(400);
  expect(refused.body).not.toContain('capacity');
  const ann = await signedIn(sam, sam.motherId, 'Ann Thorne');
  expect((await agree(ann, sam)).statusCode).toBe(303);
});

test('a parent found unable to make the decision does not agree online, and who represents them does', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2016-05-04' });
  await ownerPool().query(
    `insert into capacity_assessments (authority_id, id, child_id, parent_id, decision, has_capacity, assessed_on, assessed_by, reasons, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'taking part in the assessment', false, '2025-02-10', 'Dr Ade Bello', 'Could not weigh it', 'Priya Raman')`,
    [authority, child.childId, child.motherId],
  );
  const [uncle] = [randomUUID()];
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Cal Thorne', 'uncle', 'cal@thorne.example', false)`,
    [authority, uncle, child.childId],
  );
  await ownerPool().query(
    `insert into representatives (authority_id, id, child_id, contact_id, parent_id, kind, paper_seen, from_on, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, 'deputy', 'An order', '2025-02-11', 'Priya Raman')`,
    [authority, child.childId, uncle, child.motherId],
  );
  const ann = await signedIn(child, child.motherId, 'Ann Thorne');
  expect((await agree(ann, child)).statusCode).toBe(400);
  expect((await agree(await signedIn(child, uncle, 'Cal Thorne'), child)).statusCode).toBe(303);
});

test('nobody agrees who is not known on the file: a code of nobody’s, or another family', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2016-05-04' });
  const nobody = browser(wexcombe);
  nobody.signInWith(await aFamily(wexcombe, [child.childId], null));
  expect((await agree(nobody, child)).statusCode).toBe(400);
  const other = await aYoungPerson(authority, { bornOn: '2016-05-04' });
  const stranger = await signedIn(other, other.motherId, 'Bea Thorne');
  expect((await agree(stranger, child)).statusCode).toBe(404);
  expect(await consentsOf(child)).toEqual([]);
});

test('what is missing is said at its field, and what was typed is kept', async () => {
  const child = await aYoungPerson(authority, { bornOn: '2016-05-04' });
  const ann = await signedIn(child, child.motherId, 'Ann Thorne');
  const answer = await agree(ann, child, { agency: '', what: 'The hearing test' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('Select who we may share it with');
  expect(answer.body).toContain('The hearing test');
  const unknown = await agree(ann, child, { organisationId: randomUUID() });
  expect(unknown.body).toContain('Find the organisation, then select it');
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { ANSWERS, answerAll, aRequestFrom, SEEN } from './examples.ts';
import { arriveReferred } from './index.ts';

let authority: number;
let otherton: number;
let empty: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  otherton = await anAuthority('Otherton');
  empty = await anAuthority('Nobody’s Moor');
  wexcombe = await testApp(authority, '2025-02-03');
  await aCaseworker(wexcombe, otherton);
  await ownerPool().query(
    `update authorities set service_phone = '01632 960 555', sendiass = 'Otherton SENDIASS' where code = any($1)`,
    [[otherton, empty]],
  );
  await ownerPool().query(
    `insert into postcodes (postcode, authority_code, latitude, longitude)
     values ('ZO9 1AB', $1, 51, -2), ('ZN9 1AB', $2, 51, -2) on conflict (postcode) do update set authority_code = excluded.authority_code`,
    [otherton, empty],
  );
});

async function aRequestFromAfar(familyName: string, postcode: string) {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Robin', familyName, preferredName: '' },
    address: { address: '4 Mill Lane', postcode },
    'in-another-way': { format: 'large print', interpreter: 'Polish' },
  });
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  return { requestId, staff };
}

const refer = (to: number) => ({
  toAuthority: String(to),
  reason: 'By the postcode, and the parent said so',
  idempotencyKey: randomUUID(),
});

test('a request for a child who lives elsewhere is received and acknowledged, and staff are told who is responsible', async () => {
  const { requestId, staff } = await aRequestFromAfar('Farthing', 'zo9 1ab');
  const { rows } = await ownerPool().query(
    `select l.id from letters l join requests r on r.child_id = l.child_id where r.id = $1 and l.template = 'request received'`,
    [requestId],
  );
  expect(rows).toHaveLength(1);
  expect((await staff.get(`/requests/${requestId}`)).body).toContain('is in the area of Otherton');
  const page = (await staff.get(`/requests/${requestId}/referral`)).body;
  expect(page).toMatch(new RegExp(`<option value="${otherton}"[^>]*selected`));
  expect(page).toContain('We are not certain of this');
});

test('referred to an authority that works here, it arrives there once, received on that day, and closes here', async () => {
  const { requestId, staff } = await aRequestFromAfar('Sixpence', 'ZO9 1AB');
  const bare = await staff.post(`/requests/${requestId}/referral`, {
    toAuthority: String(otherton),
    reason: '',
  });
  expect(bare.body).toContain('Enter how you know');
  wexcombe.clock.now = new Date('2025-02-05T10:00:00Z');
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const done = await staff.post(`/requests/${requestId}/referral`, refer(otherton));
  expect(done.statusCode).toBe(303);
  expect((await staff.post(`/requests/${requestId}/referral`, refer(otherton))).statusCode).toBe(400);
  const job = () => arriveReferred({ authorityId: authority, requestId }, wexcombe.services);
  await job();
  await job();
  const { rows } = await ownerPool().query(
    `select r.id, r.received_on::text as received, r.child_id, l.body from requests r
     join letters l on l.child_id = r.child_id and l.authority_id = r.authority_id and l.template = 'request received'
     where r.authority_id = $1`,
    [otherton],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].received).toBe('2025-02-05');
  expect(rows[0].body).toContain('Otherton SENDIASS');
  const { rows: people } = await ownerPool().query(
    'select format, interpreter from children_contacts where child_id = $1',
    [rows[0].child_id],
  );
  expect(people).toEqual([{ format: 'large print', interpreter: 'Polish' }]);
  const there = browser(wexcombe);
  there.signInWith(await aCaseworker(wexcombe, otherton));
  expect((await there.get(`/requests/${rows[0].id}`)).body).toContain('Robin Sixpence');
  expect((await staff.get(`/requests/${rows[0].id}`)).statusCode).toBe(404);
  expect((await staff.get(`/requests/${requestId}`)).body).toContain('Withdrawn');
  const letter = await ownerPool().query(
    `select l.body from letters l join requests r on r.child_id = l.child_id where r.id = $1 and l.template = 'request referred'`,
    [requestId],
  );
  expect(letter.rows[0].body).toContain('01632 960 555');
  expect(letter.rows[0].body).toContain('You do not have to ask again');
});

test('what is unsafe goes with it, and a family that may not be told is told by neither authority', async () => {
  const teller = browser(wexcombe);
  const draft = await answerAll(teller, 'attention', {
    ...SEEN,
    name: { givenNames: 'Robin', familyName: 'Florin', preferredName: '' },
    'where-they-live': { address: '9 Quay Street', postcode: 'ZO9 1AB' },
    'told-parent': { toldParent: 'not safe', toldWords: 'He has threatened her' },
  });
  const version = /name="version" value="(\d+)"/.exec((await teller.get(`/drafts/${draft}/flags`)).body)?.[1];
  const flags = { urgent: '', safeguarding: 'Bruises seen at home', version: version ?? '' };
  await teller.post(`/drafts/${draft}/flags`, flags);
  await teller.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const { rows: told } = await ownerPool().query('select request_id from request_drafts where id = $1', [
    draft,
  ]);
  const requestId = told[0].request_id;
  const { rows: known } = await ownerPool().query('select child_id from requests where id = $1', [requestId]);
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, prefers)
     values ($1, gen_random_uuid(), $2, 'Lou Florin', 'father', 'lou@florin.example', true, 'email')`,
    [authority, known[0].child_id],
  );
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  expect((await staff.post(`/requests/${requestId}/referral`, refer(otherton))).statusCode).toBe(303);
  await arriveReferred({ authorityId: authority, requestId }, wexcombe.services);
  const { rows } = await ownerPool().query(
    `select r.id, r.child_id from requests r join children c on c.id = r.child_id
     where r.authority_id = $1 and c.family_name = 'Florin'`,
    [otherton],
  );
  const there = browser(wexcombe);
  there.signInWith(await aCaseworker(wexcombe, otherton));
  const page = (await there.get(`/requests/${rows[0].id}`)).body;
  expect(page).toContain('may not be safe, so nobody has been written to');
  expect(page).toMatch(/govuk-tag--red">Safety/);
  expect((await there.get(`/requests/${rows[0].id}/flags`)).body).toContain('Bruises seen at home');
  const written = await ownerPool().query(
    `select 1 from letters where child_id = any($1) union all select 1 from children_contacts where child_id = $2`,
    [[known[0].child_id, rows[0].child_id], rows[0].child_id],
  );
  expect(written.rows).toEqual([]);
});

test('whoever may not be written to is restricted there too, from the start, with the reason and who restricted them', async () => {
  const { requestId, staff } = await aRequestFromAfar('Guinea', 'ZO9 1AB');
  const { rows: known } = await ownerPool().query('select child_id from requests where id = $1', [requestId]);
  const lee = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, prefers)
     values ($1, $2, $3, 'Lee Guinea', 'father', 'lee@guinea.example', true, 'email')`,
    [authority, lee, known[0].child_id],
  );
  await staff.post(`/cases/${known[0].child_id}/people/${lee}/restriction`, {
    ...{ reason: 'Non-molestation order', idempotencyKey: randomUUID() },
  });
  expect((await staff.post(`/requests/${requestId}/referral`, refer(otherton))).statusCode).toBe(303);
  await arriveReferred({ authorityId: authority, requestId }, wexcombe.services);
  const { rows } = await ownerPool().query(
    `select r.id, r.child_id from requests r join children c on c.id = r.child_id
     where r.authority_id = $1 and c.family_name = 'Guinea'`,
    [otherton],
  );
  const people = await ownerPool().query(
    'select name, email, restricted, restricted_reason as reason, restricted_by as by from children_contacts where child_id = $1 order by name',
    [rows[0].child_id],
  );
  expect(people.rows).toEqual([
    expect.objectContaining({ name: 'Jo Hartwell', restricted: false }),
    {
      ...{ name: 'Lee Guinea', email: 'lee@guinea.example', restricted: true },
      ...{ reason: 'Non-molestation order', by: 'Priya Raman, passed on by Wexcombe' },
    },
  ]);
  const there = browser(wexcombe);
  there.signInWith(await aCaseworker(wexcombe, otherton));
  expect((await there.get(`/cases/${rows[0].child_id}/people`)).body).toContain('Non-molestation order');
  expect((await there.get(`/cases/${rows[0].child_id}/timeline`)).body).toContain('Contact restricted');
  const written = await ownerPool().query(
    `select recipient_name as to from letters where authority_id = $1 and child_id = $2`,
    [otherton, rows[0].child_id],
  );
  expect(written.rows).toEqual([{ to: 'Jo Hartwell' }]);
});

test('referred to an authority that does not work here, the family is told to ask it, and nothing is sent there', async () => {
  const { requestId, staff } = await aRequestFromAfar('Groat', 'ZN9 1AB');
  await staff.post(`/requests/${requestId}/referral`, refer(empty));
  const { rows } = await ownerPool().query(
    `select l.body, f.arrives_as from request_referrals f join letters l on l.child_id = f.child_id
     where f.request_id = $1 and l.template = 'request referred'`,
    [requestId],
  );
  expect(rows[0].arrives_as).toBeNull();
  expect(rows[0].body).toContain('Ask Nobody’s Moor now');
});

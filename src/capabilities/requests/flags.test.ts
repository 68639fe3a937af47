import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { ANSWERS, answerAll, aRequestFrom, SEEN } from './examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

async function asCaseworker(of = authority) {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, of));
  return staff;
}

/** Somebody without an account tells the authority; returns the browser they did it in, and what came of it. */
async function told(changes: typeof SEEN = {}, flags: Record<string, string> | null = null) {
  const teller = browser(wexcombe);
  const draft = await answerAll(teller, 'attention', { ...SEEN, ...changes });
  if (flags !== null) {
    const version = /name="version" value="(\d+)"/.exec(
      (await teller.get(`/drafts/${draft}/flags`)).body,
    )?.[1];
    const saved = await teller.post(`/drafts/${draft}/flags`, { ...flags, version: version ?? '' });
    expect(saved.headers.location).toBe(`/drafts/${draft}/check`);
  }
  const sent = await teller.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    `select r.id, r.child_id, r.source from request_drafts d join requests r on r.id = d.request_id where d.id = $1`,
    [draft],
  );
  return { teller, requestId: rows[0].id, childId: rows[0].child_id, source: rows[0].source, sent };
}

test('a health visitor brings a child to attention: nobody’s request, its clock explained, and the parent told', async () => {
  const { requestId, childId, source } = await told();
  expect(source).toBe('other');
  const page = (await (await asCaseworker()).get(`/requests/${requestId}`)).body;
  expect(page).toContain('This is not a request by the family');
  expect(page).toContain('Nadia Okoro, Health visitor, Wexcombe Community Health');
  expect(page).toContain('Yes, and they could discuss it with us');
  expect(page).toContain('Children and Families Act 2014, s36(3)');
  expect(page).toContain('We are not certain of this');
  expect(page).toContain('17 March 2025');
  const { rows } = await ownerPool().query('select template, body from letters where child_id = $1', [
    childId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].body).toContain('Nobody has made a request in your name');
  expect(rows[0].body).toContain('Wexcombe Community Health');
  expect(rows[0].body).toContain('you can also ask for an assessment yourself');
  const thanks = await ownerPool().query(
    `select body from letters where authority_id = $1 and address = '{nadia@health.example}'`,
    [authority],
  );
  expect(thanks.rows.at(-1).body).not.toContain('Bobbie');
});

test('whoever told the authority sees nothing of the child afterwards', async () => {
  const { teller, requestId, childId, sent } = await told({
    name: { givenNames: 'Bobbie', familyName: 'Dale', preferredName: '' },
  });
  expect(sent.headers.location).toBe('/told');
  for (const address of [`/family/${childId}`, `/requests/${requestId}/sent`])
    expect((await teller.get(address)).statusCode).not.toBe(200);
});

test('where telling may not be safe nobody is written to or let in until staff say so', async () => {
  const { requestId, childId } = await told({
    name: { givenNames: 'Bobbie', familyName: 'Glen', preferredName: '' },
    'told-parent': { toldParent: 'not safe', toldWords: '' },
  });
  const count = async (table: string) =>
    (await ownerPool().query(`select 1 from ${table} where child_id = $1`, [childId])).rows.length;
  expect([await count('letters'), await count('children_contacts')]).toEqual([0, 0]);
  const staff = await asCaseworker();
  expect((await staff.get(`/requests/${requestId}`)).body).toContain(
    'may not be safe, so nobody has been written to',
  );
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, prefers)
     values ($1, gen_random_uuid(), $2, 'Lou Glen', 'father', 'lou@glen.example', true, 'email')`,
    [authority, childId],
  );
  const told2 = () => staff.post(`/requests/${requestId}/family-told`, { idempotencyKey: randomUUID() });
  await Promise.all([told2(), told2()]);
  expect(await count('letters')).toBe(1);
});

test('what is unsafe is seen by staff first and by the family never, and changes no date', async () => {
  const quiet = await told({ name: { givenNames: 'Alex', familyName: 'Marsh', preferredName: '' } });
  const { requestId, childId } = await told(
    { name: { givenNames: 'Bobbie', familyName: 'Moor', preferredName: '' } },
    { urgent: '', safeguarding: 'Bruises seen at home' },
  );
  const staff = await asCaseworker();
  expect((await staff.get('/flags')).body).toContain('Bobbie Moor');
  expect((await staff.get('/flags?kind=urgent')).body).not.toContain('Bobbie Moor');
  const list = (await staff.get('/cases')).body;
  expect(list.indexOf(`/requests/${requestId}/flags`)).toBeGreaterThan(-1);
  const due = await ownerPool().query(
    'select due_on::text as due, step from case_steps where request_id = any($1) order by 1',
    [[requestId, quiet.requestId]],
  );
  expect(new Set(due.rows.map((row) => row.due)).size).toBe(1);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  for (const address of [
    `/family/${childId}`,
    `/family/${childId}/readers`,
    `/requests/${requestId}/withdrawal`,
  ])
    expect((await family.get(address)).body).not.toContain('Bruises');
  for (const address of ['/flags', `/requests/${requestId}/flags`])
    expect((await family.get(address)).statusCode).not.toBe(200);
  const { rows } = await ownerPool().query(
    `select (select count(*) from events where child_id = $1 and (kind like 'flag%' or data::text like '%ruise%'))::int as events,
       (select count(*) from requests where id = $2 and stated::text like '%ruise%')::int as stated`,
    [childId, requestId],
  );
  expect(rows[0]).toEqual({ events: 0, stated: 0 });
});

test('a flag is taken down once, with what was done about it', async () => {
  const { requestId } = await told(
    { name: { givenNames: 'Bobbie', familyName: 'Heath', preferredName: '' } },
    { urgent: 'The nursery place ends on Friday', safeguarding: '' },
  );
  const staff = await asCaseworker();
  const { rows } = await ownerPool().query('select id from request_flags where request_id = $1', [requestId]);
  const at = `/requests/${requestId}/flags/${rows[0].id}/ending`;
  const bare = await staff.post(at, { reason: '', idempotencyKey: randomUUID() });
  expect(bare.body).toContain('Enter what was done about it');
  const end = () => staff.post(at, { reason: 'Another place found', idempotencyKey: randomUUID() });
  const both = await Promise.all([end(), end()]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  expect((await staff.get('/flags')).body).not.toContain('Bobbie Heath');
  const elsewhere = await asCaseworker(await anAuthority('Otherton'));
  expect((await elsewhere.get(`/requests/${requestId}/flags`)).statusCode).toBe(404);
});

test('a parent may say that something is urgent, is never made to, and is shown where to turn if a child is not safe', async () => {
  const parent = browser(wexcombe);
  const draft = await answerAll(parent, 'parent', {
    ...ANSWERS,
    name: { givenNames: 'Kim', familyName: 'Shaw', preferredName: '' },
  });
  const page = (await parent.get(`/drafts/${draft}/urgent`)).body;
  expect(page).toContain('call 999');
  expect(page).toContain('01632 960 199');
  expect(page).not.toContain('unsafe for the child');
  const plain = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Kim', familyName: 'Moss', preferredName: '' },
  });
  expect(plain.requestId).not.toBe('');
});

test('an organisation brings a child to attention with its own sign-in, and it is not a school’s request', async () => {
  const health = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, name, kind) values ($1, 'Wexcombe Health', 'health')`,
    [health],
  );
  const amina = browser(wexcombe);
  amina.signInWith(await aProfessional(wexcombe, health));
  const draft = await answerAll(amina, 'attention', {
    ...SEEN,
    name: { givenNames: 'Bobbie', familyName: 'Fell', preferredName: '' },
  });
  const sent = await amina.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const shown = await amina.get(sent.headers.location ?? '');
  expect(shown.body).toContain('We have what you told us');
  const id = (sent.headers.location ?? '').split('/')[2] ?? '';
  const { rows } = await ownerPool().query(
    'select source, organisation_id, child_id from requests where id = $1',
    [id],
  );
  expect(rows).toMatchObject([{ source: 'other', organisation_id: health }]);
  const childId = rows[0].child_id;

  // The authority must determine it (s36(3)), whatever whoever told it thinks now.
  expect(shown.body).not.toContain(`/requests/${id}/withdrawal`);
  expect(shown.body).toContain(`/children/${childId}/messages`);
  expect((await amina.get(`/children/${childId}/messages`)).statusCode).toBe(200);
  const at = `/requests/${id}/withdrawal`;
  expect((await amina.get(at)).body).toContain('Nobody asked for this, so nobody can take it back');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/easy-read${at}`)).body).toContain('Nobody asked us.');
  const taken = await amina.post(at, { reason: 'A mistake', idempotencyKey: randomUUID() });
  expect(taken.statusCode).toBe(404);
  const staff = await asCaseworker();
  const ending = `/requests/${id}/ending`;
  expect((await staff.get(ending)).body).not.toContain('Whoever asked has taken it back');
  const day = { 'on-day': '3', 'on-month': '2', 'on-year': '2025' };
  const form = { ...day, by: 'Amina Yusuf', reason: 'She telephoned' };
  const ended = await staff.post(ending, { ...form, kind: 'withdrawn', idempotencyKey: randomUUID() });
  expect(ended.statusCode).toBe(400);
  expect(ended.body).toContain('decide whether to assess');
  const open = await ownerPool().query('select 1 from request_withdrawals where request_id = $1', [id]);
  expect(open.rows).toEqual([]);
  const moved = await staff.post(ending, { ...form, kind: 'moved out', idempotencyKey: randomUUID() });
  expect(moved.statusCode).toBe(303);
});

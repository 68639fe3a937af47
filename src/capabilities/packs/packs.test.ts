import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { FAMILY_ACTS } from './acts.ts';

let authority: number;
let wexcombe: TestApp;
let childId: string;
let motherId: string;
let fatherId: string;
let family: ReturnType<typeof browser>;
let desk: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
  [childId, motherId, fatherId] = [randomUUID(), randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  for (const [id, name, restricted] of [
    [motherId, 'Jo Hartwell', false],
    [fatherId, 'Lee Hartwell', true],
  ] as const) {
    await owner.query(
      `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers, restricted, restricted_reason)
       values ($1, $2, $3, $4, 'parent', '{1 Example Street}', 'WX1 1AA', true, 'post', $5, $6)`,
      [authority, id, childId, name, restricted, restricted ? 'An order' : null],
    );
  }
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, gen_random_uuid(), 'R-0000-0007', $2, '2025-02-03', 'letter', 'parent', 'Jo', '[]', now())`,
    [authority, childId],
  );
  for (const [title, reason] of [
    ['A school report', null],
    ['A report that is withheld', 'Serious harm'],
  ]) {
    await owner.query(
      `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key, withheld_from_family, withheld_reason)
       values ($1, gen_random_uuid(), $2, 'report', $3, 'application/pdf', 1, $4, gen_random_uuid()::text, $5, $6)`,
      [authority, childId, title, 'a'.repeat(64), reason !== null, reason],
    );
  }
  family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId], motherId));
  desk = browser(wexcombe);
  desk.signInWith(await aCaseworker(wexcombe, authority));
});

async function packAt(who: ReturnType<typeof browser>, url: string) {
  const answer = await who.get(url);
  expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([url, 200, 'application/pdf']);
  const reading = await readPdf(answer.rawPayload);
  return { ...reading, text: reading.pages.join('').replace(/\s+/g, ' ') };
}

test('the pack is tagged PDF/UA-1: where things are, dates, papers, and forms with an address and a reference', async () => {
  await desk.get(`/cases/${childId}`);
  const pack = await packAt(family, `/family/${childId}/pack.pdf`);
  expect(pack).toMatchObject({ tagged: true, pdfUaPart: '1', language: 'en-GB' });
  expect(pack.title).toBe('Where things are for Robin Hartwell');
  for (const words of [
    'Reference R-0000-0007',
    'This is late, and we are sorry',
    'A school report',
    'Priya Raman (SEND team: caseworker)',
    'Send a form to:',
    'Form: A message to the SEND team',
  ])
    expect(pack.text).toContain(words);
  expect(pack.text).not.toContain('withheld');
});

test('what a child says and taking the request back are on paper too, and staff find where to write them down', async () => {
  const pack = await packAt(family, `/family/${childId}/pack.pdf`);
  for (const words of [
    'Form: What the child or young person says',
    'Form: Papers you send us',
    'Form: Taking the request back',
  ])
    expect(pack.text).toContain(words);
  const { rows } = await ownerPool().query('select id from requests where child_id = $1', [childId]);
  const page = (await desk.get(`/cases/${childId}/pack`)).body;
  for (const at of [
    `/children/${childId}/voice`,
    `/children/${childId}/documents/new`,
    `/requests/${rows[0].id}/ending`,
  ]) {
    expect(page).toContain(`href="${at}"`);
    expect((await desk.get(at)).statusCode).toBe(200);
  }
});

test('in large print it says the same, on more pages', async () => {
  const usual = await packAt(family, `/family/${childId}/pack.pdf`);
  const large = await packAt(family, `/family/${childId}/large-print-pack.pdf`);
  expect(large.pages.length).toBeGreaterThan(usual.pages.length);
  expect(large.text).toContain('A school report');
});

test('staff print it for each person who may read it, and for nobody contact with whom is restricted', async () => {
  const page = (await desk.get(`/cases/${childId}/pack`)).body;
  expect(page).toContain('Jo Hartwell');
  expect(page).not.toContain('Lee Hartwell');
  await packAt(desk, `/cases/${childId}/people/${motherId}/pack.pdf`);
  expect((await desk.get(`/cases/${childId}/people/${fatherId}/pack.pdf`)).statusCode).toBe(404);
});

/** What is sent to the service and is no act of a family, each with why. */
const NO_ACT: Readonly<Record<string, string>> = {
  '/children/:childId/documents/new': 'a file on its way: sending it is the act',
  '/children/:childId/documents/new/order': 'a file on its way: sending it is the act',
  '/children/:childId/documents/new/removal': 'a file on its way: sending it is the act',
  '/children/:childId/uploads': 'a file on its way: sending it is the act',
  '/uploads/:uploadId/completion': 'a file on its way: sending it is the act',
  '/children/:childId/documents/:documentId/pages': 'looking for words in a file, which changes nothing',
  '/invitations/:invitationId/acceptance': 'of whoever was invited to help, to open pages of their own',
  '/invitations/:invitationId/refusal': 'of whoever was invited to help, to open pages of their own',
};

test('everything a family does online has a place where staff write down that it was said otherwise', () => {
  const routes = wexcombe.app.listedRoutes.filter(
    ({ method, url }) => method === 'POST' && !url.startsWith('/api/'),
  );
  const online = routes
    // Wherever its route is: the family's own pages, and those it shares with staff and organisations.
    .filter(({ access }) => access === 'family' || access === 'anyone signed in')
    .map(({ url }) => url)
    // Words kept for whoever types them, until they are said or thrown away, are no act.
    .filter((url) => !url.includes('/working-copies'));
  expect(Object.keys(NO_ACT).filter((url) => !online.includes(url))).toEqual([]);
  const acts = online.filter((url) => NO_ACT[url] === undefined);
  expect(FAMILY_ACTS.map((act) => act.online).toSorted()).toEqual(acts.toSorted());
  const staff = new Set(
    routes
      .filter(({ access }) => access === 'staff' || access === 'anyone signed in' || Array.isArray(access))
      .map(({ url }) => url),
  );
  expect(FAMILY_ACTS.map((act) => act.byStaff).filter((url) => !staff.has(url))).toEqual([]);
});

test('what a family said by telephone is on its own page, with who wrote it down, and is promised an answer from that day', async () => {
  const said = {
    who: motherId,
    saidHow: 'telephone',
    'saidOn-day': '14',
    'saidOn-month': '3',
    'saidOn-year': '2025',
    body: 'Who is coming on Monday?',
    idempotencyKey: randomUUID(),
  };
  const url = `/cases/${childId}/messages/heard`;
  expect((await desk.post(url, { ...said, who: '' })).body).toContain('Select who said it');
  await Promise.all([desk.post(url, said), desk.post(url, said)]);
  const page = (await family.get(`/family/${childId}/messages`)).body;
  expect(page.split('Who is coming on Monday?').length - 1).toBe(1);
  expect(page).toContain('Said by telephone on 14 March 2025. Written down by Priya Raman.');
  expect(page).toContain('We will answer by 21 March 2025');
});

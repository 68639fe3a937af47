import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aStaffMember } from '../../../test/support/people.ts';
import { A_PDF } from '../../platform/documents/examples.ts';
import { raiseDueReviews } from './index.ts';

/* A document that is withheld from the family as it is added, before they are told of it. */

const GROUND = 'Serious harm to the child';
let service: TestApp;
let authority: number;
let childId: string;
let priya: ReturnType<typeof browser>;
let family: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority, '2025-02-03', {
    WITHHOLDING_GROUNDS: `${GROUND}; Another’s confidence`,
  });
});
afterAll(() => service.app.close());
beforeEach(async () => {
  service.clock.now = new Date('2025-02-03T10:00:00Z');
  childId = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  priya = await signedIn(await aCaseworker(service, authority));
  family = await signedIn(await aFamily(service, [childId]));
});

async function signedIn(token: string) {
  const person = browser(service);
  person.signInWith(token);
  return person;
}

const day = { 'reviewBy-day': '3', 'reviewBy-month': '3', 'reviewBy-year': '2025' };
const why = { withhold: 'yes', ground: GROUND, reason: 'A risk to Amira', ...day };

/** Adds a file that waits, as the form of whoever sent it does. */
async function adds(token: string, fields: Record<string, string>) {
  const form = new FormData();
  form.append('idempotencyKey', randomUUID());
  form.append('files', new Blob([new Uint8Array(A_PDF)]), 'Strategy meeting.pdf');
  const encoded = new Request('http://localhost/', { method: 'POST', body: form });
  const url = `/children/${childId}/documents`;
  await service.app.inject({
    method: 'POST',
    url: `${url}/new`,
    headers: {
      cookie: `opensend_session=${token}`,
      'content-type': encoded.headers.get('content-type') ?? '',
      'sec-fetch-site': 'same-origin',
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  const person = await signedIn(token);
  const page = (await person.get(`${url}/new`)).body;
  const uploads = /name="uploads" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const answer = await person.post(url, {
    idempotencyKey: randomUUID(),
    kind: 'report',
    uploads,
    ...fields,
  });
  return { page, answer };
}

async function newsOfDocuments() {
  const { rows } = await ownerPool().query(
    `select kind from family_news where child_id = $1 and kind = 'document added'`,
    [childId],
  );
  return rows.length;
}

test('the family is never told that it came, and staff see why, until when and who looks again', async () => {
  const told = await newsOfDocuments();
  const tom = await aStaffMember(service, authority, 'manager', 'Tom Ashdown');
  const { rows: staff } = await ownerPool().query(
    `select account_id from staff_roles where authority_id = $1 and name = 'Tom Ashdown' order by account_id`,
    [authority],
  );
  const reviewer = staff[0]?.account_id ?? '';
  const { page, answer } = await adds(tom, { ...why, reviewer });
  expect(page).toContain('Withhold from the family, from now');
  expect(answer.statusCode, answer.body).toBe(303);
  const list = (await family.get(`/children/${childId}/documents`)).body;
  expect(list).not.toContain('Strategy meeting');
  expect(await newsOfDocuments()).toBe(told);
  const { rows } = await ownerPool().query(
    `select id from documents where child_id = $1 and withheld_from_family`,
    [childId],
  );
  expect(rows).toHaveLength(1);
  const shown = (await priya.get(`/children/${childId}/documents/${rows[0]?.id}/withholding`)).body;
  for (const words of ['A risk to Amira', GROUND, '3 March 2025', 'Who looks again', 'Tom Ashdown'])
    expect(shown).toContain(words);
  service.clock.now = new Date('2025-03-03T10:00:00Z');
  await raiseDueReviews(service.services);
  const { rows: letters } = await ownerPool().query(
    `select recipient_name from letters where template = 'withheld document to review' and body like '%' || $1 || '%'`,
    [rows[0]?.id],
  );
  expect(letters.map(({ recipient_name }) => recipient_name)).toEqual(['Tom Ashdown']);
});

test('a reason or a day that is missing adds nothing, and keeps what was typed', async () => {
  const before = await countOf();
  const token = await aCaseworker(service, authority);
  const { answer } = await adds(token, { ...why, reason: '', title: 'Kept words' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('Enter why they must not see it, and the law you rely on');
  expect(answer.body).toContain('Kept words');
  expect(answer.body).toMatch(/name="withhold"[^>]*checked/);
  expect(await countOf()).toBe(before);
});

test('a family is not asked, and may not withhold from itself or the other parent', async () => {
  const before = await countOf();
  const { page, answer } = await adds(await aFamily(service, [childId]), why);
  expect(page).not.toContain('Withhold from the family');
  expect(answer.statusCode).toBe(400);
  expect(await countOf()).toBe(before);
});

async function countOf() {
  const { rows } = await ownerPool().query('select 1 from documents where child_id = $1', [childId]);
  return rows.length;
}

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { ANSWERS, aRequestFrom } from './examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

test('a child who may already be on file waits for staff to say whose file it is, and the clock does not', async () => {
  await aRequestFrom(browser(wexcombe));
  const { requestId } = await aRequestFrom(browser(wexcombe));
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  const shown = await caseworker.get(`/requests/${requestId}`);
  expect(shown.body).toContain('same name and date of birth');
  const first = /name="file" type="radio" value="([0-9a-f-]{36})"/.exec(shown.body)?.[1] ?? '';
  await caseworker.post(`/requests/${requestId}/file`, { file: first, idempotencyKey: randomUUID() });
  const { rows } = await ownerPool().query('select child_id, received_on::text from requests where id = $1', [
    requestId,
  ]);
  expect(rows[0].child_id).toBe(first);
});

test('joining a request to a file already open lets nobody new in, unless staff say how they checked who they are', async () => {
  const twice = (name: string, email: string) => ({
    ...ANSWERS,
    name: { givenNames: 'Ivo', familyName: 'Sallow' },
    'about-you': { contactName: name, relationship: 'mother' },
    'reach-you': { prefers: 'email', email, phone: '' },
  });
  const first = await aRequestFrom(browser(wexcombe), twice('Ann Sallow', 'ann@sallow.example'));
  const second = await aRequestFrom(browser(wexcombe), twice('A Stranger', 'stranger@elsewhere.example'));
  const third = await aRequestFrom(browser(wexcombe), twice('Ben Sallow', 'ben@sallow.example'));
  const childOf = async (requestId: string): Promise<string> =>
    (await ownerPool().query('select child_id from requests where id = $1', [requestId])).rows[0].child_id;
  const child = await childOf(first.requestId);
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  const join = (requestId: string, contactCheck: string) =>
    caseworker.post(`/requests/${requestId}/file`, {
      file: child,
      contactCheck,
      idempotencyKey: randomUUID(),
    });
  await join(second.requestId, '');
  await join(third.requestId, 'Telephoned him on the number the school holds.');
  expect(await childOf(second.requestId)).toBe(child);
  const { rows } = await ownerPool().query(
    'select name from children_contacts where child_id = $1 order by name',
    [child],
  );
  expect(rows.map((row) => row.name)).toEqual(['Ann Sallow', 'Ben Sallow']);

  const stranger = browser(wexcombe);
  const { rows: asked } = await ownerPool().query('select reference from requests where id = $1', [
    second.requestId,
  ]);
  await stranger.post('/track', { reference: asked[0].reference });
  const codes = await ownerPool().query(
    `select 1 from letters where template = 'one-time code' and address = '{stranger@elsewhere.example}'`,
  );
  expect(codes.rowCount).toBe(0);
});

test('more words than are kept are refused at their field, and stay', async () => {
  await aRequestFrom(browser(wexcombe));
  const { requestId } = await aRequestFrom(browser(wexcombe));
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  const said = 'Telephoned. '.repeat(200).trim();
  const answer = await caseworker.post(`/requests/${requestId}/file`, { file: 'new', contactCheck: said });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('2,000 characters or fewer');
  expect(answer.body).toContain('href="#contactCheck"');
  expect(answer.body).toContain(said);
});

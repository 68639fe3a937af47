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
  expect(shown.body).toContain('Name, birth date and home agree');
  const first = /name="file" type="radio" value="([0-9a-f-]{36})"/.exec(shown.body)?.[1] ?? '';
  await caseworker.post(`/requests/${requestId}/file`, {
    file: first,
    reason: 'The school says so',
    idempotencyKey: randomUUID(),
  });
  const { rows } = await ownerPool().query(
    'select reference, received_on::text from requests where id = $1',
    [requestId],
  );
  expect(rows[0].received_on).toBe('2025-02-03');
  expect((await caseworker.get(`/cases/${first}`)).body).toContain(rows[0].reference);
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
      reason: 'The school says so',
      contactCheck,
      idempotencyKey: randomUUID(),
    });
  await join(second.requestId, '');
  await join(third.requestId, 'Telephoned him on the number the school holds.');
  const own = await childOf(second.requestId);
  expect((await caseworker.get(`/cases/${own}`)).headers.location).toBe(`/cases/${child}`);
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
  const answer = await caseworker.post(`/requests/${requestId}/file`, {
    file: 'new',
    reason: 'A cousin',
    contactCheck: said,
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('2,000 characters or fewer');
  expect(answer.body).toContain('href="#contactCheck"');
  expect(answer.body).toContain(said);
});

const asked = (changes: typeof ANSWERS) => aRequestFrom(browser(wexcombe), changes);
const child = (given: string, family: string, born: string, postcode: string) => {
  const [year = '', month = '', day = ''] = born.split('-');
  return {
    name: { givenNames: given, familyName: family },
    'birth-date': { 'bornOn-day': day, 'bornOn-month': month, 'bornOn-year': year },
    address: { address: '1 Mill Lane', postcode },
  };
};
async function aMember() {
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  return caseworker;
}
const settle = (caseworker: ReturnType<typeof browser>, requestId: string, fields: Record<string, string>) =>
  caseworker.post(`/requests/${requestId}/file`, { idempotencyKey: randomUUID(), ...fields });
const firstShown = (html: string) => /name="file" type="radio" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';

test('name and birth date alone never settle it: what else shows it has to be said, and is kept', async () => {
  await asked(child('Imogen', 'Fairweather', '2016-03-04', 'wx5 1aa'));
  const { requestId } = await asked(child('Imogen', 'Fairweather', '2016-03-04', 'wx6 2bb'));
  const caseworker = await aMember();
  const shown = (await caseworker.get(`/requests/${requestId}`)).body;
  expect(shown).toContain('Only the name and birth date agree');
  expect(shown).toContain('That is never enough');
  const file = firstShown(shown);
  const bare = await settle(caseworker, requestId, { file, reason: ' ' });
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('a name and a birth date are never enough');
  expect(bare.body).toContain('href="#reason"');
  const reason = 'The school confirmed that she moved house in May';
  expect((await settle(caseworker, requestId, { file, reason })).statusCode).toBe(303);
  const settled = (await caseworker.get(`/requests/${requestId}`)).body;
  expect(settled).toContain(reason);
  expect(settled).toContain('Settled by Priya Raman');
  const { rows } = await ownerPool().query(
    `select data::text from events where subject_id = $1 and kind = 'file opened'`,
    [requestId],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].data).not.toContain('moved house');
});

test('twins at one address are shown as perhaps two children, never silently as one', async () => {
  await asked(child('Odette', 'Larkspur', '2017-07-08', 'wx7 3cc'));
  const { requestId } = await asked(child('Bertram', 'Larkspur', '2017-07-08', 'wx7 3cc'));
  const caseworker = await aMember();
  const shown = (await caseworker.get(`/requests/${requestId}`)).body;
  expect(shown).toContain('May be a twin');
  expect(shown).toContain('The first names are different');
  const same = await settle(caseworker, requestId, { file: firstShown(shown), reason: '' });
  expect(same.body).toContain('Enter how you know that this is not a twin');
  const other = await settle(caseworker, requestId, { file: 'new', reason: '' });
  expect(other.body).toContain('Enter how you know that this is a different child');
  await settle(caseworker, requestId, { file: 'new', reason: 'Twins: their mother says so' });
  expect((await caseworker.get(`/requests/${requestId}`)).body).toContain('A different child');
});

test('a file that was not shown cannot be chosen, and two who settle it at once settle it once', async () => {
  const other = await asked(child('Quentin', 'Oakhanger', '2015-01-02', 'wx8 4dd'));
  await asked(child('Sorrel', 'Whitlock', '2016-09-10', 'wx9 5ee'));
  const { requestId } = await asked(child('Sorrel', 'Whitlock', '2016-09-10', 'wx9 5ee'));
  const caseworker = await aMember();
  const { rows } = await ownerPool().query('select child_id from requests where id = $1', [other.requestId]);
  const chosen = await settle(caseworker, requestId, { file: rows[0].child_id, reason: 'I think so' });
  expect(chosen.body).toContain('Select one of the children shown');
  const file = firstShown((await caseworker.get(`/requests/${requestId}`)).body);
  const both = await Promise.all([
    settle(caseworker, requestId, { file, reason: 'The same number' }),
    settle(caseworker, requestId, { file: 'new', reason: 'Another' }),
  ]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  const kept = await ownerPool().query('select 1 from request_files where request_id = $1', [requestId]);
  expect(kept.rowCount).toBe(1);
});

test('other systems read the candidates and settle the file by the same rules', async () => {
  await asked(child('Marigold', 'Penrose', '2016-10-11', 'wx2 6ff'));
  const { requestId } = await asked(child('Marigold', 'Penrose', '2016-10-11', 'wx2 6ff'));
  const caseworker = await aMember();
  const at = `/api/requests/${requestId}/file`;
  const { settled, candidates } = (await caseworker.get(at)).json();
  expect(settled).toBe(false);
  expect(candidates[0].strength).toBe('Name, birth date and home agree');
  const file = candidates[0].childId;
  expect((await caseworker.postJson(at, { file, reason: '' })).statusCode).toBe(422);
  expect((await caseworker.postJson(at, { file, reason: 'The school says so' })).json().settled).toBe(true);
});

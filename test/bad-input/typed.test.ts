import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { anAskedAdvice, anOrganisation } from '../../src/capabilities/assessments/examples.ts';
import { browser, type TestApp, testApp } from '../support/app.ts';
import { anAuthority, ownerPool } from '../support/database.ts';
import { aCaseworker, aProfessional } from '../support/people.ts';

/* What people type, paste and send by mistake: said beside its field, and never lost. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});

/** A request begun by a parent, at one of its questions. */
async function at(question: string) {
  const parent = browser(wexcombe);
  const begun = await parent.post('/requests', { source: 'parent' });
  const address = `/drafts/${begun.headers.location?.split('/')[2]}/${question}`;
  return { parent, address };
}

test.each(['31 2 2018', '0 1 2018', '1 13 2018', 'a b c', '1 1 18', '1 1 2090', '1 1 1018', '5  2018'])(
  'the date %s is refused at its field, and stays as it was typed',
  async (typed) => {
    const { parent, address } = await at('birth-date');
    const [day = '', month = '', year = ''] = typed.split(' ');
    const fields = { 'bornOn-day': day, 'bornOn-month': month, 'bornOn-year': year, version: '1' };
    const answer = await parent.post(address, fields);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('href="#bornOn');
    for (const part of [day, year]) expect(answer.body).toContain(`value="${part}"`);
  },
);

test('a pupil number with a wrong check letter is refused with what to do, and stays', async () => {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const begun = await staff.post('/requests', { source: 'staff' });
  const address = `/drafts/${begun.headers.location?.split('/')[2]}/pupil-number`;
  const answer = await staff.post(address, { upn: 'B123456789012', version: '1' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('value="B123456789012"');
  expect(answer.body).toMatch(/pupil number/i);
});

test('5 MB pasted into one answer is refused at its field, and all of it is still there', async () => {
  const { parent, address } = await at('needs');
  const pasted = 'It is hard. '.repeat(440_000);
  const answer = await parent.post(address, { needs: pasted, wouldHelp: 'A quiet room', version: '1' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toMatch(/[\d,]+ characters or fewer/);
  expect(answer.body).toContain('href="#needs"');
  expect(answer.body).toContain(pasted.trim());
  expect(answer.body).toContain('A quiet room');
});

test('more than any form takes is answered with a page that says what to do', async () => {
  const { parent, address } = await at('needs');
  const answer = await parent.post(address, { needs: 'x'.repeat(9_000_000), version: '1' });
  expect(answer.statusCode).toBe(413);
  expect(answer.body).toContain('Go back: what you typed is still there');
});

test('a name written from right to left is kept composed, without characters that turn round what follows', async () => {
  const { parent, address } = await at('name');
  const typed = {
    givenNames: '\u202eרות Zoe\u0308\u202c',
    familyName: 'عبد\u2067 الرحمن\u2069',
    version: '1',
  };
  expect((await parent.post(address, typed)).statusCode).toBe(303);
  const draft = address.split('/')[2];
  const { rows } = await ownerPool().query('select answers from request_drafts where id = $1', [draft]);
  expect(rows[0].answers).toMatchObject({
    givenNames: 'רות Zo\u00eb',
    familyName: 'عبد الرحمن',
  });
});

test('a character that cannot be kept never reaches the database, from a form or from a system', async () => {
  const { parent, address } = await at('name');
  const names = { givenNames: 'Ro\u0000bin', familyName: 'Hart\u0007well', version: '1' };
  expect((await parent.post(address, names)).statusCode).toBe(303);
  const organisation = await anOrganisation('Northmoor Community Health');
  const { adviceRequestId } = await anAskedAdvice(wexcombe, authority, organisation);
  const answer = await wexcombe.app.inject({
    method: 'POST',
    url: `/api/advice/${adviceRequestId}/statement`,
    headers: { cookie: `opensend_session=${await aProfessional(wexcombe, organisation)}` },
    payload: { text: 'Seen\u0000 twice', notKnown: false, version: 1 },
  });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
});

test('signed out in the middle of a form, what was typed is given back and saved once after signing in', async () => {
  const { assessmentId, caseworker } = await anAskedAdvice(
    wexcombe,
    authority,
    await anOrganisation('Northmoor Community Health'),
  );
  const address = `/assessments/${assessmentId}/advice-requests`;
  const form = {
    idempotencyKey: randomUUID(),
    paragraph: 'f',
    organisationId: 'none',
    contactId: '',
    adviserName: 'Dr O’Neill & <colleague>',
    questions: 'First line\nSecond "line"',
  };
  const before = wexcombe.clock.now;
  wexcombe.clock.now = new Date(before.getTime() + 31 * 60_000);
  const given = await caseworker.post(address, form);
  expect(given.statusCode).toBe(401);
  expect(given.body).toContain('Nothing has been saved yet');
  expect(given.body).toContain(`action="${address}"`);
  const asked = () =>
    ownerPool().query('select questions from advice_requests where assessment_id = $1', [assessmentId]);
  expect((await asked()).rows).toHaveLength(1);
  const hidden = [...given.body.matchAll(/<input type="hidden" name="([^"]+)" value(?:="([^"]*)")?/g)];
  const again = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]));
  expect(again).toEqual(form);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  for (const _ of [1, 2]) expect((await caseworker.post(address, again)).statusCode).toBe(303);
  const { rows } = await asked();
  expect(rows.map(({ questions }) => questions)).toContain('First line\nSecond "line"');
  expect(rows).toHaveLength(2);
  wexcombe.clock.now = before;
});

test('nobody is told anything by a form sent without signing in but what they sent', async () => {
  const { assessmentId } = await anAskedAdvice(wexcombe, authority, await anOrganisation('Any'));
  const stranger = browser(wexcombe);
  const there = await stranger.post(`/assessments/${assessmentId}/decision`, { reasons: 'x' });
  const nowhere = await stranger.post(`/assessments/${randomUUID()}/decision`, { reasons: 'x' });
  const plain = (body: string) => body.replace(/[0-9a-f-]{36}/g, 'ID');
  expect([there.statusCode, plain(there.body)]).toEqual([nowhere.statusCode, plain(nowhere.body)]);
});

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { ANSWERS, answerAll, SEEN } from './examples.ts';

/* Of somebody detained, the person in charge of where they are may ask (s71(2)), and anybody may bring them to attention. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

type Browser = ReturnType<typeof browser>;

async function send(by: Browser, source: string, answers: typeof ANSWERS) {
  const draft = await answerAll(by, source, answers);
  const sent = await by.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    `select r.id, r.source, r.requester_name as requester,
       array(select template from letters where child_id = r.child_id order by template) as letters
     from request_drafts d join requests r on r.id = d.request_id where d.id = $1`,
    [draft],
  );
  return rows[0];
}

const detained = (familyName: string, changes: typeof ANSWERS): typeof ANSWERS => ({
  ...ANSWERS,
  name: { givenNames: 'Alex', familyName, preferredName: '' },
  'birth-date': { 'bornOn-day': '5', 'bornOn-month': '12', 'bornOn-year': '2009' },
  place: { place: 'custody' },
  custody: { detainedAt: 'Greyfriars Secure School', releaseOn: 'May' },
  ...changes,
});

test('staff log what the person in charge asks as a request of theirs', async () => {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const parent = { contactName: 'Lou Thorne', relationship: 'mother', prefers: 'post', email: '', phone: '' };
  const received = {
    ...{ 'receivedOn-day': '31', 'receivedOn-month': '1', 'receivedOn-year': '2025' },
    ...{ receivedHow: 'letter', requestedBy: 'person in charge' },
  };
  const request = await send(staff, 'staff', detained('Thorne', { received, parent }));
  expect(request).toMatchObject({
    source: 'person in charge',
    requester: 'The person in charge of Greyfriars Secure School',
  });
  expect((await staff.get(`/requests/${request.id}`)).body).toContain('on release');
});

test('whoever is in charge asks, and may take it back; whoever is not brings to attention', async () => {
  const id = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, name, kind) values ($1, 'Greyfriars Secure School', 'other')`,
    [id],
  );
  const head = browser(wexcombe);
  head.signInWith(await aProfessional(wexcombe, id, 'Femi Adams'));
  const asked = await send(head, 'attention', {
    ...SEEN,
    ...detained('Ford', { 'in-charge': { inCharge: 'yes' } }),
  });
  expect(asked).toMatchObject({ source: 'person in charge', letters: ['request received'] });
  expect((await head.get(`/requests/${asked.id}/withdrawal`)).body).toContain('You keep the right to ask');
  const told = await send(head, 'attention', {
    ...SEEN,
    ...detained('Gale', { 'in-charge': { inCharge: 'no' } }),
  });
  expect(told).toMatchObject({ source: 'other', letters: ['brought to attention'] });
});

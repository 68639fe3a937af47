import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { ANSWERS, answerAll, aRequestFrom } from './examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

test('a parent without an account asks, and is told the dates the law gives from the day it was received', async () => {
  const parent = browser(wexcombe);
  const { requestId } = await aRequestFrom(parent);
  const shown = await parent.get(`/requests/${requestId}/sent`);
  expect(shown.body).toContain('3 February 2025');
  expect(shown.body).toContain('17 March 2025');
  expect(shown.body).toContain('23 June 2025');
  const { rows: said } = await ownerPool().query('select stated from requests where id = $1', [requestId]);
  expect(said[0].stated).toContainEqual({ question: 'Date of birth', answer: '5 June 2017' });
  const { rows } = await ownerPool().query('select subject, address from letters where authority_id = $1', [
    authority,
  ]);
  expect(rows).toContainEqual({
    subject: 'We have your request for an assessment',
    address: ['jo@hartwell.example'],
  });
});

test('sending the same draft twice makes one request', async () => {
  const parent = browser(wexcombe);
  const { draft, requestId } = await aRequestFrom(parent, {
    ...ANSWERS,
    name: { givenNames: 'Ash', familyName: 'Dunmore' },
  });
  const again = await parent.post(`/drafts/${draft}/request`);
  expect(again.statusCode).not.toBe(200);
  const { rows } = await ownerPool().query(
    `select r.id from requests r join children c on c.authority_id = r.authority_id and c.id = r.child_id where c.family_name = 'Dunmore'`,
  );
  expect(rows).toEqual([{ id: requestId }]);
});

test('what is wrong is said beside its field and nothing typed is lost', async () => {
  const parent = browser(wexcombe);
  const begun = await parent.post('/requests', { source: 'parent' });
  const draft = begun.headers.location?.split('/')[2] ?? '';
  const bad = await parent.post(`/drafts/${draft}/birth-date`, {
    'bornOn-day': '30',
    'bornOn-month': '2',
    'bornOn-year': '2017',
    version: '1',
  });
  expect(bad.statusCode).toBe(400);
  expect(bad.body).toContain('must be a real date');
  expect(bad.body).toContain('value="30"');
  expect(bad.body).toContain('<title>Error: ');
});

test('nobody else can see a visitor’s draft, and its address alone opens nothing', async () => {
  const parent = browser(wexcombe);
  const begun = await parent.post('/requests', { source: 'parent' });
  const address = begun.headers.location ?? '';
  const stranger = browser(wexcombe);
  expect((await stranger.get(address)).statusCode).toBe(303);
  await stranger.post('/requests', { source: 'parent' });
  expect((await stranger.get(address)).statusCode).toBe(404);
});

test('the tracker opens with a one-time code and never with a reference alone', async () => {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Wren', familyName: 'Alder' },
  });
  const { rows } = await ownerPool().query('select reference, child_id from requests where id = $1', [
    requestId,
  ]);
  const { reference, child_id: child } = rows[0];
  const family = browser(wexcombe);
  const known = await family.post('/track', { reference });
  const unknown = await family.post('/track', { reference: 'R-0000-0000' });
  expect(known.body.replaceAll(reference, '').replace(/value="[0-9a-f-]{36}"/g, '')).toBe(
    unknown.body.replaceAll('R-0000-0000', '').replace(/value="[0-9a-f-]{36}"/g, ''),
  );
  const letters = await ownerPool().query(
    `select secret from letters where child_id = $1 and template = 'one-time code'`,
    [child],
  );
  const code: string = letters.rows[0].secret;
  expect((await family.post('/track/code', { reference, code: 'AAAA-AAAA' })).statusCode).toBe(400);
  const opened = await family.post('/track/code', { reference, code: code.toLowerCase().replace('-', ' ') });
  expect(opened.headers.location).toBe(`/family/${child}`);
  expect((await browser(wexcombe).post('/track/code', { reference, code })).statusCode).toBe(400);
});

test('a code goes by text to whoever asked to be written to by text, and by email to whoever asked for email', async () => {
  const channelOf = async (familyName: string, reach: Record<string, string>) => {
    const { requestId } = await aRequestFrom(browser(wexcombe), {
      ...ANSWERS,
      name: { givenNames: 'Sorrel', familyName },
      'reach-you': reach,
    });
    const { rows } = await ownerPool().query('select reference, child_id from requests where id = $1', [
      requestId,
    ]);
    await browser(wexcombe).post('/track', { reference: rows[0].reference });
    const { rows: codes } = await ownerPool().query(
      `select channel, address from letters where child_id = $1 and template = 'one-time code'`,
      [rows[0].child_id],
    );
    return codes;
  };
  const both = { email: 'jo@hartwell.example', phone: '07700 900461' };
  expect(await channelOf('Textwell', { prefers: 'text', ...both })).toEqual([
    { channel: 'text', address: ['07700 900461'] },
  ]);
  expect(await channelOf('Mailwell', { prefers: 'email', ...both })).toEqual([
    { channel: 'email', address: ['jo@hartwell.example'] },
  ]);
});

test('a request that came by letter is logged on the day it was received, and its clock runs from then', async () => {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const draft = await answerAll(staff, 'staff', {
    ...ANSWERS,
    received: {
      ...{ 'receivedOn-day': '20', 'receivedOn-month': '1', 'receivedOn-year': '2025' },
      ...{ receivedHow: 'letter', requestedBy: 'parent' },
    },
    name: { givenNames: 'Laurel', familyName: 'Postbag' },
    parent: { contactName: 'Jo Postbag', relationship: 'mother', prefers: 'post', email: '', phone: '' },
  });
  const sent = await staff.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    `select r.id, r.child_id, r.received_on::text as received, r.received_how as how from requests r
     join children c on c.id = r.child_id where c.family_name = 'Postbag'`,
  );
  expect(rows).toMatchObject([{ received: '2025-01-20', how: 'letter' }]);
  // Six weeks from the day it came, and not from the third of February, when it was keyed.
  expect((await staff.get(`/cases/${rows[0].child_id}`)).body).toContain('3 March 2025');
});

test('a code is spent after five wrong tries', async () => {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Fern', familyName: 'Coombe' },
  });
  const { rows } = await ownerPool().query('select reference, child_id from requests where id = $1', [
    requestId,
  ]);
  const { reference, child_id: child } = rows[0];
  const family = browser(wexcombe);
  await family.post('/track', { reference });
  const letters = await ownerPool().query(
    `select secret from letters where child_id = $1 and template = 'one-time code'`,
    [child],
  );
  for (let tries = 0; tries < 5; tries += 1)
    await family.post('/track/code', { reference, code: 'AAAA-AAAA' });
  expect((await family.post('/track/code', { reference, code: letters.rows[0].secret })).statusCode).toBe(
    400,
  );
});

const DECISION = {
  hasOrMayHaveSen: 'yes',
  provisionMayBeNecessary: 'yes',
  evidence: 'The school’s records and Jo Hartwell’s letter.',
  reasons: 'Robin may need more than the school can give.',
  whatWouldChange: 'Nothing now.',
  'decidedOn-day': '10',
  'decidedOn-month': '2',
  'decidedOn-year': '2025',
};

test('a decision without its reasons is not saved; with them it is written to the family, once', async () => {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Kit', familyName: 'Marlow' },
    'birth-date': { 'bornOn-day': '9', 'bornOn-month': '1', 'bornOn-year': '2015' },
  });
  wexcombe.clock.now = new Date('2025-02-10T09:00:00Z');
  const caseworker = browser(wexcombe);
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  const bare = await caseworker.post(`/requests/${requestId}/decision`, {
    ...DECISION,
    reasons: '',
    idempotencyKey: randomUUID(),
  });
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('Enter the reasons for the decision');
  expect(bare.body).toContain('Jo Hartwell’s letter');
  const key = randomUUID();
  const both = await Promise.all([
    caseworker.post(`/requests/${requestId}/decision`, { ...DECISION, idempotencyKey: key }),
    caseworker.post(`/requests/${requestId}/decision`, { ...DECISION, idempotencyKey: key }),
  ]);
  expect(both.map((one) => one.headers.location)).toEqual([
    `/requests/${requestId}`,
    `/requests/${requestId}`,
  ]);
  const { rows } = await ownerPool().query(
    `select count(*) from letters where template = 'decision to assess' and authority_id = $1`,
    [authority],
  );
  expect(Number(rows[0].count)).toBe(1);
  expect((await caseworker.get(`/requests/${requestId}`)).body).toContain('Robin may need more');
});

test('another authority’s caseworker is answered as if it were not there', async () => {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Sky', familyName: 'Penrose' },
  });
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get(`/requests/${requestId}`)).statusCode).toBe(404);
});

test('a visitor comes back to an unsent request by a link that works once, in any browser', async () => {
  const parent = browser(wexcombe);
  const begun = await parent.post('/requests', { source: 'parent' });
  const draft = begun.headers.location?.split('/')[2] ?? '';
  await parent.post(`/drafts/${draft}/name`, {
    givenNames: 'Linden',
    familyName: 'Oakes',
    preferredName: '',
    version: '1',
  });
  await parent.post(`/drafts/${draft}/return-link`, { email: 'linden@oakes.example' });
  const { rows } = await ownerPool().query(
    `select secret from letters where address = '{linden@oakes.example}'`,
  );
  const link = new URL(rows[0].secret).pathname;
  const phone = browser(wexcombe);
  expect((await phone.get(link)).statusCode).toBe(200);
  expect((await phone.post(link)).headers.location).toBe(`/drafts/${draft}/check`);
  expect((await phone.get(`/drafts/${draft}/name`)).body).toContain('Linden');
  expect((await browser(wexcombe).post(link)).statusCode).toBe(400);
});

test('two windows saving the same answer are both shown, and neither is lost', async () => {
  const parent = browser(wexcombe);
  const begun = await parent.post('/requests', { source: 'parent' });
  const address = `/drafts/${begun.headers.location?.split('/')[2] ?? ''}/name`;
  await parent.post(address, { givenNames: 'First', familyName: 'Window', preferredName: '', version: '1' });
  const second = await parent.post(address, {
    givenNames: 'Second',
    familyName: 'Window',
    preferredName: '',
    version: '1',
  });
  expect(second.statusCode).toBe(409);
  expect(second.body).toContain('First');
  expect(second.body).toContain('Second');
});

test('another system decides by the same rule: refused without reasons, done with them, the same call again the same', async () => {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Cole', familyName: 'Ivory' },
    'birth-date': { 'bornOn-day': '2', 'bornOn-month': '2', 'bornOn-year': '2012' },
  });
  const cookie = `opensend_session=${await aCaseworker(wexcombe, authority)}`;
  const call = (reasons: string) =>
    wexcombe.app.inject({
      method: 'POST',
      url: `/api/requests/${requestId}/decision`,
      headers: { cookie, 'idempotency-key': '11111111-2222-4333-8444-555555555555' },
      payload: {
        hasOrMayHaveSen: true,
        provisionMayBeNecessary: false,
        evidence: 'E',
        reasons,
        whatWouldChange: 'W',
        decidedOn: '2025-02-10',
      },
    });
  const refused = await call('');
  expect([refused.statusCode, refused.json().field]).toEqual([422, 'reasons']);
  const first = await call('The school can give it.');
  expect(first.json()).toMatchObject({
    stage: 'refused',
    decideBy: '2025-03-24',
    decision: { outcome: 'do not assess' },
  });
  expect((await call('The school can give it.')).json()).toEqual(first.json());
});

test('a school sees the requests it made and cannot change one, nor the day it was received', async () => {
  const { requestId } = await aRequestFrom(browser(wexcombe), {
    ...ANSWERS,
    name: { givenNames: 'Una', familyName: 'Reeve' },
  });
  const organisationId = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'school or college', 'Larkfield')`,
    [organisationId],
  );
  await ownerPool().query('update requests set organisation_id = $1 where id = $2', [
    organisationId,
    requestId,
  ]);
  const actor = {
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'Helen Marsh',
    organisationId,
    administrator: true,
  } as const;
  const changed = await withLens(wexcombe.services.database, actor, async (tx) => {
    expect(await tx.selectFrom('requests').select('id').execute()).toEqual([{ id: requestId }]);
    return tx
      .updateTable('requests')
      .set({ requester_name: 'Somebody else' })
      .where('id', '=', requestId)
      .executeTakeFirst();
  });
  expect(changed.numUpdatedRows).toBe(0n);
});

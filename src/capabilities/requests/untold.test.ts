import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent, aSessionFor } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import { listContacts } from '../children/index.ts';
import { sayNothingChanged, tellFamilies } from '../updates/index.ts';
import { answerAll, aRequestFrom, SEEN } from './examples.ts';

/* A child with a file is brought to attention by somebody who says that telling the family may not be safe. */

let authority: number;
let wexcombe: TestApp;
let staff: ReturnType<typeof browser>;
let family: string;
let number = 0;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

beforeEach(async () => {
  wexcombe.clock.now = new Date('2025-02-03T10:00:00Z');
  staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  number += 1;
  family = `Untold${'abcdefghij'[number]}`;
});

const day = { 'bornOn-day': '5', 'bornOn-month': '6', 'bornOn-year': '2023' };

/** The family's own request, taken back a month ago, and what somebody tells of the same child: put on one file by staff. */
async function aFileToldOf() {
  const name = { name: { givenNames: 'Bobbie', familyName: family, preferredName: '' } };
  wexcombe.clock.now = new Date('2025-01-06T10:00:00Z');
  const own = await aRequestFrom(browser(wexcombe), { ...name, 'birth-date': day });
  wexcombe.clock.now = new Date('2025-02-03T10:00:00Z');
  const { rows } = await ownerPool().query(
    'select child_id, contact_id, authority_id from requests where id = $1',
    [own.requestId],
  );
  const file = { childId: rows[0].child_id, contactId: rows[0].contact_id, authorityId: authority };
  await aParent(wexcombe, [file], 'Jo Hartwell');
  await ownerPool().query(
    `insert into request_withdrawals (authority_id, request_id, child_id, kind, withdrawn_on, withdrawn_by, reason)
     values ($1, $2, $3, 'withdrawn', '2025-01-20', 'Jo', 'No longer wanted')`,
    [authority, own.requestId, file.childId],
  );
  const teller = browser(wexcombe);
  const draft = await answerAll(teller, 'attention', {
    ...{ ...SEEN, ...name },
    'told-parent': { toldParent: 'not safe', toldWords: '' },
  });
  await teller.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const told = await ownerPool().query(
    'select r.id, r.child_id, r.reference from request_drafts d join requests r on r.id = d.request_id where d.id = $1',
    [draft],
  );
  const { id: requestId, child_id: record, reference } = told.rows[0];
  const settled = await staff.post(`/requests/${requestId}/file`, {
    ...{ file: file.childId, reason: 'The same number', contactCheck: '' },
    idempotencyKey: randomUUID(),
  });
  expect(settled.statusCode).toBe(303);
  return { ...file, requestId, record, reference };
}

/** The parent, who has been let into the file, signing in. */
async function theParent(childId: string) {
  const { rows } = await ownerPool().query('select account_id from children_access where child_id = $1', [
    childId,
  ]);
  const parent = browser(wexcombe);
  parent.signInWith(await aSessionFor(wexcombe, rows[0].account_id));
  return parent;
}

async function lettersAbout({ childId, record }: { childId: string; record: string }, since = '2025-02-03') {
  const { rows } = await ownerPool().query(
    `select template, failure, body from letters where child_id = any($1) and template not in ('request received', 'request ended')
     and created_at >= $2 order by created_at`,
    [[childId, record], since],
  );
  return rows;
}

async function laterOn(at: string) {
  wexcombe.clock.now = new Date(at);
  await tellFamilies(wexcombe.services);
  await sayNothingChanged(wexcombe.services);
  // Sessions end sooner.
  staff.signInWith(await aCaseworker(wexcombe, authority));
}

test('nothing shows it to the family until staff say that they may be told: no news, no notice after 14 days, no tracker', async () => {
  const { childId, record, requestId, reference } = await aFileToldOf();
  await laterOn('2025-02-03T12:00:00Z');
  await laterOn('2025-02-25T02:15:00Z');
  const templates = (await lettersAbout({ childId, record })).map(({ template }) => template);
  expect(templates.filter((one) => one === 'update')).toEqual([]);
  const parent = await theParent(childId);
  const code = browser(wexcombe);
  code.signInWith(await aFamily(wexcombe, [childId, record]));
  for (const reader of [parent, code]) {
    for (const address of [`/family/${childId}`, '/family', `/family/${childId}/readers`])
      expect((await reader.get(address)).body).not.toContain(reference);
    expect((await reader.get(`/family/${record}`)).statusCode).not.toBe(200);
    expect((await reader.get(`/family/${childId}`)).statusCode).toBe(200);
  }
  expect((await staff.get(`/cases/${childId}`)).body).toContain(reference);

  await staff.post(`/requests/${requestId}/family-told`, { idempotencyKey: randomUUID() });
  const told = await lettersAbout({ childId, record });
  expect(told.map(({ template, failure }) => [template, failure])).toEqual([['brought to attention', null]]);
  expect((await parent.get(`/family/${childId}`)).body).toContain(reference);
  await laterOn('2025-02-25T12:00:00Z');
  const [update] = (await lettersAbout({ childId, record })).filter(({ template }) => template === 'update');
  expect(update?.body).toContain('We have started to look at the request');
});

test('a family with no other case is not told whose it is until then', async () => {
  const { childId, record, requestId } = await aFileToldOf();
  const { rows } = await ownerPool().query(
    'select account_id from staff_roles where authority_id = $1 limit 1',
    [authority],
  );
  const given = { to: rows[0].account_id, seen: '', handover: '', idempotencyKey: randomUUID() };
  expect((await staff.post(`/cases/${childId}/caseworker`, given)).statusCode).toBe(303);
  await laterOn('2025-02-03T12:00:00Z');
  expect(await lettersAbout({ childId, record })).toEqual([]);
  await staff.post(`/requests/${requestId}/family-told`, { idempotencyKey: randomUUID() });
  await laterOn('2025-02-03T14:00:00Z');
  const updates = (await lettersAbout({ childId, record })).filter(({ template }) => template === 'update');
  expect(updates.map(({ body }) => body).join()).toContain('You have a new caseworker');
});

test('a parent who asks themself is not kept from their own request by what was told before it', async () => {
  const name = { name: { givenNames: 'Bobbie', familyName: family, preferredName: '' } };
  const teller = browser(wexcombe);
  const draft = await answerAll(teller, 'attention', {
    ...{ ...SEEN, ...name },
    'told-parent': { toldParent: 'not safe', toldWords: '' },
  });
  await teller.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const told = await ownerPool().query(
    'select r.child_id, r.reference from request_drafts d join requests r on r.id = d.request_id where d.id = $1',
    [draft],
  );
  const own = await aRequestFrom(browser(wexcombe), { ...name, 'birth-date': day });
  const settled = await staff.post(`/requests/${own.requestId}/file`, {
    ...{ file: told.rows[0].child_id, reason: 'The same number', contactCheck: 'Seen here' },
    idempotencyKey: randomUUID(),
  });
  expect(settled.statusCode).toBe(303);
  const { rows } = await ownerPool().query('select reference from requests where id = $1', [own.requestId]);
  const { reference } = rows[0];
  const parent = browser(wexcombe);
  await parent.post('/track', { reference });
  const code = await ownerPool().query(
    `select secret from letters where secret is not null and authority_id = $1 order by created_at desc limit 1`,
    [authority],
  );
  const opened = await parent.post('/track/code', { reference, code: code.rows[0].secret });
  expect(opened.statusCode).toBe(303);
  const tracker = (await parent.get(opened.headers.location ?? '')).body;
  expect(tracker).toContain(reference);
  expect(tracker).not.toContain(told.rows[0].reference);
});

const REFUSED = {
  ...{ hasOrMayHaveSen: 'yes', provisionMayBeNecessary: 'no' },
  ...{
    evidence: 'What the nursery wrote',
    reasons: 'The help there is is enough',
    whatWouldChange: 'New advice',
  },
  ...{ 'decidedOn-day': '3', 'decidedOn-month': '2', 'decidedOn-year': '2025' },
};

function decide(requestId: string, said: Record<string, string>) {
  return staff.post(`/requests/${requestId}/decision`, {
    ...{ ...REFUSED, ...said },
    idempotencyKey: randomUUID(),
  });
}

test('whoever decides says whether the family may be told of it; told, they have the decision and their rights that day', async () => {
  const { childId, record, requestId, reference } = await aFileToldOf();
  expect((await staff.get(`/requests/${requestId}/decision`)).body).toContain('May the family be told now?');
  const unsaid = await decide(requestId, {});
  expect(unsaid.statusCode).toBe(400);
  expect(unsaid.body).toContain('Select whether the family may be told now');
  expect(unsaid.body).toContain('The help there is is enough');
  expect((await decide(requestId, { tellFamily: 'yes', whyNotTold: '' })).statusCode).toBe(303);
  const [letter, ...others] = await lettersAbout({ childId, record });
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ template: 'decision not to assess', failure: null });
  expect(letter.body).toContain('Nobody has made a request in your name');
  expect(letter.body).toContain('You have the right to appeal');
  expect((await (await theParent(childId)).get(`/family/${childId}`)).body).toContain(reference);
});

test('a decision that staff keep from the family is made and says why; when they tell them it goes, and their time to appeal begins', async () => {
  const { childId, record, requestId, reference } = await aFileToldOf();
  const bare = await decide(requestId, { tellFamily: 'no', whyNotTold: '' });
  expect(bare.body).toContain('Enter why the family may not be told now');
  const why = 'Children’s services asked us to wait';
  expect((await decide(requestId, { tellFamily: 'no', whyNotTold: why })).statusCode).toBe(303);
  await laterOn('2025-02-20T12:00:00Z');
  expect(await lettersAbout({ childId, record })).toEqual([]);
  const parent = await theParent(childId);
  expect((await parent.get(`/family/${childId}`)).body).not.toContain(reference);
  const page = (await staff.get(`/requests/${requestId}`)).body;
  expect(page).toContain('the family has not been notified');
  expect(page).toContain(why);

  await staff.post(`/requests/${requestId}/family-told`, { idempotencyKey: randomUUID() });
  const [letter, ...others] = await lettersAbout({ childId, record });
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ template: 'decision not to assess', failure: null });
  // Two months from the day they were notified, which is Easter, and not from the third of February.
  expect(letter.body).toContain('The tribunal must receive your appeal by 5pm on 22 April 2025');
  expect((await staff.get(`/requests/${requestId}`)).body).not.toContain('has not been notified');
});

test('where there is nobody to write to the family is not marked as told: staff are asked to add them first', async () => {
  const teller = browser(wexcombe);
  const draft = await answerAll(teller, 'attention', {
    ...{ ...SEEN, name: { givenNames: 'Zara', familyName: 'Pellow', preferredName: '' } },
    ...{ 'birth-date': { ...day, 'bornOn-year': '2022' }, 'where-they-live': { address: '', postcode: '' } },
    'told-parent': { toldParent: 'not safe', toldWords: '' },
  });
  await teller.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const { rows } = await ownerPool().query('select request_id as id from request_drafts where id = $1', [
    draft,
  ]);
  const { id } = rows[0];
  expect((await decide(id, { tellFamily: 'yes', whyNotTold: '' })).body).toContain(
    'There is nobody on the child’s file',
  );
  expect((await decide(id, { tellFamily: 'no', whyNotTold: 'Nobody is known' })).statusCode).toBe(303);
  const page = (await staff.get(`/requests/${id}`)).body;
  expect(page).toContain('There is nobody there to write to');
  expect(page).not.toContain('Tell the family now');
  await staff.post(`/requests/${id}/family-told`, { idempotencyKey: randomUUID() });
  expect((await staff.get(`/requests/${id}`)).body).toContain('the family has not been notified');
});

test('a letter that another part of the service writes about it is kept back until the family is told, and staff see why', async () => {
  const { childId, contactId, record } = await aFileToldOf();
  await withLens(wexcombe.services.database, { kind: 'system', authorityId: authority }, async (tx) => {
    const contact = (await listContacts(tx, childId)).find(({ id }) => id === contactId);
    if (contact === undefined) throw new Error('nobody is on the file');
    const words = { template: 'exception recorded', subject: 'There is a reason', body: 'We need longer.' };
    await sendLetter(tx, {
      authorityId: authority,
      childId: record,
      to: { kind: 'contact', contact },
      ...words,
    });
  });
  const [letter] = await lettersAbout({ childId, record });
  expect(letter.failure).toContain('has not been told that the child was brought to attention');
});

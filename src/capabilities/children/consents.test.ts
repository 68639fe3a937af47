import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aParent, aProfessional } from '../../../test/support/people.ts';
import { withLens } from '../../platform/lens/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { aChild, aContact, wordsOf } from './examples.ts';
import { findChild, shareWithOrganisation } from './store.ts';

let authority: number;
let wexcombe: TestApp;
let priya: ReturnType<typeof browser>;
let childId: string;
let motherId: string;
let clinicId: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  priya = browser(wexcombe);
  priya.signInWith(await aCaseworker(wexcombe, authority));
});

beforeEach(async () => {
  childId = await aChild(authority);
  motherId = await aContact(authority, childId, { name: 'Ann Sallow', relationship: 'mother' });
  clinicId = randomUUID();
  await ownerPool().query(`insert into organisations (id, kind, name) values ($1, 'health', $2)`, [
    clinicId,
    `Clinic ${clinicId}`,
  ]);
});

function post(who: typeof priya, url: string, fields: Record<string, string> = {}) {
  return who.post(url, { idempotencyKey: randomUUID(), ...fields });
}

const day = (name: string, date: string) => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year };
};

function agreed(changes: Record<string, string> = {}) {
  const what = { agency: 'health', organisationId: clinicId, what: 'That Ivy is being assessed' };
  const how = { givenBy: 'Ann Sallow', givenHow: 'by telephone', ...day('givenOn', '2025-01-30') };
  return { ...what, ...how, ...changes };
}

async function consent(changes: Record<string, string> = {}): Promise<string> {
  const done = await post(priya, `/cases/${childId}/consents/new`, agreed(changes));
  expect(done.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    'select id from children_consents where child_id = $1 order by recorded_at desc limit 1',
    [childId],
  );
  return rows[0].id;
}

/** Whether the clinic sees the child, and which documents of theirs. */
async function clinicSees() {
  const actor = {
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'x',
    organisationId: clinicId,
    administrator: false,
  } as const;
  return withLens(wexcombe.services.database, actor, async (tx) => ({
    child: (await findChild(tx, childId)) !== undefined,
    documents: (await tx.selectFrom('documents').select('id').where('child_id', '=', childId).execute())
      .length,
  }));
}

async function aSharedDocument() {
  const id = randomUUID();
  await ownerPool().query(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key)
     values ($1, $2::uuid, $3, 'report', 'A report', 'application/pdf', 1, repeat('a', 64), $2::text)`,
    [authority, id, childId],
  );
  await ownerPool().query(
    `insert into document_shares (authority_id, document_id, organisation_id) values ($1, $2, $3)`,
    [authority, id, clinicId],
  );
}

function alsoAskedForAdvice() {
  const reason = 'Advice for an assessment: health care, request 1';
  const sharing = {
    authorityId: authority,
    childId,
    organisationId: clinicId,
    reason,
    fromOn: plainDate('2025-01-10'),
  };
  return withLens(wexcombe.services.database, { kind: 'system', authorityId: authority }, (tx) =>
    shareWithOrganisation(tx, sharing),
  );
}

async function ann() {
  const parent = browser(wexcombe);
  parent.signInWith(
    await aParent(wexcombe, [{ authorityId: authority, childId, contactId: motherId }], 'Ann Sallow'),
  );
  return parent;
}

test('what the family agreed, with whom, when and how, puts the child before the organisation they named', async () => {
  expect(await clinicSees()).toEqual({ child: false, documents: 0 });
  await consent();
  expect((await clinicSees()).child).toBe(true);
  const page = wordsOf((await priya.get(`/cases/${childId}/consents`)).body);
  expect(page).toContain('That Ivy is being assessed');
  expect(page).toContain('Ann Sallow, by telephone, on 30 January 2025. Recorded by Priya Raman');
  const theirs = wordsOf((await (await ann()).get(`/family/${childId}/consents`)).body);
  expect(theirs).toContain(`Clinic ${clinicId}`);
  expect(theirs).toContain('Now Agreed');
});

test('the family takes it back online, and what rested on it ends at once, documents too', async () => {
  const id = await consent();
  await aSharedDocument();
  expect(await clinicSees()).toEqual({ child: true, documents: 1 });
  const parent = await ann();
  const asked = (await parent.get(`/family/${childId}/consents/${id}/withdrawal`)).body;
  expect(wordsOf(asked)).toContain('We cannot take back what they have already read');
  const done = await post(parent, `/family/${childId}/consents/${id}/withdrawal`);
  expect(done.headers.location).toBe(`/family/${childId}/consents`);
  expect(await clinicSees()).toEqual({ child: false, documents: 0 });
  const page = wordsOf((await priya.get(`/cases/${childId}/consents`)).body);
  expect(page).toContain('Taken back by Ann Sallow, online, on 3 February 2025');
  expect(wordsOf((await priya.get(`/cases/${childId}/timeline`)).body)).toContain(
    'Consent taken back by the family',
  );
});

async function lettersOfTakingBack() {
  const { rows } = await ownerPool().query(
    `select recipient_name as to, body from letters where child_id = $1 and template = 'consent taken back' order by 1`,
    [childId],
  );
  return rows;
}

test('one parent may take back what the other gave: both read who did, and the other is told, with how to agree again', async () => {
  await aContact(authority, childId, { name: 'Ben Sallow', relationship: 'father' });
  const uncle = await aContact(authority, childId, { name: 'Cal Sallow', relationship: 'uncle' });
  await ownerPool().query(
    `update children_contacts set restricted = true, restricted_reason = 'A court order' where id = $1`,
    [uncle],
  );
  const id = await consent({ givenBy: 'Ben Sallow' });
  await post(await ann(), `/family/${childId}/consents/${id}/withdrawal`);
  expect((await clinicSees()).child).toBe(false);
  const letters = await lettersOfTakingBack();
  expect(letters.map(({ to }) => to)).toEqual(['Ben Sallow']);
  expect(letters[0].body).toContain('On 3 February 2025 Ann Sallow took back an agreement');
  expect(letters[0].body).toContain(`/family/${childId}/consents`);
  expect(wordsOf((await priya.get(`/cases/${childId}/consents`)).body)).toContain(
    'Taken back by Ann Sallow, online',
  );
});

test('written down by staff as one of them said it, the other is told and whoever said it is not', async () => {
  await aContact(authority, childId, { name: 'Ben Sallow', relationship: 'father' });
  const id = await consent();
  const said = { by: 'ben  sallow', how: 'by telephone', ...day('on', '2025-02-01') };
  expect((await post(priya, `/cases/${childId}/consents/${id}/withdrawal`, said)).statusCode).toBe(303);
  expect((await lettersOfTakingBack()).map(({ to }) => to)).toEqual(['Ann Sallow']);
});

test('what the law has shared goes on, and the page says which and by what', async () => {
  const id = await consent();
  await aSharedDocument();
  await alsoAskedForAdvice();
  await post(await ann(), `/family/${childId}/consents/${id}/withdrawal`);
  expect(await clinicSees()).toEqual({ child: true, documents: 1 });
  const page = wordsOf((await priya.get(`/cases/${childId}/consents`)).body);
  expect(page).toContain(
    `Clinic ${clinicId} Their advice is asked for in the assessment: SEND Regulations 2014, reg. 6(1)`,
  );
  const theirs = wordsOf((await (await ann()).get(`/family/${childId}/consents`)).body);
  expect(theirs).toContain('SEND Regulations 2014, regulation 6');
  // And taking back a consent that was never given for it does not stand in the way of asking for advice.
  expect(theirs).toContain('It will not slow anything down');
});

test('on paper and by telephone counts the same; taken back twice it is one withdrawal', async () => {
  const id = await consent();
  const at = `/cases/${childId}/consents/${id}/withdrawal`;
  const said = { by: 'Ann Sallow', how: 'on paper', ...day('on', '2025-02-01') };
  expect((await post(priya, at, { ...said, ...day('on', '2025-01-29') })).body).toContain(
    'They took it back before they gave it: check the day',
  );
  expect((await post(priya, at, { ...said, ...day('on', '2025-02-04') })).body).toContain(
    'The day they took it back must be today or earlier',
  );
  const parent = await ann();
  const answers = await Promise.all([
    post(priya, at, said),
    post(parent, `/family/${childId}/consents/${id}/withdrawal`),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  expect(answers.find(({ statusCode }) => statusCode === 400)?.body).toMatch(/has taken this back already/);
  expect((await clinicSees()).child).toBe(false);
});

test('given anew it is another consent, and one taken back leaves the other', async () => {
  const first = await consent();
  await consent({ what: 'The school’s report' });
  await post(await ann(), `/family/${childId}/consents/${first}/withdrawal`);
  expect((await clinicSees()).child).toBe(true);
  expect(wordsOf((await priya.get(`/cases/${childId}/consents`)).body)).toContain(
    'Agreed The child is before this organisation because of it.',
  );
});

test('whoever follows with a code of nobody on the file gives their name', async () => {
  const id = await consent({ organisationId: '' });
  const somebody = browser(wexcombe);
  somebody.signInWith(await aFamily(wexcombe, [childId], null));
  const at = `/family/${childId}/consents/${id}/withdrawal`;
  expect((await post(somebody, at)).body).toContain('Enter your name');
  expect((await post(somebody, at, { from: 'Ann Sallow' })).statusCode).toBe(303);
});

test('another family, and an organisation, can take nothing back', async () => {
  const id = await consent();
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [await aChild(authority)]));
  const clinic = browser(wexcombe);
  clinic.signInWith(await aProfessional(wexcombe, clinicId));
  for (const who of [stranger, clinic]) {
    expect((await post(who, `/family/${childId}/consents/${id}/withdrawal`, { from: 'x' })).statusCode).toBe(
      404,
    );
    expect((await who.get(`/family/${childId}/consents`)).statusCode).toBe(404);
  }
  expect((await clinicSees()).child).toBe(true);
});

test('what is missing or impossible is said at its field, with what was typed', async () => {
  const bare = await post(
    priya,
    `/cases/${childId}/consents/new`,
    agreed({ what: '', agency: '', ...day('givenOn', '2025-02-30') }),
  );
  expect(bare.statusCode).toBe(400);
  for (const words of [
    'Enter what may be shared',
    'Select the kind of agency',
    'must be a real date',
    'value="Ann Sallow"',
  ])
    expect(bare.body).toContain(words);
  const later = await post(priya, `/cases/${childId}/consents/new`, agreed(day('givenOn', '2025-02-04')));
  expect(later.body).toContain('The day they agreed must be today or earlier');
  const nobody = await post(
    priya,
    `/cases/${childId}/consents/new`,
    agreed({ organisationId: randomUUID() }),
  );
  expect(nobody.body).toContain('Find the organisation, then select it');
});

test('a family with children in two authorities reads of each whose clinical officer sees it, once, and all that they see', async () => {
  const otherton = await anAuthority('Otherton');
  const otherChild = await aChild(otherton);
  const otherContact = await aContact(otherton, otherChild, { name: 'Ann Sallow', relationship: 'mother' });
  const both = randomUUID();
  await ownerPool().query(`insert into organisations (id, kind, name) values ($1, 'health', $2)`, [
    both,
    `Hospital ${both}`,
  ]);
  const accountId = randomUUID();
  await ownerPool().query(
    `insert into accounts (id, kind, email, name) values ($1, 'staff', $2, 'Grace Osei')`,
    [accountId, `${accountId}@council.example`],
  );
  for (const [code, body] of [
    [authority, both],
    [otherton, both],
    [otherton, clinicId],
  ] as const)
    await ownerPool().query(
      `insert into area_clinical_officers (authority_id, id, organisation_id, sees, said_by) values ($1, gen_random_uuid(), $2, true, $3)`,
      [code, body, accountId],
    );
  const ann = browser(wexcombe);
  const files = [
    { authorityId: authority, childId, contactId: motherId },
    { authorityId: otherton, childId: otherChild, contactId: otherContact },
  ];
  ann.signInWith(await aParent(wexcombe, files, 'Ann Sallow'));
  const here = (await ann.get(`/family/${childId}/consents`)).body;
  expect(here.split(`Hospital ${both}`)).toHaveLength(2);
  expect(here).not.toContain(`Clinic ${clinicId}`);
  expect(here).toContain('since when, and when it is due');
  expect((await ann.get(`/family/${otherChild}/consents`)).body).toContain(`Clinic ${clinicId}`);
  const easy = (await ann.get(`/easy-read/family/${childId}/consents`)).body;
  expect(easy).toContain('one or more people check that health workers answer us');
  expect(easy).toContain('who has it there');
  expect(easy).toContain('the last day to answer');
});

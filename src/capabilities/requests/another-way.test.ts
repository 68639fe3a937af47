import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aParent, aProfessional } from '../../../test/support/people.ts';
import { ANSWERS, answerAll, aRequestFrom, SEEN } from './examples.ts';

/* How somebody needs things, asked with the request and followed from its first letter. */

let authority: number;
let wexcombe: TestApp;
let staff: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
});

const about = (familyName: string) => ({ ...ANSWERS, name: { givenNames: 'Robin', familyName } });
const NEEDS = { format: 'braille', language: 'Polish', interpreter: 'Polish', bsl: 'yes' };
const NOTHING = { format: 'standard', language: null, interpreter: null, bsl: false };

const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

async function childOf(requestId: string): Promise<string> {
  return (await ownerPool().query('select child_id from requests where id = $1', [requestId])).rows[0]
    .child_id;
}
async function contactsOf(childId: string) {
  const { rows } = await ownerPool().query(
    'select format, language, interpreter, bsl from children_contacts where child_id = $1 order by recorded_at, id',
    [childId],
  );
  return rows;
}
async function firstLetterAbout(childId: string): Promise<string> {
  const { rows } = await ownerPool().query(
    `select id from letters where child_id = $1 and template in ('request received', 'brought to attention')`,
    [childId],
  );
  return wordsOf((await staff.get(`/outbox/${rows[0].id}`)).body);
}
async function send(asker: ReturnType<typeof browser>, draft: string): Promise<string> {
  const sent = await asker.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query('select request_id from request_drafts where id = $1', [draft]);
  return rows[0].request_id;
}

test('a parent says how they need things: they read it back, staff read it, and the first letter follows it', async () => {
  const parent = browser(wexcombe);
  const draft = await answerAll(parent, 'parent', { ...about('Brailwell'), 'in-another-way': NEEDS });
  const check = wordsOf((await parent.get(`/drafts/${draft}/check`)).body);
  expect(check).toContain('How do you like letters to look? Braille');
  expect(check).toContain('Do you need an interpreter when we speak? In which language? Polish');
  expect((await parent.get(`/drafts/${draft}/in-another-way`)).body).toMatch(/value="braille"[^>]*checked/);
  const requestId = await send(parent, draft);
  const childId = await childOf(requestId);
  expect(await contactsOf(childId)).toEqual([{ ...NEEDS, bsl: true }]);
  const asked = wordsOf((await staff.get(`/requests/${requestId}`)).body);
  expect(asked).toContain('How do you like letters to look? Braille');
  expect(asked).toContain('Do you use British Sign Language (BSL)? Yes');
  const letter = await firstLetterAbout(childId);
  expect(letter).toContain('They asked for braille');
  expect(letter).toContain('They asked for letters in Polish');
  expect(letter).toContain('They need an interpreter when you speak to them: Polish');
});

test('whoever needs nothing leaves the page empty, and is written to as before', async () => {
  const { requestId } = await aRequestFrom(browser(wexcombe), about('Plainwell'));
  const childId = await childOf(requestId);
  expect(await contactsOf(childId)).toEqual([NOTHING]);
  expect(await firstLetterAbout(childId)).not.toContain('They asked for');
});

test('a format that is not offered and a language that is too long are refused, and what was typed stays', async () => {
  const parent = browser(wexcombe);
  const begun = await parent.post('/requests', { source: 'parent' });
  const at = `${begun.headers.location?.split('/').slice(0, 3).join('/')}/in-another-way`;
  const refused = await parent.post(at, { format: 'semaphore', language: 'L'.repeat(101), version: '1' });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('href="#format"');
  expect(refused.body).toContain('href="#language"');
  expect(refused.body).toContain('L'.repeat(101));
});

test('staff enter it with a request that came by telephone, about the parent', async () => {
  const draft = await answerAll(staff, 'staff', {
    ...about('Phonewell'),
    received: {
      ...{ 'receivedOn-day': '3', 'receivedOn-month': '2', 'receivedOn-year': '2025' },
      ...{ receivedHow: 'telephone', requestedBy: 'parent' },
    },
    parent: { contactName: 'Jo Phonewell', relationship: 'mother', prefers: 'post', email: '', phone: '' },
    'parent-in-another-way': { format: 'large print', language: '', interpreter: '', bsl: 'no' },
  });
  const childId = await childOf(await send(staff, draft));
  expect(await contactsOf(childId)).toEqual([{ ...NOTHING, format: 'large print' }]);
});

test('whoever brings a child to attention is asked it of a parent they can name, and of nobody otherwise', async () => {
  const nurse = browser(wexcombe);
  const draft = await answerAll(nurse, 'attention', { ...SEEN, 'parent-in-another-way': NEEDS });
  expect(await contactsOf(await childOf(await send(nurse, draft)))).toEqual([{ ...NEEDS, bsl: true }]);
  const neighbour = browser(wexcombe);
  const unnamed = await answerAll(neighbour, 'attention', {
    ...SEEN,
    name: { givenNames: 'Bobbie', familyName: 'Unnamed', preferredName: '' },
    'their-parent': { contactName: '', relationship: '', email: '', phone: '' },
  });
  expect((await neighbour.get(`/drafts/${unnamed}/parent-in-another-way`)).statusCode).toBe(404);
});

test('a school that writes with a family is not shown how the family needs things', async () => {
  const parent = jsonClient(wexcombe, await aParent(wexcombe, [], 'Jo Hartwell'));
  const { body: draft } = await parent.post('/api/drafts', { source: 'parent' });
  const { link } = (await parent.post(`/api/drafts/${draft.id}/together`)).body;
  const [secret, sharingId] = link.split('/').reverse();
  const { rows } = await ownerPool().query(
    `insert into organisations (id, kind, name) values (gen_random_uuid(), 'school or college', 'Larkfield') returning id`,
  );
  const school = jsonClient(wexcombe, await aProfessional(wexcombe, rows[0].id, 'Helen Marsh'));
  await school.post('/api/joinings', { sharingId, secret });
  const shown = (await school.get(`/api/drafts/${draft.id}`)).body.questions.map(
    ({ id }: { id: string }) => id,
  );
  expect(shown).toContain('school-part');
  expect(shown).not.toContain('in-another-way');
});

test('another system is told what may be chosen, and answers the same', async () => {
  const parent = jsonClient(wexcombe, await aParent(wexcombe, [], 'Jo Hartwell'));
  const { body: draft } = await parent.post('/api/drafts', { source: 'parent' });
  const at = `/api/drafts/${draft.id}`;
  const question = draft.questions.find(({ id }: { id: string }) => id === 'in-another-way');
  expect(question.fields[0].choices).toContainEqual({ value: 'large print', text: 'Large print' });
  const { version } = question;
  expect(await parent.post(`${at}/questions/in-another-way`, { format: 'semaphore', version })).toEqual(
    refusal('format', 'Select one of the answers, or none'),
  );
  const saved = await parent.post(`${at}/questions/in-another-way`, { ...NEEDS, version });
  expect(saved.status).toBe(200);
  expect(JSON.stringify(saved.body)).toContain('"answer":"braille"');
});

/** A second request about the same child, joined to the first one's file by staff who checked who sent it. */
async function joined(familyName: string, first: Record<string, string>, second: Record<string, string>) {
  const answers = (needs: Record<string, string>) => ({ ...about(familyName), 'in-another-way': needs });
  const into = await childOf((await aRequestFrom(browser(wexcombe), answers(first))).requestId);
  const again = await aRequestFrom(browser(wexcombe), answers(second));
  const settled = await staff.post(`/requests/${again.requestId}/file`, {
    file: into,
    reason: 'The school gave the same number',
    contactCheck: 'Telephoned her on the number we have',
    idempotencyKey: randomUUID(),
  });
  expect(settled.statusCode).toBe(303);
  return { into, people: wordsOf((await staff.get(`/cases/${into}/people`)).body) };
}

test('a request from a parent already on the file who says nothing of it takes nothing away', async () => {
  const { into, people } = await joined('Kept', { format: 'braille', interpreter: 'Polish' }, {});
  const kept = { ...NOTHING, format: 'braille', interpreter: 'Polish' };
  expect(await contactsOf(into)).toEqual([kept, kept]);
  expect(people).not.toContain('asked for different things');
});

test('what a parent already on the file asks for with a new request is put on the file, and kept with what it was', async () => {
  const { into } = await joined('Added', { language: 'Polish' }, { format: 'large print' });
  const both = { ...NOTHING, format: 'large print', language: 'Polish' };
  expect(await contactsOf(into)).toEqual([both, both]);
  const { rows } = await ownerPool().query(
    `select was, became, recorded_by from children_contact_changes change
     join children_contacts contact on contact.id = change.contact_id where contact.child_id = $1 order by became->>'format'`,
    [into],
  );
  expect(rows).toEqual([
    { was: { format: 'standard' }, became: { format: 'large print' }, recorded_by: 'Priya Raman' },
    { was: { language: null }, became: { language: 'Polish' }, recorded_by: 'Priya Raman' },
  ]);
});

test('where a new request asks for something else, both stay and staff are shown both', async () => {
  const { into, people } = await joined('Both', { format: 'braille' }, { format: 'audio' });
  expect((await contactsOf(into)).map(({ format }) => format)).toEqual(['braille', 'audio']);
  expect(people).toContain('asked for different things');
  expect(people).toContain('Jo Hartwell. Format: braille on one record, audio on another');
});

test('a father and a young person of one name keep each their own: neither gets what the other asked for', async () => {
  const answers = { ...about('Namesake'), name: { givenNames: 'Sam', familyName: 'Namesake' } };
  const father = { contactName: 'Sam Namesake', relationship: 'father' };
  const first = await aRequestFrom(browser(wexcombe), {
    ...{ ...answers, 'about-you': father, 'in-another-way': { interpreter: 'Polish' } },
  });
  const into = await childOf(first.requestId);
  const young = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility, prefers, format)
     values ($1, $2, $3, 'Sam Namesake', 'the young person', 'sam@namesake.example', false, 'email', 'Easy Read')`,
    [authority, young, into],
  );
  await staff.post(`/cases/${into}/people/${young}/check`, { how: 'Seen', idempotencyKey: randomUUID() });
  const { rows } = await ownerPool().query(
    'select relationship, format, interpreter from children_contacts where child_id = $1 order by relationship',
    [into],
  );
  expect(rows).toEqual([
    { relationship: 'father', format: 'standard', interpreter: 'Polish' },
    { relationship: 'the young person', format: 'Easy Read', interpreter: null },
  ]);
});

test('nobody whom staff have not checked changes how anybody on the file is written to, until they do', async () => {
  const into = await childOf((await aRequestFrom(browser(wexcombe), about('Unchecked'))).requestId);
  const asked = { ...about('Unchecked'), 'in-another-way': { format: 'large print' } };
  const again = await aRequestFrom(browser(wexcombe), asked);
  await staff.post(`/requests/${again.requestId}/file`, {
    file: into,
    reason: 'The school gave the same number',
    idempotencyKey: randomUUID(),
  });
  expect(await contactsOf(into)).toEqual([NOTHING]);
  const { rows } = await ownerPool().query('select contact_id from requests where id = $1', [
    again.requestId,
  ]);
  const checked = await staff.post(`/cases/${into}/people/${rows[0].contact_id}/check`, {
    how: 'Seen at the school',
    idempotencyKey: randomUUID(),
  });
  expect(checked.statusCode).toBe(303);
  expect((await contactsOf(into)).map(({ format }) => format)).toEqual(['large print', 'large print']);
});

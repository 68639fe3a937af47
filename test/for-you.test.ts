import { beforeAll, expect, test } from 'vitest';
import { FOR_YOU } from '../src/capabilities/casework/pages/for-you-words.ts';
import { aYoungPerson, type YoungPerson } from '../src/capabilities/rights/examples.ts';
import { readingGrade } from '../src/design-system/easy-read/reading-age.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority } from './support/database.ts';
import { aCaseworker, aFamily, aParent } from './support/people.ts';
import { readEasyRead } from './support/read-easy-read.ts';
import { readPdf } from './support/read-pdf.ts';

let service: TestApp;
let authorityId: number;
let sam: YoungPerson;

beforeAll(async () => {
  authorityId = await anAuthority();
  service = await testApp(authorityId);
  sam = await aYoungPerson(authorityId, { bornOn: '2008-10-05' });
});

async function signedInAs(contactId: string | null, name: string) {
  const reader = browser(service);
  const file = { authorityId, childId: sam.childId, contactId: contactId ?? '' };
  reader.signInWith(await aParent(service, [file], name));
  return reader;
}

test('a young person with an account of their own starts on the page that is said to them', async () => {
  const reader = await signedInAs(sam.youngPersonId, 'Sam Thorne');
  const start = await reader.get('/family');
  expect(start.headers.location).toBe(`/family/${sam.childId}/for-you`);
  const { body } = await reader.get(`/family/${sam.childId}/for-you`);
  expect(body).toContain('Hello Sam');
  expect(body).toContain('You can say what goes well');
});

test('a parent starts on the family’s page, which leads to the other', async () => {
  const reader = await signedInAs(sam.motherId, 'Ann Thorne');
  expect((await reader.get('/family')).headers.location).toBe(`/family/${sam.childId}`);
  expect((await reader.get(`/family/${sam.childId}`)).body).toContain(`/family/${sam.childId}/for-you`);
});

test('both pages say the same day, each to its reader', async () => {
  const reader = browser(service);
  reader.signInWith(await aFamily(service, [sam.childId]));
  const due = '17 March 2025';
  expect((await reader.get(`/family/${sam.childId}`)).body).toContain(due);
  expect((await reader.get(`/family/${sam.childId}/for-you`)).body).toContain(`We must do this by ${due}`);
  const easy = await reader.get(`/easy-read/family/${sam.childId}/for-you`);
  expect(readEasyRead(easy.body)?.title).toBe('Hello □');
  expect(easy.body).toContain(due);
});

test('each page leads to where a child says it in their own way', async () => {
  const reader = browser(service);
  reader.signInWith(await aFamily(service, [sam.childId]));
  const voice = `/children/${sam.childId}/voice`;
  for (const at of ['', '/for-you']) {
    const { body } = await reader.get(`/family/${sam.childId}${at}`);
    expect(body.split(`href="${voice}"`)).toHaveLength(2);
    expect((await reader.get(`/easy-read/family/${sam.childId}${at}`)).body).toContain(voice);
  }
  expect((await reader.get(voice)).statusCode).toBe(200);
});

test('an account that may no longer read the file is nobody’s on it', async () => {
  const stranger = await aYoungPerson(authorityId, { bornOn: '2008-10-05' });
  const reader = await signedInAs(sam.youngPersonId, 'Sam Thorne');
  expect((await reader.get(`/family/${stranger.childId}/for-you`)).statusCode).toBe(404);
});

test('what is said to a young person can be read at about 9', () => {
  for (const [step, { now, next }] of Object.entries(FOR_YOU)) {
    expect(readingGrade(`${now} ${next}`), step).toBeLessThan(5);
  }
});

test('the tracker is a paper in large print too, which only who may read the file can have', async () => {
  const reader = browser(service);
  reader.signInWith(await aFamily(service, [sam.childId]));
  const answer = await reader.get(`/family/${sam.childId}/easy-read.pdf`);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  const { pdfUaPart, pages } = await readPdf(answer.rawPayload);
  expect(pdfUaPart).toBe('1');
  expect(pages.join(' ')).toContain('17 March 2025');
  expect(pages.length).toBeLessThanOrEqual(20);
  expect((await browser(service).get(`/family/${sam.childId}/easy-read.pdf`)).statusCode).toBe(303);
});

test('staff have the same paper to put with a letter, and their reading of the file is recorded', async () => {
  const staff = browser(service);
  staff.signInWith(await aCaseworker(service, authorityId));
  expect((await staff.get(`/cases/${sam.childId}/documents`)).body).toContain(
    `/cases/${sam.childId}/easy-read.pdf`,
  );
  const answer = await staff.get(`/cases/${sam.childId}/easy-read.pdf`);
  expect((await readPdf(answer.rawPayload)).title).toBe('What is happening for Sam Thorne');
  const reader = browser(service);
  reader.signInWith(await aFamily(service, [sam.childId]));
  expect((await reader.get(`/family/${sam.childId}/readers`)).body).toContain('Priya Raman');
});

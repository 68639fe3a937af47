import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aParent, aProfessional } from '../../../test/support/people.ts';

/* Asking for an assessment, telling of a child and writing together, as JSON, for whoever is signed in. */

let authority: number;
let wexcombe: TestApp;
let health: JsonClient;
let parent: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});
beforeEach(async () => {
  health = await anOrganisation('health', 'Nadia Okoro');
  parent = jsonClient(wexcombe, await aParent(wexcombe, [], 'Jo Hartwell'));
});

async function anOrganisation(kind: string, name: string): Promise<JsonClient> {
  const { rows } = await ownerPool().query(
    `insert into organisations (id, kind, name) values (gen_random_uuid(), $1, 'Wexcombe ' || $1) returning id`,
    [kind],
  );
  return jsonClient(wexcombe, await aProfessional(wexcombe, rows[0].id, name));
}

const ATTENTION: Record<string, Record<string, string>> = {
  'who-tells': {
    tellerName: 'Nadia Okoro',
    tellerRole: 'Health visitor',
    tellerOrganisation: 'Wexcombe Community Health',
    tellerEmail: 'nadia@health.example',
  },
  name: { givenNames: 'Bobbie', familyName: 'Vale', preferredName: '' },
  'birth-date': { bornOn: '2023-06-05' },
  'where-they-live': { address: '9 Quay Street', postcode: 'WX1 4AB' },
  place: { place: 'at home' },
  'early-years': { helpers: '' },
  seen: { needs: 'Bobbie does not turn to a voice.' },
  'told-parent': { toldParent: 'discussed', toldWords: '' },
  'their-parent': { contactName: 'Lou Vale', relationship: 'father', email: 'lou@vale.example', phone: '' },
};

type Draft = { id: string; next: string | null; questions: { id: string; version: number }[] };

/** Answers whatever is asked next until nothing is. */
async function answerAll(by: JsonClient, draft: Draft, answers: typeof ATTENTION): Promise<Draft> {
  let now = draft;
  while (now.next !== null) {
    const { next } = now;
    const version = now.questions.find(({ id }) => id === next)?.version;
    const saved = await by.post(`/api/drafts/${now.id}/questions/${next}`, { ...answers[next], version });
    expect([next, saved.status]).toEqual([next, 200]);
    now = saved.body;
  }
  return now;
}

test('a health visitor brings a child to attention, once however often it is sent', async () => {
  const key = randomUUID();
  const begun = await health.post('/api/drafts', { source: 'attention' }, key);
  expect((await health.post('/api/drafts', { source: 'attention' }, key)).body.id).toBe(begun.body.id);
  const at = `/api/drafts/${begun.body.id}`;
  expect(await health.post(`${at}/request`)).toEqual(
    refusal(begun.body.next, expect.stringContaining('Answer this first')),
  );
  await answerAll(health, begun.body, ATTENTION);
  const sent = await health.post(`${at}/request`);
  expect(sent.body).toMatchObject({ receivedOn: '2025-02-03', decideBy: '2025-03-17' });
  expect((await health.post(`${at}/request`)).body.requestId).toBe(sent.body.requestId);
  expect((await health.get(at)).body.sentAs).toBe(sent.body.requestId);
  expect(await health.post(`${at}/questions/place`, { ...ATTENTION['place'], version: 9 })).toEqual(
    refusal('version', expect.stringContaining('This was sent meanwhile')),
  );
  const staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  expect((await staff.get(`/api/requests/${sent.body.requestId}`)).body).toMatchObject({
    source: 'other',
    reference: sent.body.reference,
  });
});

test('an answer is refused in the page’s words, and nobody writes over what was saved since', async () => {
  const { body: draft } = await health.post('/api/drafts', { source: 'attention' });
  const at = `/api/drafts/${draft.id}/questions`;
  const { version } = draft.questions[0];
  const wrong = await health.post(`${at}/birth-date`, { bornOn: '2023-02-31', version });
  expect(wrong).toEqual(refusal('bornOn', expect.stringContaining('must be a real date')));
  expect((await health.post(`${at}/name`, { ...ATTENTION['name'], version })).status).toBe(200);
  expect(await health.post(`${at}/name`, { ...ATTENTION['name'], version })).toEqual(
    refusal('version', expect.stringContaining('Read it again')),
  );
  expect((await health.post(`${at}/no-such-question`, { version })).status).toBe(404);
});

test('a parent and a school write one request together, which the school never sends', async () => {
  const { body: draft } = await parent.post('/api/drafts', { source: 'parent' });
  const at = `/api/drafts/${draft.id}`;
  const { link } = (await parent.post(`${at}/together`)).body;
  expect(await parent.post(`${at}/together`)).toEqual(
    refusal('name', 'You have already invited somebody: end that first'),
  );
  const [secret, sharingId] = link.split('/').reverse();
  const school = await anOrganisation('school or college', 'Helen Marsh');
  expect((await school.get(at)).status).toBe(404);
  expect((await school.post('/api/joinings', { sharingId, secret: 'a guess' })).status).toBe(422);
  expect((await school.post('/api/joinings', { sharingId, secret })).body).toEqual({ draftId: draft.id });
  expect((await health.post('/api/joinings', { sharingId, secret })).status).toBe(422);
  const theirs = (await school.get(at)).body;
  expect(theirs).toMatchObject({ part: 'school' });
  expect(theirs.questions.map(({ id }: { id: string }) => id)).not.toContain('address');
  const wrote = await school.post(`${at}/questions/school-part`, {
    schoolSeen: 'Robin hides under the table',
    schoolDone: '',
    version: 0,
  });
  expect(wrote.status).toBe(200);
  expect(JSON.stringify((await parent.get(at)).body)).toContain('Robin hides under the table');
  expect(await school.post(`${at}/request`)).toEqual(
    refusal('source', 'The family sends this request, when they choose'),
  );
  expect((await parent.get(`${at}/together`)).body).toMatchObject({
    mine: true,
    sharing: { ownerName: 'Jo Hartwell', editor: { name: 'Helen Marsh' } },
  });
  expect((await school.post(`${at}/together/ending`)).body).toEqual({ yours: false });
  expect((await school.get(at)).status).toBe(404);
  expect((await parent.get(`${at}/together`)).body.sharing).toBeNull();
});

test('to anybody else there is no such draft', async () => {
  const { body: draft } = await parent.post('/api/drafts', { source: 'parent' });
  const at = `/api/drafts/${draft.id}`;
  for (const path of ['', '/together']) expect((await health.get(`${at}${path}`)).status).toBe(404);
  for (const path of ['/questions/name', '/request', '/together', '/together/ending'])
    expect([path, (await health.post(`${at}${path}`, { version: 1 })).status]).toEqual([path, 404]);
});

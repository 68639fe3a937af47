import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { together as atOnce } from '../../../test/support/together.ts';
import { ANSWERS, answerAll, SEEN } from './examples.ts';

let wexcombe: TestApp;

beforeAll(async () => {
  wexcombe = await testApp(await anAuthority(), '2025-02-03');
});

type Browser = ReturnType<typeof browser>;

async function aSchool(name = 'Helen Marsh'): Promise<Browser> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, name, kind) values ($1, 'Larkfield Primary School', 'school or college')`,
    [id],
  );
  const school = browser(wexcombe);
  school.signInWith(await aProfessional(wexcombe, id, name));
  return school;
}

const linkIn = (body: string) => /(\/join\/[^<\s]+)/.exec(body)?.[1] ?? '';

/** A parent without an account who has answered everything, and their school, writing together. */
async function together(family: string) {
  const parent = browser(wexcombe);
  const draft = await answerAll(parent, 'parent', {
    ...ANSWERS,
    name: { givenNames: 'Robin', familyName: family, preferredName: '' },
  });
  const at = `/drafts/${draft}`;
  const invited = await parent.post(`${at}/together`, { name: 'Jo Hartwell', idempotencyKey: randomUUID() });
  const link = linkIn(invited.body);
  const school = await aSchool();
  const joined = await school.post(link, {});
  expect(joined.headers.location).toBe(`${at}/check`);
  return { parent, school, draft, at, link };
}

const versionAt = async (who: Browser, address: string) =>
  /name="version" value="(\d+)"/.exec((await who.get(address)).body)?.[1] ?? '';

async function write(who: Browser, address: string, fields: Record<string, string>) {
  return who.post(address, { ...fields, version: await versionAt(who, address) });
}

const NEEDS = { needs: 'Reading is hard', wouldHelp: '' };

test('a parent invites the school; each sees the other’s words and who wrote them, and the school no address', async () => {
  const { parent, school, at } = await together('Ashe');
  await write(school, `${at}/school-part`, { schoolSeen: 'Robin hides under the table', schoolDone: '' });
  const seen = (await parent.get(`${at}/check`)).body;
  expect(seen).toContain('Robin hides under the table');
  expect(seen).toContain('Written by Helen Marsh');
  expect(seen).toContain('You are writing this with Helen Marsh');
  expect([...seen.matchAll(/<h2 class="govuk-heading-m">([^<]+)/g)].map(([, words]) => words)).toEqual([
    ...['The child or young person', 'Needs and help', 'About you', 'Anything urgent', 'Send your request'],
  ]);
  await write(parent, `${at}/needs`, NEEDS);
  const shown = (await school.get(`${at}/check`)).body;
  expect(shown).toContain('Reading is hard');
  expect(shown).toContain('Written by Jo Hartwell');
  for (const hidden of ['4 Mill Lane', 'jo@hartwell.example']) expect(shown).not.toContain(hidden);
  for (const page of ['address', 'reach-you', 'about-you'])
    expect((await school.get(`${at}/${page}`)).statusCode).toBe(404);
  expect((await parent.get(`${at}/school-part`)).statusCode).toBe(404);
});

test('two who write in different places at once both keep their words', async () => {
  const { parent, school, at } = await together('Birch');
  const [one, other] = await Promise.all([
    versionAt(parent, `${at}/needs`),
    versionAt(school, `${at}/school-part`),
  ]);
  const both = await Promise.all([
    parent.post(`${at}/needs`, { ...NEEDS, version: one }),
    school.post(`${at}/school-part`, { schoolSeen: 'Tires by noon', schoolDone: '', version: other }),
  ]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  const seen = (await parent.get(`${at}/check`)).body;
  expect(seen).toContain('Reading is hard');
  expect(seen).toContain('Tires by noon');
});

test('where one is writing the other is told, may not save over it, and what they typed is given back', async () => {
  const { parent, school, at } = await together('Cedar');
  const version = await versionAt(parent, `${at}/needs`);
  expect((await school.get(`${at}/needs`)).body).toContain('Jo Hartwell is writing here now');
  expect((await school.get(`${at}/check`)).body).toContain('Jo Hartwell is writing here now');
  const over = await school.post(`${at}/needs`, { needs: 'The school’s own words', wouldHelp: '', version });
  expect(over.statusCode).toBe(409);
  expect(over.body).toContain('The school’s own words');
  expect((await parent.post(`${at}/needs`, { ...NEEDS, version })).statusCode).toBe(303);
  const stale = await school.post(`${at}/needs`, { needs: 'The school’s own words', wouldHelp: '', version });
  expect(stale.statusCode).toBe(409);
  expect(stale.body).toContain('Reading is hard');
  wexcombe.clock.now = new Date(wexcombe.clock.now.getTime() + 1000);
});

test('a place held passes by itself', async () => {
  const { parent, school, at } = await together('Dogwood');
  await parent.get(`${at}/needs`);
  wexcombe.clock.now = new Date(wexcombe.clock.now.getTime() + 6 * 60_000);
  expect((await school.get(`${at}/needs`)).body).not.toContain('is writing here now');
  expect((await write(school, `${at}/needs`, NEEDS)).statusCode).toBe(303);
});

test('only the parent sends, without waiting for the school, and the school’s words go with it under its name', async () => {
  const { parent, school, draft, at } = await together('Elder');
  expect((await school.get(`${at}/check`)).body).not.toContain('Send request');
  await school.post(`${at}/request`, { idempotencyKey: randomUUID() });
  const none = await ownerPool().query('select request_id from request_drafts where id = $1', [draft]);
  expect(none.rows[0].request_id).toBeNull();
  await write(school, `${at}/school-part`, { schoolSeen: 'Needs one to one', schoolDone: '' });
  await school.get(`${at}/school-part`);
  const sent = await parent.post(`${at}/request`, { idempotencyKey: randomUUID() });
  expect(sent.headers.location).toMatch(/\/sent$/);
  const { rows } = await ownerPool().query('select source, stated from requests where id = $1', [
    (sent.headers.location ?? '').split('/')[2],
  ]);
  expect(rows[0].source).toBe('parent');
  expect(rows[0].stated).toContainEqual({
    question: 'What you have seen (optional)',
    answer: 'Needs one to one',
  });
  expect(rows[0].stated).toContainEqual({ question: 'Written by', answer: 'Helen Marsh' });
  expect((await school.get(`${at}/check`)).body).toContain('This request has been sent');
});

const send = (who: Browser, at: string) => who.post(`${at}/request`, { idempotencyKey: randomUUID() });

async function statedIn(draft: string): Promise<string> {
  const { rows } = await ownerPool().query(
    'select stated::text as stated from requests r join request_drafts d on d.request_id = r.id where d.id = $1',
    [draft],
  );
  return rows[0].stated;
}

test('a school that saves after the family sent is told so and when, keeps what it typed, and is told where to send it', async () => {
  const { parent, school, at } = await together('Hawthorn');
  const version = await versionAt(school, `${at}/school-part`);
  const places = await versionAt(school, `${at}/school`);
  expect((await send(parent, at)).statusCode).toBe(303);
  const late = await school.post(`${at}/school-part`, {
    schoolSeen: 'Robin is alone at break',
    schoolDone: '',
    version,
  });
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain('This request has been sent');
  expect(late.body).toMatch(/sent it on \d+ \w+ 2025 at \d/);
  expect(late.body).toContain('Robin is alone at break');
  expect(late.body).toContain('send@wexcombe.example');
  // A question that only what was answered brought up is found again, though the answers are gone with the request.
  const other = await school.post(`${at}/school`, { school: 'Larkfield, in Year 3', version: places });
  expect([other.statusCode, other.body.includes('Larkfield, in Year 3')]).toEqual([409, true]);
  for (const page of ['school-part', 'name', 'check'])
    expect((await school.get(`${at}/${page}`)).body).toContain('This request has been sent');
});

test('so is whoever sent it and writes on in another window, and in Easy Read', async () => {
  const teller = browser(wexcombe);
  const at = `/drafts/${await answerAll(teller, 'attention', SEEN)}`;
  await send(teller, at);
  for (const page of [`${at}/seen`, `${at}/seen?easy-read`]) {
    const late = await teller.post(page, { needs: 'Nor to a bell', version: '9' });
    expect([page, late.statusCode, late.body.includes('Nor to a bell')]).toEqual([page, 409, true]);
  }
  expect((await teller.get(`/easy-read${at}/check`)).body).toContain('This was sent to us.');
});

test('what is saved while the family sends is sent, or its writer is told that it was not', async () => {
  for (const family of ['Ivy', 'Juniper', 'Kerria']) {
    const { parent, school, draft, at } = await together(family);
    const version = await versionAt(school, `${at}/school-part`);
    const words = { schoolSeen: 'Robin tires by noon', schoolDone: '', version };
    const rows = { text: 'select 1 from request_drafts where id = $1 for update', values: [draft] };
    const [saved, sent] = await atOnce(rows, [
      () => school.post(`${at}/school-part`, words),
      () => send(parent, at),
    ]);
    expect(sent?.statusCode).toBe(303);
    expect([303, 409]).toContain(saved?.statusCode);
    expect((await statedIn(draft)).includes('Robin tires by noon')).toBe(saved?.statusCode === 303);
    if (saved?.statusCode === 409) expect(saved.body).toContain('Robin tires by noon');
  }
});

test('what was saved after the family pressed send, and before it was sent, goes with it', async () => {
  const { parent, draft, at } = await together('Larch');
  const saving = {
    text: `update request_drafts set answers = answers || '{"schoolSeen": "Needs quiet", "schoolAuthor": "Helen Marsh"}',
      version = version + 1 where id = $1`,
    values: [draft],
  };
  await atOnce(saving, [() => send(parent, at)]);
  expect(await statedIn(draft)).toContain('Needs quiet');
});

test('the link works once, for a school’s own sign-in alone, and says nothing of the child', async () => {
  const parent = browser(wexcombe);
  const draft = await answerAll(parent, 'parent', {
    ...ANSWERS,
    name: { givenNames: 'Robin', familyName: 'Furze', preferredName: '' },
  });
  const link = linkIn((await parent.post(`/drafts/${draft}/together`, { name: 'Jo Hartwell' })).body);
  const stranger = browser(wexcombe);
  const page = (await stranger.get(link)).body;
  expect(page).toContain('Sign in with your school');
  expect(page).not.toContain('Furze');
  expect((await stranger.post(link, { name: 'Somebody' })).statusCode).toBe(400);
  const school = await aSchool();
  const wrong = `${link.slice(0, -4)}AAAA`;
  expect((await school.post(wrong, {})).statusCode).toBe(400);
  const both = await Promise.all([school.post(link, {}), (await aSchool('Omar Bell')).post(link, {})]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  expect((await (await aSchool('Rita Cole')).get(`/drafts/${draft}/check`)).statusCode).toBe(404);
});

test('either leaves: the school sees no more of it, and the family keeps what is written', async () => {
  const { parent, school, at } = await together('Gorse');
  await write(school, `${at}/school-part`, { schoolSeen: 'Works best outdoors', schoolDone: '' });
  await parent.post(`${at}/together/ending`, { idempotencyKey: randomUUID() });
  expect((await school.get(`${at}/check`)).statusCode).toBe(404);
  expect((await parent.get(`${at}/check`)).body).toContain('Works best outdoors');
});

test('a school begins and invites the parent, who needs no account; when the school leaves the request is the parent’s', async () => {
  const school = await aSchool();
  const begun = await school.post('/requests', { source: 'together' });
  const draft = (begun.headers.location ?? '').split('/')[2] ?? '';
  const at = `/drafts/${draft}`;
  expect(begun.headers.location).toBe(`${at}/together`);
  const link = linkIn((await school.post(`${at}/together`, { idempotencyKey: randomUUID() })).body);
  await write(school, `${at}/name`, { givenNames: 'Robin', familyName: 'Hazel', preferredName: '' });
  const parent = browser(wexcombe);
  const joined = await parent.post(link, { name: 'Jo Hazel' });
  expect(joined.statusCode).toBe(303);
  expect((await parent.get(`${at}/name`)).body).toContain('Hazel');
  expect((await write(parent, `${at}/birth-date`, ANSWERS['birth-date'] ?? {})).statusCode).toBe(303);
  await school.post(`${at}/together/ending`, { idempotencyKey: randomUUID() });
  expect((await school.get(`${at}/name`)).statusCode).toBe(404);
  expect((await parent.get(`${at}/name`)).body).toContain('Hazel');
});

test('a parent who joined what a school began sends it', async () => {
  const school = await aSchool();
  const begun = await school.post('/requests', { source: 'together' });
  const draft = (begun.headers.location ?? '').split('/')[2] ?? '';
  const at = `/drafts/${draft}`;
  const link = linkIn((await school.post(`${at}/together`, { idempotencyKey: randomUUID() })).body);
  const parent = browser(wexcombe);
  await parent.post(link, { name: 'Jo Maple' });
  const needs = { format: '', language: '', interpreter: '', bsl: '' };
  const answers = { ...Object.assign({}, ...Object.values(ANSWERS)), ...needs, bornOn: '2016-03-04' };
  await ownerPool().query('update request_drafts set answers = $2 where id = $1', [
    draft,
    JSON.stringify({ ...answers, familyName: 'Maple' }),
  ]);
  expect((await send(parent, at)).headers.location).toMatch(/\/sent$/);
  expect((await school.get(`${at}/check`)).body).toContain('This request has been sent');
});

test('a request that a school sends signed in says which setting on the register the child attends', async () => {
  const [settingId, organisationId] = [randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into settings (id, urn, name, status, fictional, content_hash) values ($1, $2, 'Larkfield Primary School', 'Open', true, 'x')`,
    [settingId, 700_000 + wexcombe.services.authority.code],
  );
  await owner.query(
    `insert into organisations (id, name, kind, setting_id) values ($1, 'Larkfield Primary School', 'school or college', $2)`,
    [organisationId, settingId],
  );
  const school = browser(wexcombe);
  school.signInWith(await aProfessional(wexcombe, organisationId, 'Helen Marsh'));
  const names = { givenNames: 'Robin', familyName: 'Elmhirst', preferredName: '' };
  const parent = {
    ...{ contactName: 'Jo Elmhirst', relationship: 'mother' },
    ...{ prefers: 'email', email: 'jo@elmhirst.example', phone: '' },
  };
  const draft = await answerAll(school, 'school', { ...ANSWERS, name: names, parent });
  const sent = await school.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode, sent.body).toBe(303);
  const { rows } = await owner.query(
    `select c.setting_id, f.kind, f.setting_id as since from children c
     join children_circumstances f on f.child_id = c.id and f.kind = 'setting' where c.family_name = 'Elmhirst'`,
  );
  expect(rows).toEqual([{ setting_id: settingId, kind: 'setting', since: settingId }]);
});

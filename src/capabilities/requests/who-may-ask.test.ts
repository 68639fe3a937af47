import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { ANSWERS, answerAll, SEEN } from './examples.ts';

/* What somebody may do follows what they are: a school or college asks (s36(1)), and others bring to attention (s36(3)). */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

type Browser = ReturnType<typeof browser>;

async function somebodyAt(kind: string): Promise<Browser> {
  const id = randomUUID();
  await ownerPool().query(`insert into organisations (id, name, kind) values ($1, $2, $3)`, [
    id,
    `Wexcombe ${kind}`,
    kind,
  ]);
  const them = browser(wexcombe);
  them.signInWith(await aProfessional(wexcombe, id, 'Nadia Okoro'));
  return them;
}

async function send(by: Browser, draft: string) {
  const sent = await by.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    `select r.id, r.source, r.child_id as "childId", told.told_parent as told, told.teller_name as teller,
       array(select template from letters where child_id = r.child_id and template not like 'notice that%' order by template) as letters
     from request_drafts d join requests r on r.id = d.request_id
     left join request_attention told on told.request_id = r.id where d.id = $1`,
    [draft],
  );
  return rows[0];
}

const called = (familyName: string) => ({ name: { givenNames: 'Bobbie', familyName, preferredName: '' } });
const ASKING = 'Asking for an assessment, as their school or college';
const TELLING = 'Telling the authority about a child or young person';

test('each kind of organisation is offered what is its own, with why, and nothing is chosen for it', async () => {
  const start = async (kind: string) => (await (await somebodyAt(kind)).get('/requests/new')).body;
  const school = await start('school or college');
  for (const words of [ASKING, 'Writing it with the parent', TELLING]) expect(school).toContain(words);
  expect(school).not.toMatch(/name="source"[^>]* checked/);
  const health = await start('health');
  expect(health).not.toContain(ASKING);
  expect(health).toContain('must then decide whether to assess');
  expect(health).toMatch(/type="hidden" name="source" value="attention"/);
  const nursery = await start('nursery');
  expect(nursery).not.toContain(ASKING);
  for (const words of ['Writing it with the parent', TELLING]) expect(nursery).toContain(words);
});

test('a school that chooses nothing is asked to', async () => {
  const answer = await (await somebodyAt('school or college')).post('/requests', {});
  expect([answer.statusCode, answer.body.includes('Select what you are doing')]).toEqual([400, true]);
});

test('a health body that asks as a school brings the child to attention: it is asked whether the parent knows', async () => {
  const health = await somebodyAt('health');
  const draft = await answerAll(health, 'school', { ...SEEN, ...called('Combe') });
  expect((await health.get(`/drafts/${draft}/told-parent`)).body).toContain('section 23');
  expect(await send(health, draft)).toMatchObject({
    ...{ source: 'other', told: 'discussed', letters: ['brought to attention'] },
  });
});

test('what a health body had begun as a school’s is not turned away: it is brought to attention', async () => {
  const health = await somebodyAt('health');
  const begun = await health.post('/requests', {});
  const draft = (begun.headers.location ?? '').split('/')[2] ?? '';
  const answers = {
    ...{ givenNames: 'Bobbie', familyName: 'Dell', preferredName: '', bornOn: '2018-06-05', upn: '' },
    ...{ address: '9 Quay Street', postcode: 'WX1 4AB', place: 'school', needs: 'Reading', wouldHelp: '' },
    ...{
      helpSoFar: '',
      contactName: 'Lou Dell',
      relationship: 'father',
      prefers: 'post',
      email: '',
      phone: '',
    },
    ...{ parentLives: 'with the child', parentAddress: '', parentPostcode: '' },
  };
  await ownerPool().query(`update request_drafts set source = 'school', answers = $2 where id = $1`, [
    draft,
    JSON.stringify(answers),
  ]);
  expect(await send(health, draft)).toMatchObject({
    ...{ source: 'other', told: 'not known', teller: 'Nadia Okoro', letters: ['brought to attention'] },
  });
});

test('staff log what a nursery or a health body told them as that, and write to nobody where it may not be safe', async () => {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const logged = (familyName: string, toldParent: string) => ({
    ...{ ...ANSWERS, ...SEEN, ...called(familyName) },
    received: {
      ...{ 'receivedOn-day': '31', 'receivedOn-month': '1', 'receivedOn-year': '2025' },
      ...{ receivedHow: 'telephone', requestedBy: 'other' },
    },
    'who-told': { ...SEEN['who-tells'], tellerEmail: '' },
    'parent-told': { toldParent, toldWords: '' },
  });
  const told = await send(staff, await answerAll(staff, 'staff', logged('Esker', 'told')));
  expect(told).toMatchObject({
    ...{ source: 'other', told: 'told', teller: 'Nadia Okoro', letters: ['brought to attention'] },
  });
  const page = (await staff.get(`/requests/${told.id}`)).body;
  expect(page).toContain('Nadia Okoro, Health visitor, Wexcombe Community Health');
  const unsafe = await send(staff, await answerAll(staff, 'staff', logged('Firth', 'not safe')));
  expect(unsafe).toMatchObject({ source: 'other', told: 'not safe', letters: [] });
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../../test/support/people.ts';
import { aSetting, send } from '../plan-examples.ts';
import { aPlanInWord } from './examples.ts';
import { AS_NEW, conversionsCalled, leaveOutTheRest, sendFiles } from './http-examples.ts';

let authority: number;
let wexcombe: TestApp;
let token: string;
let staff: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  token = await aCaseworker(wexcombe, authority);
  staff = browser(wexcombe);
  staff.signInWith(token);
});

/** A file sent, and what became of it. */
async function aConversion(file: Buffer, name = `${randomUUID()}.docx`): Promise<string> {
  const sent = await sendFiles(wexcombe, token, [{ name, bytes: file }]);
  expect(sent.statusCode, sent.body).toBe(303);
  const [id] = await conversionsCalled(authority, name);
  if (id === undefined) throw new Error('nothing was kept of the file');
  return id;
}

const accept = (id: string, changes: Record<string, string> = {}, by = staff) =>
  send(by, `/plans/conversions/${id}/acceptance`, { ...AS_NEW, ...changes });

async function planOf(id: string) {
  const { rows } = await ownerPool().query(
    'select v.*, p.child_id from plan_versions v join plans p on p.id = v.plan_id where v.plan_id = $1',
    [id],
  );
  return rows[0];
}

test('a Word file is sent, reviewed and accepted, and is the child’s plan in force, with the file beside it', async () => {
  const school = await aSetting(wexcombe, `Fernton ${randomUUID().slice(0, 8)}`);
  const name = `${randomUUID()}.docx`;
  const id = await aConversion(await aPlanInWord(), name);
  const review = (await staff.get(`/plans/conversions/${id}`)).body;
  expect(review).toContain('27 placed, 1 to place');
  expect(review).toContain('Section F, communication and interaction: provision P1');
  expect(review).toContain('It says that there is nothing to put here');
  await leaveOutTheRest(staff, id);
  const form = (await staff.get(`/plans/conversions/${id}/acceptance`)).body;
  expect(form).toMatch(/name="givenNames"[^>]* value="Asha"/);
  expect(form).toMatch(/name="issuedOn-year"[^>]* value="2024"/);
  const accepted = await accept(id, { kind: 'named', settingIds: school.settingId });
  expect(accepted.to, accepted.body).toBe(`/plans/${id}`);
  const plan = await planOf(id);
  expect(plan).toMatchObject({
    kind: 'final',
    number: 1,
    sent_on: '2024-03-14',
    officer: 'Priya Raman',
    content: {
      personalDetails: { forename: 'Asha', surname: 'Example', dateOfBirth: '2017-05-04' },
      servicesInvolved: { nhsNumber: '943 476 5919' },
      a2: { views: 'I like it when the room is quiet.', aspirations: 'I want to be a vet.' },
      sectionI: { kind: 'named', settings: [{ name: school.name }] },
      advice: [
        {
          from: 'Educational psychology; Dr Lee Invented',
          kind: 'educational psychologist',
          receivedOn: '2024-01-12',
          appended: true,
        },
      ],
    },
  });
  const { provisions, outcomes } = plan.content.areas['communication and interaction'];
  expect(provisions[0]).toMatchObject({
    what: 'A small group that teaches listening.\nVisual timetables in each lesson.',
    who: 'Teaching assistant trained by a therapist',
  });
  expect(outcomes[0].provisionIds).toEqual([provisions[0].id]);
  const overview = (await staff.get(`/plans/${id}`)).body;
  expect(overview).toContain('Final plan issued');
  expect(overview).toContain('brought in from');
  expect((await staff.get(`/plans/${id}/document`)).body).toContain('Visual timetables');
  const papers = (await staff.get(`/cases/${plan.child_id}/documents`)).body;
  expect(papers).toContain(name);
  expect(papers).toContain('Final plan, version 1');
});

test('the family reads the plan, and not the file until staff have read it and show it', async () => {
  const name = `${randomUUID()}.docx`;
  const id = await aConversion(await aPlanInWord({ name: 'Lee Shown', born: '1 June 2016' }), name);
  await leaveOutTheRest(staff, id);
  expect((await accept(id, { givenNames: 'Lee', familyName: 'Shown', 'bornOn-year': '2016' })).status).toBe(
    303,
  );
  const { child_id: childId } = await planOf(id);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}/plan`)).body).toContain(
    'A small group that teaches listening',
  );
  expect((await family.get(`/family/${childId}`)).body).not.toContain(name);
});

test('whose it is comes from a person: somebody like them is shown first, and a reason is asked for', async () => {
  const child = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Matched', '2015-02-01')`,
    [authority, child],
  );
  const id = await aConversion(await aPlanInWord({ name: 'Robin Matched', born: '1 February 2015' }));
  await leaveOutTheRest(staff, id);
  const page = (await staff.get(`/plans/conversions/${id}/acceptance`)).body;
  expect(page).toContain('Only the name and birth date agree');
  expect(page).not.toMatch(/name="file"[^>]* checked/);
  const as = {
    givenNames: 'Robin',
    familyName: 'Matched',
    'bornOn-day': '1',
    'bornOn-month': '2',
    'bornOn-year': '2015',
  };
  expect((await accept(id, { ...as, file: '' })).body).toContain('Select whose plan this is');
  expect((await accept(id, as)).body).toContain('was not shown before');
  expect((await accept(id, { ...as, shown: child, file: child })).body).toContain('Enter what else shows');
  const put = await accept(id, { ...as, shown: child, file: child, reason: 'The school’s UPN is the same' });
  expect(put.to, put.body).toBe(`/plans/${id}`);
  expect(await planOf(id)).toMatchObject({ child_id: child });
  const again = await aConversion(await aPlanInWord({ name: 'Robin Matched', born: '1 February 2015' }));
  await leaveOutTheRest(staff, again);
  const second = await accept(again, { ...as, shown: child, file: child, reason: 'The same' });
  expect(second.body).toContain('has a plan on this service already');
});

test('accepted twice at once, it is one plan', async () => {
  const id = await aConversion(await aPlanInWord({ name: 'Twice Over' }));
  await leaveOutTheRest(staff, id);
  const as = { givenNames: 'Twice', familyName: 'Over' };
  const answers = await Promise.all([accept(id, as), accept(id, as)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
  const { rows } = await ownerPool().query(
    `select id from children where authority_id = $1 and family_name = 'Over'`,
    [authority],
  );
  expect(rows).toHaveLength(1);
});

test('a form of files sent twice is read once; a file that cannot be read does not stop the others', async () => {
  const [good, bad] = [`${randomUUID()}.docx`, `${randomUUID()}.docx`];
  const files = [
    { name: bad, bytes: Buffer.from('PK\x03\x04 broken') },
    { name: good, bytes: await aPlanInWord() },
  ];
  const key = randomUUID();
  const first = await sendFiles(wexcombe, token, files, key);
  expect(first.statusCode).toBe(400);
  expect(first.body).toContain('This Word file cannot be read');
  await sendFiles(wexcombe, token, files, key);
  expect(await conversionsCalled(authority, good)).toHaveLength(1);
  expect(await conversionsCalled(authority, bad)).toHaveLength(0);
});

test('each plan of a CSV has its own lines alone beside it', async () => {
  const csv =
    'format,plan,section,text\nplan-lines-1,1,I,"Fernton, School"\nplan-lines-1,2,I,Marlow School\n';
  const name = `${randomUUID()}.csv`;
  const sent = await sendFiles(wexcombe, token, [{ name, bytes: Buffer.from(csv) }]);
  expect(sent.statusCode, sent.body).toBe(303);
  const [first, second] = await conversionsCalled(authority, name);
  const texts = await Promise.all(
    [first, second].map(async (id) => (await staff.get(`/plans/conversions/${id}/file`)).body),
  );
  expect(texts.sort()).toEqual([
    'format,plan,section,text\r\nplan-lines-1,1,I,"Fernton, School"\r\n',
    'format,plan,section,text\r\nplan-lines-1,2,I,Marlow School\r\n',
  ]);
});

test('a file is set aside with why, once, and is nobody else’s to see', async () => {
  const id = await aConversion(await aPlanInWord());
  const aside = (reason: string) => send(staff, `/plans/conversions/${id}/removal`, { aside: reason });
  expect((await aside('')).body).toContain('Enter why nothing is to come of this file');
  expect((await aside('The wrong file')).status).toBe(303);
  expect((await aside('Again')).body).toContain('set this file aside');
  expect((await accept(id)).body).toContain('set this file aside');
  expect((await staff.get('/plans/conversions?which=done')).body).toContain('The wrong file');
  const elsewhere = await anAuthority();
  const other = await testApp(elsewhere, '2025-05-12');
  const stranger = browser(other);
  stranger.signInWith(await aCaseworker(other, elsewhere));
  expect((await stranger.get(`/plans/conversions/${id}`)).statusCode).toBe(404);
});

test('while the file is with the scanner nothing of it is shown or decided', async () => {
  const scanned = await testApp(authority, '2025-05-12', { CLAMD_ADDRESS: '127.0.0.1:1' });
  const name = `${randomUUID()}.docx`;
  expect((await sendFiles(scanned, token, [{ name, bytes: await aPlanInWord() }])).statusCode).toBe(303);
  const [id = ''] = await conversionsCalled(authority, name);
  const held = browser(scanned);
  held.signInWith(token);
  const { body } = await held.get(`/plans/conversions/${id}`);
  expect(body).toContain('has not passed the check for viruses');
  expect(body).not.toContain('Asha');
  expect((await accept(id, {}, held)).body).toContain('has not passed the check for viruses');
});

import { beforeAll, expect, test } from 'vitest';
import { anAskedAdvice, anOrganisation } from '../src/capabilities/assessments/examples.ts';
import { onDay, send } from '../src/capabilities/plans/plan-examples.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aCaseworker, aFamily, aStaffMember } from './support/people.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

const AWAY = {
  limit: 'ours',
  ground: 'exceptional personal circumstances',
  ...onDay('from', '2025-02-05'),
  ...onDay('until', '2025-02-08'),
  reason: 'The family was in hospital.',
  evidence: 'Discharge letter of 8 February',
};

async function aCase() {
  const made = await anAskedAdvice(wexcombe, authority, psychology);
  return { ...made, at: `/cases/${made.childId}/exceptions` };
}

test('an exception shows beside each clock it excuses, to staff and family, and moves no date', async () => {
  const { at, childId, caseworker } = await aCase();
  const before = (await caseworker.get(`/cases/${childId}`)).body;
  expect(before).not.toContain('A lawful exception is recorded');
  expect((await send(caseworker, at, AWAY)).to).toBe(at);
  const page = (await caseworker.get(at)).body;
  expect(page).toContain('Send the final plan (reg. 13(3), 10(4)');
  expect(page).toContain('Discharge letter of 8 February');
  const after = (await caseworker.get(`/cases/${childId}`)).body;
  expect(after).toContain('A lawful exception is recorded');
  for (const page of [before, after]) expect(page).toContain('23 June 2025');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}`)).body).toContain('A lawful exception is recorded');
});

test('a missed appointment is an exception to that advice alone, and its author sees it', async () => {
  const { at, adviceRequestId, childId, caseworker, psychologist } = await aCase();
  wexcombe.clock.now = new Date('2025-03-03T10:00:00Z');
  caseworker.signInWith(await aCaseworker(wexcombe, authority));
  const missed = {
    ...AWAY,
    limit: adviceRequestId,
    ground: 'appointment missed',
    ...onDay('from', '2025-02-20'),
    ...onDay('until', '2025-02-20'),
  };
  expect((await send(caseworker, at, missed)).to).toBe(at);
  expect((await caseworker.get(at)).body).toContain('reg. 8(2)(c)');
  const ill = {
    ...AWAY,
    limit: adviceRequestId,
    ...onDay('from', '2025-02-12'),
    ...onDay('until', '2025-02-13'),
  };
  expect((await send(caseworker, at, ill)).to).toBe(at);
  expect((await caseworker.get(`/cases/${childId}`)).body).not.toContain('A lawful exception is recorded');
  wexcombe.clock.now = new Date('2025-02-10T10:20:00Z');
  const asked = (await psychologist.get(`/advice/${adviceRequestId}`)).body;
  expect(asked).toContain('reg. 8(2)(c)');
  expect(asked).toContain('24 March 2025');
});

test('what is wrong is said at its field, and what was typed stays', async () => {
  const { at, caseworker } = await aCase();
  const wrong = { ...AWAY, ...onDay('until', '2025-02-31'), ground: 'absent from the area' };
  const refused = await send(caseworker, at, wrong);
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('The last day must be a real date');
  expect(refused.body).toContain('The family was in hospital.');
  const short = await send(caseworker, at, { ...AWAY, ground: 'absent from the area' });
  expect(short.body).toContain('at least 4 weeks together');
});

test('recorded twice it is one; withdrawn it excuses nothing and stays on the file', async () => {
  const { at, childId, caseworker } = await aCase();
  const once = { ...AWAY, idempotencyKey: '0d000000-0000-4000-8000-00000000e001' };
  await Promise.all([send(caseworker, at, once), send(caseworker, at, once)]);
  const { rows } = await ownerPool().query('select id from request_exceptions where child_id = $1', [
    childId,
  ]);
  expect(rows).toHaveLength(1);
  const withdrawal = `${at}/${rows[0].id}/withdrawal`;
  expect((await send(caseworker, withdrawal, { reason: '' })).status).toBe(400);
  expect((await send(caseworker, withdrawal, { reason: 'It was another family' })).to).toBe(at);
  expect((await send(caseworker, withdrawal, { reason: 'Again' })).to).toBe(at);
  const page = (await caseworker.get(at)).body;
  expect(page).toContain('It was another family');
  expect(page).not.toContain('Again');
  expect((await caseworker.get(`/cases/${childId}`)).body).not.toContain('A lawful exception is recorded');
  const events = await ownerPool().query(
    `select kind from events where child_id = $1 and subject = 'exception' order by recorded_at`,
    [childId],
  );
  expect(events.rows.map(({ kind }) => kind)).toEqual([
    'lawful exception recorded',
    'lawful exception withdrawn',
  ]);
});

test('what was recorded of an earlier request is shown with that request, and can be withdrawn', async () => {
  const { at, childId, caseworker } = await aCase();
  await send(caseworker, at, AWAY);
  const { rows } = await ownerPool().query(
    `with again as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       values ($1, gen_random_uuid(), 'R-7777-0002', $2, '2025-02-09', 'letter', 'parent', 'Jo', '[]', now()) returning 1)
     select e.id, r.reference from request_exceptions e join requests r on r.id = e.request_id where e.child_id = $2`,
    [authority, childId],
  );
  const [{ id, reference }] = rows;
  const page = (await caseworker.get(at)).body;
  expect(page).toContain('Discharge letter of 8 February');
  expect(page).toContain(reference);
  expect((await caseworker.get(`${at}/${id}/withdrawal`)).statusCode).toBe(200);
  expect((await send(caseworker, `${at}/${id}/withdrawal`, { reason: 'It was another family' })).to).toBe(at);
  expect((await caseworker.get(at)).body).toContain('Withdrawn');
});

test('another authority finds nothing; a colleague without cases to work reads and records nothing', async () => {
  const { at, caseworker } = await aCase();
  await send(caseworker, at, AWAY);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await elsewhere.get(at)).statusCode).toBe(404);
  expect((await send(elsewhere, at, AWAY)).status).toBe(404);
  const finance = browser(wexcombe);
  finance.signInWith(await aStaffMember(wexcombe, authority, 'finance', 'Lena Fisk'));
  expect((await finance.get(at)).body).not.toContain('Record the exception');
  expect((await send(finance, at, AWAY)).status).toBe(404);
});

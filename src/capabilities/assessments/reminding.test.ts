import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional, aStaffMember } from '../../../test/support/people.ts';
import { deliverLetter } from '../../platform/notifications/index.ts';
import { anAskedAdvice, anOrganisation, sign, write } from './examples.ts';
import { remindOfAdvice } from './index.ts';

let authority: number;
let wexcombe: TestApp;
let asked: Awaited<ReturnType<typeof anAskedAdvice>>;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  asked = await anAskedAdvice(wexcombe, authority, await anOrganisation('Northmoor Psychology'));
});

/** The night of a day: asked for on 10 February, the advice is due by 24 March. */
function nightOf(day: string): Promise<number> {
  wexcombe.clock.now = new Date(`${day}T02:15:00Z`);
  return remindOfAdvice(wexcombe.services);
}

const letters = async () =>
  (
    await ownerPool().query(
      `select recipient_name as name, channel, template, subject, body from letters
       where child_id = $1 and template like 'advice %due%' order by created_at, recipient_name`,
      [asked.childId],
    )
  ).rows;

test('that it was asked for is told the night after, once, to whoever can sign in, and names no child', async () => {
  expect(await nightOf('2025-02-11')).toBe(1);
  expect(await nightOf('2025-02-12')).toBe(0);
  const { rows } = await ownerPool().query(
    `select recipient_name as name, channel, subject, body from letters
     where child_id = $1 and template = 'advice in the inbox'`,
    [asked.childId],
  );
  expect(rows).toMatchObject([
    { name: 'David Lindqvist', channel: 'email', subject: 'You are asked for advice by 24 March 2025' },
  ]);
  expect(rows[0].body).toContain(`/advice/${asked.adviceRequestId}`);
  expect(JSON.stringify(rows)).not.toMatch(/Robin|Hartwell/);
});

test('two weeks before, one week before and the day are each sent once, and say nothing of the child', async () => {
  expect(await nightOf('2025-02-11')).toBe(1);
  for (const [day, sent] of [
    ['2025-03-09', 0],
    ['2025-03-10', 1],
    ['2025-03-11', 0],
    ['2025-03-17', 1],
    ['2025-03-22', 0],
    ['2025-03-23', 0],
    ['2025-03-24', 1],
  ] as const) {
    expect([day, await nightOf(day)]).toEqual([day, sent]);
  }
  const written = await letters();
  expect(written.map(({ name, channel, template }) => [name, channel, template])).toEqual(
    Array.from({ length: 3 }, () => ['David Lindqvist', 'email', 'advice due soon']),
  );
  expect(JSON.stringify(written)).not.toMatch(/Robin|Hartwell/);
  expect(written[0].subject).toBe('Advice is due by 24 March 2025');
});

test('of whoever was asked by other means the caseworker is reminded; where nobody has the case, the managers', async () => {
  await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown');
  await ownerPool().query(
    'update advice_requests set withdrawn_on = asked_on, withdrawn_reason = $2 where id = $1',
    [asked.adviceRequestId, 'Asked by mistake'],
  );
  await asked.caseworker.post(`/assessments/${asked.assessmentId}/advice-requests`, {
    ...{ paragraph: 'd', organisationId: 'none', adviserName: 'Ines Marlow', contactId: '' },
    ...{ questions: 'How does Robin learn best?', idempotencyKey: randomUUID() },
  });
  expect(await nightOf('2025-03-10')).toBe(1);
  const account = randomUUID();
  await ownerPool().query(
    `insert into accounts (id, kind, email, name) values ($1, 'staff', $2, 'Priya Raman')`,
    [account, `${account}@wexcombe.example`],
  );
  await ownerPool().query(
    `insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
     values ($1, $2, $3, $4, 'Priya Raman', '', 'Tom Ashdown', '2025-03-10')`,
    [authority, randomUUID(), asked.childId, account],
  );
  expect(await nightOf('2025-03-17')).toBe(1);
  expect(await nightOf('2025-03-25')).toBe(1);
  const written = await letters();
  expect(written.map(({ name, subject }) => [name, subject])).toEqual([
    ['Tom Ashdown', 'Ask again for advice: it is due by 24 March 2025'],
    ['Priya Raman', 'Ask again for advice: it is due by 24 March 2025'],
    ['Priya Raman', 'Ask again for advice: it is due by 24 March 2025'],
    ['Tom Ashdown', 'Advice is overdue: it was due by 24 March 2025'],
  ]);
  expect(JSON.stringify(written)).not.toMatch(/Robin|Hartwell/);
});

test('late advice is told to the organisation’s administrators and the authority’s managers, once', async () => {
  await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown');
  await aStaffMember(wexcombe, authority, 'finance', 'Fay Nunn');
  expect(await nightOf('2025-03-25')).toBe(1);
  expect(await nightOf('2025-03-26')).toBe(0);
  expect((await letters()).map(({ name, template }) => [name, template])).toEqual([
    ['David Lindqvist', 'advice overdue'],
    ['Tom Ashdown', 'advice overdue'],
  ]);
});

test('late health advice is told to the designated clinical officer whom the authority lets see its area, and other advice is not', async () => {
  const board = await anOrganisation('Northmoor Care Board');
  await ownerPool().query(`update organisations set kind = 'health' where id = $1`, [board]);
  await aProfessional(wexcombe, board, 'Miriam Okafor');
  await aProfessional(wexcombe, board, 'Neil Sayer');
  await ownerPool().query(
    `insert into organisation_officers (organisation_id, id, account_id, role, holds, said_by)
     select organisation_id, gen_random_uuid(), account_id, 'designated clinical officer', true, account_id
     from organisation_members where organisation_id = $1 and name = 'Miriam Okafor'`,
    [board],
  );
  const grace = browser(wexcombe);
  grace.signInWith(await aStaffMember(wexcombe, authority, 'administrator', 'Grace Osei'));
  // A colleague of hers at another body that is named as well, and not its officer: she is written to once.
  const trust = await anOrganisation('Northmoor Trust');
  await ownerPool().query(`update organisations set kind = 'health' where id = $1`, [trust]);
  await ownerPool().query(
    `insert into organisation_members (organisation_id, account_id, name, email, administrator)
     select $2, account_id, name, email, true from organisation_members where organisation_id = $1 and name = 'Miriam Okafor'`,
    [board, trust],
  );
  for (const organisationId of [board, trust])
    await grace.post('/staff/clinical-officers', {
      organisationId,
      sees: 'yes',
      idempotencyKey: randomUUID(),
    });
  const shown = (await grace.get('/staff/clinical-officers')).body;
  expect(shown.match(/Miriam Okafor/g)).toHaveLength(1);
  const clinic = await anOrganisation('Northmoor Clinic');
  await ownerPool().query(`update organisations set kind = 'health' where id = $1`, [clinic]);
  const atTheClinic = await anAskedAdvice(wexcombe, authority, clinic);
  expect(await nightOf('2025-03-25')).toBe(2);
  const told = async (childId: string) =>
    (
      await ownerPool().query(
        `select body from letters where child_id = $1 and template = 'advice overdue' and recipient_name = 'Miriam Okafor'`,
        [childId],
      )
    ).rows;
  expect(await told(asked.childId)).toEqual([]);
  const [letter, ...more] = await told(atTheClinic.childId);
  expect(more).toEqual([]);
  expect(letter.body).toContain('/inbox/health');
  expect(letter.body).not.toMatch(/Robin|Hartwell/);
});

test('two nights’ work at once send each reminder once', async () => {
  wexcombe.clock.now = new Date('2025-03-10T02:15:00Z');
  const both = await Promise.all([remindOfAdvice(wexcombe.services), remindOfAdvice(wexcombe.services)]);
  expect(both[0] + both[1]).toBe(1);
  expect(await letters()).toHaveLength(1);
});

test('one that cannot be written keeps no other waiting, and is tried again', async () => {
  const second = await anAskedAdvice(wexcombe, authority, await anOrganisation('Hollybank Psychology'));
  const name = (organisation: string, text: string) =>
    ownerPool().query(
      `update organisation_members m set name = $2 from organisations o where o.id = m.organisation_id and o.name = $1`,
      [organisation, text],
    );
  await ownerPool().query(`update organisations set name = $2 where id = $1`, [
    (
      await ownerPool().query('select organisation_id from advice_requests where id = $1', [
        asked.adviceRequestId,
      ])
    ).rows[0].organisation_id,
    `Longnames ${authority}`,
  ]);
  await name(`Longnames ${authority}`, 'x'.repeat(201));
  await expect(nightOf('2025-03-10')).rejects.toThrow('letters_recipient_name_check');
  expect(await letters()).toEqual([]);
  const { rows } = await ownerPool().query('select 1 from letters where child_id = $1 and template = $2', [
    second.childId,
    'advice due soon',
  ]);
  expect(rows).toHaveLength(1);
  await name(`Longnames ${authority}`, 'David Lindqvist');
  expect(await nightOf('2025-03-11')).toBe(1);
});

test('advice that was received, taken back or refused, or is no longer needed, is never chased', async () => {
  const others = [];
  for (const _ of [1, 2, 3]) {
    others.push(await anAskedAdvice(wexcombe, authority, await anOrganisation('Hollybank Psychology')));
  }
  const [back, refused, decided] = others;
  await write(asked.psychologist, asked.adviceRequestId);
  await sign(asked.psychologist, asked.adviceRequestId);
  await back?.caseworker.post(
    `/assessments/${back.assessmentId}/advice-requests/${back.adviceRequestId}/withdrawal`,
    { reason: 'Asked by mistake', idempotencyKey: randomUUID() },
  );
  await refused?.psychologist.post(`/advice/${refused.adviceRequestId}/refusal`, {
    reason: 'Nobody in post',
    idempotencyKey: randomUUID(),
  });
  await ownerPool().query(
    `insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'issue', 'All', 'Because', 'Nothing', '2025-02-10', '2025-02-10', 'Priya Raman')`,
    [authority, decided?.assessmentId, decided?.childId],
  );
  expect(await nightOf('2025-03-10')).toBe(0);
  expect(await nightOf('2025-06-10')).toBe(0);
});

test('whoever was asked is told that the advice is no longer needed, by its day and naming no child', async () => {
  await asked.caseworker.post(
    `/assessments/${asked.assessmentId}/advice-requests/${asked.adviceRequestId}/withdrawal`,
    { reason: 'Asked by mistake', idempotencyKey: randomUUID() },
  );
  const of = async (template: string) =>
    (
      await ownerPool().query(
        'select id, channel, recipient_name as name, subject, body from letters where child_id = $1 and template = $2',
        [asked.childId, template],
      )
    ).rows;
  const [notice] = await of('advice no longer needed');
  expect(notice).toMatchObject({ channel: 'portal', name: 'Northmoor Psychology' });
  await deliverLetter({ authorityId: authority, letterId: notice.id }, wexcombe.services);
  const told = await of('gone from the inbox');
  expect(told).toMatchObject([{ channel: 'email', name: 'David Lindqvist' }]);
  expect(told[0].subject).toBe('Advice asked for on 10 February 2025 is no longer needed');
  expect(told[0].body).toContain('It is no longer in the inbox of Northmoor Psychology');
  expect(JSON.stringify([notice, ...told])).not.toMatch(/Robin|Hartwell/);
});

test('the family is never chased for its views', async () => {
  await ownerPool().query(
    'update advice_requests set withdrawn_on = asked_on, withdrawn_reason = $2 where id = $1',
    [asked.adviceRequestId, 'Asked by mistake'],
  );
  await asked.caseworker.post(`/assessments/${asked.assessmentId}/advice-requests`, {
    paragraph: 'a',
    contactId: asked.contactId,
    idempotencyKey: randomUUID(),
  });
  expect(await nightOf('2025-03-17')).toBe(0);
  expect(await nightOf('2025-05-17')).toBe(0);
});

test('another authority’s advice is not its to chase', async () => {
  const elsewhere = await testApp(await anAuthority(), '2025-03-10');
  expect(await remindOfAdvice(elsewhere.services)).toBe(0);
});

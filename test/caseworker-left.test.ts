import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { anAssessment } from '../src/capabilities/assessments/examples.ts';
import { remindOfAdvice } from '../src/capabilities/assessments/index.ts';
import { noteWhoLeft } from '../src/capabilities/caseload/index.ts';
import { raiseDueReviews } from '../src/capabilities/documents/index.ts';
import { A_PDF } from '../src/platform/documents/examples.ts';
import { storeDocument } from '../src/platform/documents/index.ts';
import { withLens } from '../src/platform/lens/index.ts';
import { browser, type TestApp, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { aFamily, aStaffMember } from './support/people.ts';

/* A caseworker leaves: what was theirs to see to is nobody's, and the managers and the family are told so at once. */

let authority: number;
let wexcombe: TestApp;
let administrator: ReturnType<typeof browser>;
let manager: ReturnType<typeof browser>;
let family: ReturnType<typeof browser>;
let lee: string;
let of: Awaited<ReturnType<typeof anAssessment>>;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10', { WITHHOLDING_GROUNDS: 'Serious harm to the child' });
  of = await anAssessment(wexcombe, authority);
  administrator = await signedIn('administrator', 'Grace Osei');
  manager = await signedIn('manager', 'Tom Ashdown');
  await signedIn('caseworker', 'Lee Garrow');
  lee = await accountOf('Lee Garrow');
  family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [of.childId]));
  const given = { idempotencyKey: randomUUID(), to: lee, seen: '', handover: '' };
  expect((await manager.post(`/cases/${of.childId}/caseworker`, given)).statusCode).toBe(303);
});

async function signedIn(role: 'administrator' | 'manager' | 'caseworker', name: string) {
  const person = browser(wexcombe);
  person.signInWith(await aStaffMember(wexcombe, authority, role, name));
  return person;
}

async function accountOf(name: string): Promise<string> {
  const { rows } = await ownerPool().query(
    'select account_id from staff_roles where authority_id = $1 and name = $2',
    [authority, name],
  );
  return rows[0].account_id;
}

/** The administrator changes what Lee may do. */
async function leeMay(roles: string, seen: string) {
  const form = { roles, seen, idempotencyKey: randomUUID() };
  expect((await administrator.post(`/staff/${lee}/roles`, form)).statusCode).toBe(303);
}

async function toldOf(template: string): Promise<string[]> {
  const { rows } = await ownerPool().query(
    `select recipient_name as name from letters where authority_id = $1 and template = $2 and channel = 'email'
     order by created_at, recipient_name`,
    [authority, template],
  );
  return rows.map(({ name }) => name);
}

test('the family reads that the case is being given to somebody and whom to ask, in Easy Read too, until it is', async () => {
  const at = `/family/${of.childId}`;
  expect((await family.get(at)).body).toContain('Lee Garrow');
  await leeMay('finance', 'caseworker');
  for (const page of [at, `${at}/for-you`, `/easy-read${at}`]) {
    const { body } = await family.get(page);
    expect([page, body.includes('Lee Garrow')]).toEqual([page, false]);
  }
  expect((await family.get(at)).body).toMatch(
    /we are giving your case to somebody\. Until then ask the SEND team: \S/,
  );
  expect((await family.get(`/easy-read${at}`)).body).toContain('We are giving your case to somebody.');
  const caseload = (await manager.get('/caseload')).body;
  expect(caseload).toContain('no longer here');
  expect(caseload).toContain(`/caseload/reassign?from=${lee}`);
  expect((await manager.get('/cases')).body).toContain('Nobody: Lee Garrow has left');
  const tom = await accountOf('Tom Ashdown');
  const given = { idempotencyKey: randomUUID(), to: tom, seen: lee, handover: '' };
  expect((await manager.post(`/cases/${of.childId}/caseworker`, given)).statusCode).toBe(303);
  expect((await family.get(at)).body).toContain('Your caseworker: Tom Ashdown');
});

test('whoever may work on cases again has their cases again', async () => {
  await leeMay('finance', 'caseworker');
  await leeMay('caseworker', 'finance');
  expect((await family.get(`/family/${of.childId}`)).body).toContain('Your caseworker: Lee Garrow');
});

test('advice asked for by other means is chased with the managers, and not with whoever has left', async () => {
  await of.caseworker.post(`/assessments/${of.assessmentId}/advice-requests`, {
    ...{ paragraph: 'd', organisationId: 'none', adviserName: 'Ines Marlow', contactId: '' },
    ...{ questions: 'How does Robin learn best?', idempotencyKey: randomUUID() },
  });
  await leeMay('', 'caseworker');
  wexcombe.clock.now = new Date('2025-03-10T02:15:00Z');
  expect(await remindOfAdvice(wexcombe.services)).toBe(1);
  expect(await toldOf('advice due soon')).toEqual(['Tom Ashdown']);
});

test('the review of a withheld document is raised with the managers, and not with whoever has left', async () => {
  const system = { kind: 'system', authorityId: authority } as const;
  const meta = { authorityId: authority, name: 'Report.pdf', kind: 'report', childId: of.childId };
  const kept = await withLens(wexcombe.services.database, system, (tx) =>
    storeDocument(wexcombe.services, tx, Readable.from([A_PDF]), meta),
  );
  const documentId = kept.ok ? kept.value : '';
  const withheld = await of.caseworker.post(`/children/${of.childId}/documents/${documentId}/withholding`, {
    ...{ idempotencyKey: randomUUID(), ground: 'Serious harm to the child', reason: 'A risk' },
    ...{ 'reviewBy-day': '3', 'reviewBy-month': '3', 'reviewBy-year': '2025' },
  });
  expect(withheld.statusCode).toBe(303);
  await leeMay('', 'caseworker');
  wexcombe.clock.now = new Date('2025-03-03T02:15:00Z');
  expect(await raiseDueReviews(wexcombe.services)).toBe(1);
  expect(await toldOf('withheld document to review')).toEqual(['Tom Ashdown']);
});

test('the night finds roles that ended in another way, and ends the cover of whoever has left', async () => {
  const tom = await accountOf('Tom Ashdown');
  const day = (name: string, day: string) => ({
    [`${name}-day`]: day,
    [`${name}-month`]: '2',
    [`${name}-year`]: '2025',
  });
  const cover = { away: tom, cover: lee, ...day('fromOn', '10'), ...day('untilOn', '28') };
  expect((await manager.post('/caseload/cover', { ...cover, idempotencyKey: randomUUID() })).statusCode).toBe(
    303,
  );
  await ownerPool().query('update staff_roles set ended_at = now() where account_id = $1', [lee]);
  await noteWhoLeft(wexcombe.services);
  await noteWhoLeft(wexcombe.services);
  const { rows } = await ownerPool().query(
    `select kind from events where child_id = $1 and kind like 'caseworker %' order by recorded_at`,
    [of.childId],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['caseworker changed', 'caseworker left']);
  expect((await manager.get('/caseload/cover')).body).not.toContain('28 February 2025');
  expect((await family.get(`/family/${of.childId}`)).body).not.toContain('Lee Garrow');
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { aPlan, aSetting, CAN, later, onDay, readyToIssue, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

test('a consultation asked for over a draft that has been overtaken is not sent', async () => {
  const school = await aSetting(wexcombe, 'Overtaken School');
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const page = (await plan.staff.get(`/plans/${plan.planId}/settings?q=Overtaken`)).body;
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await send(plan.staff, `/plans/${plan.planId}/new-draft`);
  await send(plan.staff, `/plans/${plan.planId}/sections/a1`, { a1: 'Newer', version: '1' });
  await later(wexcombe, authority, plan, '2025-05-13');
  await serve(wexcombe, plan);
  const asked = { settingIds: school.settingId, version, reviewed: 'yes' };
  const late = await send(plan.staff, `/plans/${plan.planId}/consultations`, asked);
  expect(late.status).toBe(400);
  expect(late.body).toContain('A newer draft has been served');
  const fresh = (await plan.staff.get(`/plans/${plan.planId}/settings?q=Overtaken`)).body;
  const now = /name="version" value="([^"]+)"/.exec(fresh)?.[1] ?? '';
  const sent = await send(plan.staff, `/plans/${plan.planId}/consultations`, { ...asked, version: now });
  expect(sent.status).toBe(303);
});

test('a setting answers no only on the lawful grounds, with evidence, and only once', async () => {
  const school = await aSetting(wexcombe, 'Refusing School');
  const plan = await readyAsked(school);
  const at = `/consultations/${plan.consultationId}`;
  const bare = await send(school.head, at, { canMeetNeeds: 'no' });
  expect(bare.status).toBe(400);
  expect(bare.body).toContain('Select at least one ground');
  const grounds = { canMeetNeeds: 'no', grounds: '2', wouldNeed: 'Another adult' };
  expect((await send(school.head, at, grounds)).body).toContain('Enter the evidence');
  const full = { ...grounds, 'evidence-2': 'Thirty-two in a room for twenty-eight' };
  expect((await send(school.head, at, full)).status).toBe(303);
  expect((await send(school.head, at, CAN)).status).toBe(400);
  const read = (await plan.staff.get(`/plans/${plan.planId}/settings`)).body;
  expect(read).toContain('Thirty-two in a room');
  expect(read).toContain('Another adult');
});

async function readyAsked(school: Awaited<ReturnType<typeof aSetting>>) {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const asked = { choice: 'found', settingId: school.settingId, from: 'Jo Hartwell' };
  await send(plan.family, `/family/${plan.childId}/plan/preference`, asked);
  const { rows } = await ownerPool().query('select id from consultations where plan_id = $1', [plan.planId]);
  const consultationId: string = rows[0]?.id ?? '';
  return { ...plan, consultationId };
}

test('a request that lacks a name comes back whole, in either face, with one thing wrong and only where it was sent', async () => {
  const school = await aSetting(wexcombe, 'Twice Named School');
  const namesake = await aSetting(wexcombe, 'Twice Named School');
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const at = `/family/${plan.childId}/plan/preference`;
  const marked = (body: string) => body.match(/id="[^"]*-error"|>Her friends<|>Enter your name</g);
  const chosen = ({ settingId }: typeof school) => new RegExp(`value="${settingId}"[^>]* checked`);
  // A list leads here with one setting chosen, whatever else has its name.
  const led = await plan.family.get(
    `${at}?${new URLSearchParams({ q: school.name, setting: school.settingId })}`,
  );
  expect(led.body).toMatch(chosen(school));
  expect(led.body).toContain(namesake.settingId);
  expect(led.body).not.toMatch(chosen(namesake));
  const asked = { choice: 'found', settingId: school.settingId, reasons: 'Her friends', from: '' };
  // Found again by its own name, and where the search that was sent finds it no more.
  for (const q of [school.name, 'no such school']) {
    const usual = await send(plan.family, at, { ...asked, q });
    expect([usual.status, usual.body.match(/href="#from"/g)?.length]).toEqual([400, 1]);
    expect(marked(usual.body)).toEqual(['>Enter your name<', '>Her friends<', 'id="from-error"']);
    expect(usual.body).toMatch(chosen(school));
    const easy = await send(plan.family, `${at}?easy-read`, { ...asked, q });
    expect([easy.status, marked(easy.body)]).toEqual([400, marked(usual.body)]);
    expect(easy.body).toMatch(chosen(school));
    expect(easy.body.match(/id="from"/g)).toHaveLength(1);
  }
  const typed = { choice: 'typed', name: '', reasons: 'Her friends', from: 'Jo Hartwell' };
  const nameless = (await send(plan.family, at, typed)).body;
  expect(nameless.match(/id="[^"]*-error"|>Her friends</g)).toEqual(['id="name-error"', '>Her friends<']);
  expect(nameless.match(/value="Jo Hartwell"/g)).toHaveLength(1);
});

test('another authority, another organisation and another family are answered as if it were not there', async () => {
  const school = await aSetting(wexcombe, 'Isolated School');
  const plan = await readyToIssue(wexcombe, authority, school);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const { planId, childId, consultationId } = plan;
  for (const part of [
    '',
    '/document',
    '/service',
    '/views',
    '/settings',
    '/final',
    '/recipients',
    '/sections/a1',
    '/sections/health',
  ]) {
    expect([part, (await elsewhere.get(`/plans/${planId}${part}`)).statusCode]).toEqual([part, 404]);
  }
  expect((await send(elsewhere, `/plans/${planId}/service`, onDay('servedOn', '2025-05-12'))).status).toBe(
    404,
  );
  const other = await aSetting(wexcombe, 'Another School');
  expect((await other.head.get(`/consultations/${consultationId}`)).statusCode).toBe(404);
  expect((await send(other.head, `/consultations/${consultationId}`, CAN)).status).toBe(404);
  expect((await other.head.get('/inbox')).body).not.toContain('Robin Hartwell');
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await stranger.get(`/family/${childId}/plan`)).statusCode).toBe(404);
  const said = { about: 'A1', words: 'x', from: 'x' };
  expect((await send(stranger, `/family/${childId}/plan/comments`, said)).status).toBe(404);
  const colleague = browser(wexcombe);
  colleague.signInWith(await aProfessional(wexcombe, school.organisationId));
  expect((await colleague.get(`/consultations/${consultationId}`)).statusCode).toBe(200);
  expect((await colleague.get(`/plans/${planId}`)).statusCode).toBe(404);
});

import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { sendHeldPlan } from './held-jobs.ts';
import { aPlan, aSetting, later, onDay, readyToIssue, send, serve } from './plan-examples.ts';

/*
 * Words withheld from organisations that a version says nowhere as they were marked: it is held from those organisations, where
 * staff see it, and from nobody else. The family's right runs from the day the law gives.
 */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

type Opened = Pick<Awaited<ReturnType<typeof aPlan>>, 'staff' | 'planId'>;

const GONE = 'Words nobody wrote here';

async function withhold({ staff, planId }: Opened, words: string, readers: string) {
  const why = { reason: 'The family asked for it', ...onDay('reviewBy', '2025-11-01') };
  const done = await send(staff, `/plans/${planId}/withheld`, { words, readers, ...why });
  expect(done.status, done.body).toBe(303);
  const { rows } = await ownerPool().query(
    'select id from plan_withholdings where plan_id = $1 order by recorded_at desc limit 1',
    [planId],
  );
  return `/plans/${planId}/withheld/${rows[0].id}`;
}

async function rowsOf(text: string, values: readonly unknown[]) {
  const { rows } = await ownerPool().query(text, [...values]);
  return rows;
}

const recipientsOf = async (planId: string) =>
  (
    await rowsOf(
      `select r.kind, r.name from plan_recipients r join plan_versions v on v.id = r.version_id
       where v.plan_id = $1 order by r.kind`,
      [planId],
    )
  ).map(({ kind }) => kind);

const askedOf = (planId: string) =>
  rowsOf(
    'select setting_id, sent_on::text, copy_sent_on::text, due_on::text from consultations where plan_id = $1',
    [planId],
  );

const lettersTo = async (organisationId: string, template: string) =>
  (
    await rowsOf('select id from letters where organisation_id = $1 and template = $2', [
      organisationId,
      template,
    ])
  ).length;

/** Does what the worker would: nothing where nobody asked for it. */
async function work(planId: string): Promise<boolean> {
  const [job] = await rowsOf(`delete from graphile_worker._private_jobs where key = $1 returning payload`, [
    `send held plan ${planId}`,
  ]);
  if (job === undefined) return false;
  expect(Object.keys(job.payload).sort()).toEqual(['authorityId', 'planId']);
  await sendHeldPlan(job.payload, wexcombe.services);
  return true;
}

async function issuedWith(name: string, readers: string, words = GONE) {
  const school = await aSetting(wexcombe, name);
  const plan = await readyToIssue(wexcombe, authority, school);
  await later(wexcombe, authority, plan, '2025-06-02');
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  const rule = await withhold(plan, words, readers);
  const checked = await send(plan.staff, `/plans/${plan.planId}/final/check`, plan.final);
  const final = { ...plan.final, recipients: plan.recipients };
  const sent = await send(plan.staff, `/plans/${plan.planId}/final`, final);
  expect(sent.status, sent.body).toBe(303);
  return { ...plan, school, rule, checked: checked.body };
}

test('a setting the family asks for is consulted that day, and its copy alone waits until the words are put right', async () => {
  const school = await aSetting(wexcombe, 'Held School');
  const plan = await aPlan(wexcombe, authority);
  const rule = await withhold(plan, GONE, 'settings consulted');
  await serve(wexcombe, plan);
  const base = `/family/${plan.childId}/plan`;
  const letters = await rowsOf(
    `select l.id from letters l where l.child_id = $1 and l.template = 'draft plan'`,
    [plan.childId],
  );
  expect(letters).toHaveLength(1);
  const asked = { choice: 'found', settingId: school.settingId, reasons: 'Near home', from: 'Jo Hartwell' };
  expect((await send(plan.family, `${base}/preference`, asked)).status).toBe(303);
  const consulted = { setting_id: school.settingId, sent_on: '2025-05-12' };
  expect(await askedOf(plan.planId)).toEqual([{ ...consulted, copy_sent_on: null, due_on: null }]);
  expect((await school.head.get('/inbox')).body).toContain('Robin');
  expect(await lettersTo(school.organisationId, 'consultation')).toBe(1);
  const seen = (await plan.family.get(base)).body;
  expect(seen).toContain('12 May 2025: we asked by ourselves, at once, because you asked for it');
  expect(seen).toContain('the papers are being checked by the SEND team of');
  expect((await plan.family.get(`/easy-read${base}`)).body).toContain('must check what they see first');
  for (const page of [
    `/plans/${plan.planId}`,
    `/plans/${plan.planId}/settings`,
    rule.replace(/\/[^/]+$/, ''),
  ])
    expect((await plan.staff.get(page)).body, page).toContain('its copy of draft 1 has not gone');
  const next = (await plan.staff.get(`/cases/${plan.childId}`)).body;
  expect(next).toContain('its copy of draft 1 has not gone');
  expect((await plan.staff.get(`/cases/${plan.childId}/next`)).body).toContain(
    'Release the copy of the plan that waits for Held School',
  );
  const timeline = (await plan.staff.get(`/cases/${plan.childId}/timeline`)).body;
  expect(timeline).toContain('Plan held from an organisation');
  // Asked again, it waits once.
  expect((await send(plan.family, `${base}/preference`, asked)).status).toBe(303);
  expect(await rowsOf('select id from plan_sendings_held where plan_id = $1', [plan.planId])).toHaveLength(1);

  await later(wexcombe, authority, plan, '2025-05-14');
  const ended = await send(plan.staff, rule, { outcome: 'lift', reason: 'Consent was given' });
  expect(ended.status, ended.body).toBe(303);
  expect(await work(plan.planId)).toBe(true);
  expect(await askedOf(plan.planId)).toEqual([
    { ...consulted, copy_sent_on: '2025-05-14', due_on: '2025-05-29' },
  ]);
  expect((await plan.staff.get(`/plans/${plan.planId}`)).body).not.toContain(
    'its copy of draft 1 has not gone',
  );
  expect((await plan.family.get(base)).body).toContain('Sent 14 May 2025, once it had been checked');
  expect(await lettersTo(school.organisationId, 'consultation')).toBe(2);
});

test('a final plan goes on its day to the family and the body, and is held from the settings it names alone', async () => {
  const plan = await issuedWith('Named School', 'settings named');
  expect(plan.checked).toContain('Named School waits for it');
  expect(await recipientsOf(plan.planId)).toEqual(['commissioning body', 'person']);
  expect(await lettersTo(plan.school.organisationId, 'final plan')).toBe(0);
  expect((await plan.school.head.get('/inbox')).body).not.toContain('/final-plans/');
  const [{ id }] = await rowsOf(`select id from plan_versions where plan_id = $1 and kind = 'final'`, [
    plan.planId,
  ]);
  expect((await plan.school.head.get(`/final-plans/${id}`)).statusCode).toBe(404);
  expect((await plan.staff.get(`/plans/${plan.planId}/recipients`)).body).toContain(
    'Named School has not been sent the final plan, version 1',
  );
  const { body } = await plan.staff.get(`/api/plans/${plan.planId}`);
  expect(JSON.parse(body).heldFrom).toMatchObject([{ name: 'Named School', kind: 'final', number: 1 }]);
});

test('marked again as the plan says it, the setting is sent its copy, once, and it says neither those words nor the old', async () => {
  const plan = await issuedWith('Mended School', 'settings named');
  const words = `${plan.rule}/words`;
  const nowhere = await send(plan.staff, words, { how: 'again', words: 'Nor were these ever' });
  expect(nowhere.body).toContain('do not say these words either');
  expect(nowhere.body).toContain('Nor were these ever');
  expect(await work(plan.planId)).toBe(false);
  const mended = await send(plan.staff, words, { how: 'again', words: 'Pre-teaching of new words' });
  expect(mended.status, mended.body).toBe(303);
  expect(await work(plan.planId)).toBe(true);
  // Once more, as a job that was begun twice.
  await sendHeldPlan({ authorityId: authority, planId: plan.planId }, wexcombe.services);
  expect(await recipientsOf(plan.planId)).toEqual(['commissioning body', 'person', 'setting']);
  expect(await lettersTo(plan.school.organisationId, 'final plan')).toBe(1);
  const at = /\/final-plans\/[0-9a-f-]{36}/.exec((await plan.school.head.get('/inbox')).body)?.[0] ?? '';
  const page = (await plan.school.head.get(at)).body;
  expect(page).toContain('[Not shown in this copy]');
  expect(page).not.toContain('Pre-teaching of new words');
  const paper = /\/documents\/[0-9a-f-]{36}/.exec(page)?.[0] ?? '';
  expect((await plan.school.head.get(paper)).statusCode).toBe(200);
  expect(
    (await send(plan.staff, words, { how: 'again', words: 'Pre-teaching of new words' })).body,
  ).toContain('There is nothing to put right');
});

test('read and said nowhere, with how that is known, it goes out; a newer version is looked through anew', async () => {
  const plan = await issuedWith('Read School', 'settings named,commissioning body');
  const words = `${plan.rule}/words`;
  expect(await recipientsOf(plan.planId)).toEqual(['commissioning body', 'person']);
  expect((await send(plan.staff, words, { how: 'gone' })).body).toContain('Enter how you know');
  const gone = { how: 'gone', known: 'Read through with the family, who took it out' };
  const [one, two] = await Promise.all([send(plan.staff, words, gone), send(plan.staff, words, gone)]);
  expect([one.status, two.status].sort()).toEqual([303, 400]);
  await Promise.all([
    work(plan.planId),
    sendHeldPlan({ authorityId: authority, planId: plan.planId }, wexcombe.services),
  ]);
  expect(await recipientsOf(plan.planId)).toEqual(['commissioning body', 'person', 'setting']);
  expect(await lettersTo(plan.school.organisationId, 'final plan')).toBe(1);
  expect((await plan.staff.get(plan.rule)).body).toContain('Read through with the family');
});

test('a draft that was overtaken is not sent: one consultation, dated when it was asked for, is about the newest', async () => {
  const school = await aSetting(wexcombe, 'Overtaken School');
  const plan = await aPlan(wexcombe, authority);
  const rule = await withhold(plan, GONE, 'settings consulted');
  await serve(wexcombe, plan);
  const asked = { choice: 'found', settingId: school.settingId, reasons: 'Near', from: 'Jo Hartwell' };
  expect((await send(plan.family, `/family/${plan.childId}/plan/preference`, asked)).status).toBe(303);
  await send(plan.staff, `/plans/${plan.planId}/new-draft`);
  const page = (await plan.staff.get(`/plans/${plan.planId}/withheld`)).body;
  expect(page).toContain('To put right');
  await serve(wexcombe, plan);
  await work(plan.planId);
  expect(await askedOf(plan.planId)).toMatchObject([{ sent_on: '2025-05-12', copy_sent_on: null }]);
  const ended = await send(plan.staff, rule, { outcome: 'lift', reason: 'Consent was given' });
  expect(ended.status).toBe(303);
  await work(plan.planId);
  const [version] = await rowsOf(
    'select v.number from consultations c join plan_versions v on v.id = c.version_id where c.plan_id = $1',
    [plan.planId],
  );
  expect(version.number).toBe(2);
});

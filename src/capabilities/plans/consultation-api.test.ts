import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient, refusal } from '../../../test/support/json.ts';
import { aFamily, aProfessional } from '../../../test/support/people.ts';
import { aPlan, aSetting, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

/** A setting the family asked for, consulted; and somebody of its as another system signed in for them. */
async function aConsultedSetting() {
  const school = await aSetting(wexcombe, 'Consulted School');
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const wanted = { choice: 'found', settingId: school.settingId, reasons: 'Near home', from: 'Jo Hartwell' };
  await send(plan.family, `/family/${plan.childId}/plan/preference`, wanted);
  const { rows } = await ownerPool().query('select id from consultations where plan_id = $1', [plan.planId]);
  const head = jsonClient(wexcombe, await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  return { head, at: `/api/consultations/${rows[0].id}`, childId: plan.childId };
}

test('a setting reads what it is consulted about, and answers with grounds and their evidence, once', async () => {
  const { head, at } = await aConsultedSetting();
  expect((await head.get(at)).body).toMatchObject({
    childName: 'Robin Hartwell',
    settingName: 'Consulted School',
    answer: null,
  });
  const no = { canMeetNeeds: 'no', grounds: '3', wouldNeed: 'A second teacher', 'evidence-3': '' };
  expect(await head.post(at, no)).toEqual(
    refusal(
      'evidence-3',
      'Enter the evidence that it would be incompatible with the efficient use of resources',
    ),
  );
  const key = randomUUID();
  const answers = { ...no, 'evidence-3': 'Two lifts at £90,000' };
  const sent = await Promise.all([1, 2].map(() => head.post(at, answers, key)));
  for (const { body } of sent) {
    expect(body).toMatchObject({
      answeredBy: 'Helen Marsh',
      answer: { canMeetNeeds: false, grounds: [{ evidence: 'Two lifts at £90,000' }] },
    });
  }
  expect(
    await head.post(at, { ...answers, canMeetNeeds: 'yes', startFrom: '2025-09-01', capacity: 'One' }),
  ).toEqual(refusal('canMeetNeeds', 'This has been answered already'));
});

test('nobody but the setting asked reads or answers a consultation', async () => {
  const { head, at, childId } = await aConsultedSetting();
  const other = await aSetting(wexcombe, 'Curious School');
  for (const token of [
    await aProfessional(wexcombe, other.organisationId),
    await aFamily(wexcombe, [childId]),
  ]) {
    const stranger = jsonClient(wexcombe, token);
    expect((await stranger.get(at)).status).toBe(404);
    expect((await stranger.post(at, { canMeetNeeds: 'yes' })).status).toBe(404);
  }
  expect((await head.get(at)).body.answer).toBeNull();
});

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { anAssessment, anOrganisation } from './examples.ts';

/* Who knows a child, as JSON: staff ask, and the family and the setting say for themselves. */

let authority: number;
let wexcombe: TestApp;
let school: string;
let staff: JsonClient;
let family: JsonClient;
let head: JsonClient;
let ours: string;
let theirs: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  const made = await anAssessment(wexcombe, authority);
  school = await anOrganisation('Fernhill School');
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  family = jsonClient(wexcombe, await aFamily(wexcombe, [made.childId]));
  head = jsonClient(wexcombe, await aProfessional(wexcombe, school, 'Helen Marsh'));
  ours = `/api/assessments/${made.assessmentId}/professionals`;
  theirs = `/api/family/${made.childId}/professionals`;
});

const SAM = { name: 'Sam Okafor', role: 'Epilepsy nurse', paragraph: 'c', mayContact: 'yes' };
const asking = () => ({ whom: ['family'], organisationId: school, answerBy: '2025-02-20' });

test('both are asked once, each says who knows the child, and staff see who has not confirmed', async () => {
  expect(await staff.post(`${ours}/questions`, { ...asking(), answerBy: '2025-02-09' })).toEqual(
    refusal('answerBy', 'The day must be today or in the future'),
  );
  const key = randomUUID();
  for (const _ of [1, 2]) {
    const asked = await staff.post(`${ours}/questions`, asking(), key);
    expect(asked.body.questions).toHaveLength(2);
    expect(asked.body.unconfirmed).toEqual(['family', 'setting']);
  }
  expect((await family.get(theirs)).body.question).toMatchObject({ answerBy: '2025-02-20', answered: null });
  expect(await family.post(theirs, SAM)).toEqual(refusal('saidByName', 'Enter your name'));
  const said = await family.post(theirs, { ...SAM, saidByName: 'Jo Hartwell' });
  expect(said.body.known).toMatchObject([
    { name: 'Sam Okafor', paragraph: 'c', mayContact: true, saidBy: 'family' },
  ]);
  await family.post(`${theirs}/confirmation`, { by: 'Jo Hartwell' });
  const { body } = await staff.get(ours);
  expect(body).toMatchObject({ unconfirmed: ['setting'], known: [{ saidByName: 'Jo Hartwell' }] });
  expect(body.gaps).not.toContain('c');
  const { id } = body.questions.find(({ party }: { party: string }) => party === 'setting');
  const atSchool = `/api/professionals/${id}`;
  expect((await head.get(atSchool)).body.question).toMatchObject({ answerBy: '2025-02-20' });
  const added = await head.post(atSchool, { role: 'Play therapist', saidByName: 'Helen Marsh' });
  expect(added.body.known).toContainEqual(
    expect.objectContaining({ saidBy: 'setting', role: 'Play therapist' }),
  );
  expect((await head.post(`${atSchool}/confirmation`, { by: 'Helen Marsh' })).body).toEqual({
    answered: true,
  });
  expect((await head.get(atSchool)).status, 'asked nothing else, the school no longer sees the list').toBe(
    404,
  );
  const { body: now } = await staff.get(ours);
  expect(now.questions.find(({ party }: { party: string }) => party === 'setting').answered).toEqual({
    on: '2025-02-10',
    by: 'Helen Marsh',
  });
});

test('staff write down what they know and are told, and take somebody off with why', async () => {
  expect(await staff.post(ours, SAM)).toEqual(refusal('saidBy', 'Select who says so'));
  expect(await staff.post(ours, { ...SAM, saidBy: 'family' })).toEqual(
    refusal('saidByName', 'Enter the name of who says so'),
  );
  const added = await staff.post(ours, { ...SAM, saidBy: 'authority' });
  expect(added.body.known).toMatchObject([{ saidBy: 'authority', saidByName: 'Priya Raman' }]);
  const one = `${ours}/${added.body.known[0].id}/removal`;
  expect((await staff.post(one, {})).status).toBe(422);
  expect((await staff.post(one, { reason: 'Left last year', by: 'Priya Raman' })).body.known).toEqual([]);
  const asked = await staff.post(`${ours}/questions`, asking());
  const { id } = asked.body.questions.find(({ party }: { party: string }) => party === 'family');
  const answered = await staff.post(`${ours}/questions/${id}/answer`, { by: 'Jo Hartwell' });
  expect(answered.body.unconfirmed).toEqual(['setting']);
});

test('to anybody else there is no such list', async () => {
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const stranger = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  const asked = await staff.post(`${ours}/questions`, asking());
  const other = jsonClient(wexcombe, await aProfessional(wexcombe, await anOrganisation('Otherton Health')));
  for (const [who, at] of [
    [elsewhere, ours],
    [stranger, theirs],
    [other, `/api/professionals/${asked.body.questions[0].id}`],
  ] as const) {
    expect((await who.get(at)).status).toBe(404);
    expect((await who.post(at, SAM)).status).toBe(404);
    expect((await who.post(at, { name: 'x'.repeat(201) })).status).toBe(404);
    expect((await who.post(`${at}/${randomUUID()}/removal`, { reason: 'x', by: 'x' })).status).toBe(404);
  }
});

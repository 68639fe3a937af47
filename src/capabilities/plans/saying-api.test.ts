import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { aPlan, aSetting, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;
let priya: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  priya = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
});

/** A plan whose draft is with the family, and the family as another system signed in for it. */
async function aServedPlan() {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [plan.childId]));
  return { ...plan, family, theirs: `/api/family/${plan.childId}/plan`, ours: `/api/plans/${plan.planId}` };
}

const from = 'Jo Hartwell';

test('a family says all it may about a draft as JSON, and reads how it was answered', async () => {
  const school = await aSetting(wexcombe, 'Saying School');
  const { family, theirs, ours } = await aServedPlan();
  const said = await family.post(`${theirs}/comments`, { about: 'A1', words: 'Say more of dance', from });
  expect(said).toMatchObject({ status: 200, body: { comments: [{ about: 'A1', from, answer: null }] } });
  await family.post(`${theirs}/meetings`, { words: 'Any Tuesday', from });
  expect(await family.post(`${theirs}/finished`, { from })).toEqual(
    refusal('preference', 'Say which setting you want, or that you have no preference'),
  );
  const wanted = { settingId: school.settingId, reasons: 'Near home', from };
  const asked = await family.post(`${theirs}/preference`, wanted);
  expect(asked.body.preference).toMatchObject({ kind: 'request', setting: { name: 'Saying School' } });
  expect((await family.post(`${theirs}/finished`, { from })).body).toMatchObject({
    finishedOn: '2025-05-12',
  });
  const { comments, meetings } = (await priya.get(`${ours}/views`)).body;
  const answer = { outcome: 'declined', reasons: 'It is in Section B' };
  await priya.post(`${ours}/comments/${comments[0].id}`, answer);
  const held = { outcome: 'held', note: 'Jo Hartwell and Priya Raman met' };
  await priya.post(`${ours}/meetings/${meetings[0].id}`, held);
  expect((await family.get(`${theirs}/views`)).body).toMatchObject({
    comments: [{ answer }],
    meetings: [{ settled: { outcome: 'held' } }],
  });
  expect((await priya.get(ours)).body.consultations).toMatchObject([{ settingId: school.settingId }]);
});

test('a comment sent twice is one comment, and what is not said is asked for at its field', async () => {
  const { family, theirs } = await aServedPlan();
  const comment = { about: 'A2', words: 'Three steps, not two', from };
  const key = randomUUID();
  await Promise.all([1, 2].map(() => family.post(`${theirs}/comments`, comment, key)));
  expect((await family.get(`${theirs}/views`)).body.comments).toHaveLength(1);
  const refused = [
    [{ ...comment, about: '' }, refusal('about', 'Select which part of the draft it is about')],
    [{ ...comment, words: '' }, refusal('words', 'Enter what you want to say')],
    [{ ...comment, from: '' }, refusal('from', 'Enter your name')],
  ] as const;
  for (const [sent, answer] of refused) expect(await family.post(`${theirs}/comments`, sent)).toEqual(answer);
  expect(await family.post(`${theirs}/preference`, { choice: 'typed', from })).toEqual(
    refusal('name', 'Enter the name of the nursery, school or college'),
  );
});

test('nobody says anything about a plan that is not theirs, nor hears what was said', async () => {
  const { family, theirs, ours } = await aServedPlan();
  const strangers = [
    jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()])),
    jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton'))),
  ];
  const sent = { words: 'Let us meet', outcome: 'held', note: 'We met', body: 'A board', from };
  for (const one of strangers) {
    for (const at of [`${theirs}/meetings`, `${ours}/meetings`, `${ours}/health-agreement`])
      expect((await one.post(at, sent)).status).toBe(404);
  }
  expect((await family.post(`${ours}/meetings`, sent)).status).toBe(404);
  expect((await family.get(`${ours}/views`)).status).toBe(404);
  expect((await family.get(`${theirs}/views`)).body.meetings).toEqual([]);
});

test('staff write down what they heard and who said it, record who agreed Section G, and begin a new draft', async () => {
  const { ours } = await aServedPlan();
  const words = 'She was not asked about swimming';
  expect(await priya.post(`${ours}/comments`, { about: 'setting', words })).toEqual(
    refusal('from', 'Enter who said it'),
  );
  const heard = await priya.post(`${ours}/comments`, { about: 'setting', words, from });
  expect(heard.body.comments).toMatchObject([{ from, words }]);
  expect(await priya.post(`${ours}/health-agreement`)).toEqual(
    refusal('body', 'Enter the name of the body that agrees Section G'),
  );
  const agreed = await priya.post(`${ours}/health-agreement`, { body: 'Wexcombe ICB' });
  expect(agreed.body.healthAgreement).toEqual({ body: 'Wexcombe ICB', on: '2025-05-12' });
  expect((await priya.post(`${ours}/new-draft`)).body.stage).toBe('redrafting');
  const { planId } = await aPlan(wexcombe, authority);
  expect((await priya.post(`/api/plans/${planId}/new-draft`)).status).toBe(422);
});

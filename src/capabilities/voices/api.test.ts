import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';

let authority: number;
let wexcombe: TestApp;
let family: JsonClient;
let staff: JsonClient;
let childId: string;
let at: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-04-16');
});
beforeEach(async () => {
  childId = randomUUID();
  at = `/api/children/${childId}/voice`;
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  family = jsonClient(wexcombe, await aFamily(wexcombe, [childId]));
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
});

const SAID = {
  way: 'words',
  words: 'I like to build things',
  howGathered: 'We talked at home',
  gatheredOn: '2025-04-15',
  recordedBy: 'Jo Hartwell',
};

test('what a child says is recorded once, read by staff, and confirmed once by the child', async () => {
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await family.post(at, SAID, key)).body.voices).toMatchObject([{ ...SAID, confirmed: null }]);
  const [{ id }] = (await staff.get(at)).body.voices;
  const seen = { how: 'Robin read it and nodded', by: 'Jo Hartwell' };
  expect((await family.post(`${at}/${id}/confirmation`, seen)).body.voices).toMatchObject([
    { confirmed: { ...seen, on: '2025-04-16' } },
  ]);
  expect(await staff.post(`${at}/${id}/confirmation`, seen)).toEqual(
    refusal('how', 'This has been confirmed already'),
  );
});

test('what is left out is asked for in the page’s words', async () => {
  expect(await staff.post(at, { ...SAID, words: '' })).toEqual(
    refusal('words', 'Enter their words, as they said them'),
  );
  expect(await staff.post(at, { ...SAID, way: 'drawing' })).toEqual(refusal('documentId', 'Select the file'));
  expect(await staff.post(at, { ...SAID, gatheredOn: '2025-02-31' })).toEqual(
    refusal('gatheredOn', 'The day it was gathered must be a real date, like 27 3 2019'),
  );
});

test('to anybody else there is no such child', async () => {
  const { rows } = await ownerPool().query(
    `insert into organisations (id, kind, name) values (gen_random_uuid(), 'health', 'Otherton Health') returning id`,
  );
  for (const session of [
    await aFamily(wexcombe, [randomUUID()]),
    await aProfessional(wexcombe, rows[0].id),
    await aCaseworker(wexcombe, await anAuthority('Otherton')),
  ]) {
    const stranger = jsonClient(wexcombe, session);
    expect((await stranger.get(at)).status).toBe(404);
    for (const body of [SAID, { ...SAID, gatheredOn: 'x' }])
      expect((await stranger.post(at, body)).status).toBe(404);
    expect((await stranger.post(`${at}/${randomUUID()}/confirmation`, {})).status).toBe(404);
  }
});

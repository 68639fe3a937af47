import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { aFollowedChild } from './update-examples.ts';

let wexcombe: TestApp;
let childId: string;
let contactIds: readonly string[];
let ann: JsonClient;
let staff: JsonClient;

beforeEach(async () => {
  const authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
  ({ childId, contactIds } = await aFollowedChild(wexcombe, [
    { name: 'Ann Hartwell', prefers: 'email' },
    { name: 'Bea Hartwell', prefers: 'email', restricted: true },
  ]));
  ann = jsonClient(wexcombe, await aFamily(wexcombe, [childId], contactIds[0]));
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
});

test('somebody chooses how often they are told, once however often it is sent', async () => {
  const at = `/api/family/${childId}/updates`;
  expect(await ann.post(at, { howOften: 'hourly' })).toEqual(refusal('howOften', 'Select how often'));
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await ann.post(at, { howOften: 'weekly' }, key)).body).toEqual({
      howOften: 'weekly',
      way: null,
      ways: ['email', 'text', 'post'],
    });
  expect((await ann.get(at)).body).toEqual({
    howOften: 'weekly',
    way: null,
    ways: ['email', 'text', 'post'],
  });
  const { rows } = await ownerPool().query('select how_often from update_choices where child_id = $1', [
    childId,
  ]);
  expect(rows).toEqual([{ how_often: 'weekly' }]);
});

test('staff write down what somebody told them, and see nobody contact with whom is restricted', async () => {
  const at = `/api/cases/${childId}/updates`;
  const said = {
    contactId: contactIds[0] ?? '',
    howOften: 'letters only',
    saidHow: 'telephone',
    saidOn: '2025-02-03',
  };
  expect(await staff.post(at, { ...said, saidOn: '2025-02-04' })).toEqual(
    refusal('saidOn', 'The day must be today or in the past'),
  );
  const { body } = await staff.post(at, said);
  expect(body).toEqual({
    people: [{ id: contactIds[0], name: 'Ann Hartwell', howOften: 'letters only', way: null }],
  });
});

test('to another family and another authority there is no such child', async () => {
  const stranger = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  for (const [who, kind] of [
    [stranger, 'family'],
    [elsewhere, 'cases'],
  ] as const) {
    const at = `/api/${kind}/${childId}/updates`;
    expect((await who.get(at)).status).toBe(404);
    for (const body of [{}, { howOften: 'weekly' }]) expect((await who.post(at, body)).status).toBe(404);
  }
});

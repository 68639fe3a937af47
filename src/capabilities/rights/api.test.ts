import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { aYoungPerson } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let staff: JsonClient;
let childId: string;
let at: string;

/* 18 September 2025: somebody born on 5 January 2009 has held the rights since 28 June. */
beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-09-18');
});
beforeEach(async () => {
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  ({ childId } = await aYoungPerson(authority));
  at = `/api/children/${childId}/rights`;
});

const LACKS = {
  decision: 'taking part in the assessment',
  hasCapacity: 'no',
  assessedOn: '2025-09-10',
  assessedBy: 'Dr Ade Bello, psychologist',
  reasons: 'Could not weigh the choices, with help',
};
const WISH = { involved: 'yes', saidOn: '2025-09-15', how: 'On his own, by telephone' };

const madeBy = (body: { decisions: { decision: string; madeBy: string }[] }) =>
  body.decisions.find(({ decision }) => decision === LACKS.decision)?.madeBy;

test('capacity, a deputy and a wish are each recorded once, and change who acts', async () => {
  expect((await staff.get(at)).body).toMatchObject({ holder: 'young person', parentsInvolved: null });
  expect(await staff.post(`${at}/wish`, { ...WISH, how: '' })).toEqual(
    refusal('how', 'Enter how they said so'),
  );
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await staff.post(`${at}/wish`, WISH, key)).body).toMatchObject({ parentsInvolved: true });
  const { rows } = await ownerPool().query('select id, name from children_contacts where child_id = $1', [
    childId,
  ]);
  const contactId = rows.find(({ name }) => name === 'Ann Thorne').id;
  const lacks = await staff.post(`${at}/capacity`, LACKS);
  expect(madeBy(lacks.body)).not.toBe('young person');
  const deputy = { contactId, kind: 'deputy', paperSeen: 'An order of 3 July', fromOn: '2025-09-11' };
  const acts = await staff.post(`${at}/representatives`, deputy);
  expect(madeBy(acts.body)).toBe('representative');
  expect(acts.body.recorded).toMatchObject([{ contactId, kind: 'deputy', untilOn: null }]);
  expect(JSON.stringify(acts.body)).not.toContain('3 July');
  const ended = await staff.post(`${at}/representatives/${acts.body.recorded[0].id}/end`, {
    untilOn: '2025-09-17',
  });
  expect(ended.body.recorded).toMatchObject([{ untilOn: '2025-09-17' }]);
});

test('to another authority, and to the family, there is nothing here', async () => {
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [childId]));
  for (const stranger of [elsewhere, family]) {
    expect((await stranger.get(at)).status).toBe(404);
    for (const path of ['capacity', 'representatives', 'wish', `representatives/${randomUUID()}/end`])
      for (const body of [{}, { ...LACKS, ...WISH }])
        expect([path, (await stranger.post(`${at}/${path}`, body)).status]).toEqual([path, 404]);
  }
});

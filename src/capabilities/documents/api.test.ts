import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { A_PDF } from '../../platform/documents/examples.ts';
import { storeDocument } from '../../platform/documents/index.ts';
import { withLens } from '../../platform/lens/index.ts';

const GROUND = 'Serious harm to the child';
let authority: number;
let wexcombe: TestApp;
let staff: JsonClient;
let family: JsonClient;
let childId: string;
let at: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03', { WITHHOLDING_GROUNDS: GROUND });
});
beforeEach(async () => {
  childId = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  const meta = { authorityId: authority, childId, kind: 'report', name: 'Social worker’s report.pdf' };
  const kept = await withLens(wexcombe.services.database, { kind: 'system', authorityId: authority }, (tx) =>
    storeDocument(wexcombe.services, tx, Readable.from([A_PDF]), meta),
  );
  at = `/api/children/${childId}/documents/${kept.ok ? kept.value : ''}/withholding`;
  staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  family = jsonClient(wexcombe, await aFamily(wexcombe, [childId]));
});

const papers = async (of: JsonClient) => (await of.get(`/api/children/${childId}/documents`)).body.papers;

test('a document is withheld once with its reason, is not there for the family, and is given to them at the review', async () => {
  expect(await papers(family)).toMatchObject([{ title: 'Social worker’s report.pdf', kind: 'report' }]);
  const why = { ground: GROUND, reason: 'It names where they are', reviewBy: '2025-03-03' };
  expect(await staff.post(at, { ...why, reason: '' })).toEqual(refusal('reason', expect.any(String)));
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await staff.post(at, why, key)).body.acts).toMatchObject([{ ...why, act: 'withheld' }]);
  expect(await papers(family)).toEqual([]);
  expect(await papers(staff)).toHaveLength(1);
  const lifted = await staff.post(`${at}/review`, { outcome: 'lift', reason: 'They have moved' });
  expect(lifted.body.acts).toHaveLength(2);
  expect(await papers(family)).toHaveLength(1);
});

test('to anybody else there is no such document, and the family is not told what was decided', async () => {
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const another = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  for (const stranger of [elsewhere, family, another]) {
    expect((await stranger.get(at)).status).toBe(404);
    for (const path of [at, `${at}/review`])
      for (const body of [{}, { reason: 'x'.repeat(2001) }])
        expect((await stranger.post(path, body)).status).toBe(404);
  }
  for (const stranger of [elsewhere, another])
    expect((await stranger.get(`/api/children/${childId}/documents`)).status).toBe(404);
});

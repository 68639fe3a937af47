import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient } from '../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';

let authority: number;
let wexcombe: TestApp;
let childId: string;
let motherId: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
  [childId, motherId] = [randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2016-05-04')`,
    [authority, childId],
  );
  for (const [id, name, why] of [
    [motherId, 'Jo Hartwell', null],
    [randomUUID(), 'Lee Hartwell', 'An order'],
  ])
    await owner.query(
      `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers, restricted, restricted_reason)
       values ($1, $2, $3, $4, 'parent', '{1 Example Street}', 'WX1 1AA', true, 'post', $5, $6)`,
      [authority, id, childId, name, why !== null, why],
    );
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, gen_random_uuid(), 'R-0000-0008', $2, '2025-02-03', 'letter', 'parent', 'Jo', '[]', now())`,
    [authority, childId],
  );
});

test('a family and staff are told where each pack is, and it is there', async () => {
  const session = await aFamily(wexcombe, [childId], motherId);
  const { body } = await jsonClient(wexcombe, session).get(`/api/family/${childId}/packs`);
  expect(body.packs).toMatchObject([{ large: false }, { large: true }]);
  const cookie = `opensend_session=${session}`;
  const pdf = await wexcombe.app.inject({ url: body.packs[0].href, headers: { cookie } });
  expect(pdf.headers['content-type']).toBe('application/pdf');
  const staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  const ours = await staff.get(`/api/cases/${childId}/packs`);
  expect(ours.body.people).toMatchObject([
    {
      name: 'Jo Hartwell',
      packs: [{ href: `/cases/${childId}/people/${motherId}/pack.pdf` }, { large: true }],
    },
  ]);
});

test('to another family and another authority there is no such child', async () => {
  const stranger = jsonClient(wexcombe, await aFamily(wexcombe, [randomUUID()]));
  const elsewhere = jsonClient(wexcombe, await aCaseworker(wexcombe, await anAuthority('Otherton')));
  expect((await stranger.get(`/api/family/${childId}/packs`)).status).toBe(404);
  expect((await elsewhere.get(`/api/cases/${childId}/packs`)).status).toBe(404);
});

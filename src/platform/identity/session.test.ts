import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aParent, aStaffMember } from '../../../test/support/people.ts';
import { findSignedIn } from './session.ts';

let service: TestApp;
let authority: number;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
});
afterAll(() => service.app.close());

async function actorWith(token: string) {
  const { database, config, now } = service.services;
  return (await findSignedIn(database, token, now(), config.session))?.actor;
}

async function aChild() {
  const child = { authorityId: authority, childId: randomUUID(), contactId: randomUUID() };
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Alex', 'Example', '2017-03-04')`,
    [authority, child.childId],
  );
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, phone, prefers, parental_responsibility)
     values ($1, $2, $3, 'Sarah Finch', 'Mother', '01632 960 001', 'text', true)`,
    [authority, child.contactId, child.childId],
  );
  return child;
}

test('a parent acts for the children they were joined to, and for none once that ended', async () => {
  const [alex, sam] = [await aChild(), await aChild()];
  const token = await aParent(service, [alex, sam]);
  const childIds = expect.arrayContaining([alex.childId, sam.childId]);
  expect(await actorWith(token)).toMatchObject({ kind: 'family', name: 'Sarah Finch', childIds });
  await ownerPool().query('update children_access set ended_at = now() where child_id = $1', [sam.childId]);
  expect(await actorWith(token)).toMatchObject({ childIds: [alex.childId] });
});

test('a role given by another authority takes nobody away from where they work', async () => {
  const [first = 0, second = 0] = [await anAuthority(), await anAuthority()].sort((a, b) => a - b);
  const token = await aStaffMember(service, second, 'caseworker', 'Nadia Cole');
  const before = await actorWith(token);
  if (before?.kind !== 'staff') throw new Error('not staff');
  await ownerPool().query(
    `insert into staff_roles (authority_id, account_id, role, name, given_at) values ($1, $2, 'manager', 'Nadia Cole', now() + interval '1 hour')`,
    [first, before.accountId],
  );
  expect(await actorWith(token)).toEqual(before);
});

import { randomUUID } from 'node:crypto';
import { startSession } from '../../src/platform/identity/session.ts';
import type { StaffRole } from '../../src/platform/lens/index.ts';
import type { TestApp } from './app.ts';
import { ownerPool } from './database.ts';

/** Signs in a member of an authority's staff; returns the session's token. */
export async function aStaffMember(
  test: TestApp,
  authority: number,
  role: StaffRole,
  name: string,
): Promise<string> {
  const accountId = randomUUID();
  await ownerPool().query(`insert into accounts (id, kind, email, name) values ($1, 'staff', $2, $3)`, [
    accountId,
    `${accountId}@council.example`,
    name,
  ]);
  await ownerPool().query(
    'insert into staff_roles (authority_id, account_id, role, name) values ($1, $2, $3, $4)',
    [authority, accountId, role, name],
  );
  return aSessionFor(test, accountId);
}

export function aCaseworker(test: TestApp, authority: number): Promise<string> {
  return aStaffMember(test, authority, 'caseworker', 'Priya Raman');
}

/** Signs in somebody who acts for an organisation. */
export async function aProfessional(
  test: TestApp,
  organisationId: string,
  name = 'Amina Yusuf',
): Promise<string> {
  const accountId = randomUUID();
  await ownerPool().query(
    `insert into accounts (id, kind, email, name) values ($1, 'organisation', $2, $3)`,
    [accountId, `${accountId}@service.example`, name],
  );
  await ownerPool().query(
    'insert into organisation_members (organisation_id, account_id, name, email, administrator) values ($1, $2, $3, $4, true)',
    [organisationId, accountId, name, `${accountId}@service.example`],
  );
  return aSessionFor(test, accountId);
}

/** Signs in a parent with an account of their own, whom staff have joined to their children. */
export async function aParent(
  test: TestApp,
  children: readonly { authorityId: number; childId: string; contactId: string }[],
  name = 'Sarah Finch',
): Promise<string> {
  const accountId = randomUUID();
  await ownerPool().query(`insert into accounts (id, kind, email, name) values ($1, 'family', $2, $3)`, [
    accountId,
    `${accountId}@family.example`,
    name,
  ]);
  for (const { authorityId, childId, contactId } of children) {
    await ownerPool().query(
      `insert into children_access (authority_id, child_id, account_id, contact_id, basis, checked_by, joined_at)
       values ($1, $2, $3, $4, 'checked by staff', 'Priya Raman', $5)`,
      [authorityId, childId, accountId, contactId, test.clock.now],
    );
  }
  return aSessionFor(test, accountId);
}

/** Opens a tracker, as a one-time code does: for whom it was sent to, whoever is first on the file, or (null) nobody on it. */
export async function aFamily(
  test: TestApp,
  childIds: readonly string[],
  contactId?: string | null,
): Promise<string> {
  const { database, config, now } = test.services;
  const { rows } = await ownerPool().query<{ id: string }>(
    'select id from children_contacts where child_id = any($1::uuid[]) order by restricted, recorded_at, name limit 1',
    [childIds],
  );
  const trackerContact = contactId === undefined ? (rows[0]?.id ?? null) : contactId;
  return startSession(database, { trackerChildren: childIds, trackerContact }, now(), config.session);
}

/** Signs in the holder of an account. */
export function aSessionFor(test: TestApp, accountId: string): Promise<string> {
  const { database, config, now } = test.services;
  return startSession(database, { accountId, secondFactor: true }, now(), config.session);
}

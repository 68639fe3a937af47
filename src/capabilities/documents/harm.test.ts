import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { eicar, type Scanner, startClamd } from '../../../test/support/clamd.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aStaffMember } from '../../../test/support/people.ts';
import { scanDocument, storeDocument } from '../../platform/documents/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { tellOfHarm } from './index.ts';

let service: TestApp;
let authority: number;
let scanner: Scanner | null = null;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority);
  scanner = await startClamd();
}, 300_000);
afterAll(async () => {
  await scanner?.stop();
  await service.app.close();
});
beforeEach(({ skip }) => {
  if (scanner === null) return skip('no scanner');
  service.services.config.clamd = scanner.address;
});

test('whoever sent a file that did not pass is told once, and the managers, in words that name no child', async () => {
  const childId = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  await aStaffMember(service, authority, 'manager', 'Grace Manager');
  await aStaffMember(service, authority, 'caseworker', 'Priya Raman');
  const { rows: accounts } = await ownerPool().query(
    `select account_id as id from staff_roles where authority_id = $1 and name = 'Priya Raman'`,
    [authority],
  );
  const accountId = String(accounts[0].id);
  const priya = {
    kind: 'staff',
    accountId,
    name: 'Priya Raman',
    authorityId: authority,
    roles: ['caseworker'],
  } as const;
  const sent = await withLens(service.services.database, priya, (tx) =>
    storeDocument(service.services, tx, Readable.from([eicar()]), {
      authorityId: authority,
      name: 'About Amira.txt',
      kind: 'report',
      childId,
    }),
  );
  if (!sent.ok) throw new Error(sent.message);
  const job = { authorityId: authority, documentId: sent.value };
  await Promise.all([1, 2].map(() => scanDocument(job, service.services, tellOfHarm)));
  const { rows } = await ownerPool().query(
    `select recipient_name as to, subject || body as words from letters where authority_id = $1 and template = 'file not passed' order by 1`,
    [authority],
  );
  expect(rows.map(({ to }) => to)).toEqual(['Grace Manager', 'Priya Raman']);
  for (const { words } of rows) {
    expect(words).toContain('did not pass the check for viruses');
    expect(words).not.toContain('Amira');
  }
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aParent, aProfessional } from '../../../test/support/people.ts';
import { ANSWERS, answerAll, aRequestFrom, SEEN } from './examples.ts';

/* Where a parent lives whom somebody else named, and that the child's address is theirs only where that was said. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

const FOSTERED = { address: '5 Fostering Way\nWexcombe', postcode: 'WX7 7WX' };
const HOME = { address_lines: ['5 Fostering Way', 'Wexcombe'], postcode: 'WX7 7WX', lives_elsewhere: false };
const NOWHERE = { address_lines: [], postcode: null, lives_elsewhere: false };
const MOTHER = { contactName: 'Ann Salow', relationship: 'birth mother', email: 'ann@salow.example' };

/** A school or staff ask, or somebody tells; returns the child and the one person put on the file. */
async function asked(source: 'school' | 'staff' | 'attention', familyName: string, parentHome = {}) {
  const asker = browser(wexcombe);
  if (source === 'staff') asker.signInWith(await aCaseworker(wexcombe, authority));
  if (source === 'school') {
    const school = randomUUID();
    await ownerPool().query(
      `insert into organisations (id, name, kind) values ($1, 'Larkfield', 'school or college')`,
      [school],
    );
    asker.signInWith(await aProfessional(wexcombe, school));
  }
  const name = { givenNames: 'Ivy', familyName, preferredName: '' };
  const told = {
    'told-parent': { toldParent: 'told', toldWords: '' },
    'their-parent': { ...MOTHER, phone: '' },
  };
  const draft = await answerAll(asker, source, {
    ...(source === 'attention' ? { ...SEEN, ...told, 'where-they-live': FOSTERED } : ANSWERS),
    received: {
      ...{ 'receivedOn-day': '3', 'receivedOn-month': '2', 'receivedOn-year': '2025' },
      ...{ receivedHow: 'letter', requestedBy: 'parent' },
    },
    ...{ name, address: FOSTERED, parent: { ...MOTHER, prefers: 'email', phone: '' } },
    'parent-home': parentHome,
  });
  const sent = await asker.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    `select c.id, c.child_id, c.address_lines, c.postcode, c.lives_elsewhere from request_drafts d join requests r on r.id = d.request_id
     left join children_contacts c on c.id = r.contact_id where d.id = $1`,
    [draft],
  );
  const { id: contactId, child_id: childId, ...home } = rows[0];
  return { contactId, childId, home };
}

test.each(['school', 'staff', 'attention'] as const)(
  'asked by %s, a child’s foster address does not become that of the mother whose email was given',
  async (source) => {
    const { home, childId, contactId } = await asked(source, 'Salow', { parentLives: 'elsewhere' });
    expect(home).toEqual({ ...NOWHERE, lives_elsewhere: true });
    const mother = browser(wexcombe);
    mother.signInWith(await aParent(wexcombe, [{ authorityId: authority, childId, contactId }], 'Ann Salow'));
    const details = (await mother.get(`/family/${childId}/contact-details`)).body;
    expect(details).toContain('ann@salow.example');
    expect(details).not.toContain('Fostering');
    expect(details).not.toContain('WX7 7WX');
  },
);

test.each([
  ['with the child', { parentLives: 'with the child' }, HOME],
  [
    'elsewhere, with where to write',
    { parentLives: 'elsewhere', parentAddress: '9 Quay Street', parentPostcode: 'wx1 4ab' },
    { address_lines: ['9 Quay Street'], postcode: 'WX1 4AB', lives_elsewhere: true },
  ],
  ['nobody knows where', { parentLives: 'not known' }, NOWHERE],
  ['and nothing is said of it', {}, NOWHERE],
])(
  'a parent who lives %s is written to there, and the request is received all the same',
  async (_where, said, home) => {
    expect((await asked('school', 'Marsh', said)).home).toEqual(home);
  },
);

test('a neighbour who knows of no parent has whoever looks after the child written to at home', async () => {
  const neighbour = browser(wexcombe);
  const nobody = { contactName: '', relationship: '', email: '', phone: '' };
  const name = { givenNames: 'Bobbie', familyName: 'Unnamed', preferredName: '' };
  const draft = await answerAll(neighbour, 'attention', { ...SEEN, name, 'their-parent': nobody });
  expect((await neighbour.get(`/drafts/${draft}/parent-home`)).statusCode).toBe(404);
  await neighbour.post(`/drafts/${draft}/request`, { idempotencyKey: randomUUID() });
  const { rows } = await ownerPool().query(
    `select l.address from letters l join children c on c.id = l.child_id where c.family_name = 'Unnamed' and c.authority_id = $1`,
    [authority],
  );
  expect(rows).toEqual([{ address: ['9 Quay Street', 'WX1 4AB'] }]);
});

test('a parent who asks is asked nothing more, and their own address is theirs', async () => {
  const parent = browser(wexcombe);
  const { draft, requestId } = await aRequestFrom(parent, {
    name: { givenNames: 'Robin', familyName: 'Ownhome', preferredName: '' },
  });
  expect((await parent.get(`/drafts/${draft}/parent-home`)).statusCode).toBe(404);
  const { rows } = await ownerPool().query(
    'select c.postcode from children_contacts c join requests r on r.contact_id = c.id where r.id = $1',
    [requestId],
  );
  expect(rows).toEqual([{ postcode: 'WX1 4AB' }]);
});

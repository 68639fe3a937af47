import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional, aStaffMember } from '../../../test/support/people.ts';
import { A_PDF } from '../../platform/documents/examples.ts';
import { findDocument, listDocuments, shareDocument, storeDocument } from '../../platform/documents/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { raiseDueReviews } from './index.ts';

const GROUND = 'Serious harm to the child';
let service: TestApp;
let authority: number;
let childId: string;
let documentId: string;
let at: string;
let priya: ReturnType<typeof browser>;
let family: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  service = await testApp(authority, '2025-02-03', {
    WITHHOLDING_GROUNDS: `${GROUND}; Another’s confidence`,
  });
});
afterAll(() => service.app.close());
beforeEach(async () => {
  service.clock.now = new Date('2025-02-03T10:00:00Z');
  childId = randomUUID();
  await ownerPool().query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Amira', 'Invented', '2017-05-04')`,
    [authority, childId],
  );
  documentId = await arrives('Social worker’s report.pdf');
  at = `/children/${childId}/documents/${documentId}/withholding`;
  priya = await signedIn(await aCaseworker(service, authority));
  family = await signedIn(await aFamily(service, [childId]));
});

async function signedIn(token: string) {
  const person = browser(service);
  person.signInWith(token);
  return person;
}

const system = () => ({ kind: 'system', authorityId: authority }) as const;

async function arrives(name: string, made: { madeHere?: true } = {}): Promise<string> {
  const meta = { authorityId: authority, name, kind: 'report', childId, ...made };
  const kept = await withLens(service.services.database, system(), (tx) =>
    storeDocument(service.services, tx, Readable.from([A_PDF]), meta),
  );
  if (!kept.ok) throw new Error(kept.message);
  return kept.value;
}

function withhold(fields: Record<string, string> = {}, who = priya) {
  const review = { 'reviewBy-day': '3', 'reviewBy-month': '3', 'reviewBy-year': '2025' };
  return who.post(at, {
    idempotencyKey: randomUUID(),
    ground: GROUND,
    reason: 'A risk to Amira',
    ...review,
    ...fields,
  });
}

const look = (fields: Record<string, string>) =>
  priya.post(`${at}/review`, { idempotencyKey: randomUUID(), ...fields });

test('the family sees a document when it arrives, and opens it', async () => {
  expect((await family.get(`/children/${childId}/documents`)).body).toContain('Social worker’s report.pdf');
  expect((await family.get(`/documents/${documentId}`)).statusCode).toBe(200);
});

describe('withheld', () => {
  test('it is nowhere for the family: not listed, not opened, not in what happened; and it is there again once lifted', async () => {
    expect((await withhold()).statusCode).toBe(303);
    expect((await family.get(`/children/${childId}/documents`)).body).not.toContain('Social worker');
    expect((await family.get(`/documents/${documentId}`)).statusCode).toBe(404);
    expect(await eventsSeenByFamily()).toEqual([]);
    const page = (await priya.get(at)).body;
    for (const words of [
      'Withheld from the family',
      'Priya Raman',
      GROUND,
      'A risk to Amira',
      '3 March 2025',
    ])
      expect(page).toContain(words);
    expect((await look({ outcome: 'lift', reason: 'The risk has passed' })).statusCode).toBe(303);
    expect((await family.get(`/documents/${documentId}`)).statusCode).toBe(200);
    expect(await eventsSeenByFamily()).toContain('document added');
    expect((await priya.get(at)).body).toContain('The risk has passed');
  });

  test('the family is told of it when it is there again, and not before', async () => {
    await withhold();
    expect((await look({ outcome: 'keep', reason: 'Still a risk', ...again })).statusCode).toBe(303);
    expect(await newsOfIt()).toEqual([]);
    await look({ outcome: 'lift', reason: 'The risk has passed' });
    expect(await newsOfIt()).toEqual(['document shown to the family']);
    expect(await eventsSeenByFamily()).toContain('document shown to the family');
  });

  const again = { 'reviewBy-day': '3', 'reviewBy-month': '4', 'reviewBy-year': '2025' };

  async function newsOfIt() {
    const { rows } = await ownerPool().query(
      `select kind from family_news where child_id = $1 and kind <> 'document added'`,
      [childId],
    );
    return rows.map(({ kind }) => kind);
  }

  test('its existence is not to be told from the family’s own pages', async () => {
    await withhold();
    const before = (await family.get(`/children/${childId}/documents`)).body;
    await ownerPool().query('delete from document_withholding_acts where document_id = $1', [documentId]);
    await ownerPool().query('delete from document_scans where document_id = $1', [documentId]);
    await ownerPool().query('delete from documents where id = $1', [documentId]);
    expect((await family.get(`/children/${childId}/documents`)).body).toBe(before);
  });

  async function eventsSeenByFamily() {
    const actor = {
      kind: 'family',
      accountId: null,
      sessionId: randomUUID(),
      name: 'Nadia',
      childIds: [childId],
    } as const;
    return withLens(service.services.database, actor, async (tx) => {
      const rows = await tx.selectFrom('events').select('kind').where('subject', '=', 'document').execute();
      return rows.map(({ kind }) => kind);
    });
  }

  test.each([
    [{ reason: '' }, 'Enter why they must not see it'],
    [{ ground: 'Because' }, 'Choose the ground you rely on'],
    [{ 'reviewBy-year': '2024' }, 'The day must be in the future'],
    [{ 'reviewBy-year': '2027' }, 'The day must be within a year'],
    [
      { 'reviewBy-day': '', 'reviewBy-month': '', 'reviewBy-year': '' },
      'Enter the day by which somebody looks',
    ],
  ])('not without %o, and nothing typed is lost', async (fields, message) => {
    const answer = await withhold({ reason: 'Kept words', ...fields });
    expect([answer.statusCode, answer.body.includes(message)]).toEqual([400, true]);
    if (!('reason' in fields)) expect(answer.body).toContain('Kept words');
    expect((await family.get(`/documents/${documentId}`)).statusCode).toBe(200);
  });

  test('by nobody else: neither the family, nor a school, nor staff without the role, and none of them is told of it', async () => {
    const finance = await signedIn(await aStaffMember(service, authority, 'finance', 'Noor Field'));
    for (const other of [family, finance]) {
      expect((await withhold({}, other)).statusCode).toBe(404);
      expect((await other.get(at)).statusCode).toBe(404);
    }
  });

  test('never what the service wrote for the family', async () => {
    documentId = await arrives('Final plan.pdf', { madeHere: true });
    at = `/children/${childId}/documents/${documentId}/withholding`;
    expect((await withhold()).body).toContain('cannot be withheld from them');
    expect((await family.get(`/documents/${documentId}`)).statusCode).toBe(200);
  });

  test('once, by two at once; the second is told', async () => {
    const answers = await Promise.all([withhold(), withhold({ reason: 'Another reason' })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
    const { rows } = await ownerPool().query(
      'select act from document_withholding_acts where document_id = $1',
      [documentId],
    );
    expect(rows).toEqual([{ act: 'withheld' }]);
  });
});

describe('an organisation it was put before', () => {
  let school: string;
  let helen: ReturnType<typeof browser>;

  beforeEach(async () => {
    school = randomUUID();
    await ownerPool().query(
      `insert into organisations (id, kind, name) values ($1, 'school or college', 'Fernhill School')`,
      [school],
    );
    await share();
    helen = await signedIn(await aProfessional(service, school));
    expect((await helen.get(`/documents/${documentId}`)).statusCode).toBe(200);
  });

  async function share() {
    await withLens(service.services.database, system(), async (tx) => {
      const document = await findDocument(tx, documentId);
      if (document !== undefined) await shareDocument(tx, document, school);
    });
  }

  test('no longer reads it once it is withheld, put before it again or not', async () => {
    await withhold();
    expect((await helen.get(`/documents/${documentId}`)).statusCode).toBe(404);
    await share();
    expect((await helen.get(`/documents/${documentId}`)).statusCode).toBe(404);
  });

  test('goes on reading it where staff say so', async () => {
    await withhold({ organisations: 'yes' });
    expect((await helen.get(`/documents/${documentId}`)).statusCode).toBe(200);
    expect((await family.get(`/documents/${documentId}`)).statusCode).toBe(404);
  });
});

describe('the review', () => {
  test('is raised once, the night it is due, to the managers where nobody has the case, naming no child', async () => {
    await aStaffMember(service, authority, 'manager', 'Grace Manager');
    await withhold();
    expect(await raiseDueReviews(service.services)).toBe(0);
    service.clock.now = new Date('2025-03-03T02:15:00Z');
    await Promise.all([raiseDueReviews(service.services), raiseDueReviews(service.services)]);
    const { rows } = await ownerPool().query(
      `select recipient_name as to, subject || body as words, child_id from letters where template = 'withheld document to review' and body like $1`,
      [`%${documentId}%`],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ to }) => to)).size).toBe(rows.length);
    for (const { words, child_id } of rows) {
      expect(words).not.toMatch(/Amira|Social worker/);
      expect(child_id).toBeNull();
    }
    const list = (await (await signedIn(await aCaseworker(service, authority))).get('/withheld-documents'))
      .body;
    expect(list).toContain('Social worker’s report.pdf');
  });

  test('keeps it back to another day, and is raised again then', async () => {
    await withhold();
    service.clock.now = new Date('2025-03-03T10:00:00Z');
    priya = await signedIn(await aCaseworker(service, authority));
    const next = { 'reviewBy-day': '1', 'reviewBy-month': '4', 'reviewBy-year': '2025' };
    expect((await look({ outcome: 'keep', reason: 'Still a risk', ...next })).statusCode).toBe(303);
    expect(await raiseDueReviews(service.services)).toBe(0);
    service.clock.now = new Date('2025-04-01T02:15:00Z');
    expect(await raiseDueReviews(service.services)).toBe(1);
    const seen = await withLens(service.services.database, system(), (tx) => listDocuments(tx, childId));
    expect(seen.find(({ id }) => id === documentId)?.withheldFromFamily).toBe(true);
  });
});

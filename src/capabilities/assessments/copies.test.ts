import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aProfessional } from '../../../test/support/people.ts';
import { A_PDF } from '../../platform/documents/examples.ts';
import { storeDocument } from '../../platform/documents/index.ts';
import { type Actor, withLens } from '../../platform/lens/index.ts';
import { ASK, anAskedAdvice, anAssessment, anOrganisation, onDay, sign, write } from './examples.ts';

/* Whoever is asked for advice has the family's own words and evidence, and others' advice where staff give it. */

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

const key = () => ({ idempotencyKey: randomUUID() });

/** An assessment whose request says what is hard, and where the family lives. */
async function anAssessmentThatSays(words: string) {
  const made = await anAssessment(wexcombe, authority);
  await ownerPool().query('update requests set stated = $2 where id = $1', [
    made.requestId,
    JSON.stringify([
      { question: 'What is hard at home, at school or elsewhere', answer: words },
      { question: 'Address', answer: '1 Secret Street' },
      { question: 'Help so far (optional)', answer: '' },
    ]),
  ]);
  return made;
}

async function ask(
  made: Awaited<ReturnType<typeof anAssessment>>,
  organisationId: string,
  changes: Record<string, string> = {},
) {
  const at = `/assessments/${made.assessmentId}/advice-requests`;
  await made.caseworker.post(at, { ...ASK, organisationId, ...key(), ...changes });
  const { rows } = await ownerPool().query(
    'select id from advice_requests where assessment_id = $1 and organisation_id = $2',
    [made.assessmentId, organisationId],
  );
  const person = browser(wexcombe);
  person.signInWith(await aProfessional(wexcombe, organisationId, 'David Lindqvist'));
  const id: string = rows[0].id;
  return { id, person, read: async () => (await person.get(`/advice/${id}`)).body };
}

test('the words of the request reach whoever is asked, without where anybody lives', async () => {
  const made = await anAssessmentThatSays('Loud rooms are too much for Robin.');
  const asked = await ask(made, psychology);
  const body = await asked.read();
  expect(body).toContain('What the request for an assessment said');
  expect(body).toContain('Loud rooms are too much for Robin.');
  expect(body).not.toContain('Secret Street');
});

test('a teller’s words are not the family’s: staff give them or not, without whose they are and whether it is safe to tell the family', async () => {
  const made = await anAssessment(wexcombe, authority);
  await ownerPool().query(
    `update requests set source = 'other', requester_name = 'Maud Teller', stated = $2 where id = $1`,
    [
      made.requestId,
      JSON.stringify([
        { question: 'What you have seen', answer: 'Robin never speaks at nursery.' },
        {
          question: 'What they said, and any organisation you told them could help (optional)',
          answer: 'He has threatened her',
        },
      ]),
    ],
  );
  const form = await made.caseworker.get(`/assessments/${made.assessmentId}/advice-requests?paragraph=d`);
  expect(form.body).toContain('What whoever told us about the child said');
  expect(form.body).not.toMatch(/value="request:[^"]*"[^>]* checked/);
  const asked = await ask(made, psychology);
  expect(await asked.read()).not.toContain('never speaks');
  const copies = `request:${made.requestId}`;
  const other = await ask(made, await anOrganisation('Hollybank Therapy'), { paragraph: 'f', copies });
  const body = await other.read();
  expect(body).toContain('Robin never speaks at nursery.');
  expect(body).not.toMatch(/threatened|Maud Teller/);
});

test('staff leave the words out where they choose to, and the record says what was given', async () => {
  const made = await anAssessmentThatSays('Loud rooms are too much for Robin.');
  const asked = await ask(made, psychology, { copies: '' });
  expect(await asked.read()).not.toContain('Loud rooms');
  const { rows } = await ownerPool().query(
    `select 1 from events where child_id = $1 and kind = 'copy given to whoever advises'`,
    [made.childId],
  );
  expect(rows).toEqual([]);
});

test('another’s signed advice is given by staff, is read as it was then, and by nobody else', async () => {
  const first = await anAskedAdvice(wexcombe, authority, psychology);
  await write(first.psychologist, first.adviceRequestId);
  await sign(first.psychologist, first.adviceRequestId);
  const therapy = await ask(first, await anOrganisation('Hollybank Therapy'), { paragraph: 'f' });
  expect(await therapy.read()).not.toContain('Pre-teaching of vocabulary');
  const at = `/assessments/${first.assessmentId}/advice-requests/${therapy.id}/copies`;
  const { body } = await first.caseworker.get(at);
  const copies = /value="(advice:[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
  expect((await first.caseworker.post(at, { copies: '', ...key() })).body).toContain(
    'Select what to give them',
  );
  expect((await first.caseworker.post(at, { copies, ...key() })).statusCode).toBe(303);
  expect(await therapy.read()).toContain('Pre-teaching of vocabulary');
  const other = browser(wexcombe);
  other.signInWith(await aProfessional(wexcombe, await anOrganisation('Otherton'), 'Ruth Adeyemi'));
  expect((await other.get(`/advice/${therapy.id}`)).statusCode).toBe(404);
  // What is given twice is one copy, and what is taken back takes its copies with it.
  await first.caseworker.post(at, { copies, ...key() });
  const kept = await ownerPool().query('select 1 from advice_copies where advice_request_id = $1', [
    therapy.id,
  ]);
  expect(kept.rows).toHaveLength(1);
  await first.caseworker.post(`/assessments/${first.assessmentId}/advice-requests/${therapy.id}/withdrawal`, {
    reason: 'A mistake',
    ...key(),
  });
  const lens = { kind: 'organisation', accountId: randomUUID(), name: 'X', administrator: false } as const;
  const { rows } = await ownerPool().query(
    'select organisation_id as id from advice_requests where id = $1',
    [therapy.id],
  );
  const seen = await withLens(wexcombe.services.database, { ...lens, organisationId: rows[0].id }, (tx) =>
    tx.selectFrom('advice_copies').select('title').execute(),
  );
  expect(seen).toEqual([]);
});

/** A file on a child's file, sent by somebody. */
async function aFile(actor: Actor, childId: string, name: string): Promise<string> {
  const meta = { authorityId: authority, childId, kind: 'report', name };
  const stored = await withLens(wexcombe.services.database, actor, (tx) =>
    storeDocument(wexcombe.services, tx, Readable.from([A_PDF]), meta),
  );
  if (!stored.ok) throw new Error(stored.message);
  return stored.value;
}

test('a family’s own report stands beside the rest: staff, family, advisers and the plan read it on equal terms', async () => {
  const made = await anAssessment(wexcombe, authority);
  const system = { kind: 'system', authorityId: authority } as const;
  const documentId = await aFile(system, made.childId, 'Private assessment.pdf');
  const at = `/assessments/${made.assessmentId}/reports`;
  const report = {
    documentId,
    signedName: 'Dr Ines Whitlock',
    signedRole: 'Independent speech and language therapist',
    statement: 'Robin needs a symbol timetable.',
    ...onDay('signedOn', '3', '2', '2025'),
    ...onDay('returnedOn', '7', '2', '2025'),
  };
  expect((await made.caseworker.post(at, { ...report, documentId: '', ...key() })).body).toContain(
    'Select the document that is the report',
  );
  const sent = await made.caseworker.post(at, { ...report, ...key() });
  expect(sent.statusCode).toBe(303);
  const staffRead = (await made.caseworker.get(String(sent.headers.location))).body;
  expect(staffRead).toContain('Robin needs a symbol timetable.');
  expect(staffRead).toContain(`/documents/${documentId}`);
  expect((await made.caseworker.get(`/assessments/${made.assessmentId}`)).body).toContain(
    'Dr Ines Whitlock: a report the family sent',
  );
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [made.childId]));
  expect((await family.get(`/family/${made.childId}/advice`)).body).toContain('A report you sent us');
  const asked = await ask(made, psychology);
  const read = await asked.read();
  expect(read).toContain('Robin needs a symbol timetable.');
  expect(read).toContain('Independent speech and language therapist');
  expect((await asked.person.get(`/documents/${documentId}`)).statusCode).toBe(200);
  // It is under (h), so it hides no gap in what the law requires to be asked for.
  const { rows } = await ownerPool().query(
    `select paragraph, independent from advice_requests where assessment_id = $1 and organisation_id is null`,
    [made.assessmentId],
  );
  expect(rows).toEqual([{ paragraph: 'h', independent: true }]);
});

test('whoever advises attaches a file they sent, until they sign; and no file of anybody else’s', async () => {
  const made = await anAskedAdvice(wexcombe, authority, psychology);
  const { adviceRequestId, psychologist, childId, caseworker, assessmentId } = made;
  const us = { kind: 'organisation', accountId: randomUUID(), name: 'David Lindqvist' } as const;
  const mine = await aFile({ ...us, organisationId: psychology, administrator: true }, childId, 'Scores.pdf');
  const theirs = await aFile({ kind: 'system', authorityId: authority }, childId, 'Another.pdf');
  const at = `/advice/${adviceRequestId}/documents`;
  expect((await psychologist.get(at)).body).toContain('Scores.pdf');
  expect((await psychologist.post(at, { documents: theirs, ...key() })).body).toContain(
    'Select a file to attach',
  );
  expect((await psychologist.post(at, { documents: mine, ...key() })).statusCode).toBe(303);
  expect((await psychologist.get(`/advice/${adviceRequestId}`)).body).toContain('Files attached');
  await write(psychologist, adviceRequestId);
  expect((await sign(psychologist, adviceRequestId)).statusCode).toBe(303);
  const staffRead = await caseworker.get(`/assessments/${assessmentId}/advice-requests/${adviceRequestId}`);
  expect(staffRead.body).toContain('Scores.pdf');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}/advice/${adviceRequestId}`)).body).toContain('Scores.pdf');
  const late = await aFile({ ...us, organisationId: psychology, administrator: true }, childId, 'Late.pdf');
  expect((await psychologist.post(at, { documents: late, ...key() })).statusCode).toBe(400);
});

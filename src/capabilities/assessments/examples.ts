import { randomUUID } from 'node:crypto';
import { browser, type TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';

/** An organisation of the directory. */
export async function anOrganisation(name: string): Promise<string> {
  const id = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name) values ($1, 'educational psychology', $2)`,
    [id, name],
  );
  return id;
}

/** A child whose request is decided: to assess, on 10 February 2025, over HTTP; so an assessment is open. */
export async function anAssessment(test: TestApp, authority: number, bornOn = '2017-06-05') {
  const [childId, requestId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', $3)`,
    [authority, childId, bornOn],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, prefers, address_lines, parental_responsibility)
     values ($1, $2, $3, 'Jo Hartwell', 'mother', 'jo@hartwell.example', 'email', '{}', true)`,
    [authority, contactId, childId],
  );
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', 'Jo Hartwell', $5, '[]', now())`,
    [
      authority,
      requestId,
      `R-${requestId.slice(0, 4)}-${requestId.slice(4, 8)}`.toUpperCase(),
      childId,
      contactId,
    ],
  );
  test.clock.now = new Date('2025-02-10T10:00:00Z');
  const caseworker = browser(test);
  caseworker.signInWith(await aCaseworker(test, authority));
  await caseworker.post(`/requests/${requestId}/decision`, {
    hasOrMayHaveSen: 'yes',
    provisionMayBeNecessary: 'yes',
    evidence: 'The school’s records.',
    reasons: 'Robin may need more than the school can give.',
    whatWouldChange: 'Nothing now.',
    ...onDay('decidedOn', '10', '2', '2025'),
    idempotencyKey: randomUUID(),
  });
  const { rows } = await owner.query('select id from assessments where request_id = $1', [requestId]);
  const assessmentId: string = rows[0]?.id ?? '';
  return { childId, requestId, contactId, assessmentId, caseworker };
}

export function onDay(name: string, day: string, month: string, year: string): Record<string, string> {
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

export const ASK = {
  paragraph: 'd',
  adviserName: 'David Lindqvist',
  questions: 'How does Robin learn best?',
  contactId: '',
};

/** An assessment in which one psychologist has been asked for advice; and they, at their browser. */
export async function anAskedAdvice(test: TestApp, authority: number, organisationId: string) {
  const assessment = await anAssessment(test, authority);
  const { assessmentId, caseworker } = assessment;
  const sent = await caseworker.post(`/assessments/${assessmentId}/advice-requests`, {
    ...ASK,
    organisationId,
    idempotencyKey: randomUUID(),
  });
  if (sent.statusCode !== 303) throw new Error(sent.body);
  const { rows } = await ownerPool().query('select id from advice_requests where assessment_id = $1', [
    assessmentId,
  ]);
  const adviceRequestId: string = rows[0].id;
  const psychologist = browser(test);
  psychologist.signInWith(await aProfessional(test, organisationId, 'David Lindqvist'));
  return { ...assessment, adviceRequestId, psychologist };
}

export type Browser = ReturnType<typeof browser>;

/** Writes a need, an outcome for it, and the provision for that: nothing left to finish. */
export async function write(by: Browser, adviceRequestId: string) {
  const rows = `/advice/${adviceRequestId}/rows`;
  const save = async (fields: Record<string, string>) => {
    const saved = await by.post(rows, { ...fields, idempotencyKey: randomUUID(), version: '1' });
    if (saved.statusCode !== 303) throw new Error(saved.body);
    return (await by.get(`/advice/${adviceRequestId}`)).body;
  };
  const added = await save({
    kind: 'need',
    area: 'cognition and learning',
    text: 'Robin forgets instructions of more than two steps.',
    evidence: 'Working memory at the 4th percentile, 3 March 2025.',
  });
  const need = /rows\?kind=outcome&amp;under=([0-9a-f-]{36})/.exec(added)?.[1] ?? '';
  const more = await save({ kind: 'outcome', under: need, text: 'Robin follows three steps unprompted.' });
  const outcome = /rows\?kind=provision&amp;under=([0-9a-f-]{36})/.exec(more)?.[1] ?? '';
  await save({
    kind: 'provision',
    under: outcome,
    what: 'Pre-teaching of vocabulary',
    who: 'A teaching assistant trained by the psychologist',
    ratio: '1 to 1',
    frequency: '3 times a week',
    durationEachTime: '30 minutes',
    review: 'Each term',
  });
  return { need, outcome };
}

/** Signs the advice as its author read it. */
export async function sign(by: Browser, adviceRequestId: string, changes: Record<string, string> = {}) {
  const shown = await by.get(`/advice/${adviceRequestId}/signature`);
  const version = /name="version" value="(\d+)"/.exec(shown.body)?.[1] ?? '';
  return by.post(`/advice/${adviceRequestId}/signature`, {
    name: 'David Lindqvist',
    role: 'Educational psychologist, HCPC registered',
    confirmed: 'yes',
    version,
    ...onDay('signedOn', '10', '2', '2025'),
    idempotencyKey: randomUUID(),
    ...changes,
  });
}

export const DECISION = {
  necessary: 'yes',
  evidence: 'The advice of David Lindqvist.',
  reasons: 'Robin needs provision the school cannot make from its own resources.',
  whatWouldChange: 'Nothing now.',
  ...onDay('decidedOn', '10', '2', '2025'),
};

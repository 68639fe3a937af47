import { randomUUID } from 'node:crypto';
import { browser, type TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';

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

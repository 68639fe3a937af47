import { randomUUID } from 'node:crypto';
import { aDraft, FERNTON } from '../../src/capabilities/plans/examples.ts';
import { ownerPool } from './database.ts';

type Wanted = { on?: string; authorId?: string; type?: string };

/** A child with a plan issued on a day, whose case was somebody's; by its reference. */
export async function anIssuedPlan(
  authority: number,
  { on = '2026-03-02', authorId, type }: Wanted = {},
): Promise<{ childId: string; planId: string; versionId: string; reference: string }> {
  const [childId, contactId, requestId, assessmentId, planId, versionId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  );
  const reference = `R-${requestId?.slice(0, 4)}-${requestId?.slice(4, 8)}`.toUpperCase();
  const place = { kind: 'named', settings: [type === undefined ? FERNTON : { ...FERNTON, type }] };
  const insert = (text: string, values: readonly unknown[]) => ownerPool().query(text, [...values]);
  await insert(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, $2, 'Asha', 'Example', '2017-05-04') returning 1)
     insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $3, $2, 'Robin Example', 'mother', 'robin@example.org', true)`,
    [authority, childId, contactId],
  );
  await insert(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-10-06', 'online', 'parent', 'Robin Example', $5, '[]', now())`,
    [authority, requestId, reference, childId, contactId],
  );
  await insert(
    `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'assess', true, true, 'e', 'r', 'w', '2025-10-13', '2025-10-13', 'Priya Raman')`,
    [authority, requestId, childId],
  );
  await insert(
    `insert into assessments (authority_id, id, request_id, child_id, opened_on) values ($1, $2, $3, $4, '2025-10-13')`,
    [authority, assessmentId, requestId, childId],
  );
  await insert(
    `insert into plans (authority_id, id, child_id, request_id, assessment_id, opened_on) values ($1, $2, $3, $4, $5, '2026-01-05')`,
    [authority, planId, childId, requestId, assessmentId],
  );
  await insert(
    `insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, officer)
     values ($1, $2, $3, $4, 'final', 1, $5, repeat('0', 64), $6, $6, 'Priya Raman')`,
    [authority, versionId, planId, childId, JSON.stringify({ ...aDraft(), sectionI: place }), on],
  );
  if (authorId !== undefined)
    await insert(
      `insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
       select $1, gen_random_uuid(), $2, id, name, '', 'Tom Ashdown', '2025-10-06' from accounts where id = $3`,
      [authority, childId, authorId],
    );
  return { childId: String(childId), planId: String(planId), versionId: String(versionId), reference };
}

import { randomUUID } from 'node:crypto';
import { ownerPool } from '../../../test/support/database.ts';

/* Invented children at the end of a stage, for tests of who is asked and who answers. */

type Person = {
  name: string;
  prefers?: 'email' | 'text' | 'post';
  restricted?: boolean;
  relationship?: string;
};

const insert = (text: string, values: readonly unknown[]) => ownerPool().query(text, [...values]);

/** A child whose family was told on a day whether there would be an assessment. */
export async function aDecidedChild(
  authority: number,
  notifiedOn: string,
  people: readonly Person[] = [{ name: 'Ann Hartwell' }],
  bornOn = '2016-05-04',
) {
  const childId = randomUUID();
  await insert(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', $3)`,
    [authority, childId, bornOn],
  );
  const contactIds: string[] = [];
  for (const [place, person] of people.entries()) {
    const id = randomUUID();
    contactIds.push(id);
    const { name, prefers = 'email', restricted = false, relationship = 'parent' } = person;
    await insert(
      `insert into children_contacts (authority_id, id, child_id, name, relationship, email, phone, address_lines, postcode, parental_responsibility, prefers, restricted, restricted_reason)
       values ($1, $2::uuid, $3, $4, $5, $2::text || '@hartwell.example', $6, $7, $8, true, $9, $10, $11)`,
      [
        ...[authority, id, childId, name, relationship, `07700 90010${place}`],
        ...[[`${place + 1} Sample Lane`], `WX2 ${place + 1}AB`, prefers, restricted],
        restricted ? 'A court order' : null,
      ],
    );
  }
  const requestId = await aDecision(authority, childId, notifiedOn);
  return { childId, contactIds, requestId };
}

/** Another request of a child's, decided on a day. */
export async function aDecision(authority: number, childId: string, notifiedOn: string): Promise<string> {
  const requestId = randomUUID();
  const reference = `R-${requestId.slice(0, 4)}-${requestId.slice(9, 13)}`.toUpperCase();
  await insert(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, $2, $3, $4, $5::date - 30, 'letter', 'parent', 'Jo', '[]', now())`,
    [authority, requestId, reference, childId, notifiedOn],
  );
  await insert(
    `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'do not assess', true, false, 'e', 'r', 'w', $4, $4, 'Priya Raman')`,
    [authority, requestId, childId, notifiedOn],
  );
  return requestId;
}

export async function anOrganisation(kind = 'school or college'): Promise<string> {
  const id = randomUUID();
  await insert('insert into organisations (id, kind, name) values ($1, $2, $3)', [
    id,
    kind,
    `Northmoor ${id}`,
  ]);
  return id;
}

/** Advice that an organisation returned on a day. */
export async function anAdvice(
  authority: number,
  { childId, requestId }: { childId: string; requestId: string },
  { organisationId, returnedOn }: { organisationId: string; returnedOn: string },
): Promise<string> {
  const [assessmentId, id] = [randomUUID(), randomUUID()];
  await insert(
    `insert into assessments (authority_id, id, request_id, child_id, opened_on) values ($1, $2, $3, $4, $5::date - 40)
     on conflict do nothing`,
    [authority, assessmentId, requestId, childId, returnedOn],
  );
  await insert(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on) values ($1, $2, $3, 'advice asked for', $4::date - 40)`,
    [authority, childId, organisationId, returnedOn],
  );
  await insert(
    `insert into advice_requests (authority_id, child_id, id, assessment_id, paragraph, organisation_id, adviser_name, questions, asked_on, received_on, asked_by)
     select $1, $2, $3, id, 'c', $4, 'Amina Yusuf', 'How?', $5::date - 40, $5::date - 40, 'Priya Raman' from assessments where request_id = $6`,
    [authority, childId, id, organisationId, returnedOn, requestId],
  );
  await insert(
    `insert into advice (authority_id, id, child_id, advice_request_id, number, content, signed_name, signed_role, signed_on, returned_on)
     values ($1, gen_random_uuid(), $2, $3, 1, '{}', 'Amina Yusuf', 'Therapist', $4, $4)`,
    [authority, childId, id, returnedOn],
  );
  return id;
}

/** Who was asked about a child: each person's name, or the organisation's id, with the stage, the kind and whether they were written to. */
export async function askedAbout(childId: string) {
  const { rows } = await ownerPool().query(
    `select i.id, coalesce(c.name, i.organisation_id::text) as who, i.stage, i.kind, i.asked_on::text as on, l.channel
     from experience_invitations i left join children_contacts c on c.id = i.contact_id
     left join letters l on l.id = i.letter_id where i.child_id = $1 order by i.asked_on, who`,
    [childId],
  );
  return rows;
}

/** A sheet as a form sends it. */
export function aSheet(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { idempotencyKey: randomUUID(), 'told-clearly': '5', 'listened-to': '2', consent: 'yes', ...more };
}

export type Asked = {
  kind?: 'family' | 'young person';
  stage?: string;
  askedOn: string;
  how: 'answered' | 'declined' | 'closed' | null;
  answers?: Readonly<Record<string, number>>;
  words?: string;
  childId?: string;
  contactId?: string;
};

/** Somebody in a family who was asked, and what became of it, as the service leaves it. */
export async function anAsked(authority: number, one: Asked): Promise<void> {
  const { kind = 'family', stage = 'deciding', askedOn, how, answers = {}, words } = one;
  const made =
    one.childId === undefined || one.contactId === undefined
      ? await aDecidedChild(authority, '2020-01-06')
      : { childId: one.childId, contactIds: [one.contactId] };
  const id = randomUUID();
  await insert(
    `insert into experience_invitations (authority_id, id, child_id, contact_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
     values ($1, $2, $3, $4, $5, $6, gen_random_uuid(), $7::date - 7, $7, $7::date + 42)`,
    [authority, id, made.childId, made.contactIds[0], stage, kind, askedOn],
  );
  if (how === null) return;
  await insert('insert into experience_replies (authority_id, invitation_id, how) values ($1, $2, $3)', [
    ...[authority, id, how],
  ]);
  if (how !== 'answered') return;
  await insert(
    `insert into experience_answers (authority_id, stage, kind, quarter_on, question, answer)
     select $1, $2, $3, date_trunc('quarter', $4::timestamp), key, value::smallint from jsonb_each_text($5::jsonb)`,
    [authority, stage, kind, askedOn, JSON.stringify(answers)],
  );
  if (words !== undefined)
    await insert(
      `insert into experience_words (authority_id, stage, kind, quarter_on, words) values ($1, $2, $3, date_trunc('quarter', $4::timestamp), $5)`,
      [authority, stage, kind, askedOn, words],
    );
}

/** What follows for a child: told of the plan to come, the plan issued, and a place begun, each on its day. */
export async function aPlannedChild(
  authority: number,
  { childId, requestId }: { childId: string; requestId: string },
  on: { told: string; issued: string; placed: string; leftOn?: string },
): Promise<void> {
  const [assessmentId, planId, placementId] = [randomUUID(), randomUUID(), randomUUID()];
  const of = [authority, childId];
  await insert(
    `insert into assessments (authority_id, child_id, id, request_id, opened_on) values ($1, $2, $3, $4, $5::date - 60)`,
    [...of, assessmentId, requestId, on.told],
  );
  await insert(
    `insert into assessment_decisions (authority_id, child_id, assessment_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'issue', 'e', 'r', 'w', $4, $4, 'Priya Raman')`,
    [...of, assessmentId, on.told],
  );
  await insert(
    `insert into plans (authority_id, child_id, id, request_id, assessment_id, opened_on) values ($1, $2, $3, $4, $5, $6)`,
    [...of, planId, requestId, assessmentId, on.told],
  );
  await insert(
    `insert into plan_versions (authority_id, child_id, id, plan_id, kind, number, content, content_hash, sent_on, served_on, officer)
     values ($1, $2, gen_random_uuid(), $3, 'final', 1, '{"sectionI": {"kind": "type only"}}', repeat('0', 64), $4, $4, 'Priya Raman')`,
    [...of, planId, on.issued],
  );
  await insert(
    `insert into placements (authority_id, child_id, id, kind, rank, setting_name, words, from_on, recorded_by)
     values ($1, $2, $3, 'setting', 1, 'A setting', '', $4, 'Priya Raman')`,
    [...of, placementId, on.placed],
  );
  if (on.leftOn !== undefined)
    await insert(
      `insert into placement_ends (authority_id, child_id, placement_id, how, words, ended_on, ended_by)
       values ($1, $2, $3, 'broke down', 'w', $4, 'Priya Raman')`,
      [...of, placementId, on.leftOn],
    );
}

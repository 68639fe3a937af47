import { randomUUID } from 'node:crypto';
import { ownerPool } from '../../../../test/support/database.ts';

/* Invented cases as they leave their rows, for tests of what is counted. */

export type Case = {
  receivedOn: string;
  decided?: { outcome: 'assess' | 'do not assess'; on: string };
  ended?: { kind: 'withdrawn' | 'moved out' | 'referred'; on: string };
  exceptions?: readonly Exception[];
  /** The assessment's outcome; the assessment begins on the day of the decision to assess. */
  outcome?: { outcome: 'issue' | 'do not issue'; on: string };
  issuedOn?: string;
  bornOn?: string;
  /** The file it is on, where it is not a child of its own. */
  childId?: string;
};
export type Exception = {
  ground:
    | 'exceptional personal circumstances'
    | 'absent from the area'
    | 'school closed'
    | 'early years provider closed';
  from: string;
  until: string | null;
  askedOn: string | null;
  withdrawn: boolean;
};

const insert = (text: string, values: readonly unknown[]) => ownerPool().query(text, [...values]);

export async function aChild(authority: number, bornOn = '2016-03-04', joinedTo: string | null = null) {
  const id = randomUUID();
  await insert(
    `insert into children (authority_id, id, given_names, family_name, born_on, joined_to) values ($1, $2, 'Robin', 'Hartwell', $3, $4)`,
    [authority, id, bornOn, joinedTo],
  );
  return id;
}

/** Writes a case down, and answers whose it is and the plan it came to. */
export async function aCase(
  authority: number,
  one: Case,
): Promise<{ childId: string; planId: string | null }> {
  const childId = one.childId ?? (await aChild(authority, one.bornOn));
  const requestId = randomUUID();
  const reference = `R-${requestId.slice(0, 4)}-${requestId.slice(4, 8)}`.toUpperCase();
  await insert(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, $2, $3, $4, $5, 'online', 'parent', 'Jo Hartwell', '[]', now())`,
    [authority, requestId, reference, childId, one.receivedOn],
  );
  const of = [authority, requestId, childId];
  if (one.ended !== undefined)
    await insert(
      `insert into request_withdrawals (authority_id, request_id, child_id, withdrawn_on, withdrawn_by, reason, kind) values ($1, $2, $3, $4, 'Jo Hartwell', 'r', $5)`,
      [...of, one.ended.on, one.ended.kind],
    );
  for (const { ground, from, until, askedOn, withdrawn } of one.exceptions ?? [])
    await insert(
      `insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, until_on, reason, evidence, recorded_by, advice_asked_on, withdrawn_on, withdrawn_reason, withdrawn_by)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'r', 'e', 'Priya Raman', $7, $8, $9, $9)`,
      [...of, ground, from, until, askedOn, withdrawn ? from : null, withdrawn ? 'Priya Raman' : null],
    );
  if (one.decided === undefined) return { childId, planId: null };
  await insert(
    `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, $4, $5, $5, 'e', 'r', 'w', $6, $6, 'Priya Raman')`,
    [...of, one.decided.outcome, one.decided.outcome === 'assess', one.decided.on],
  );
  if (one.decided.outcome !== 'assess') return { childId, planId: null };
  return { childId, planId: await assessed(of, one, one.decided.on) };
}

async function assessed(of: readonly unknown[], one: Case, openedOn: string): Promise<string | null> {
  const [authority, requestId, childId] = of;
  const [assessmentId, planId] = [randomUUID(), randomUUID()];
  await insert(
    `insert into assessments (authority_id, id, request_id, child_id, opened_on) values ($1, $2, $3, $4, $5)`,
    [authority, assessmentId, requestId, childId, openedOn],
  );
  if (one.outcome === undefined) return null;
  await insert(
    `insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, $4, 'e', 'r', 'w', $5, $5, 'Priya Raman')`,
    [authority, assessmentId, childId, one.outcome.outcome, one.outcome.on],
  );
  if (one.outcome.outcome !== 'issue') return null;
  await insert(
    `insert into plans (authority_id, id, child_id, request_id, assessment_id, opened_on) values ($1, $2, $3, $4, $5, $6)`,
    [authority, planId, childId, requestId, assessmentId, one.outcome.on],
  );
  if (one.issuedOn === undefined) return null;
  await issued(authority, planId, childId, { number: 1, on: one.issuedOn });
  return planId;
}

/** Another version of a plan, or the first. */
export async function issued(
  authority: unknown,
  planId: string,
  childId: unknown,
  { number, on }: { number: number; on: string },
): Promise<string> {
  const id = randomUUID();
  await insert(
    `insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, officer)
     values ($1, $2, $3, $4, 'final', $5, '{"sectionI": {"kind": "type only"}}', repeat('0', 64), $6, $6, 'Priya Raman')`,
    [authority, id, planId, childId, number, on],
  );
  return id;
}

/** A plan written elsewhere and brought in. */
export async function aPlanBroughtIn(authority: number, childId: string, on: string, number = 1) {
  const planId = randomUUID();
  await insert(`insert into plans (authority_id, id, child_id, opened_on) values ($1, $2, $3, $4)`, [
    authority,
    planId,
    childId,
    on,
  ]);
  await issued(authority, planId, childId, { number, on });
}

export async function aNeed(
  authority: number,
  childId: string,
  need: string,
  from: string | null = null,
  until: string | null = null,
) {
  await insert(
    `insert into children_circumstances (authority_id, id, child_id, kind, need, from_on, until_on, recorded_by, recorded_at)
     values ($1, gen_random_uuid(), $2, 'primary need', $3, $4, $5, 'Priya Raman', clock_timestamp())`,
    [authority, childId, need, from, until],
  );
}

export type Place = {
  settingId: string | null;
  from: string;
  until?: string | null;
  kind?: string;
  rank?: number;
};

export async function aPlace(
  authority: number,
  childId: string,
  { settingId, from, until = null, kind = 'setting', rank = 1 }: Place,
) {
  const id = randomUUID();
  await insert(
    `insert into placements (authority_id, id, child_id, kind, rank, setting_id, setting_name, words, from_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, 'w', $8, 'Priya Raman')`,
    [authority, id, childId, kind, rank, settingId, settingId === null ? null : 'A setting', from],
  );
  if (until === null) return;
  await insert(
    `insert into placement_ends (authority_id, placement_id, child_id, how, words, ended_on, ended_by)
     values ($1, $2, $3, 'moved away', '', $4, 'Priya Raman')`,
    [authority, id, childId, until],
  );
}

export async function aSettingOf(type: string, typeGroup: string): Promise<string> {
  const id = randomUUID();
  await insert(
    `insert into settings (id, urn, name, type, type_group, status, content_hash, fictional) values ($1, $2, 'A setting', $3, $4, 'Open', 'x', true)`,
    [id, 700_000_000 + Math.floor(Math.random() * 100_000_000), type, typeGroup],
  );
  return id;
}

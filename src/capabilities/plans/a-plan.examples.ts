import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { browser, type TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';

export type Browser = ReturnType<typeof browser>;

/** Sends a form as a person does: each showing of it with a key of its own. */
export function send(by: Browser, url: string, fields: Record<string, string> = {}) {
  return by.post(url, { idempotencyKey: randomUUID(), ...fields });
}

export function onDay(name: string, day: string, month: string, year: string): Record<string, string> {
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

export const DECIDED = '2025-05-05';

/** A plan opened by deciding to issue one, over HTTP, on 5 May 2025, and the people who work on it. */
export async function aPlan(test: TestApp, authority: number) {
  const [childId, requestId, contactId, assessmentId] = Array.from({ length: 4 }, () => randomUUID());
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', 'Hartwell', '2017-06-05')`,
    [authority, childId],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, prefers, address_lines, parental_responsibility)
     values ($1, $2, $3, 'Jo Hartwell', 'mother', 'jo@hartwell.example', 'email', '{}', true)`,
    [authority, contactId, childId],
  );
  const reference = `R-${requestId?.slice(0, 4)}-${requestId?.slice(4, 8)}`.toUpperCase();
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, contact_id, stated, file_opened_at)
     values ($1, $2, $3, $4, '2025-02-03', 'online', 'parent', 'Jo Hartwell', $5, '[]', now())`,
    [authority, requestId, reference, childId, contactId],
  );
  await owner.query(
    `insert into assessments (authority_id, id, child_id, request_id, opened_on) values ($1, $2, $3, $4, '2025-03-10')`,
    [authority, assessmentId, childId, requestId],
  );
  test.clock.now = new Date(`${DECIDED}T10:00:00Z`);
  const caseworker = browser(test);
  caseworker.signInWith(await aCaseworker(test, authority));
  const shown = await caseworker.get(`/assessments/${assessmentId}/decision`);
  const missing = [...shown.body.matchAll(/<textarea[^>]*name="(without-[^"]+)"/g)].map((match) => [
    match[1],
    'Asked twice and no answer came.',
  ]);
  const decided = await send(caseworker, `/assessments/${assessmentId}/decision`, {
    necessary: 'yes',
    evidence: 'The school’s records.',
    reasons: 'Robin needs provision the school cannot make from its own resources.',
    whatWouldChange: 'Nothing now.',
    ...Object.fromEntries(missing),
    ...onDay('decidedOn', '5', '5', '2025'),
  });
  expect(decided.statusCode, decided.body).toBe(303);
  const { rows } = await owner.query('select id from plans where assessment_id = $1', [assessmentId]);
  const planId: string = rows[0]?.id ?? '';
  const family = browser(test);
  family.signInWith(await aFamily(test, [childId ?? '']));
  return { planId, childId: childId ?? '', caseworker, family };
}

export const AREA = 'sections/cognition-and-learning';

/** One need, its provision and its outcome, each typed into its own form. */
export async function write(caseworker: Browser, planId: string): Promise<void> {
  const rows = `/plans/${planId}/${AREA}/rows`;
  const added = async (fields: Record<string, string>) => {
    const saved = await send(caseworker, rows, fields);
    expect(saved.statusCode, saved.body).toBe(303);
  };
  const idOf = async (what: 'needs' | 'provisions') => {
    const { rows: found } = await ownerPool().query(
      `select content #>> array['areas', 'cognition and learning', $2, '0', 'id'] as id from plan_drafts where plan_id = $1`,
      [planId, what],
    );
    return String(found[0].id);
  };
  await added({
    kind: 'need',
    text: 'Robin forgets instructions of more than two steps.',
    evidence: 'Tested.',
  });
  await added({
    kind: 'provision',
    needIds: await idOf('needs'),
    what: 'Pre-teaching of vocabulary',
    who: 'A trained teaching assistant',
    ratio: '1 to 1',
    frequency: '3 times a week',
    durationEachTime: '30 minutes',
    review: 'Each term',
  });
  await added({
    kind: 'outcome',
    text: 'Robin follows three steps.',
    provisionIds: await idOf('provisions'),
  });
}

/** A draft written and served on 5 May 2025: the family has until the end of 19 May. */
export async function aServedPlan(test: TestApp, authority: number) {
  const plan = await aPlan(test, authority);
  await write(plan.caseworker, plan.planId);
  const served = await send(
    plan.caseworker,
    `/plans/${plan.planId}/service`,
    onDay('servedOn', '5', '5', '2025'),
  );
  expect(served.statusCode, served.body).toBe(303);
  return plan;
}

export async function aSetting(name: string): Promise<string> {
  const { rows } = await ownerPool().query(
    `insert into settings (name, type, status, postcode, content_hash)
     values ($1, 'Community school', 'Open', 'WX1 1AA', md5($1::text)) returning id`,
    [name],
  );
  return rows[0].id;
}

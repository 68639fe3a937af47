import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { browser, type TestApp } from '../../../test/support/app.ts';
import { ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { withLens } from '../../platform/lens/index.ts';

/* A child whose plan is being made, as the steps before a plan leave their file. */

export type Browser = ReturnType<typeof browser>;

/** A child whose assessment has ended in the decision to issue, so that a plan is open, drawn from one signed advice. */
export async function aPlan(
  test: TestApp,
  authority: number,
  changes: { need?: string; bornOn?: string; sex?: 'F' | 'M'; settingId?: string } = {},
) {
  const [childId, requestId, assessmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const [contactId, restrictedId, asked] = [randomUUID(), randomUUID(), randomUUID()];
  const owner = ownerPool();
  const insert = (text: string, values: readonly unknown[]) => owner.query(text, [...values]);
  await insert(
    `insert into children (authority_id, id, given_names, family_name, born_on, sex, setting_id) values ($1, $2, 'Robin', 'Hartwell', $3, $4, $5)`,
    [authority, childId, changes.bornOn ?? '2017-06-05', changes.sex ?? null, changes.settingId ?? null],
  );
  await insert(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, address_lines, postcode, parental_responsibility, restricted, restricted_reason) values
      ($1, $2, $3, 'Jo Hartwell', 'mother', 'jo@hartwell.example', '{1 Example Row}', 'ZZ1 1AA', true, false, null),
      ($1, $4, $3, 'Max Hartwell', 'father', 'max@hartwell.example', '{9 Hidden Lane}', 'ZZ9 9ZZ', true, true, 'Court order')`,
    [authority, contactId, childId, restrictedId],
  );
  await insert(
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
  await insert(
    `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'assess', true, true, 'e', 'r', 'w', '2025-02-10', '2025-02-10', 'Priya Raman')`,
    [authority, requestId, childId],
  );
  await insert(
    `insert into assessments (authority_id, id, request_id, child_id, opened_on) values ($1, $2, $3, $4, '2025-02-10')`,
    [authority, assessmentId, requestId, childId],
  );
  await insert(
    `insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, adviser_name, questions, asked_on, received_on, asked_by)
     values ($1, $2, $3, $4, 'd', 'David Lindqvist', '', '2025-02-10', '2025-02-10', 'Priya Raman')`,
    [authority, asked, assessmentId, childId],
  );
  await insert(
    `insert into advice (authority_id, id, advice_request_id, child_id, number, content, recorded_by, signed_on, signed_name, signed_role, returned_on)
     values ($1, gen_random_uuid(), $2, $3, 1, $4, 'Priya Raman', '2025-03-10', 'David Lindqvist', 'Educational psychologist', '2025-03-10')`,
    [
      authority,
      asked,
      childId,
      JSON.stringify(advised(changes.need ?? 'Finds it hard to remember what was just said')),
    ],
  );
  await insert(
    `insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'issue', 'e', 'r', 'w', '2025-05-12', '2025-05-12', 'Priya Raman')`,
    [authority, assessmentId, childId],
  );
  await withLens(test.services.database, { kind: 'system', authorityId: authority }, (tx) =>
    recordEvent(tx, {
      authorityId: authority,
      childId,
      kind: 'decided to issue',
      subject: 'assessment',
      subjectId: assessmentId,
      data: { assessmentId, requestId },
    }),
  );
  const { rows } = await insert('select id from plans where assessment_id = $1', [assessmentId]);
  const planId: string = rows[0]?.id ?? '';
  test.clock.now = new Date('2025-05-12T10:00:00Z');
  const [staff, family] = [browser(test), browser(test)];
  staff.signInWith(await aCaseworker(test, authority));
  family.signInWith(await aFamily(test, [childId]));
  return { planId, childId, contactId, restrictedId, staff, family };
}

function advised(need: string) {
  const [needId, outcomeId] = [randomUUID(), randomUUID()];
  const area = 'cognition and learning';
  return {
    statement: { version: 1, text: 'The advice of David Lindqvist.', notKnown: false },
    rows: [
      {
        kind: 'need',
        id: needId,
        version: 1,
        area,
        text: need,
        evidence: 'Seen on 3 March 2025',
        noProvision: '',
      },
      {
        kind: 'outcome',
        id: outcomeId,
        version: 1,
        under: needId,
        text: 'Follows a story of three parts',
        steps: '',
        byWhen: 'The end of year 3',
      },
      { kind: 'provision', id: randomUUID(), version: 1, under: outcomeId, section: '', ...PROVISION },
    ],
  };
}

export const PROVISION = {
  what: 'Pre-teaching of new words',
  who: 'A teaching assistant trained by the educational psychologist',
  ratio: '1 adult to 2 children',
  frequency: '4 times a week in term time',
  durationEachTime: '20 minutes',
  review: 'From the first week of term; reviewed each term',
  text: '',
};

/** A setting on the register, and somebody who acts for it. */
export async function aSetting(test: TestApp, name: string, type = 'Community school') {
  const settingId = randomUUID();
  await ownerPool().query(
    `insert into settings (id, name, type, type_group, status, content_hash, fictional) values ($1, $2, $3, null, 'Open', 'x', true)`,
    [settingId, name, type],
  );
  const organisationId = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, kind, name, setting_id) values ($1, 'school or college', $2, $3)`,
    [organisationId, name, settingId],
  );
  const head = browser(test);
  head.signInWith(await aProfessional(test, organisationId, 'Helen Marsh'));
  return { settingId, organisationId, name, head };
}

/** Another day, and everybody signed in again: sessions do not last so long. */
export async function later(
  test: TestApp,
  authority: number,
  { staff, family, childId }: { staff: Browser; family: Browser; childId: string },
  day: string,
): Promise<void> {
  test.clock.now = new Date(`${day}T10:00:00Z`);
  staff.signInWith(await aCaseworker(test, authority));
  family.signInWith(await aFamily(test, [childId]));
}

/** Sends a form as a page does, with a key of its own unless one is given; `at` is where it leads, or what was shown. */
export async function send(by: Browser, url: string, fields: Record<string, string> = {}) {
  const answer = await by.post(url, { idempotencyKey: randomUUID(), ...fields });
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), body: answer.body };
}

export function onDay(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Serves the draft as it stands, on the day the clock shows. */
export async function serve(test: TestApp, { staff, planId }: { staff: Browser; planId: string }) {
  const on = test.clock.now.toISOString().slice(0, 10);
  const served = await send(staff, `/plans/${planId}/service`, onDay('servedOn', on));
  expect(served.to, served.body).toBe(`/plans/${planId}`);
}

export const CAN = {
  canMeetNeeds: 'yes',
  ...onDay('startFrom', '2025-09-01'),
  capacity: 'A place in class 3',
};

type Setting = Awaited<ReturnType<typeof aSetting>>;

/** The plan served, the setting asked for by the family, its answer in, and the family finished. */
export async function readyToIssue(
  test: TestApp,
  authority: number,
  setting: Setting,
  changes: Parameters<typeof aPlan>[2] = {},
) {
  const plan = await aPlan(test, authority, changes);
  await serve(test, plan);
  const base = `/family/${plan.childId}/plan`;
  const from = 'Jo Hartwell';
  const asked = { choice: 'found', settingId: setting.settingId, reasons: 'Near home', from };
  expect((await send(plan.family, `${base}/preference`, asked)).status).toBe(303);
  const { rows } = await ownerPool().query('select id from consultations where plan_id = $1', [plan.planId]);
  expect(rows).toHaveLength(1);
  const consultationId: string = rows[0].id;
  expect((await send(setting.head, `/consultations/${consultationId}`, CAN)).status).toBe(303);
  expect((await send(plan.family, `${base}/finished`, { from })).status).toBe(303);
  const final = { kind: 'named', settingIds: setting.settingId, attendance: 'daily', officer: 'Priya Raman' };
  return { ...plan, consultationId, final, recipients: `${plan.contactId},${setting.settingId}` };
}

export function finalFor(settingId: string) {
  return { kind: 'named', settingIds: settingId, attendance: 'daily', officer: 'Priya Raman' };
}

/** What a form's boxes hold, as a browser would send them. */
export function boxesIn(page: string): Record<string, string> {
  const inputs = [...page.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const hidden = inputs.filter(
    (tag) => tag.includes('type="hidden"') || tag.includes('type="text"') || tag.includes(' checked'),
  );
  const pairs = hidden.map((tag) => [
    /name="([^"]+)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  const areas = [...page.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const boxes = Object.fromEntries([...pairs, ...areas].filter(([name]) => name !== 'idempotencyKey'));
  return boxes;
}

/** The addresses of the rows of an area: its needs, provision and outcomes, in order. */
export async function rowsOn(staff: Browser, area: string): Promise<string[]> {
  const { body } = await staff.get(area);
  return [...body.matchAll(/href="([^"]+\/rows\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? '');
}

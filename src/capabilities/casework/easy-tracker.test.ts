import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';
import { lintContent } from '../../design-system/easy-read/lint.ts';
import { GROUND_WORDS, getDeadline, RULES, VARIANT_LAW } from '../../law/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { toClock } from '../requests/index.ts';
import { LIMITS } from './breach.ts';
import { STEPS } from './case.ts';
import { clockBlocks } from './pages/easy-read/standing.ts';
import { trackerInEasyRead } from './pages/easy-read/tracker.ts';
import type { TrackerProps } from './pages/tracker.tsx';
import type { Standing } from './waiting.ts';

/* The tracker in Easy Read says what the usual one says: who is waited for, since when, by when, and why it is late. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-09-01');
});

/** A child who is assessed, late; advice is asked of a psychologist, and of the family itself. */
async function aLateAssessment(): Promise<string> {
  const { rows } = await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, gen_random_uuid(), 'Robin', 'Hartwell', '2016-05-04') returning authority_id, id),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), 'R-3333-0001', id, '2025-02-03', 'letter', 'parent', 'Jo', '[]', now() from child returning *)
     select id, child_id from request`,
    [authority],
  );
  const { id: requestId, child_id: childId } = rows[0];
  const of = [authority, requestId, childId];
  await ownerPool().query(
    `insert into request_decisions (authority_id, request_id, child_id, outcome, has_or_may_have_sen, provision_may_be_necessary, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
     values ($1, $2, $3, 'assess', true, true, 'e', 'r', 'w', '2025-03-10', '2025-03-10', 'Priya Raman')`,
    of,
  );
  const contact = await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, address_lines, postcode, parental_responsibility, prefers)
     values ($1, gen_random_uuid(), $2, 'Jo Hartwell', 'parent', '{1 Example Street}', 'WX1 1AA', true, 'post') returning id`,
    [authority, childId],
  );
  await ownerPool().query(
    `with assessment as (insert into assessments (authority_id, id, request_id, child_id, opened_on)
       values ($1, gen_random_uuid(), $2, $3, '2025-03-10') returning *)
     insert into advice_requests (authority_id, id, assessment_id, child_id, paragraph, contact_id, adviser_name, questions, asked_on, received_on, asked_by)
       select authority_id, gen_random_uuid(), id, child_id, p.paragraph, p.contact_id, p.name, 'q', '2025-03-12', '2025-03-12', 'Priya Raman'
       from assessment, (values ('d', 'Dr Wren Abbot', null::uuid), ('a', 'Jo Hartwell', $4::uuid)) p (paragraph, name, contact_id)`,
    [...of, contact.rows[0].id],
  );
  await ownerPool().query(
    `insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, until_on, reason, evidence, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'absent from the area', '2025-04-01', '2025-05-20', 'Private words', 'e', 'Priya Raman')`,
    of,
  );
  await ownerPool().query('insert into case_changes (authority_id, child_id) values ($1, $2)', [
    authority,
    childId,
  ]);
  return childId;
}

test('of a late case the Easy Read tracker says who is waited for, since when, by when and why', async () => {
  const childId = await aLateAssessment();
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const words = async (path: string) =>
    (await family.get(path)).body
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll(' .', '.');
  const usual = await words(`/family/${childId}`);
  const easy = await words(`/easy-read/family/${childId}`);
  expect(usual).toContain('Advice from Dr Wren Abbot, since 12 March 2025, due by 23 April 2025');
  expect(easy).toContain('We wait for advice from Dr Wren Abbot.');
  expect(easy).toContain('This started on 12 March 2025.');
  expect(easy).toContain('The law says it must be there by 23 April 2025.');
  expect(easy).toContain('We wait for your own views and advice.');
  expect(usual).toContain('The law allows more time for this reason');
  expect(easy).toContain('The child, the young person or a parent was away for 4 weeks or more.');
  expect(easy).toContain('We have no advice from Dr Wren Abbot yet.');
  expect(easy).not.toContain('Private words');
  // Not one day that the usual page says is left out.
  const days = new Set(usual.match(/\d{1,2} [A-Z][a-z]+ 20\d\d/g));
  expect(days.size).toBeGreaterThan(4);
  expect([...days].filter((day) => !easy.includes(day))).toEqual([]);
});

const on = plainDate('2025-02-03');

function shown(changes: Partial<Omit<TrackerProps, 'page'>>): Omit<TrackerProps, 'page'> {
  const standing: Standing = { since: on, waiting: [], dueOn: on, late: true, why: [{ kind: 'no reason' }] };
  return {
    ...{ childId: '0', childName: 'Robin', step: 'assess', caseworker: null, cover: [], reference: 'R-1' },
    ...{ standing, forecast: null, invited: false, reasons: [], clocks: [], todo: [], documents: [] },
    ...{ notScanned: null, sendiass: null, rights: null },
    ...changes,
  };
}

const GROUNDS = RULES.flatMap(({ exceptions }) => exceptions.map(({ ground }) => ground));
const WAITS = [
  { for: 'advice', of: 'Dr Wren Abbot' },
  { for: 'decision whether to assess' },
  { for: 'decision whether to make a plan' },
  { for: 'their own views' },
  { for: 'final plan' },
  { for: 'amended plan' },
] as const;

test('whatever a case waits for and however late it is, it keeps the rules of Easy Read', () => {
  expect(new Set(GROUNDS).size).toBe(Object.keys(GROUND_WORDS).length);
  const standing: Standing = {
    ...{ since: on, dueOn: on, late: true },
    waiting: WAITS.map((one) => ({ ...one, since: on, dueOn: on })),
    why: [
      ...[...new Set(GROUNDS)].map((ground) => ({ kind: 'allowed', ground }) as const),
      { kind: 'advice', of: 'Dr Wren Abbot' },
      { kind: 'no reason' },
    ],
  };
  const reasons = LIMITS.map((limit) => ({
    limit,
    reason: 'r',
    kind: null,
    recordedBy: 'Priya Raman',
    recordedOn: on,
  }));
  const clocks = ['T01', 'T04', 'T10', 'T11'].flatMap((rule) =>
    [on, plainDate('2026-02-03')].flatMap((today) =>
      [null, on, plainDate('2026-02-03')].map((doneOn) => ({
        ...toClock(getDeadline(rule, { from: on }), []),
        ...{ excused: true, today, doneOn },
      })),
    ),
  );
  const working = [
    { stretch: 'assess', soFar: 0, days: 1, of: 12 },
    { stretch: 'make the plan', soFar: 9, days: 20, of: 12 },
  ] as const;
  const forecasts = [null, { on, working }].map(
    (probably) => ({ stretch: 'assess', dueOn: on, probably }) as const,
  );
  for (const step of STEPS)
    for (const forecast of forecasts)
      expect(
        lintContent(trackerInEasyRead(shown({ step, standing, reasons, clocks, forecast, notScanned: 'n' }))),
        step,
      ).toEqual([]);
});

test('each limit that runs on a case is said in words of its own', () => {
  const rules = Object.values(VARIANT_LAW).flatMap(({ clocks }) => [clocks.decide, clocks.finalPlan]);
  for (const rule of new Set([...rules, 'T10', 'T11'])) {
    const clock = { ...toClock(getDeadline(rule, { from: on }), []), today: on, doneOn: null };
    expect(clockBlocks(clock)[0]?.lines[0], rule).toMatch(/^We must/);
  }
});

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { type Actor, withLens } from '../../platform/lens/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { listConsultations } from './consultation-store.ts';
import type { PreferredSetting } from './facts.ts';
import { SETTING_TYPES } from './plan.ts';
import { aPlan, aSetting, readyToIssue, send, serve } from './plan-examples.ts';
import { findFacts, insertAct } from './store.ts';
import { prefer } from './views-sending.ts';

/* What PostgreSQL itself holds to, whatever the pages do; and what is held for any input at all. */

let authority: number;
let wexcombe: TestApp;
let system: Actor;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  system = { kind: 'system', authorityId: authority };
});

test('Section I cannot be set in a draft, even by the service’s own role in raw SQL', async () => {
  const plan = await aPlan(wexcombe, authority);
  const named = JSON.stringify({ kind: 'type only', type: 'Academy', attendance: 'daily' });
  for (const content of [
    sql`jsonb_set(content, '{sectionI}', ${named}::jsonb)`,
    sql`jsonb_set(content, '{sectionI}', '"Wexcombe Vale School"')`,
    sql`content - 'sectionI'`,
  ]) {
    const set = withLens(testDatabase(), system, (tx) =>
      sql`update plan_drafts set content = ${content} where plan_id = ${plan.planId}`.execute(tx),
    );
    await expect(set).rejects.toThrow(/section_i_is_empty_in_a_draft/);
  }
  await serve(wexcombe, plan);
  const served = withLens(testDatabase(), system, (tx) =>
    sql`insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, last_day_for_views)
      select authority_id, gen_random_uuid(), plan_id, child_id, kind, 2, jsonb_set(content, '{sectionI}', ${named}::jsonb), content_hash, sent_on, served_on, last_day_for_views
      from plan_versions where plan_id = ${plan.planId}`.execute(tx),
  );
  await expect(served).rejects.toThrow(/violates check constraint/);
});

test('what was served, issued, said or answered cannot be altered or removed by the service’s own role', async () => {
  const school = await aSetting(wexcombe, 'Immutable School');
  const { planId, childId, staff, final, recipients } = await readyToIssue(wexcombe, authority, school);
  expect((await send(staff, `/plans/${planId}/final`, { ...final, recipients })).status).toBe(303);
  const family: Actor = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'x',
    childIds: [childId],
  };
  for (const actor of [system, family]) {
    for (const statement of [
      sql`update plan_versions set content = '{}' where plan_id = ${planId}`,
      sql`update plan_versions set content_hash = content_hash where plan_id = ${planId}`,
      sql`delete from plan_versions where plan_id = ${planId}`,
      sql`update plan_acts set body = '{}' where plan_id = ${planId}`,
      sql`delete from plan_acts where plan_id = ${planId}`,
      sql`update plan_recipients set name = 'x' where child_id = ${childId}`,
      sql`delete from plan_recipients where child_id = ${childId}`,
      sql`delete from consultations where plan_id = ${planId}`,
    ]) {
      await expect(withLens(testDatabase(), actor, (tx) => statement.execute(tx))).rejects.toThrow(
        /permission denied/,
      );
    }
  }
});

test('an answer to a consultation cannot be changed, by the setting or by the authority', async () => {
  const school = await aSetting(wexcombe, 'Answered School');
  const { consultationId } = await readyToIssue(wexcombe, authority, school);
  const setting: Actor = {
    kind: 'organisation',
    accountId: randomUUID(),
    name: 'Helen Marsh',
    organisationId: school.organisationId,
    administrator: true,
  };
  for (const actor of [setting, system]) {
    const changed = await withLens(testDatabase(), actor, (tx) =>
      tx
        .updateTable('consultations')
        .set({ answered_on: plainDate('2025-06-01') })
        .where('id', '=', consultationId)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    for (const statement of [
      sql`update consultation_answers set answer = '{}' where consultation_id = ${consultationId}`,
      sql`delete from consultation_answers where consultation_id = ${consultationId}`,
    ]) {
      await expect(withLens(testDatabase(), actor, (tx) => statement.execute(tx))).rejects.toThrow(
        /permission denied/,
      );
    }
  }
});

test('a family sees that a setting was asked and answered, and when, and nothing of what it said', async () => {
  const school = await aSetting(wexcombe, 'Reticent School');
  const { planId, childId, consultationId } = await readyToIssue(wexcombe, authority, school);
  const family: Actor = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'x',
    childIds: [childId],
  };
  const [asked] = await withLens(testDatabase(), family, (tx) => listConsultations(tx, { planId }));
  expect(asked).toMatchObject({
    id: consultationId,
    settingName: school.name,
    answer: null,
    answeredBy: null,
  });
  expect(asked?.answeredOn).not.toBeNull();
  // Whatever is asked of it: every row the lens shows of every table that has the consultation, as text.
  const seen = await withLens(testDatabase(), family, async (tx) => {
    const { rows } = await sql<{ row: string }>`
      select row_to_json(c)::text as row from consultations c union all select row_to_json(a)::text from consultation_answers a
      union all select row_to_json(e)::text from events e`.execute(tx);
    return rows.map(({ row }) => row).join('\n');
  });
  expect(seen).toContain(consultationId);
  expect(seen).not.toContain('canMeetNeeds');
  expect(seen).not.toContain('A place in class 3');
  const [known] = await withLens(testDatabase(), system, (tx) => listConsultations(tx, { planId }));
  expect(known?.answer?.canMeetNeeds).toBe(true);
});

test('a family reads nothing of a draft that has not been served, and acts on no plan but its own child’s', async () => {
  const [one, other] = [await aPlan(wexcombe, authority), await aPlan(wexcombe, authority)];
  const family: Actor = {
    kind: 'family',
    accountId: null,
    sessionId: randomUUID(),
    name: 'x',
    childIds: [one.childId],
  };
  const drafts = await withLens(testDatabase(), family, (tx) =>
    tx.selectFrom('plan_drafts').select('plan_id').execute(),
  );
  expect(drafts).toEqual([]);
  const plan = {
    authorityId: authority,
    id: other.planId,
    childId: one.childId,
    requestId: '',
    assessmentId: '',
  };
  const said = withLens(testDatabase(), family, (tx) =>
    insertAct(tx, plan, { kind: 'finished', on: plainDate('2025-05-12'), by: 'x', body: {} }),
  );
  await expect(said).rejects.toThrow(/row-level security/);
  const answered = withLens(testDatabase(), family, (tx) =>
    insertAct(
      tx,
      { ...plan, id: one.planId },
      { kind: 'new draft begun', on: plainDate('2025-05-12'), by: 'x', body: {} },
    ),
  );
  await expect(answered).rejects.toThrow(/row-level security/);
});

test('a preference is never refused: any name, any type of setting, whenever it comes', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const settings = [
    await aSetting(wexcombe, 'A pupil referral unit', 'Pupil referral unit'),
    await aSetting(wexcombe, 'An independent school', 'Other independent school'),
    await aSetting(wexcombe, 'A hospital school', 'Foundation special school'),
    await aSetting(wexcombe, 'A kind nobody has heard of', 'Something else'),
    await aSetting(wexcombe, 'A community school'),
  ];
  const words = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !text.includes('\u0000') && text.isWellFormed());
  const wanted = fc.record({
    settingId: fc.constantFrom<string | null>(null, ...settings.map(({ settingId }) => settingId)),
    name: words,
    type: fc.constantFrom(...SETTING_TYPES),
    reasons: words,
  });
  const each = settings.map(({ settingId, name }): [PreferredSetting] => [
    { settingId, name, type: 'other', reasons: 'Near home' },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.option(wanted), async (setting) => {
      const outcome = await withLens(testDatabase(), system, (tx) =>
        prefer(tx, wexcombe.services, plan.planId, { setting, from: 'Jo Hartwell', contactId: null }),
      );
      expect(outcome.ok).toBe(true);
      const facts = await withLens(testDatabase(), system, async (tx) => findFacts(tx, plan.planId));
      const kept = facts?.preference;
      expect(kept?.kind === 'none' ? null : kept?.setting).toEqual(setting);
    }),
    // Each setting at least once: forty draws miss one of five about once in eighty runs.
    { numRuns: 40, examples: each },
  );
  const asked = await ownerPool().query('select setting_id from consultations where plan_id = $1', [
    plan.planId,
  ]);
  // Every one of them is consulted, and about one draft only once, however often it is asked for.
  expect(asked.rows.map(({ setting_id }) => setting_id).sort()).toEqual(
    settings.map(({ settingId }) => settingId).sort(),
  );
});

test('over a form too, any name typed is kept as it was typed', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  for (const name of ['مدرسة الأمل', '<b>Bold</b> & Sons', "O'Brien’s", 'x'.repeat(5000)]) {
    const typed = { choice: 'typed', name, type: 'other', reasons: '', from: 'Jo Hartwell' };
    expect((await send(plan.family, `/family/${plan.childId}/plan/preference`, typed)).status).toBe(303);
  }
});

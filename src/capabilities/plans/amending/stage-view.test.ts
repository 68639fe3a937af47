import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { found } from '../../../platform/http/errors.ts';
import { type Actor, withLens } from '../../../platform/lens/index.ts';
import { addDays, plainDate } from '../../../shared/plain-date.ts';
import { aPlan } from '../plan-examples.ts';
import { stageOf } from '../stage.ts';
import { findFacts } from '../store.ts';

let authority: number;
let wexcombe: TestApp;
let system: Actor;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  system = { kind: 'system', authorityId: authority };
});

type Step = 'serve' | 'finish' | 'redraft' | 'issue' | 'amend' | 'end';

test('the view and the function give one stage, whatever has happened', async () => {
  const { planId } = await aPlan(wexcombe, authority);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Step>('serve', 'finish', 'redraft', 'issue', 'amend', 'end'), {
        maxLength: 8,
      }),
      async (steps) => {
        await ownerPool().query('delete from plan_acts where plan_id = $1', [planId]);
        await ownerPool().query('update plan_versions set amendment_id = null where plan_id = $1', [planId]);
        await ownerPool().query('delete from plan_amendment_ends where plan_id = $1', [planId]);
        await ownerPool().query('delete from plan_amendments where plan_id = $1', [planId]);
        await ownerPool().query('delete from plan_versions where plan_id = $1', [planId]);
        for (const [place, step] of steps.entries()) await take(planId, step, place);
        const [fromFacts, fromView] = await withLens(testDatabase(), system, async (tx) => {
          const facts = found(await findFacts(tx, planId));
          const row = await tx
            .selectFrom('plans_with_stage')
            .select('stage')
            .where('id', '=', planId)
            .executeTakeFirstOrThrow();
          return [stageOf(facts), row.stage];
        });
        expect(fromView).toBe(fromFacts);
      },
    ),
    { numRuns: 40 },
  );
});

/** The amendment that is open, found without the view or the function under test. */
const OPEN = `(select a.id from plan_amendments a where a.plan_id = $1
  and a.id not in (select amendment_id from plan_amendment_ends)
  and a.id not in (select amendment_id from plan_versions where kind = 'final' and amendment_id is not null))`;

async function take(planId: string, step: Step, place: number): Promise<void> {
  const on = addDays(plainDate('2025-05-12'), place);
  if (step === 'serve') {
    await ownerPool().query(
      `insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, last_day_for_views, recorded_at, amendment_id)
       select authority_id, gen_random_uuid(), plan_id, child_id, 'draft', $2, content, repeat('0', 64), $3, $3, $3, clock_timestamp(), ${OPEN}
       from plan_drafts where plan_id = $1`,
      [planId, place + 1, on],
    );
    return;
  }
  if (step === 'issue') {
    await ownerPool().query(
      `insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, officer, recorded_at, amendment_id)
       select authority_id, gen_random_uuid(), plan_id, child_id, 'final', $2, jsonb_set(content, '{sectionI}', '{"kind": "otherwise than in a school", "arrangements": "At home"}'),
         repeat('0', 64), $3, $3, 'Priya Raman', clock_timestamp(), ${OPEN}
       from plan_drafts where plan_id = $1
         and (${OPEN} is not null or not exists (select from plan_versions where plan_id = $1 and kind = 'final'))`,
      [planId, place + 1, on],
    );
    return;
  }
  if (step === 'amend') {
    await ownerPool().query(
      `insert into plan_amendments (authority_id, id, plan_id, child_id, number, from_version_id, why, begun_on, begun_by)
       select authority_id, gen_random_uuid(), plan_id, child_id, $2, id, 'x', $3, 'x' from plan_versions
       where plan_id = $1 and kind = 'final' and ${OPEN} is null order by number desc limit 1`,
      [planId, place + 1, on],
    );
    return;
  }
  if (step === 'end') {
    await ownerPool().query(
      `insert into plan_amendment_ends (authority_id, amendment_id, plan_id, child_id, how, reasons, ended_on, ended_by)
       select authority_id, id, plan_id, child_id, 'withdrawn', 'x', $2, 'x' from plan_amendments where id = ${OPEN}`,
      [planId, on],
    );
    return;
  }
  const kind = step === 'finish' ? 'finished' : 'new draft begun';
  await ownerPool().query(
    `insert into plan_acts (authority_id, id, plan_id, child_id, kind, on_day, by_name, body)
     select authority_id, gen_random_uuid(), id, child_id, $2, $3, 'x', '{}' from plans where id = $1`,
    [planId, kind, on],
  );
}

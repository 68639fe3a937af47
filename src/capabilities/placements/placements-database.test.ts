import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anAuthority, ownerPool, testDatabase } from '../../../test/support/database.ts';
import { anIssuedPlan } from '../../../test/support/issued-plans.ts';
import { withLens } from '../../platform/lens/index.ts';
import { addDays, plainDate } from '../../shared/plain-date.ts';
import { KINDS, stageOf } from './placement.ts';
import { findNamed, listPlacements } from './store.ts';

/* What SQL says of placements, for lists and the return, is what the pure rules say. */

const START = plainDate('2026-03-02');
const LAST = { status: 'Open' };

async function aRegister() {
  const settings = [randomUUID(), randomUUID(), randomUUID()];
  // The second closed, and the third follows it.
  const urns = settings.map(() => 800_000_000 + Math.floor(Math.random() * 100_000_000));
  for (const [at, id] of settings.entries()) {
    await ownerPool().query(
      `insert into settings (id, urn, name, status, content_hash, fictional) values ($1, $2, $3, $4, 'x', true)`,
      [id, urns[at], `Setting ${at}`, at === 1 ? 'Closed' : LAST.status],
    );
  }
  await ownerPool().query(
    `insert into setting_links (urn, link_urn, link_type) values ($1, $2, 'Successor')`,
    [urns[1], urns[2]],
  );
  return settings;
}

const spell = fc.record({
  // A setting as often as all else together, so that what is named and what is so are often compared.
  kind: fc.oneof(fc.constant('setting' as const), fc.constantFrom(...KINDS)),
  rank: fc.constantFrom(1, 2),
  at: fc.constantFrom(0, 1, 2, null),
  from: fc.integer({ min: -40, max: 20 }),
  lasts: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null, freq: 1 }),
  mistake: fc.nat(4).map((one) => one === 0),
});
const plan = fc.record({
  kind: fc.constantFrom('none', 'named', 'named', 'named', 'type only', 'otherwise than in a school'),
  settings: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
});

test('the stage of a child by SQL is the stage by the pure rules, on any day, whatever was recorded', async () => {
  const authority = await anAuthority();
  const settings = await aRegister();
  await fc.assert(
    fc.asyncProperty(
      fc.array(spell, { maxLength: 4 }),
      plan,
      fc.integer({ min: -50, max: 60 }),
      async (spells, plan, at) => {
        const { childId, planId, versionId } = await anIssuedPlan(authority);
        const places = plan.kind === 'named' ? plan.settings : [null];
        for (const [place, setting] of plan.kind === 'none' ? [] : places.entries()) {
          await ownerPool().query(
            `insert into placement_namings (authority_id, version_id, place, plan_id, child_id, version_number, kind, setting_id, setting_name, named_on)
             values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9)`,
            [
              ...[authority, versionId, place + 1, planId, childId, plan.kind],
              ...(setting === null ? [null, null] : [settings[setting], `Setting ${setting}`]),
              START,
            ],
          );
        }
        for (const one of spells) await insertSpell(authority, childId, one, settings);
        const day = addDays(START, at);
        const lens = { kind: 'system', authorityId: authority } as const;
        const both = await withLens(testDatabase(), lens, async (tx) => {
          const facts = {
            named: await findNamed(tx, childId),
            placements: await listPlacements(tx, childId),
          };
          const { rows } = await sql<{ stage: string }>`
            select stage from placement_stages(${day}::date) where child_id = ${childId}`.execute(tx);
          return [stageOf(facts, day), rows[0]?.stage ?? 'nothing recorded'];
        });
        expect(both[1]).toBe(both[0]);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

type Spell = typeof spell extends fc.Arbitrary<infer T> ? T : never;

async function insertSpell(authority: number, childId: string, one: Spell, settings: readonly string[]) {
  const id = randomUUID();
  const takes = one.kind === 'setting' || (one.kind === 'package' && one.at !== null);
  const at = takes ? (one.at ?? 0) : null;
  const from = addDays(START, one.from);
  await ownerPool().query(
    `insert into placements (authority_id, id, child_id, kind, rank, setting_id, setting_name, words, from_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, 'w', $8, 'Priya Raman')`,
    [
      ...[authority, id, childId, one.kind, one.rank],
      // A setting that is not on the register has its name alone.
      ...(at === null ? [null, null] : [one.lasts === 7 ? null : settings[at], `Setting ${at}`]),
      from,
    ],
  );
  if (one.lasts === null) return;
  await ownerPool().query(
    `insert into placement_ends (authority_id, placement_id, child_id, how, words, ended_on, ended_by)
     values ($1, $2, $3, $4, 'w', $5, 'Priya Raman')`,
    [authority, id, childId, one.mistake ? 'recorded by mistake' : 'moved away', addDays(from, one.lasts)],
  );
}

import { expect, test } from 'vitest';
import { onDay, send } from '../src/capabilities/plans/plan-examples.ts';
import { browser, testApp } from './support/app.ts';
import { anAuthority, ownerPool } from './support/database.ts';
import { anIssuedPlan } from './support/issued-plans.ts';
import { aStaffMember } from './support/people.ts';

/* The page of a round that drew many plans: twenty to a page, and what is still to be graded first. */

test('a round of 40 plans is read page by page, each plan once, and what is graded stands last', async () => {
  const authority = await anAuthority();
  const wexcombe = await testApp(authority, '2026-04-13');
  for (let n = 0; n < 40; n += 1) await anIssuedPlan(authority);
  const manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  const { to } = await send(manager, '/audits', {
    name: 'Spring term',
    ...onDay('issuedFrom', '2026-03-01'),
    ...onDay('issuedTo', '2026-03-31'),
    wanted: '40',
    secondShare: '0',
  });
  const { rows } = await ownerPool().query(
    `insert into audit_gradings (authority_id, id, audit_plan_id, turn, auditor_id, auditor_name, agency, graded_by, begun_at, given_at)
     select $1, gen_random_uuid(), p.id, 1, s.account_id, 'Tom Ashdown', 'local authority', 'Tom Ashdown', now(), now()
     from audit_plans p join staff_roles s on s.authority_id = p.authority_id where p.authority_id = $1
     order by place limit 1 returning audit_plan_id as id`,
    [authority],
  );
  const plansOn = async (page: number) =>
    [...(await manager.get(`${to}?page=${page}`)).body.matchAll(/href="\/audits\/plans\/([^"]+)"/g)].map(
      ([, id]) => id,
    );
  const [first, second] = [await plansOn(1), await plansOn(2)];
  expect([first.length, second.length]).toEqual([20, 20]);
  expect(new Set([...first, ...second]).size).toBe(40);
  expect(second.at(-1)).toBe(rows[0].id);
  expect(await plansOn(9)).toEqual(second);
  expect((await manager.get(to)).body).toContain('1 of 40');
});

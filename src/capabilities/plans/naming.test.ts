import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily } from '../../../test/support/people.ts';
import { aPlan, aSetting, onDay, send } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

/** A plan whose draft another of the family has been sent too. */
async function aPlanFor(another: string) {
  const plan = await aPlan(wexcombe, authority);
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, $4, 'father', 'lee@hartwell.example', true)`,
    [authority, randomUUID(), plan.childId, another],
  );
  return serveIt(plan);
}

async function aServedPlan() {
  return serveIt(await aPlan(wexcombe, authority));
}

async function serveIt(plan: Awaited<ReturnType<typeof aPlan>>) {
  const served = await send(plan.staff, `/plans/${plan.planId}/service`, onDay('servedOn', '2025-05-12'));
  expect(served.status, served.body).toBe(303);
  return { ...plan, base: `/family/${plan.childId}/plan` };
}

test('a setting on the register with nobody to act for it yet is consulted all the same', async () => {
  const { planId, family, base } = await aServedPlan();
  const settingId = randomUUID();
  await ownerPool().query(
    `insert into settings (id, name, type, status, content_hash, fictional) values ($1, 'Quarry Lane School', 'Community school', 'Open', 'x', true)`,
    [settingId],
  );
  const found = await family.get(`${base}/preference?q=quarry lane`);
  expect(found.body).toContain('Quarry Lane School');
  expect((await send(family, `${base}/preference`, { choice: 'found', settingId, from: 'Jo' })).status).toBe(
    303,
  );
  const { rows } = await ownerPool().query(
    `select o.name, c.sent_on::text, c.due_on::text from consultations c join organisations o on o.id = c.organisation_id where c.plan_id = $1`,
    [planId],
  );
  expect(rows).toEqual([{ name: 'Quarry Lane School', sent_on: '2025-05-12', due_on: '2025-05-27' }]);
});

test('what one parent asks for stands, whatever the other says, and staff are shown both', async () => {
  const asked = await aSetting(wexcombe, 'Asked School');
  const { planId, childId, staff, family, base } = await aServedPlan();
  await send(family, `${base}/preference`, {
    choice: 'found',
    settingId: asked.settingId,
    from: 'Jo Hartwell',
  });
  const otherId = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Lee Hartwell', 'father', 'lee@hartwell.example', true)`,
    [authority, otherId, childId],
  );
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [childId], otherId));
  await send(other, `${base}/preference`, { choice: 'none', from: 'Lee Hartwell' });
  for (const [who, url] of [
    [staff, `/plans/${planId}/views`],
    [staff, `/plans/${planId}/settings`],
    [family, base],
  ] as const) {
    const { body } = await who.get(url);
    expect([url, body.includes('Asked School'), body.includes('Lee Hartwell')]).toEqual([url, true, true]);
  }
  const final = { kind: 'type only', type: 'Academy', attendance: 'daily', officer: 'Ingrid Sollers' };
  await send(family, `${base}/finished`, { from: 'Jo Hartwell' });
  const refused = await send(staff, `/plans/${planId}/final/check`, final);
  expect([refused.status, refused.body.includes('Choose the ground for not naming')]).toEqual([400, true]);
});

test('one parent who has finished gives up their own time, and not the other’s', async () => {
  const { planId, childId, staff, family, base } = await aPlanFor('Lee Hartwell');
  await send(family, `${base}/preference`, { choice: 'none', from: 'Jo Hartwell' });
  await send(family, `${base}/finished`, { from: 'Jo Hartwell' });
  const final = { kind: 'type only', type: 'Academy', attendance: 'daily', officer: 'Ingrid Sollers' };
  const refused = await send(staff, `/plans/${planId}/final/check`, final);
  expect([refused.status, refused.body.includes('Lee Hartwell has the draft too')]).toEqual([400, true]);
  expect((await staff.get(`/plans/${planId}/views`)).body).toContain('Not by Lee Hartwell');
  const { rows } = await ownerPool().query(
    `select id from children_contacts where child_id = $1 and name = 'Lee Hartwell'`,
    [childId],
  );
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [childId], rows[0].id));
  const theirs = (await other.get(base)).body;
  expect(theirs).toContain('Say that you have nothing more to add');
  expect(theirs).not.toContain('You told us on');
  await send(other, `${base}/finished`, { from: 'Lee Hartwell' });
  expect((await send(staff, `/plans/${planId}/final/check`, { ...final, mainstream: 'yes' })).status).toBe(
    200,
  );
});

test('not naming the setting asked for needs a consultation and a ground; what was typed is kept', async () => {
  const [asked, other] = [await aSetting(wexcombe, 'Asked School'), await aSetting(wexcombe, 'Other School')];
  const { planId, staff, family, base } = await aServedPlan();
  await send(family, `${base}/preference`, { choice: 'found', settingId: asked.settingId, from: 'Jo' });
  await send(family, `${base}/finished`, { from: 'Jo' });
  const act = {
    kind: 'named',
    settingIds: other.settingId,
    attendance: 'daily',
    officer: 'Ingrid Sollers',
    'ground-1-3': 'Dearer by far, for the same.',
    'considered-1': 'Both answers',
    over: overIn((await staff.get(`/plans/${planId}/final`)).body),
  };
  const refused = async (message: string) => {
    const answer = await send(staff, `/plans/${planId}/final/check`, act);
    expect(answer.status, message).toBe(400);
    for (const kept of [message, 'Ingrid Sollers', act['ground-1-3']]) expect(answer.body).toContain(kept);
  };
  await refused('Consult Other School before naming it');
  const page = (await staff.get(`/plans/${planId}/settings?q=Other School`)).body;
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const consulting = { settingIds: other.settingId, version, reviewed: 'yes' };
  expect((await send(staff, `/plans/${planId}/consultations`, consulting)).status).toBe(303);
  await refused('Choose the ground for not naming Asked School');
  const check = await send(staff, `/plans/${planId}/final/check`, { ...act, 'grounds-1': '3' });
  expect(check.status, check.body).toBe(200);
  for (const said of ['The ground in section 39(4)', 'Dearer by far', 'What we considered: Both answers'])
    expect(check.body).toContain(said);
});

/** The hash of what the family wants, as the page of the decision has it. */
function overIn(page: string): string {
  return /name="over" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

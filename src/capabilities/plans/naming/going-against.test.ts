import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { jsonClient } from '../../../../test/support/json.ts';
import { aCaseworker, aFamily } from '../../../../test/support/people.ts';
import { aPlan, aSetting, onDay, send, serve } from '../plan-examples.ts';

/* A decision that goes against what a family asked for: lawfully, with every step it needs, and not otherwise. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const NO = {
  canMeetNeeds: 'no',
  grounds: '1',
  'evidence-1': 'No teacher here signs',
  wouldNeed: 'A teacher of deaf children',
};

/** A mainstream school asked for, which says no; a special school consulted, which says yes; and the family finished. */
async function twoAnswers() {
  const asked = await aSetting(wexcombe, 'Elm Lane School');
  const special = await aSetting(wexcombe, 'Hazel Special School', 'Community special school');
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const base = `/family/${plan.childId}/plan`;
  const from = 'Jo Hartwell';
  await send(plan.family, `${base}/preference`, { choice: 'found', settingId: asked.settingId, from });
  const page = (await plan.staff.get(`/plans/${plan.planId}/settings?q=Hazel`)).body;
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const consulting = { settingIds: special.settingId, version, reviewed: 'yes' };
  expect((await send(plan.staff, `/plans/${plan.planId}/consultations`, consulting)).status).toBe(303);
  const { rows } = await ownerPool().query<{ id: string; setting_id: string }>(
    'select id, setting_id from consultations where plan_id = $1',
    [plan.planId],
  );
  const of = (settingId: string) => rows.find((one) => one.setting_id === settingId)?.id ?? '';
  const yes = { canMeetNeeds: 'yes', ...onDay('startFrom', '2025-09-01'), capacity: 'A place in class 3' };
  expect((await send(asked.head, `/consultations/${of(asked.settingId)}`, NO)).status).toBe(303);
  expect((await send(special.head, `/consultations/${of(special.settingId)}`, yes)).status).toBe(303);
  expect((await send(plan.family, `${base}/finished`, { from })).status).toBe(303);
  const final = (await plan.staff.get(`/plans/${plan.planId}/final`)).body;
  const over = /name="over" value="([^"]+)"/.exec(final)?.[1] ?? '';
  const act = {
    kind: 'named',
    settingIds: special.settingId,
    attendance: 'daily',
    officer: 'Priya Raman',
    over,
    'grounds-1': '1',
    'ground-1-1': 'No teacher there signs, and she learns by signing',
    'considered-1': 'What it answered, and the advice of David Lindqvist',
  };
  return { ...plan, asked, special, act, final, recipients: `${plan.contactId},${special.settingId}` };
}

test('a special school is not named against a mainstream request on suitability, cost or a wish', async () => {
  const { planId, staff, act, recipients, final } = await twoAnswers();
  const answers = ['Elm Lane School: Says it cannot meet needs', 'Hazel Special School: Can meet needs'];
  for (const said of answers) expect(final).toContain(said);
  const issue = async (more: Record<string, string>) =>
    send(staff, `/plans/${planId}/final`, { ...act, recipients, ...more });
  for (const forged of ['0', '3', 'unsuitable', 'incompatible with the efficient use of resources']) {
    const refused = await issue({ notMainstream: forged, othersReasons: 'Dearer', othersSteps: 'None' });
    expect([forged, refused.status]).toEqual([forged, 400]);
    expect(refused.body).toContain('Select which of the two grounds in section 33 applies');
    // What was typed at the steps before is kept.
    expect(refused.body).toContain('No teacher there signs');
  }
  const wish = await issue({ notMainstream: '1', wishesSaid: 'They did not mind' });
  expect(wish.body).toContain('so mainstream is not incompatible with what they want');
  const others = { notMainstream: '2', othersReasons: 'Why', othersSteps: 'Each school in the area' };
  expect((await issue(others)).body).toContain('Enter the steps that were considered at Elm Lane School');
  const { rows } = await ownerPool().query(
    `select from plan_versions where plan_id = $1 and kind = 'final'`,
    [planId],
  );
  expect(rows).toHaveLength(0);
});

test('it is named with each step answered, and the letter, the page and the API say them in order', async () => {
  const { planId, childId, staff, act, recipients } = await twoAnswers();
  const steps = {
    notMainstream: '2',
    othersReasons: 'Lessons would stop each time',
    othersSteps: 'Two more adults in each school, which would not prevent it',
    othersStepsThere: 'A room of her own, which would not prevent it',
  };
  const check = await send(staff, `/plans/${planId}/final/check`, { ...act, ...steps });
  expect(check.status, check.body).toBe(200);
  const issued = await send(staff, `/plans/${planId}/final`, { ...act, ...steps, recipients });
  expect(issued.status, issued.body).toBe(303);
  const inOrder = [
    'Jo Hartwell asked for Elm Lane School on 12 May 2025',
    'it answered that it could not',
    'Why the plan does not name Elm Lane School',
    'The ground in section 39(4): it would be unsuitable',
    'No teacher there signs',
    'What we considered: What it answered',
    'in place of what was asked for (section 39(5))',
    'Why it is not a mainstream setting (section 33)',
    'Lessons would stop each time',
    'Two more adults in each school',
    'A room of her own',
  ];
  const { rows } = await ownerPool().query<{ body: string }>(
    `select body from letters where child_id = $1 and template = 'final plan' and contact_id is not null`,
    [childId],
  );
  const page = (await staff.get(`/plans/${planId}/naming`)).body;
  for (const said of [rows[0]?.body ?? '', page]) {
    const places = inOrder.map((words) => said.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  }
  const { get } = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  const { body } = await get(`/api/plans/${planId}/naming`);
  expect(body.steps.map(({ key }: { key: string }) => key)).toEqual([
    'asked',
    'consulted',
    'answered',
    'section',
    'agreed',
    'otherwise',
    'mainstream',
  ]);
  expect(body.decisions).toMatchObject([
    { version: 1, decision: { basis: 's. 39(5)', asked: [{ followed: false, canMeetNeeds: false }] } },
  ]);
});

test('the decision is its authority’s alone, and the database keeps no other ground for it', async () => {
  const { planId, staff, act, recipients, special } = await twoAnswers();
  const steps = { notMainstream: '2', othersReasons: 'a', othersSteps: 'b', othersStepsThere: 'c' };
  expect((await send(staff, `/plans/${planId}/final`, { ...act, ...steps, recipients })).status).toBe(303);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, []));
  for (const who of [elsewhere, stranger, special.head])
    expect([403, 404]).toContain((await who.get(`/plans/${planId}/naming`)).statusCode);
  const forged = `jsonb_set(decision, '{notMainstream,ground}', '"incompatible with the efficient use of resources"')`;
  await expect(
    ownerPool().query(`update plan_namings set decision = ${forged} where plan_id = $1`, [planId]),
  ).rejects.toThrow('only_the_grounds_of_section_33');
});

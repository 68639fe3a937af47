import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aPlan, aSetting, boxesIn, finalFor, later, onDay, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

test('a need without provision stops a draft from being served, and the page leads to it', async () => {
  const plan = await aPlan(wexcombe, authority);
  const rows = `/plans/${plan.planId}/sections/cognition-and-learning/rows`;
  const added = await send(plan.staff, rows, { kind: 'need', text: 'Cannot yet read', evidence: 'Tested' });
  expect(added.status, added.body).toBe(303);
  const refused = await send(plan.staff, `/plans/${plan.planId}/service`, onDay('servedOn', '2025-05-12'));
  expect(refused.status).toBe(409);
  expect(refused.body).toContain('One thing stops it');
  expect(refused.body).toContain(
    'Enter the provision for this need, or link one that is there: Cannot yet read',
  );
  expect(refused.body).toContain(`href="/plans/${plan.planId}/sections/cognition-and-learning`);
  const { rows: versions } = await ownerPool().query('select 1 from plan_versions where plan_id = $1', [
    plan.planId,
  ]);
  expect(versions).toEqual([]);
});

test('a draft begins with what the file has of who the child is and where they go, so that another’s pronouns are found', async () => {
  const { settingId } = await aSetting(wexcombe, 'Tansy Lane Primary School');
  const { planId, staff } = await aPlan(wexcombe, authority, { sex: 'F', settingId });
  const { content } = (await staff.get(`/plans/${planId}/plan.json`)).json();
  expect(content.personalDetails).toMatchObject({ surname: 'Hartwell', sex: 'Female', ethnicity: '' });
  expect(content.servicesInvolved.educationSetting.name).toBe('Tansy Lane Primary School');
  expect(content.servicesInvolved).toMatchObject({ nhsNumber: '', lookedAfterNow: false });
  const rows = `/plans/${planId}/sections/cognition-and-learning/rows`;
  const need = { kind: 'need', text: 'He cannot yet copy his name', evidence: 'Watched in class' };
  expect((await send(staff, rows, need)).status).toBe(303);
  expect((await staff.get(`/plans/${planId}/checks`)).body).toContain(
    'These are not the pronouns of the rest of the record',
  );
});

test('two people at one section are both shown; at two rows of one area they do not meet', async () => {
  const { planId, staff } = await aPlan(wexcombe, authority);
  const section = `/plans/${planId}/sections/a1`;
  expect((await send(staff, section, { a1: 'First words', version: '1' })).status).toBe(303);
  const second = await send(staff, section, { a1: 'Second words', version: '1' });
  expect(second.status).toBe(409);
  expect(second.body).toContain('First words');
  expect(second.body).toContain('Second words');
  expect((await send(staff, section, { a1: 'Both words', version: '2' })).status).toBe(303);

  const area = `/plans/${planId}/sections/cognition-and-learning`;
  const links = [...(await staff.get(area)).body.matchAll(/href="([^"]+\/rows\/[0-9a-f-]{36})"/g)].map(
    ([, href]) => href ?? '',
  );
  expect(links).toHaveLength(3);
  const opened = await Promise.all(links.map(async (href) => ({ href, page: (await staff.get(href)).body })));
  for (const { href, page } of opened) {
    const saved = await send(staff, href, { ...boxesIn(page), text: `Changed ${href.slice(-4)}` });
    expect(saved.status, saved.body).toBe(303);
  }
  const [first] = opened;
  const late = await send(staff, first?.href ?? '', { ...boxesIn(first?.page ?? ''), text: 'Too late' });
  expect(late.status).toBe(409);
  expect(late.body).toContain('Somebody else changed this');
  expect(late.body).toContain('Too late');
});

test('a row is taken away with the links to it', async () => {
  const { planId, staff } = await aPlan(wexcombe, authority);
  const area = `/plans/${planId}/sections/cognition-and-learning`;
  const links = [...(await staff.get(area)).body.matchAll(/href="([^"]+\/rows\/[0-9a-f-]{36})"/g)].map(
    ([, href]) => href ?? '',
  );
  const removal = `${links[1]}/removal`;
  const page = (await staff.get(removal)).body;
  expect(page).toContain('Pre-teaching of new words');
  expect((await send(staff, removal, boxesIn(page))).to).toBe(area);
  const after = (await staff.get(area)).body;
  expect(after).not.toContain('Pre-teaching of new words');
  expect(after).toContain('Enter the provision for this need');
});

test('the authority’s own change to a draft the family has begins a new draft, with 15 days more', async () => {
  const plan = await aPlan(wexcombe, authority);
  const { planId, staff, family, childId } = plan;
  await serve(wexcombe, plan);
  const own = { a1: 'Our own words', version: '1', because: 'our own change' };
  expect((await send(staff, `/plans/${planId}/sections/a1`, own)).status).toBe(303);
  expect((await staff.get(`/plans/${planId}`)).body).toContain('Writing a new draft');
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('Our own words');
  const tried = await send(staff, `/plans/${planId}/final/check`, finalFor(randomUUID()));
  expect(tried.status).not.toBe(303);
  await later(wexcombe, authority, plan, '2025-05-20');
  await serve(wexcombe, plan);
  const read = (await family.get(`/family/${childId}/plan`)).body;
  expect(read).toContain('Our own words');
  expect(read).toContain('3 June 2025');
});

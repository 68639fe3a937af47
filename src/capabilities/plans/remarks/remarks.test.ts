import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../../test/support/people.ts';
import { anAdvisedPlan, anAdviser, show } from '../contributing/examples.ts';
import { aPlan, send, serve } from '../plan-examples.ts';

/* A comment is answered as often as it takes, by either side, in order, with who and when; somebody says that it is settled; nothing is lost. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const from = 'Jo Hartwell';

/** A draft with its family, and one comment of theirs. */
async function aComment() {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const said = { about: 'the whole draft', words: 'He needs more help at lunch', from };
  await send(plan.family, `/family/${plan.childId}/plan/comments`, said);
  const { rows } = await ownerPool().query(
    `select id from plan_acts where plan_id = $1 and kind = 'representation'`,
    [plan.planId],
  );
  const id: string = rows[0].id;
  const ours = `/plans/${plan.planId}/comments/${id}`;
  return { ...plan, id, ours, theirs: `/family/${plan.childId}/plan/comments/${id}/replies` };
}

/** A contributor's comment on a line it is shown. */
async function aContribution() {
  const plan = await anAdvisedPlan(wexcombe, authority);
  const shown = await show(plan.staff, plan);
  await send(plan.adviser, `${shown}/comments`, { row: plan.rowId, words: 'It was tested in March' });
  const { comments } = (await plan.staff.get(`/api${plan.at}/contributors`)).json();
  const id: string = comments[0].id;
  return {
    ...plan,
    shown,
    ours: `${plan.at}/comments/${id}/replies`,
    theirs: `${shown}/comments/${id}/replies`,
  };
}

/** Whether these stand on the page in this order. */
function inOrder(page: string, words: readonly string[]): boolean {
  const places = words.map((one) => page.indexOf(one));
  return places.every((place, at) => place > (places[at - 1] ?? 0));
}

test('a comment is asked about, answered and answered again: both sides read all of it, in order, with who and when', async () => {
  const { family, staff, ours, theirs, childId } = await aComment();
  expect((await send(staff, `${ours}/replies`, { words: 'Which days do you mean?' })).status).toBe(303);
  expect((await send(family, theirs, { words: 'Tuesdays and Fridays', from })).status).toBe(303);
  await send(staff, ours, { outcome: 'partly accepted', reasons: 'We add Fridays' });
  await send(family, theirs, { words: 'And Tuesdays?', from });
  await send(staff, `${ours}/replies`, { words: 'He swims on Tuesdays' });
  const told = [
    'He needs more help at lunch',
    'Which days do you mean?',
    'Tuesdays and Fridays',
    'We add Fridays',
    'And Tuesdays?',
    'He swims on Tuesdays',
  ];
  const pages = [
    await family.get(theirs),
    await staff.get(`${ours}/replies`),
    await family.get(`/family/${childId}/plan/suggestions`),
    await family.get(`/easy-read${theirs}`),
  ];
  for (const { body } of pages) expect(inOrder(body, told), body).toBe(true);
  for (const said of ['Priya Raman (SEND team), 12 May 2025', 'Jo Hartwell (family), 12 May 2025'])
    expect(pages[0]?.body).toContain(said);
});

test('it waits for staff whenever the family says more, and no longer once they answer', async () => {
  const { family, staff, ours, theirs, planId } = await aComment();
  await send(staff, ours, { outcome: 'declined', reasons: 'It is in Section F' });
  const waits = async () => (await staff.get(`/plans/${planId}/views`)).body.includes('they said more');
  expect(await waits()).toBe(false);
  await send(family, theirs, { words: 'Not for lunch', from });
  expect(await waits()).toBe(true);
  expect((await family.get(`/api${theirs}`)).json()).toMatchObject({ waitsFor: 'staff', settled: false });
  await send(staff, `${ours}/replies`, { words: 'You are right' });
  expect(await waits()).toBe(false);
});

test('either side says that it is settled, once it was answered; more said opens it again, and nothing is lost', async () => {
  const { family, staff, ours, theirs } = await aComment();
  const early = await send(family, theirs, { does: 'settle', from });
  expect(early.status).toBe(400);
  expect(early.body).toContain('once it has been answered');
  await send(staff, ours, { outcome: 'accepted', reasons: 'We add it' });
  expect((await send(family, theirs, { does: 'settle', words: 'Thank you', from })).status).toBe(303);
  const settled = (await staff.get(`${ours}/replies`)).body;
  for (const said of ['This is settled', 'Thank you']) expect(settled).toContain(said);
  expect((await send(staff, `${ours}/replies`, { does: 'settle' })).body).toContain(
    'This is settled already',
  );
  await send(family, theirs, { words: 'One thing more', from });
  const open = await family.get(`/api${theirs}`);
  expect(open.json()).toMatchObject({ settled: false, remarks: [{ kind: 'settled' }, { kind: 'reply' }] });
});

test('two who settle it at once settle it once, and what is sent twice is said once', async () => {
  const { family, staff, ours, theirs } = await aComment();
  const key = randomUUID();
  await Promise.all([1, 2].map(() => send(family, theirs, { words: 'Once', from, idempotencyKey: key })));
  expect((await family.get(`/api${theirs}`)).json().remarks).toHaveLength(1);
  await send(staff, ours, { outcome: 'accepted', reasons: 'Yes' });
  const colleague = browser(wexcombe);
  colleague.signInWith(await aCaseworker(wexcombe, authority));
  const both = await Promise.all(
    [staff, colleague].map((one) => send(one, `${ours}/replies`, { does: 'settle' })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
});

test('staff write down what the family said, under the family’s name and not their own', async () => {
  const { staff, ours, theirs, family } = await aComment();
  const heard = { words: 'She rang: it is urgent', side: 'other' };
  expect((await send(staff, `${ours}/replies`, heard)).body).toContain('Enter who said it');
  expect((await send(staff, `${ours}/replies`, { ...heard, from })).status).toBe(303);
  expect((await family.get(theirs)).body).toContain('Jo Hartwell (family)');
});

test('a contributor and staff answer each other, the contributor’s inbox waits again, and it is settled', async () => {
  const { adviser, staff, ours, theirs, shown, area, rowId } = await aContribution();
  expect((await staff.get(area)).body).toContain('It was tested in March');
  await send(adviser, `${shown}/looked`);
  const waiting = async () => {
    const { open } = (await adviser.get('/api/inbox')).json();
    return open.some(({ kind }: { kind: string }) => kind === 'draft lines');
  };
  expect(await waiting()).toBe(false);
  await send(staff, ours, { words: 'By whom?' });
  expect(await waiting()).toBe(true);
  expect((await staff.get(area)).body).not.toContain('It was tested in March');
  await send(adviser, theirs, { words: 'By Dr Bello' });
  expect((await staff.get(area)).body).toContain(rowId);
  expect((await send(adviser, theirs, { does: 'settle' })).status).toBe(303);
  for (const page of [(await adviser.get(shown)).body, (await staff.get(ours)).body])
    expect(inOrder(page, ['It was tested in March', 'By whom?', 'By Dr Bello', 'Settled'])).toBe(true);
});

test('nobody else reads or answers: another family, another adviser, whoever was invited to read', async () => {
  const { theirs, childId } = await aComment();
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await other.get(theirs)).statusCode).toBe(404);
  expect((await send(other, theirs, { words: 'x', from })).status).toBe(404);
  const { ours, ...contribution } = await aContribution();
  const elsewhere = await anAdviser(wexcombe, 'Elsewhere');
  expect((await elsewhere.adviser.get(contribution.theirs)).statusCode).toBe(404);
  expect((await send(elsewhere.adviser, contribution.theirs, { words: 'x' })).status).toBe(404);
  const id = /comments\/([0-9a-f-]{36})/.exec(ours)?.[1];
  expect(
    (await contribution.family.get(`/family/${contribution.childId}/plan/comments/${id}/replies`)).statusCode,
  ).toBe(404);
  expect((await elsewhere.adviser.get(`/family/${childId}/plan/suggestions`)).statusCode).not.toBe(200);
});

test('no words, too many and hostile ones are told in words and given back', async () => {
  const { family, theirs } = await aComment();
  expect((await send(family, theirs, { words: ' ', from })).body).toContain('Enter what you want to say');
  expect((await send(family, theirs, { words: 'Kept', from: '' })).body).toContain('Kept');
  const long = await send(family, theirs, { words: 'x'.repeat(20_001), from });
  expect(long.status).toBe(400);
  expect(long.body).toContain('20,000 characters or fewer');
  await send(family, theirs, { words: '\u202e<b>loud</b>', from });
  const page = (await family.get(theirs)).body;
  expect(page).toContain('&lt;b>loud');
  expect(page).not.toContain('\u202e');
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aParent, aProfessional } from '../../../test/support/people.ts';
import { anIssuedPlan, type Browser, later, onDay, send } from '../../../test/support/plans-in-force.ts';
import { checkProvision } from './index.ts';

/* Whether what a plan says is in place: asked six weeks on, each term, and said by a family at any time. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12', {
    SCHOOL_TERMS: '2025-09-01/2025-12-19, 2026-01-05/2026-03-27',
  });
});

type Plan = Awaited<ReturnType<typeof anIssuedPlan>>;
const rowsOf = async (text: string, values: readonly unknown[]) =>
  (await ownerPool().query(text, [...values])).rows;
const cases = ({ childId }: Pick<Plan, 'childId'>) => `/cases/${childId}/placements`;
const theirs = ({ childId }: Pick<Plan, 'childId'>) => `/family/${childId}/placement`;

async function night(day: string) {
  wexcombe.clock.now = new Date(`${day}T02:15:00Z`);
  await checkProvision(wexcombe.services);
}

/** A child who started on 1 September at the setting the plan names. */
async function aPlacedChild(name: string): Promise<Plan> {
  const plan = await anIssuedPlan(wexcombe, authority, name);
  await on(plan, '2025-09-02');
  const fields = { kind: 'setting', settingId: plan.setting.settingId, ...onDay('fromOn', '2025-09-01') };
  expect((await send(plan.staff, `${cases(plan)}/new`, fields)).status).toBe(303);
  return plan;
}

async function on(plan: Plan, day: string) {
  await later(wexcombe, authority, plan, day);
  plan.setting.head.signInWith(await aProfessional(wexcombe, plan.setting.organisationId, 'Ruth Adeyemi'));
}

const checksOf = ({ childId }: Plan) =>
  rowsOf(
    `select id, kind, asked_on::text as asked, answer_by::text as by, asks_family as family, reminded_on::text as reminded
     from placement_checks where child_id = $1 order by asked_on, kind`,
    [childId],
  );
const lettersOf = ({ childId }: Plan, like = 'check of provision%') =>
  rowsOf(
    'select recipient_name as to, template, body from letters where child_id = $1 and template like $2 order by created_at',
    [childId, like],
  );

/** Each line of the form, answered one way. */
async function linesOn(by: Browser, url: string, answer: string, words = '') {
  const { body } = await by.get(url);
  const rows = [...new Set([...body.matchAll(/name="answer-([0-9a-f-]{36})"/g)].map(([, row]) => row ?? ''))];
  expect(rows.length).toBeGreaterThan(0);
  return Object.fromEntries(
    rows.flatMap((row) => [
      [`answer-${row}`, answer],
      [`words-${row}`, words],
    ]),
  );
}

test('setting and family are asked six weeks after the start, once; reminded once; and no answer is a finding', async () => {
  const plan = await aPlacedChild('Sixweek School');
  await night('2025-10-12');
  expect(await checksOf(plan)).toEqual([]);
  await night('2025-10-13');
  await night('2025-10-13');
  await night('2025-10-14');
  expect(await checksOf(plan)).toMatchObject([
    { kind: 'in place', asked: '2025-10-13', by: '2025-10-27', family: true, reminded: null },
  ]);
  const told = await lettersOf(plan);
  expect(told.map(({ to }) => to).sort()).toEqual(['Helen Marsh', 'Jo Hartwell', 'Ruth Adeyemi']);
  const settings = told.find(({ to }) => to === 'Helen Marsh');
  expect(settings?.body).not.toContain('Robin');
  await Promise.all([night('2025-10-22'), night('2025-10-22')]);
  await night('2025-10-23');
  expect((await checksOf(plan))[0]?.['reminded']).toBe('2025-10-22');
  expect((await lettersOf(plan, 'check of provision, again')).map(({ to }) => to)).toEqual(['Jo Hartwell']);
  await on(plan, '2025-10-27');
  expect((await plan.staff.get('/placements?list=not+in+place')).body).not.toContain(cases(plan));
  await on(plan, '2025-10-28');
  const page = (await plan.staff.get(cases(plan))).body;
  expect(page.match(/No answer/g)).toHaveLength(2);
  expect((await plan.staff.get('/placements?list=not+in+place')).body).toContain(
    'Setting: no answer. Family: no answer',
  );
});

test('the setting and the family each answer line by line, what is missing is said, and all of it is shown', async () => {
  const plan = await aPlacedChild('Answering School');
  await night('2025-10-13');
  await on(plan, '2025-10-14');
  const href =
    /\/placement-checks\/[0-9a-f-]{36}/.exec((await plan.setting.head.get('/inbox')).body)?.[0] ?? '';
  const yes = await linesOn(plan.setting.head, href, 'yes');
  const part = await linesOn(plan.setting.head, href, 'partly', '');
  const unsaid = await send(plan.setting.head, href, part);
  expect([unsaid.status, unsaid.body.includes('Enter what is not happening')]).toEqual([400, true]);
  expect((await send(plan.setting.head, href, yes)).to).toBe('/inbox');
  const check =
    /\/placement\/checks\/[0-9a-f-]{36}/.exec((await plan.family.get(theirs(plan))).body)?.[0] ?? '';
  const url = `/family/${plan.childId}${check}`;
  const no = await linesOn(plan.family, url, 'no', 'No therapist since half term');
  expect((await send(plan.family, url, no)).body).toContain('Enter your name');
  expect((await send(plan.family, url, { ...no, from: 'Jo Hartwell' })).to).toBe(theirs(plan));
  const page = (await plan.staff.get(cases(plan))).body;
  for (const words of ['In place', 'Not all in place', 'No therapist since half term'])
    expect(page).toContain(words);
  expect((await plan.staff.get('/placements?list=not+in+place')).body).toContain('Family: not all in place');
  // The same again, now that it is put right, by telephone.
  const mended = { ...(await linesOn(plan.family, url, 'yes')), party: 'family', from: 'Jo Hartwell' };
  expect(
    (await send(plan.staff, `/cases/${plan.childId}${check.replace('/placement/', '/placements/')}`, mended))
      .to,
  ).toBe(cases(plan));
  expect((await plan.staff.get('/placements?list=not+in+place')).body).not.toContain(cases(plan));
});

test('it is asked again after an amended plan, and an answer to the question before it is turned back', async () => {
  const plan = await aPlacedChild('Amended School');
  await night('2025-10-13');
  await on(plan, '2025-10-14');
  const href =
    /\/placement-checks\/[0-9a-f-]{36}/.exec((await plan.setting.head.get('/inbox')).body)?.[0] ?? '';
  const yes = await linesOn(plan.setting.head, href, 'yes');
  const [before] = await rowsOf(
    'select id, plan_id, content, content_hash from plan_versions where child_id = $1 and kind = $2',
    [plan.childId, 'final'],
  );
  const versionId = randomUUID();
  await ownerPool().query(
    `insert into plan_versions (authority_id, id, plan_id, child_id, kind, number, content, content_hash, sent_on, served_on, officer)
     values ($1, $2, $3, $4, 'final', 2, $5, $6, '2025-11-03', '2025-11-03', 'Priya Raman')`,
    [authority, versionId, before.plan_id, plan.childId, before.content, before.content_hash],
  );
  await issued(plan, versionId);
  const late = await send(plan.setting.head, href, yes);
  expect([late.status, late.body.includes('This question is over')]).toEqual([400, true]);
  await night('2025-12-14');
  expect((await checksOf(plan)).filter(({ kind }) => kind === 'in place')).toHaveLength(1);
  await night('2025-12-15');
  expect((await checksOf(plan)).filter(({ kind }) => kind === 'in place')).toHaveLength(2);
  // Whoever was admitted under the version before is not asked to admit the child again.
  expect((await plan.staff.get('/placements?list=not+admitted')).body).not.toContain(cases(plan));
});

/** Records that a version was issued, as issuing does. */
async function issued(plan: Plan, versionId: string) {
  const { withLens } = await import('../../platform/lens/index.ts');
  const { recordEvent } = await import('../../platform/events/index.ts');
  await withLens(wexcombe.services.database, { kind: 'system', authorityId: authority }, (tx) =>
    recordEvent(tx, {
      ...{ authorityId: authority, childId: plan.childId, kind: 'plan issued', subject: 'plan' },
      subjectId: versionId,
    }),
  );
}

test('a setting says each term what it provided: asked as the term ends, once, and the family is not', async () => {
  const plan = await aPlacedChild('Term School');
  await night('2025-12-04');
  expect((await checksOf(plan)).filter(({ kind }) => kind === 'term')).toEqual([]);
  await night('2025-12-05');
  await night('2025-12-06');
  expect((await checksOf(plan)).filter(({ kind }) => kind === 'term')).toMatchObject([
    { asked: '2025-12-05', by: '2025-12-19', family: false },
  ]);
  await on(plan, '2025-12-08');
  const inbox = (await plan.setting.head.get('/inbox')).body;
  expect(inbox).toContain('What was provided this term?');
  const [term] = await rowsOf(`select id from placement_checks where child_id = $1 and kind = 'term'`, [
    plan.childId,
  ]);
  const part = await linesOn(
    plan.setting.head,
    `/placement-checks/${term.id}`,
    'partly',
    'Twice a week, not four times',
  );
  await send(plan.setting.head, `/placement-checks/${term.id}`, part);
  expect((await plan.staff.get(cases(plan))).body).toContain('Twice a week, not four times');
  expect((await plan.family.get(`${theirs(plan)}/checks/${term.id}`)).statusCode).toBe(404);
});

test('a family says that a line is not happening: it is owned, dated, closed only in words, told, and opened again', async () => {
  const plan = await aPlacedChild('Problem School');
  await on(plan, '2025-10-06');
  await ownerPool().query(
    `insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
     select $1, gen_random_uuid(), $2, account_id, name, '', name, '2025-04-01' from staff_roles where authority_id = $1 limit 1`,
    [authority, plan.childId],
  );
  const line =
    new RegExp(`${theirs(plan)}/lines/[0-9a-f-]{36}`).exec((await plan.family.get(theirs(plan))).body)?.[0] ??
    '';
  const page = (await plan.family.get(line)).body;
  for (const words of ['Ombudsman', 'judicial review', '5 working days']) expect(page).toContain(words);
  const empty = await send(plan.family, line, { words: '', from: 'Jo Hartwell' });
  expect([empty.status, empty.body.includes('Enter what is not happening')]).toEqual([400, true]);
  const words = 'Nobody has come since September';
  const key = { idempotencyKey: randomUUID(), words, from: 'Jo Hartwell' };
  const [said] = await Promise.all([send(plan.family, line, key), send(plan.family, line, key)]);
  expect(await rowsOf('select 1 from placement_problems where child_id = $1', [plan.childId])).toHaveLength(
    1,
  );
  const mine = said.to;
  expect((await plan.family.get(mine)).body).toContain('We promised to put it right by 13 October 2025');
  expect((await plan.family.get(mine)).body).toContain('Who has it: Priya Raman');
  const ours = mine.replace('/family/', '/cases/').replace('/placement/', '/placements/');
  // On another child's file it is not there.
  const other = await anIssuedPlan(wexcombe, authority, 'Unconcerned School');
  await on(plan, '2025-10-06');
  expect((await plan.staff.get(ours.replace(plan.childId, other.childId))).statusCode).toBe(404);
  expect((await plan.staff.get('/placements?list=not+happening')).body).toContain(words);
  expect((await send(plan.staff, ours, { act: 'closed', words: '', seen: '0' })).body).toContain(
    'Enter what was done',
  );
  await send(plan.staff, ours, { act: 'done', words: 'We asked the health body', seen: '0' });
  expect((await plan.family.get(mine)).body).toContain('We asked the health body');
  const stale = await send(plan.staff, ours, { act: 'closed', words: 'A therapist comes', seen: '0' });
  expect([stale.status, stale.body.includes('Look at what they wrote first')]).toEqual([400, true]);
  expect(await lettersOf(plan, 'provision put right')).toEqual([]);
  await send(plan.staff, ours, { act: 'closed', words: 'A therapist comes from Monday', seen: '1' });
  const letters = await lettersOf(plan, 'provision put right');
  expect(letters.map(({ to }) => to)).toEqual(['Jo Hartwell']);
  expect(letters[0]?.['body']).toContain('A therapist comes from Monday');
  expect((await plan.staff.get('/placements?list=not+happening')).body).not.toContain(words);
  await on(plan, '2025-10-20');
  expect((await send(plan.family, `${mine}/reopening`, { words: '', from: 'Jo' })).status).toBe(400);
  await send(plan.family, `${mine}/reopening`, { words: 'She did not come', from: 'Jo Hartwell' });
  expect((await plan.staff.get(ours)).body).toContain('27 October 2025');
  await on(plan, '2025-10-28');
  expect((await plan.family.get(mine)).body).toContain(
    'We promised to put this right by 27 October 2025, and have not',
  );
});

test('said by telephone it is promised from the day it was said, and whoever was invited reads and does not say', async () => {
  const plan = await aPlacedChild('Heard School');
  await on(plan, '2025-10-09');
  const form = (await plan.staff.get(`${cases(plan)}/problems/new`)).body;
  const row = /name="row" type="radio" value="([0-9a-f-]{36})"/.exec(form)?.[1] ?? '';
  const heard = {
    row,
    words: 'No teaching assistant',
    contactId: plan.contactId,
    ...onDay('saidOn', '2025-10-06'),
  };
  const said = await send(plan.staff, `${cases(plan)}/problems/new`, heard);
  expect((await plan.staff.get(said.to)).body).toContain('13 October 2025');
  const future = await send(plan.staff, `${cases(plan)}/problems/new`, {
    ...heard,
    ...onDay('saidOn', '2025-10-10'),
  });
  expect(future.body).toContain('The day must be today or in the past');
});

test('a young person, or a parent with an account, is not asked for a name; another family has nothing there', async () => {
  const plan = await aPlacedChild('Account School');
  await on(plan, '2025-10-09');
  const parent = browser(wexcombe);
  parent.signInWith(
    await aParent(
      wexcombe,
      [{ authorityId: authority, childId: plan.childId, contactId: plan.contactId }],
      'Jo Hartwell',
    ),
  );
  const line =
    new RegExp(`${theirs(plan)}/lines/[0-9a-f-]{36}`).exec((await parent.get(theirs(plan))).body)?.[0] ?? '';
  expect((await parent.get(line)).body).not.toContain('name="from"');
  expect((await send(parent, line, { words: 'No signing' })).status).toBe(303);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await send(stranger, line, { words: 'Hello', from: 'x' })).status).toBe(404);
  expect((await send(parent, `${theirs(plan)}/lines/${randomUUID()}`, { words: 'Of no line' })).status).toBe(
    404,
  );
});

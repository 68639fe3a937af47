import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aProfessional } from '../../../../test/support/people.ts';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { aPlan, later, onDay, send } from '../plan-examples.ts';
import { AFTER_REVIEW, anIssuedPlan, begin, NOTICE, notify, versionsOf, write } from './examples.ts';

/* An issued plan is amended: begun, noticed to the family with what is proposed, heard, and issued again. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

async function letters(childId: string, template: string) {
  const { rows } = await ownerPool().query(
    'select recipient_name as name, subject, body, document_id as paper from letters where child_id = $1 and template = $2 order by created_at',
    [childId, template],
  );
  return rows;
}

async function standing(childId: string) {
  const { rows } = await ownerPool().query(
    'select step, due_on::text as due from case_steps where child_id = $1',
    [childId],
  );
  return rows;
}

test('an issued plan is amended after a review: notice, comments, amended plan; what was issued first never changes', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Amended School');
  const { planId, childId, staff, family } = plan;
  const [first] = (await versionsOf(planId)).filter(({ kind }) => kind === 'final');
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  const page = (await staff.get(`/plans/${planId}`)).body;
  expect(page).toContain('Writing an amendment');
  expect(page).toContain('Version 1, issued on 2 June 2025, stays in force until an amended plan is issued');
  // Four weeks from the meeting of 3 March.
  expect(page).toContain('31 March 2026');

  // Until the notice the family has the plan it had, and nothing else.
  expect(await standing(childId)).toMatchObject([{ step: 'plan issued' }]);
  expect((await family.get(`/family/${childId}/plan/amendment`)).statusCode).toBe(404);
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('We propose to change this plan');
  expect((await write(staff, planId, 'Robin reads to younger children')).status).toBe(303);
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('younger children');

  const preview = (await staff.get(`/plans/${planId}/amendment/notice`)).body;
  expect(preview).toContain('The plan now');
  expect(preview).toContain('younger children');
  expect(preview).toContain('Jo Hartwell');
  expect(preview).not.toContain('Max Hartwell');
  await notify(wexcombe, plan);
  const [letter] = await letters(childId, 'amendment notice');
  expect(letter.name).toBe('Jo Hartwell');
  expect(letter.subject).toBe('We propose to change the plan for Robin Hartwell');
  // 15 days with the day of service as the first; eight weeks from the notice.
  for (const words of ['24 March 2026', '5 May 2026', 'section 38(3)', 'meet one of our officers'])
    expect(letter.body).toContain(words);

  // The case is open again, on the list and on the tracker, and due when the outcome is.
  expect(await standing(childId)).toEqual([{ step: 'amend the plan', due: '2026-05-05' }]);
  const tracker = (await family.get(`/family/${childId}`)).body;
  for (const words of ['We are looking at changing the plan', 'Due by: 5 May 2026', 'Since: 10 March 2026'])
    expect(tracker).toContain(words);
  expect((await staff.get(`/cases/${childId}`)).body).toContain('5 May 2026');
  const listed = (await staff.get('/cases?whose=everybody')).body;
  expect(listed).toContain('Amend the plan');

  const notice = (await family.get(`/family/${childId}/plan/amendment`)).body;
  for (const words of ['younger children', 'What it would say', '24 March 2026', '5 May 2026'])
    expect(notice).toContain(words);
  expect(notice).toContain('Amended School');
  expect(notice).toContain('What was said at the review meeting');
  const asBefore = (await family.get(`/family/${childId}/plan`)).body;
  expect(asBefore).toContain('We propose to change this plan');
  expect(asBefore).toContain('Final plan, version 1');
  expect(asBefore).not.toContain('younger children');
  const [, frozen = ''] = /href="([^"]+\/plan\/versions\/[^"]+)"/.exec(asBefore) ?? [];
  expect((await family.get(frozen)).body).not.toContain('This is not the newest version');

  const paper = await family.get(`/documents/${letter.paper}`);
  const pages = (await readPdf(paper.rawPayload)).pages.join(' ').replaceAll(/\s+/g, ' ');
  for (const words of [
    'Notice of proposed amendments to the plan for Robin Hartwell',
    'The words that change',
    'younger children',
    'A copy of the plan in force: version 1',
  ])
    expect(pages).toContain(words);
  expect(pages).not.toMatch(/Example Row|Hidden Lane/);

  // What is said after the day is read too, and answered, and the draft changed for it.
  await later(wexcombe, authority, plan, '2026-04-01');
  const from = 'Jo Hartwell';
  const said = { about: 'A1', words: 'And Robin swims', from };
  expect((await send(family, `/family/${childId}/plan/comments`, said)).status).toBe(303);
  const { rows } = await ownerPool().query(
    `select id from plan_acts where plan_id = $1 and kind = 'representation'`,
    [planId],
  );
  expect((await send(staff, `/plans/${planId}/final`, plan.final)).body).toContain(
    'Answer every comment first',
  );
  const answer = { outcome: 'accepted', reasons: 'We put it in' };
  expect((await send(staff, `/plans/${planId}/comments/${rows[0].id}`, answer)).status).toBe(303);
  const changed = await write(staff, planId, 'Robin reads to younger children, and swims', rows[0].id);
  expect(changed.status, changed.body).toBe(303);

  expect((await versionsOf(planId)).find(({ kind, number }) => kind === 'final' && number === 1)).toEqual(
    first,
  );
  const issued = await send(staff, `/plans/${planId}/final`, { ...plan.final, recipients: plan.recipients });
  expect(issued.status, issued.body).toBe(303);
  const versions = await versionsOf(planId);
  expect(versions.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    'draft 1',
    'draft 2',
    'final 1',
    'final 2',
  ]);
  expect(versions[2]).toEqual(first);
  expect(versions[3].a1).toBe('Robin reads to younger children, and swims');
  expect(versions[3].words).toContain('Amended School');
  const now = (await family.get(`/family/${childId}/plan`)).body;
  expect(now).toContain('Final plan, version 2');
  expect(now).not.toContain('We propose to change this plan');
  expect((await family.get(frozen)).body).toContain('This is not the newest version');
  const final = (await letters(childId, 'final plan')).filter(({ name }) => name === 'Jo Hartwell').at(-1);
  expect(final?.subject).toBe('The amended plan for Robin Hartwell');
  expect(final?.body).toContain('It takes the place of version 1');
  const done = (await staff.get(`/plans/${planId}/amendments`)).body;
  expect(done).toContain('Amended plan issued, 1 April 2026');
  // The 20 weeks were kept when the plan was first issued: amending it later breaks nothing.
  expect((await staff.get(`/cases/${childId}`)).body).not.toContain('Overdue');
  expect(await standing(childId)).toMatchObject([{ step: 'plan issued' }]);
});

test('a notice sent twice is sent once, with one key or two; a draft of it is not served as a first plan’s is', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Once School');
  const { planId, childId, staff } = plan;
  await later(wexcombe, authority, plan, '2026-03-10');
  const idempotencyKey = randomUUID();
  const beginning = { ...AFTER_REVIEW, idempotencyKey };
  expect((await staff.post(`/plans/${planId}/amendments`, beginning)).statusCode).toBe(303);
  expect((await staff.post(`/plans/${planId}/amendments`, beginning)).statusCode).toBe(303);
  const another = await send(staff, `/plans/${planId}/amendments`, AFTER_REVIEW);
  expect(another.body).toContain('An amendment of this plan is open already');
  const nothing = { ...NOTICE, ...onDay('servedOn', '2026-03-10') };
  expect((await send(staff, `/plans/${planId}/amendment/notice`, nothing)).body).toContain(
    'Nothing is proposed yet',
  );
  await write(staff, planId, 'Robin sings');
  const restless = { ...nothing, restsOn: '' };
  expect((await send(staff, `/plans/${planId}/amendment/notice`, restless)).body).toContain(
    'enter what they rest on',
  );
  const asDraft = await send(staff, `/plans/${planId}/service`, onDay('servedOn', '2026-03-10'));
  expect(asDraft.body).toContain('Send it as an amendment notice instead');
  const sending = { ...nothing, idempotencyKey: randomUUID() };
  expect((await staff.post(`/plans/${planId}/amendment/notice`, sending)).statusCode).toBe(303);
  expect((await staff.post(`/plans/${planId}/amendment/notice`, sending)).statusCode).toBe(303);
  await send(staff, `/plans/${planId}/amendment/notice`, nothing);
  expect(await letters(childId, 'amendment notice')).toHaveLength(1);
  expect((await versionsOf(planId)).filter(({ kind }) => kind === 'draft')).toHaveLength(2);
});

test('evidence goes with the notice, to those on paper in a letter each; what is withheld from the family never does', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Evidence School');
  const { planId, childId, contactId, staff, family } = plan;
  await later(wexcombe, authority, plan, '2026-03-10');
  const [shown, withheld] = [randomUUID(), randomUUID()];
  await ownerPool().query(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key, withheld_from_family, withheld_reason)
     select $1, id, $2, 'report', title, 'application/pdf', 1, repeat('a', 64), id::text, reason is not null, reason
     from (values ($3::uuid, 'Review report.pdf', null), ($4::uuid, 'A secret report.pdf', 'Serious harm')) as t (id, title, reason)`,
    [authority, childId, shown, withheld],
  );
  await ownerPool().query(`update children_contacts set prefers = 'post' where id = $1`, [contactId]);
  await begin(plan);
  await write(staff, planId, 'Robin sings');
  const preview = (await staff.get(`/plans/${planId}/amendment/notice`)).body;
  expect(preview).toContain('Review report.pdf');
  expect(preview).not.toContain('A secret report.pdf');
  const notice = { sectionIMayChange: 'yes', restsOn: '', ...onDay('servedOn', '2026-03-12') };
  const refused = await send(staff, `/plans/${planId}/amendment/notice`, { ...notice, evidence: withheld });
  expect(refused.body).toContain('A paper you selected cannot go to the family');
  const sent = await send(staff, `/plans/${planId}/amendment/notice`, { ...notice, evidence: shown });
  expect(sent.status, sent.body).toBe(303);
  const [letter] = await letters(childId, 'amendment notice');
  expect(letter.body).toContain('Review report.pdf');
  expect((await letters(childId, 'evidence with an amendment notice')).map(({ paper }) => paper)).toEqual([
    shown,
  ]);
  const page = (await family.get(`/family/${childId}/plan/amendment`)).body;
  expect(page).toContain(`/documents/${shown}`);
  expect(page).toContain('We propose to decide this again');
  // Fifteen days from the day the post brought it; eight weeks from the day it was sent.
  for (const day of ['26 March 2026', '5 May 2026']) expect(page).toContain(day);
});

test('two who amend one section at once both keep their words; a form opened before the plan was issued is not saved over it', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Two Editors School');
  const { planId, staff } = plan;
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  const stale = await send(staff, `/plans/${planId}/sections/a1`, { a1: 'From long ago', version: '1' });
  expect(stale.status).toBe(409);
  expect((await write(staff, planId, 'The first to save')).status).toBe(303);
  const second = await send(staff, `/plans/${planId}/sections/a1`, { a1: 'The second', version: '2' });
  expect(second.status).toBe(409);
  expect(second.body).toContain('The first to save');
  expect(second.body).toContain('The second');
});

test('an amendment withdrawn before its notice leaves no trace with the family; another begins from the issued rows', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Withdrawn School');
  const { planId, childId, staff, family } = plan;
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan, { basis: 'no review', why: 'A change of name' });
  await write(staff, planId, 'Words that come to nothing');
  const before = await letters(childId, 'plan not amended');
  const ended = await send(staff, `/plans/${planId}/amendment/end`, { reasons: 'Begun in error' });
  expect(ended.to, ended.body).toBe(`/plans/${planId}`);
  expect(await letters(childId, 'plan not amended')).toEqual(before);
  expect((await family.get(`/family/${childId}/plan/amendment`)).statusCode).toBe(404);
  expect((await staff.get(`/plans/${planId}`)).body).toContain('Final plan issued');
  await begin(plan);
  expect((await staff.get(`/plans/${planId}/sections/a1`)).body).not.toContain('Words that come to nothing');
  expect((await staff.get(`/plans/${planId}/amendments`)).body).toContain('Withdrawn before a notice');
});

test('an authority that decides not to amend hears the family first, says why, and says how to appeal', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Kept As It Is School');
  const { planId, childId, staff, family } = plan;
  const [first] = (await versionsOf(planId)).filter(({ kind }) => kind === 'final');
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  await write(staff, planId, 'Robin sings');
  await notify(wexcombe, plan);
  const early = await send(staff, `/plans/${planId}/amendment/end`, { reasons: 'Nobody wants it' });
  expect(early.body).toContain('The family has until the end of 24 March 2026');
  await later(wexcombe, authority, plan, '2026-03-25');
  const ended = await send(staff, `/plans/${planId}/amendment/end`, { reasons: 'Nobody wants it' });
  expect(ended.to, ended.body).toBe(`/plans/${planId}`);
  const [letter] = await letters(childId, 'plan not amended');
  for (const words of ['Nobody wants it', 'version 1, stays in force', 'right to appeal', '25 May 2026'])
    expect(letter.body).toContain(words);
  const page = (await family.get(`/family/${childId}/plan/amendment`)).body;
  expect(page).toContain('we decided not to amend the plan');
  expect((await versionsOf(planId)).find(({ kind }) => kind === 'final')).toEqual(first);
  expect((await family.get(`/family/${childId}/plan`)).body).toContain('Final plan, version 1');
});

test('another authority, and an organisation, find no amendment; a plan that is not final is not amended', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Guarded School');
  const { planId } = plan;
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  const others = await anAuthority();
  const elsewhere = await testApp(others, '2026-03-10');
  const stranger = await anIssuedPlan(elsewhere, others, 'Elsewhere School');
  expect((await stranger.staff.get(`/plans/${planId}/amendments`)).statusCode).toBe(404);
  expect((await send(stranger.staff, `/plans/${planId}/amendments`, AFTER_REVIEW)).status).toBe(404);
  expect((await plan.family.get(`/plans/${planId}/amendments`)).statusCode).toBe(404);
  const { head, organisationId } = plan.setting;
  head.signInWith(await aProfessional(wexcombe, organisationId, 'Helen Marsh'));
  expect((await head.get(`/plans/${planId}/amendments`)).statusCode).toBe(404);
  const unfinished = await aPlan(wexcombe, authority);
  await later(wexcombe, authority, unfinished, '2025-05-12');
  const early = await send(unfinished.staff, `/plans/${unfinished.planId}/amendments`, {
    basis: 'no review',
    why: 'Why not',
  });
  expect(early.body).toContain('This plan is not final yet');
});

test('what stops an amendment is shown with the days of the amendment, not of the first plan', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Stopping School');
  await later(wexcombe, authority, plan, '2026-03-10');
  await begin(plan);
  const rows = `/plans/${plan.planId}/sections/cognition-and-learning/rows`;
  await send(plan.staff, rows, { kind: 'need', text: 'Cannot yet count', evidence: 'Tested' });
  const { body } = await plan.staff.get(`/plans/${plan.planId}/exceptions`);
  expect(body).toContain(
    'The decision after the review, with any notice of amendment, is due by 31 March 2026',
  );
  expect(body).not.toContain('The final plan');
});

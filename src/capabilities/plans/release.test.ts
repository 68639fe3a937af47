import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional } from '../../../test/support/people.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { withLens } from '../../platform/lens/index.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { sendHeldPlan } from './held-jobs.ts';
import { aPlan, aSetting, CAN, finalFor, later, onDay, send, serve } from './plan-examples.ts';

/*
 * A family asks for a setting, and the setting's copy of the plan is held. Nothing waits for that but the copy: the setting is
 * consulted that day, the copy can go today with whole passages left out, and the decision on Section I is the officer's to make.
 */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const SECRET = 'Pre-teaching of new words';

async function rowsOf(text: string, values: readonly unknown[]) {
  const { rows } = await ownerPool().query(text, [...values]);
  return rows;
}

/** A family has asked for a setting whose copy is held; with the case given to a caseworker. */
async function held(name: string, type?: string) {
  const school = await aSetting(wexcombe, name, type);
  wexcombe.clock.now = new Date('2025-05-12T10:00:00Z');
  const plan = await aPlan(wexcombe, authority);
  const owner = await aCaseworker(wexcombe, authority);
  const [{ id: accountId }] = await rowsOf('select id from accounts order by id limit 1', []);
  await rowsOf(
    `insert into case_allocations (authority_id, id, child_id, account_id, name, handover, allocated_by, from_on)
     values ($1, gen_random_uuid(), $2, $3, 'Priya Raman', '', 'Priya Raman', '2025-05-12')`,
    [authority, plan.childId, accountId],
  );
  plan.staff.signInWith(owner);
  const why = { reason: 'The family asked for it', ...onDay('reviewBy', '2025-11-01') };
  const rule = { words: 'Words nobody wrote here', readers: 'settings consulted', ...why };
  expect((await send(plan.staff, `/plans/${plan.planId}/withheld`, rule)).status).toBe(303);
  await serve(wexcombe, plan);
  const base = `/family/${plan.childId}/plan`;
  const asked = { choice: 'found', settingId: school.settingId, reasons: 'Near home', from: 'Jo Hartwell' };
  expect((await send(plan.family, `${base}/preference`, asked)).status).toBe(303);
  const [{ id }] = await rowsOf('select id from consultations where plan_id = $1', [plan.planId]);
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  return { ...plan, school, asked, base, at: `/consultations/${id}`, consultationId: String(id) };
}

type Held = Awaited<ReturnType<typeof held>>;

const theirLens = ({ school }: Held) =>
  ({
    kind: 'organisation',
    accountId: randomUUID(),
    organisationId: school.organisationId,
    name: 'Helen Marsh',
    administrator: true,
  }) as const;

const consulted = async ({ consultationId }: Held) =>
  (
    await rowsOf('select sent_on::text, copy_sent_on::text, due_on::text from consultations where id = $1', [
      consultationId,
    ])
  )[0];

const release = (one: Held, fields: Record<string, string> = {}) =>
  send(one.staff, `/plans/${one.planId}/withheld/release`, {
    parts: 'cognition and learning,advice',
    reason: 'It may be said in either',
    ...fields,
  });

const work = ({ planId }: Held) => sendHeldPlan({ authorityId: authority, planId }, wexcombe.services);

async function paperOf(one: Held, page: string): Promise<string> {
  const paper = /\/documents\/[0-9a-f-]{36}/.exec(page)?.[0] ?? '';
  const { rawPayload, statusCode } = await one.school.head.get(paper);
  expect(statusCode).toBe(200);
  const { pages, inOrder } = await readPdf(new Uint8Array(rawPayload));
  return `${pages.join(' ')} ${inOrder}`.replaceAll(/\s+/g, ' ');
}

test('held when it is asked for: consulted that day and told so, and it reads nothing of the plan', async () => {
  const one = await held('Waiting School');
  expect(await consulted(one)).toEqual({ sent_on: '2025-05-12', copy_sent_on: null, due_on: null });
  const [letter] = await rowsOf('select subject, body from letters where organisation_id = $1', [
    one.school.organisationId,
  ]);
  expect(letter.subject).toBe('You are being consulted about a child. The draft plan follows');
  expect(letter.body).not.toContain('Robin');
  const page = (await one.school.head.get(one.at)).body;
  expect(page).toContain('You are consulted from the day you were asked');
  expect(page).toContain('15 days from the day the draft comes');
  expect(page).not.toContain(SECRET);
  expect(page).not.toContain('/documents/');
  const { body } = await one.school.head.get(`/api${one.at}`);
  expect(JSON.parse(body)).toMatchObject({ copySentOn: null, dueOn: null, documentId: null });
  // Not even by asking the database in the setting's own lens.
  const organisation = theirLens(one);
  const read = await withLens(wexcombe.services.database, organisation, async (tx) => ({
    versions: await tx.selectFrom('plan_versions').select('id').execute(),
    copies: await tx.selectFrom('plan_version_copies').select('id').execute(),
    cited: await tx.selectFrom('plan_version_citations').select('citation_id').execute(),
  }));
  expect(read).toEqual({ versions: [], copies: [], cited: [] });
});

test('the setting’s lens may not let its own copy out', async () => {
  const one = await held('Locked School');
  const organisation = theirLens(one);
  const self = withLens(wexcombe.services.database, organisation, (tx) =>
    tx
      .updateTable('consultations')
      .set({ copy_sent_on: plainDate('2025-05-12') })
      .where('id', '=', one.consultationId)
      .execute(),
  );
  await expect(self).rejects.toThrow('permission denied');
});

test('it is a task of the caseworker’s, due that day and overdue the next, and the family reads who checks the papers', async () => {
  const one = await held('Task School');
  const seen = (await one.family.get(one.base)).body;
  expect(seen).toContain('the papers are being checked by Priya Raman');
  expect(seen).toContain('our decision about it does not wait for this');
  expect((await one.family.get(`/easy-read${one.base}`)).body).toContain(
    '<bdi>Priya Raman</bdi> must check what they see first',
  );
  expect((await one.staff.get(`/cases/${one.childId}/next`)).body).toContain(
    'Release the copy of the plan that waits for Task School',
  );
  await later(wexcombe, authority, one, '2025-05-13');
  const task = (await one.staff.get(`/plans/${one.planId}/withheld`)).body;
  expect(task).toContain('Priya Raman is to release it, by 12 May 2025');
  expect(task).toContain('1 day overdue');
  const listed = (await one.staff.get('/consultations-waiting?waits=copy+waits')).body;
  expect(listed).toContain('Task School, for Robin Hartwell');
  expect(listed).toContain(`/plans/${one.planId}/withheld/release`);
  // Nothing is asked of it yet, so there is nothing to remind it of.
  const chased = await send(one.staff, '/consultations-waiting', { ids: one.consultationId, how: 'chase' });
  expect(chased.body).toContain('Task School waits for its copy of the draft');
});

test('released with passages left out, it goes that day, its 15 days begin, and the copy says none of them', async () => {
  const one = await held('Released School');
  await later(wexcombe, authority, one, '2025-05-14');
  const form = (await one.staff.get(`/plans/${one.planId}/withheld/release`)).body;
  expect(form).toContain('Words nobody wrote here');
  const done = await release(one);
  expect(done.status, done.body).toBe(303);
  await work(one);
  expect(await consulted(one)).toEqual({
    sent_on: '2025-05-12',
    copy_sent_on: '2025-05-14',
    due_on: '2025-05-29',
  });
  one.school.head.signInWith(await aProfessional(wexcombe, one.school.organisationId, 'Helen Marsh'));
  const page = (await one.school.head.get(one.at)).body;
  const paper = await paperOf(one, page);
  for (const shown of [page, paper]) {
    expect(shown).toContain('[Not shown in this copy]');
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain('hard to remember what was just said');
    expect(shown).not.toContain('Follows a story of three parts');
    expect(shown).not.toContain('The advice of David Lindqvist');
  }
  const rule = (await one.staff.get(`/plans/${one.planId}/withheld`)).body;
  expect(rule).toContain('Left out whole: Cognition and learning: its needs, provision and outcomes');
  expect(rule).not.toContain('has not gone');
  // The family's own is whole.
  expect((await one.family.get(one.base)).body).toContain(SECRET);
});

test('one statement may be left out alone; nothing chosen and no reason are refused, and what was typed is kept', async () => {
  const one = await held('Choosing School');
  const none = await release(one, { parts: '', reason: 'Typed once' });
  expect(none.status).toBe(400);
  expect(none.body).toContain('Select each part or statement');
  expect(none.body).toContain('Typed once');
  expect((await release(one, { parts: 'Section Z' })).body).toContain('Select each part or statement');
  const bare = await release(one, { reason: '' });
  expect(bare.body).toContain('Enter why these passages are left out');
  const api = JSON.parse((await one.staff.get(`/api/plans/${one.planId}/withheld/release`)).body);
  const statement = api.mayBeLeftOut.find(({ says }: { says: string }) => says === SECRET);
  expect((await release(one, { parts: '', statements: statement.key })).status).toBe(303);
  await work(one);
  const page = (await one.school.head.get(one.at)).body;
  expect(page).not.toContain(SECRET);
  expect(page).toContain('hard to remember what was just said');
});

test('released twice at once, by two people, it goes once', async () => {
  const one = await held('Once School');
  const done = await Promise.all([release(one), release(one)]);
  expect(done.map(({ status }) => status).sort()).toEqual([303, 400]);
  await Promise.all([work(one), work(one)]);
  await work(one);
  expect(await rowsOf('select id from consultations where plan_id = $1', [one.planId])).toHaveLength(1);
  const letters = await rowsOf(
    `select id from letters where organisation_id = $1 and template = 'consultation'`,
    [one.school.organisationId],
  );
  expect(letters).toHaveLength(2);
  // The family asks again meanwhile: it is consulted already, from the same day.
  expect((await send(one.family, `${one.base}/preference`, one.asked)).status).toBe(303);
  expect((await consulted(one)).sent_on).toBe('2025-05-12');
});

test('shown again, the passages hold what could not be found once more: never less is withheld than the rule asks', async () => {
  const one = await held('Shown School');
  expect((await release(one)).status).toBe(303);
  await work(one);
  const [{ id }] = await rowsOf(
    'select id from plan_withholdings where plan_id = $1 and left_out is not null',
    [one.planId],
  );
  const lifted = await send(one.staff, `/plans/${one.planId}/withheld/${id}`, {
    outcome: 'lift',
    reason: 'It said nothing of it',
  });
  expect(lifted.status).toBe(303);
  expect((await one.staff.get(`/plans/${one.planId}/withheld`)).body).toContain('To put right');
});

test('a setting whose copy waits may say yes, and a no waits for what it would rest on', async () => {
  const one = await held('Willing School');
  const no = {
    canMeetNeeds: 'no',
    grounds: '2',
    'evidence-2': 'Full',
    wouldNeed: 'A place',
  };
  expect((await send(one.school.head, one.at, no)).body).toContain(
    'You have not been sent the draft plan yet',
  );
  expect((await send(one.school.head, one.at, CAN)).status).toBe(303);
  expect((await release(one)).status).toBe(303);
  await work(one);
  expect((await consulted(one)).copy_sent_on).toBe('2025-05-12');
});

test('the setting asked for is named while its copy waits', async () => {
  const one = await held('Named Waiting School');
  expect((await send(one.family, `${one.base}/finished`, { from: 'Jo Hartwell' })).status).toBe(303);
  const page = (await one.staff.get(`/plans/${one.planId}/final`)).body;
  expect(page).toContain('its copy of the draft has not gone. That does not stop the plan');
  const final = { ...finalFor(one.school.settingId), recipients: `${one.contactId},${one.school.settingId}` };
  const issued = await send(one.staff, `/plans/${one.planId}/final`, final);
  expect(issued.status, issued.body).toBe(303);
});

test('a request refused while its copy waits says how the setting had its say, and the letter says that it waited', async () => {
  const one = await held('Refused Waiting School');
  const other = await aSetting(wexcombe, 'Other Waiting School');
  expect((await send(one.family, `${one.base}/finished`, { from: 'Jo Hartwell' })).status).toBe(303);
  const over = /name="over" value="([0-9a-f]+)"/.exec(
    (await one.staff.get(`/plans/${one.planId}/final`)).body,
  )?.[1];
  const typeOnly = {
    kind: 'type only',
    type: 'maintained school',
    attendance: 'daily',
    officer: 'Priya Raman',
    over: over ?? '',
    mainstream: 'yes',
    'grounds-1': '3',
    'ground-1-3': 'Reasons for it',
    'considered-1': 'All of it',
    recipients: one.contactId,
  };
  expect(other.settingId).not.toBe(one.school.settingId);
  const bare = await send(one.staff, `/plans/${one.planId}/final`, typeOnly);
  expect(bare.body).toContain('Enter how Refused Waiting School was consulted');
  const said = { ...typeOnly, 'consulted-1': 'By telephone with the head, 13 May' };
  const issued = await send(one.staff, `/plans/${one.planId}/final`, said);
  expect(issued.status, issued.body).toBe(303);
  const [{ body }] = await rowsOf(
    `select body from letters where child_id = $1 and template = 'final plan'`,
    [one.childId],
  );
  expect(body).toContain('its copy of the draft had not gone to it');
  expect(body).toContain('By telephone with the head, 13 May');
});

test('a report is called by no name that is withheld, on the setting’s page as on its paper', async () => {
  const school = await aSetting(wexcombe, 'Naming School');
  wexcombe.clock.now = new Date('2025-05-12T10:00:00Z');
  const plan = await aPlan(wexcombe, authority);
  const report = randomUUID();
  await rowsOf(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key, written_by, written_on)
     values ($1, $2, $3, 'report', 'What Uncle Verity did.pdf', 'application/pdf', 9, repeat('0', 64), $4, 'Dr A. Example', '2025-03-10')`,
    [authority, report, plan.childId, randomUUID()],
  );
  await rowsOf(
    'insert into document_readings (authority_id, document_id, read_at, page_count) values ($1, $2, now(), 4)',
    [authority, report],
  );
  const area = (await plan.staff.get(`/plans/${plan.planId}/sections/cognition-and-learning`)).body;
  const at = /href="([^"]+\/rows\/[0-9a-f-]{36}\/citations)"/.exec(area)?.[1] ?? '';
  const version = /name="version" value="([^"]*)"/.exec((await plan.staff.get(at)).body)?.[1] ?? '';
  const cited = await send(plan.staff, at, { version, cited: `report:${report}`, pages: '1' });
  expect(cited.status, cited.body).toBe(303);
  const rule = { words: 'Uncle Verity did', readers: 'settings consulted', reason: 'A risk' };
  const marked = { ...rule, ...onDay('reviewBy', '2025-11-01') };
  expect((await send(plan.staff, `/plans/${plan.planId}/withheld`, marked)).status).toBe(303);
  await serve(wexcombe, plan);
  const asked = { choice: 'found', settingId: school.settingId, reasons: 'Near', from: 'Jo Hartwell' };
  await send(plan.family, `/family/${plan.childId}/plan/preference`, asked);
  const [{ id }] = await rowsOf('select id from consultations where plan_id = $1', [plan.planId]);
  const page = (await school.head.get(`/consultations/${id}`)).body;
  expect(page).toContain('Reports that this plan cites');
  expect(page).not.toContain('Uncle Verity');
});

test('nobody but staff of the authority releases a copy', async () => {
  const one = await held('Shut School');
  const others = await anAuthority();
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, others));
  const at = `/plans/${one.planId}/withheld/release`;
  expect((await send(elsewhere, at, { parts: 'a1', reason: 'x' })).status).toBe(404);
  expect((await send(one.family, at, { parts: 'a1', reason: 'x' })).status).toBeGreaterThanOrEqual(403);
  expect((await consulted(one)).copy_sent_on).toBe(null);
});

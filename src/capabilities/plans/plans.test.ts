import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { aPlan, aSetting, type Browser, onDay, send } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

async function serve({ staff, planId }: { staff: Browser; planId: string }, on = '2025-05-12') {
  wexcombe.clock.now = new Date(`${on}T10:00:00Z`);
  const served = await send(staff, `/plans/${planId}/service`, onDay('servedOn', on));
  expect(served.status, served.body).toBe(303);
}

const CAN = { canMeetNeeds: 'yes', ...onDay('startFrom', '2025-09-01'), capacity: 'A place in class 3' };

/** The plan served, the setting asked for by the family, its answer in, and the family finished. */
async function readyToIssue(setting: Awaited<ReturnType<typeof aSetting>>) {
  const plan = await aPlan(wexcombe, authority);
  await serve(plan);
  const base = `/family/${plan.childId}/plan`;
  const from = 'Jo Hartwell';
  const asked = { choice: 'found', settingId: setting.settingId, reasons: 'Near home', from };
  expect((await send(plan.family, `${base}/preference`, asked)).status).toBe(303);
  const { rows } = await ownerPool().query('select id from consultations where plan_id = $1', [plan.planId]);
  expect(rows).toHaveLength(1);
  const consultationId: string = rows[0].id;
  expect((await send(setting.head, `/consultations/${consultationId}`, CAN)).status).toBe(303);
  expect((await send(plan.family, `${base}/finished`, { from })).status).toBe(303);
  const final = { kind: 'named', settingIds: setting.settingId, attendance: 'daily', officer: 'Priya Raman' };
  return { ...plan, consultationId, final, recipients: `${plan.contactId},${setting.settingId}` };
}

test('a plan goes from its draft to the final plan, with the family heard and the setting asked', async () => {
  const school = await aSetting(wexcombe, 'Wexcombe Vale School');
  const plan = await aPlan(wexcombe, authority);
  const { planId, childId, staff, family } = plan;
  const from = 'Jo Hartwell';
  expect((await staff.get(`/plans/${planId}/document`)).body).toContain('Pre-teaching of new words');
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('Pre-teaching');
  await serve(plan);
  const read = await family.get(`/family/${childId}/plan`);
  expect(read.body).toContain('Pre-teaching of new words');
  expect(read.body).toContain('26 May 2025');

  const base = `/family/${childId}/plan`;
  const comment = { about: 'A1', words: 'Robin has lived here since 2019.', from };
  expect((await send(family, `${base}/comments`, comment)).status).toBe(303);
  expect((await send(family, `${base}/meetings`, { words: '', from })).status).toBe(303);
  const wanted = { choice: 'found', settingId: school.settingId, reasons: '', from };
  expect((await send(family, `${base}/preference`, wanted)).status).toBe(303);

  const inbox = await school.head.get('/inbox');
  expect(inbox.body).toContain('Robin Hartwell');
  const consultation = /\/consultations\/[0-9a-f-]+/.exec(inbox.body)?.[0] ?? '';
  const pack = await school.head.get(consultation);
  expect(pack.body).toContain('Pre-teaching of new words');
  expect(pack.body).not.toContain('1 Example Row');
  expect((await send(school.head, consultation, CAN)).status).toBe(303);
  expect((await family.get(base)).body).toContain('answered 12 May 2025');

  const [said, meeting] = await actsOf(planId);
  const early = await send(staff, `/plans/${planId}/final/check`, finalFor(school.settingId));
  expect(early.body).toContain('The family has until the end of 26 May 2025');
  expect((await send(family, `${base}/finished`, { from })).status).toBe(303);
  const unanswered = await send(staff, `/plans/${planId}/final/check`, finalFor(school.settingId));
  expect(unanswered.body).toContain('Answer every comment first');
  const reasons = 'We have added it.';
  await send(staff, `/plans/${planId}/comments/${said}`, { outcome: 'accepted', reasons });
  expect((await family.get(base)).body).toContain(reasons);
  const unmet = await send(staff, `/plans/${planId}/final/check`, finalFor(school.settingId));
  expect(unmet.body).toContain('Hold the meeting');
  await send(staff, `/plans/${planId}/meetings/${meeting}`, { outcome: 'held', note: 'Met Jo on Monday.' });

  const version = '1';
  const change = { a1: 'Robin has lived here since 2019.', version };
  const whyNot = await send(staff, `/plans/${planId}/sections/a1`, change);
  expect(whyNot.body).toContain('Select the comment this answers');
  expect((await send(staff, `/plans/${planId}/sections/a1`, { ...change, because: said ?? '' })).status).toBe(
    303,
  );

  const check = await send(staff, `/plans/${planId}/final/check`, finalFor(school.settingId));
  expect(check.status, check.body).toBe(200);
  expect(check.body).toContain('The child’s parent');
  expect(check.body).toContain('This person is marked restricted and is sent nothing');
  const final = { ...finalFor(school.settingId), recipients: plan.contactId };
  expect((await send(staff, `/plans/${planId}/final`, final)).body).toContain('Select Wexcombe Vale School');
  const issued = await send(staff, `/plans/${planId}/final`, {
    ...final,
    recipients: `${plan.contactId},${school.settingId}`,
  });
  expect(issued.to).toBe(`/plans/${planId}/recipients`);
  const sentTo = (await staff.get(issued.to)).body;
  for (const name of ['Jo Hartwell', 'Wexcombe Vale School', 'commissioning body'])
    expect(sentTo).toContain(name);
  expect(sentTo).not.toContain('Max Hartwell');

  const theirs = (await family.get(base)).body;
  expect(theirs).toContain('Final plan, version 1');
  expect(theirs).toContain('Robin has lived here since 2019.');
  const document = /\/documents\/[0-9a-f-]+/.exec(theirs)?.[0] ?? '';
  const pdf = await family.get(document);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.headers['content-disposition']).toContain('attachment');
  const named = /\/final-plans\/[0-9a-f-]+/.exec((await school.head.get('/inbox')).body)?.[0] ?? '';
  expect((await school.head.get(named)).body).toContain('Wexcombe Vale School');
  expect((await school.head.get(document)).statusCode).toBe(200);

  const letters = await lettersOf(childId, 'final plan');
  const toFamily = letters.find(({ recipient_name }) => recipient_name === 'Jo Hartwell');
  expect(toFamily?.body).toContain('26 July 2025'.replace('26', '12'));
  expect(toFamily?.body).toContain('Fairway Mediation');
  expect(letters.map(({ reason }) => reason)).toContain('The child’s parent');
});

function finalFor(settingId: string) {
  return { kind: 'named', settingIds: settingId, attendance: 'daily', officer: 'Priya Raman' };
}

async function actsOf(planId: string): Promise<(string | undefined)[]> {
  const { rows } = await ownerPool().query(
    `select id, kind from plan_acts where plan_id = $1 and kind in ('representation', 'meeting asked for') order by recorded_at`,
    [planId],
  );
  return rows.map(({ id }) => id);
}

async function lettersOf(childId: string, template: string) {
  const { rows } = await ownerPool().query(
    'select recipient_name, body, reason, failure from letters where child_id = $1 and template = $2',
    [childId, template],
  );
  return rows;
}

test('a need without provision stops a draft from being served, and the page leads to it', async () => {
  const plan = await aPlan(wexcombe, authority);
  const rows = `/plans/${plan.planId}/sections/cognition-and-learning/rows`;
  const added = await send(plan.staff, rows, { kind: 'need', text: 'Cannot yet read', evidence: 'Tested' });
  expect(added.status, added.body).toBe(303);
  const refused = await send(plan.staff, `/plans/${plan.planId}/service`, onDay('servedOn', '2025-05-12'));
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('There is a problem');
  expect(refused.body).toContain('Enter the provision for this need: Cannot yet read');
  expect(refused.body).toContain(`href="/plans/${plan.planId}/sections/cognition-and-learning"`);
  const { rows: versions } = await ownerPool().query('select 1 from plan_versions where plan_id = $1', [
    plan.planId,
  ]);
  expect(versions).toEqual([]);
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

/** What a form's boxes hold, as a browser would send them. */
function boxesIn(page: string): Record<string, string> {
  const inputs = [...page.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const hidden = inputs.filter(
    (tag) => tag.includes('type="hidden"') || tag.includes('type="text"') || tag.includes(' checked'),
  );
  const pairs = hidden.map((tag) => [
    /name="([^"]+)"/.exec(tag)?.[1] ?? '',
    /value="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  const areas = [...page.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const boxes = Object.fromEntries([...pairs, ...areas].filter(([name]) => name !== 'idempotencyKey'));
  return boxes;
}

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
  await serve(plan);
  const own = { a1: 'Our own words', version: '1', because: 'our own change' };
  expect((await send(staff, `/plans/${planId}/sections/a1`, own)).status).toBe(303);
  expect((await staff.get(`/plans/${planId}`)).body).toContain('Writing a new draft');
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('Our own words');
  const tried = await send(staff, `/plans/${planId}/final/check`, finalFor(randomUUID()));
  expect(tried.status).not.toBe(303);
  await serve(plan, '2025-05-20');
  const read = (await family.get(`/family/${childId}/plan`)).body;
  expect(read).toContain('Our own words');
  expect(read).toContain('3 June 2025');
});

test('a consultation asked for over a draft that has been overtaken is not sent', async () => {
  const school = await aSetting(wexcombe, 'Overtaken School');
  const plan = await aPlan(wexcombe, authority);
  await serve(plan);
  const page = (await plan.staff.get(`/plans/${plan.planId}/settings?q=Overtaken`)).body;
  const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await send(plan.staff, `/plans/${plan.planId}/new-draft`);
  await send(plan.staff, `/plans/${plan.planId}/sections/a1`, { a1: 'Newer', version: '1' });
  await serve(plan, '2025-05-13');
  const asked = { settingId: school.settingId, version };
  const late = await send(plan.staff, `/plans/${plan.planId}/consultations`, asked);
  expect(late.status).toBe(400);
  expect(late.body).toContain('A newer draft has been served');
  const fresh = (await plan.staff.get(`/plans/${plan.planId}/settings?q=Overtaken`)).body;
  const now = /name="version" value="([^"]+)"/.exec(fresh)?.[1] ?? '';
  const sent = await send(plan.staff, `/plans/${plan.planId}/consultations`, { ...asked, version: now });
  expect(sent.status).toBe(303);
});

test('a setting answers no only on the lawful grounds, with evidence, and only once', async () => {
  const school = await aSetting(wexcombe, 'Refusing School');
  const plan = await readyAsked(school);
  const at = `/consultations/${plan.consultationId}`;
  const bare = await send(school.head, at, { canMeetNeeds: 'no' });
  expect(bare.status).toBe(400);
  expect(bare.body).toContain('Select at least one ground');
  const grounds = { canMeetNeeds: 'no', grounds: '2', wouldNeed: 'Another adult' };
  expect((await send(school.head, at, grounds)).body).toContain('Enter the evidence');
  const full = { ...grounds, 'evidence-2': 'Thirty-two in a room for twenty-eight' };
  expect((await send(school.head, at, full)).status).toBe(303);
  expect((await send(school.head, at, CAN)).status).toBe(400);
  const read = (await plan.staff.get(`/plans/${plan.planId}/settings`)).body;
  expect(read).toContain('Thirty-two in a room');
  expect(read).toContain('Another adult');
});

async function readyAsked(school: Awaited<ReturnType<typeof aSetting>>) {
  const plan = await aPlan(wexcombe, authority);
  await serve(plan);
  const asked = { choice: 'found', settingId: school.settingId, from: 'Jo Hartwell' };
  await send(plan.family, `/family/${plan.childId}/plan/preference`, asked);
  const { rows } = await ownerPool().query('select id from consultations where plan_id = $1', [plan.planId]);
  const consultationId: string = rows[0]?.id ?? '';
  return { ...plan, consultationId };
}

test('another authority, another organisation and another family are answered as if it were not there', async () => {
  const school = await aSetting(wexcombe, 'Isolated School');
  const plan = await readyToIssue(school);
  const elsewhere = browser(wexcombe);
  elsewhere.signInWith(await aCaseworker(wexcombe, await anAuthority('Otherton')));
  const { planId, childId, consultationId } = plan;
  for (const part of [
    '',
    '/document',
    '/service',
    '/views',
    '/settings',
    '/final',
    '/recipients',
    '/sections/a1',
    '/sections/health',
  ]) {
    expect([part, (await elsewhere.get(`/plans/${planId}${part}`)).statusCode]).toEqual([part, 404]);
  }
  expect((await send(elsewhere, `/plans/${planId}/service`, onDay('servedOn', '2025-05-12'))).status).toBe(
    404,
  );
  const other = await aSetting(wexcombe, 'Another School');
  expect((await other.head.get(`/consultations/${consultationId}`)).statusCode).toBe(404);
  expect((await send(other.head, `/consultations/${consultationId}`, CAN)).status).toBe(404);
  expect((await other.head.get('/inbox')).body).not.toContain('Robin Hartwell');
  const stranger = browser(wexcombe);
  stranger.signInWith(await aFamily(wexcombe, [randomUUID()]));
  expect((await stranger.get(`/family/${childId}/plan`)).statusCode).toBe(404);
  const said = { about: 'A1', words: 'x', from: 'x' };
  expect((await send(stranger, `/family/${childId}/plan/comments`, said)).status).toBe(404);
  const colleague = browser(wexcombe);
  colleague.signInWith(await aProfessional(wexcombe, school.organisationId));
  expect((await colleague.get(`/consultations/${consultationId}`)).statusCode).toBe(200);
  expect((await colleague.get(`/plans/${planId}`)).statusCode).toBe(404);
});

test('pressing Issue twice issues once', async () => {
  const school = await aSetting(wexcombe, 'Twice School');
  const { planId, childId, staff, final, recipients } = await readyToIssue(school);
  const fields = { ...final, recipients, idempotencyKey: randomUUID() };
  const both = await Promise.all([1, 2].map(() => staff.post(`/plans/${planId}/final`, fields)));
  expect(both.map((one) => one.headers.location)).toEqual([
    `/plans/${planId}/recipients`,
    `/plans/${planId}/recipients`,
  ]);
  const again = await send(staff, `/plans/${planId}/final`, { ...final, recipients });
  expect(again.status).not.toBe(200);
  const { rows } = await ownerPool().query(
    `select count(*)::int as count from plan_versions where plan_id = $1 and kind = 'final'`,
    [planId],
  );
  expect(rows).toEqual([{ count: 1 }]);
  const letters = await lettersOf(childId, 'final plan');
  expect(letters).toHaveLength(2);
  const events = await ownerPool().query(
    `select data->>'version' as version from events where child_id = $1 and kind = 'plan issued'`,
    [childId],
  );
  expect(events.rows).toEqual([{ version: '1' }]);
});

test('a restricted person is never written to, and nobody is shown another’s address', async () => {
  const school = await aSetting(wexcombe, 'Careful School');
  const { planId, childId, staff, family, final, recipients, restrictedId } = await readyToIssue(school);
  const forced = { ...final, recipients: `${recipients},${restrictedId}` };
  expect((await send(staff, `/plans/${planId}/final`, forced)).status).toBe(303);
  const { rows } = await ownerPool().query(
    'select recipient_name, body, address from letters where child_id = $1',
    [childId],
  );
  expect(rows.length).toBeGreaterThan(3);
  for (const letter of rows) {
    expect(letter.recipient_name).not.toBe('Max Hartwell');
    expect(JSON.stringify(letter)).not.toMatch(/Hidden Lane|max@hartwell|ZZ9/);
  }
  const sent = await ownerPool().query('select name from plan_recipients where child_id = $1', [childId]);
  expect(sent.rows.map(({ name }) => name)).not.toContain('Max Hartwell');
  expect((await family.get(`/family/${childId}/plan`)).body).not.toMatch(/Hidden Lane|1 Example Row/);
});

test('over the end of school age the plan goes to the young person, and the page says it must go by hand', async () => {
  const school = await aSetting(wexcombe, 'Sixth Form');
  const plan = await aPlan(wexcombe, authority, { bornOn: '2008-01-05' });
  await serve(plan);
  const from = 'Robin Hartwell';
  const base = `/family/${plan.childId}/plan`;
  await send(plan.family, `${base}/preference`, { choice: 'found', settingId: school.settingId, from });
  await send(plan.family, `${base}/finished`, { from });
  const check = await send(plan.staff, `/plans/${plan.planId}/final/check`, finalFor(school.settingId));
  expect(check.body).toContain('The young person now holds the rights');
  expect(check.body).toContain('To be sent by hand');
});

test('health provision needs the commissioning body’s agreement before a final plan', async () => {
  const school = await aSetting(wexcombe, 'Agreed School');
  const plan = await aPlan(wexcombe, authority);
  const area = `/plans/${plan.planId}/sections/health`;
  await send(plan.staff, `${area}/rows`, { kind: 'need', text: 'Tires quickly', evidence: 'Clinic letter' });
  const needId = /id="([0-9a-f-]{36})"/.exec((await plan.staff.get(area)).body)?.[1] ?? '';
  await send(plan.staff, `${area}/rows`, { kind: 'provision', what: 'Physiotherapy', needIds: needId });
  await serve(plan);
  const base = `/family/${plan.childId}/plan`;
  await send(plan.family, `${base}/preference`, { choice: 'found', settingId: school.settingId, from: 'Jo' });
  await send(plan.family, `${base}/finished`, { from: 'Jo' });
  const refused = await send(plan.staff, `/plans/${plan.planId}/final/check`, finalFor(school.settingId));
  expect(refused.body).toContain('Record that the responsible commissioning body agrees');
  expect(refused.body).not.toContain('A new draft is needed');
  await send(plan.staff, `/plans/${plan.planId}/health-agreement`, { body: 'NHS Wexcombe, by letter' });
  const check = await send(plan.staff, `/plans/${plan.planId}/final/check`, finalFor(school.settingId));
  expect(check.status, check.body).toBe(200);
});

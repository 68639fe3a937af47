import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { jsonClient } from '../../../../test/support/json.ts';
import { aCaseworker, aProfessional } from '../../../../test/support/people.ts';
import { aPlan, aSetting, CAN, later, onDay, send, serve } from '../plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
});

type School = Awaited<ReturnType<typeof aSetting>>;

/** A plan served on 12 May 2025, and the hash of its draft. */
async function served() {
  wexcombe = await testApp(authority, '2025-05-12');
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const page = (await plan.staff.get(`/plans/${plan.planId}/settings?q=School`)).body;
  return { ...plan, version: /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '' };
}

async function consulted(...schools: School[]) {
  const plan = await served();
  const settingIds = schools.map(({ settingId }) => settingId).join(',');
  const asking = { settingIds, version: plan.version, reviewed: 'yes' };
  const done = await send(plan.staff, `/plans/${plan.planId}/consultations`, asking);
  expect(done.status, done.body).toBe(303);
  const { rows } = await ownerPool().query<{ id: string }>(
    'select id from consultations where plan_id = $1 order by recorded_at, id',
    [plan.planId],
  );
  const id = rows[0]?.id ?? '';
  return { ...plan, id, at: `/plans/${plan.planId}/consultations/${id}`, ids: rows.map((row) => row.id) };
}

async function aSchool(name: string) {
  wexcombe = await testApp(authority, '2025-05-12');
  return aSetting(wexcombe, name);
}

test('several settings are asked by one form, once whoever asks has read what they are sent', async () => {
  const [one, other] = [await aSchool('Several School One'), await aSchool('Several School Two')];
  const plan = await served();
  const asking = { settingIds: `${one.settingId},${other.settingId}`, version: plan.version };
  const check = await send(plan.staff, `/plans/${plan.planId}/consultations/check`, asking);
  expect(check.status).toBe(200);
  for (const said of [
    'Robin Hartwell, born 5 June 2017',
    'Draft 1, ',
    'has not said what places',
    'Pre-teaching of new words',
  ])
    expect(check.body).toContain(said);
  expect(Buffer.byteLength(check.body)).toBeLessThan(60 * 1024);
  const unread = await send(plan.staff, `/plans/${plan.planId}/consultations`, asking);
  expect([unread.status, unread.body.includes('select that you have')]).toEqual([400, true]);
  const sent = await send(plan.staff, `/plans/${plan.planId}/consultations`, { ...asking, reviewed: 'yes' });
  expect(sent.to).toBe(`/plans/${plan.planId}/settings`);
  const { rows } = await ownerPool().query(
    'select reviewed_by, due_on::text from consultations where plan_id = $1',
    [plan.planId],
  );
  expect(rows).toEqual(Array(2).fill({ reviewed_by: 'Priya Raman', due_on: '2025-05-27' }));
  // Sent twice at once, nobody is asked twice.
  await Promise.all(
    [1, 2].map(() => send(plan.staff, `/plans/${plan.planId}/consultations`, { ...asking, reviewed: 'yes' })),
  );
  const { rows: now } = await ownerPool().query('select from consultations where plan_id = $1', [
    plan.planId,
  ]);
  expect(now).toHaveLength(2);
});

test('whoever selects none of the settings found has them still before them', async () => {
  const school = await aSchool('Unselected Heron School');
  const plan = await served();
  const asking = { settingIds: '', version: plan.version };
  const check = `/plans/${plan.planId}/consultations/check`;
  const none = await send(plan.staff, `${check}?q=Unselected+Heron`, asking);
  expect([none.status, none.body.includes('Select each setting to consult')]).toEqual([400, true]);
  expect([none.body.includes('href="#settingIds"'), none.body.includes(school.settingId)]).toEqual([
    true,
    true,
  ]);
  // With nothing listed, the way on is the search.
  expect((await send(plan.staff, check, asking)).body).toContain('href="#q"');
});

test('a draft of another child than the file goes to nobody', async () => {
  const school = await aSchool('Wrong Child School');
  const plan = await served();
  await ownerPool().query(`update children set born_on = '2016-06-05' where id = $1`, [plan.childId]);
  const asking = { settingIds: school.settingId, version: plan.version, reviewed: 'yes' };
  for (const path of ['consultations/check', 'consultations']) {
    const refused = await send(plan.staff, `/plans/${plan.planId}/${path}`, asking);
    expect([refused.status, refused.body.includes('another date of birth')]).toEqual([400, true]);
  }
});

test('a setting is chased and given more time: both sides and the family see the day, and no limit moves', async () => {
  const school = await aSchool('Slow School');
  const plan = await consulted(school);
  expect((await send(plan.staff, `${plan.at}/chase`, { words: 'Please' })).status).toBe(303);
  const early = await send(plan.staff, `${plan.at}/extension`, {
    ...onDay('dueOn', '2025-05-27'),
    words: 'Half term',
  });
  expect([early.status, early.body.includes('must be after 27 May 2025')]).toEqual([400, true]);
  expect(early.body).toContain('Half term');
  const bare = await send(plan.staff, `${plan.at}/extension`, onDay('dueOn', '2025-06-03'));
  expect(bare.body).toContain('Enter why they are given more time');
  const limit = async () =>
    /Send the final plan.*?(\d+ \w+ 20\d\d)/s.exec((await plan.staff.get(`/plans/${plan.planId}`)).body)?.[1];
  const before = await limit();
  const given = { ...onDay('dueOn', '2025-06-03'), words: 'It is half term' };
  expect((await send(plan.staff, `${plan.at}/extension`, given)).status).toBe(303);
  expect(await limit()).toBe(before);
  for (const [who, url] of [
    [plan.staff, plan.at],
    [plan.staff, `/plans/${plan.planId}/settings`],
    [school.head, `/consultations/${plan.id}`],
    [plan.family, `/family/${plan.childId}/plan`],
  ] as const) {
    const { body } = await who.get(url);
    expect([url, body.includes('3 June 2025')]).toEqual([url, true]);
  }
  const easy = (await plan.family.get(`/easy-read/family/${plan.childId}/plan`)).body;
  for (const said of ['We gave them more time.', 'They must tell us by', '3 June 2025'])
    expect(easy).toContain(said);
  expect((await school.head.get('/inbox')).body).toContain('3 June 2025');
  const { rows } = await ownerPool().query(
    `select template from letters where child_id = $1 and template like 'consultation%' order by 1`,
    [plan.childId],
  );
  expect(rows.map(({ template }) => template)).toEqual([
    'consultation',
    'consultation chased',
    'consultation extended',
  ]);
});

test('one withdrawn says why to the setting and the family, leaves the inbox, cannot be named, and may be asked again', async () => {
  const school = await aSchool('Withdrawn School');
  const plan = await consulted(school);
  expect((await send(plan.staff, `${plan.at}/withdrawal`)).body).toContain(
    'Enter why they are no longer asked',
  );
  const words = 'The family no longer wants it';
  expect((await send(plan.staff, `${plan.at}/withdrawal`, { words })).status).toBe(303);
  expect((await send(plan.staff, `${plan.at}/chase`)).body).toContain('has not been asked since');
  const theirs = (await school.head.get(`/consultations/${plan.id}`)).body;
  expect(theirs).toContain(words);
  expect(theirs).not.toContain('Pre-teaching of new words');
  expect((await plan.family.get(`/family/${plan.childId}/plan`)).body).toContain(words);
  expect((await school.head.get('/inbox/sitting')).body).not.toContain('Robin Hartwell');
  // What it answers all the same is kept, said to be late, and decides nothing.
  expect((await send(school.head, `/consultations/${plan.id}`, CAN)).status).toBe(303);
  expect((await send(school.head, `/consultations/${plan.id}`, CAN)).status).toBe(400);
  const read = (await plan.staff.get(plan.at)).body;
  expect(read).toContain(
    'It came after it was withdrawn on 12 May 2025. It is kept, and changes nothing decided',
  );
  expect(read).toContain('A place in class 3');
  expect((await plan.staff.get(`/plans/${plan.planId}/final`)).body).toContain(
    'No setting has been consulted.',
  );
  const again = { settingIds: school.settingId, version: plan.version, reviewed: 'yes' };
  expect((await send(plan.staff, `/plans/${plan.planId}/consultations`, again)).status).toBe(303);
  const { rows } = await ownerPool().query('select from consultations where plan_id = $1', [plan.planId]);
  expect(rows).toHaveLength(2);
});

test('an answer after the decision is kept and said to be late, and the plan stays as it is', async () => {
  const [school, late] = [await aSchool('Named School'), await aSchool('Late School')];
  const plan = await consulted(school, late);
  const from = 'Jo Hartwell';
  await send(plan.family, `/family/${plan.childId}/plan/preference`, {
    choice: 'found',
    settingId: school.settingId,
    from,
  });
  await send(plan.family, `/family/${plan.childId}/plan/finished`, { from });
  await later(wexcombe, authority, plan, '2025-05-30');
  const final = { kind: 'named', settingIds: school.settingId, attendance: 'daily', officer: 'Priya Raman' };
  const recipients = `${plan.contactId},${school.settingId}`;
  const issued = await send(plan.staff, `/plans/${plan.planId}/final`, { ...final, recipients });
  expect(issued.status, issued.body).toBe(303);
  const lateId = (
    await ownerPool().query('select id from consultations where plan_id = $1 and setting_id = $2', [
      plan.planId,
      late.settingId,
    ])
  ).rows[0]?.id;
  const head = browser(wexcombe);
  head.signInWith(await aProfessional(wexcombe, late.organisationId, 'Helen Marsh'));
  expect((await send(head, `/consultations/${lateId}`, CAN)).status).toBe(303);
  const read = (await plan.staff.get(`/plans/${plan.planId}/consultations/${lateId}`)).body;
  expect(read).toContain('It came after the plan was decided. It is kept, and changes nothing decided');
});

test('one that has closed is asked of the setting that came after it, and nothing is lost', async () => {
  const [old, next] = [await aSchool('Before School'), await aSchool('After Academy')];
  const plan = await consulted(old);
  const [was, is] = [1, 2].map(() => 100_000_000 + Math.floor(Math.random() * 800_000_000));
  await ownerPool().query(`update settings set urn = $1, status = 'Closed' where id = $2`, [
    was,
    old.settingId,
  ]);
  await ownerPool().query('update settings set urn = $1 where id = $2', [is, next.settingId]);
  await ownerPool().query(
    `insert into setting_links (urn, link_urn, link_name, link_type) values ($1, $2, 'After Academy', 'Successor')`,
    [was, is],
  );
  const refused = await send(plan.staff, `/plans/${plan.planId}/consultations`, {
    ...{ settingIds: old.settingId, version: plan.version, reviewed: 'yes' },
  });
  expect(refused.body).toContain('Before School has closed. Consult After Academy, which came after it');
  expect((await plan.staff.get(plan.at)).body).toContain('Ask After Academy in its place');
  expect((await send(plan.staff, `${plan.at}/successor`)).to).toBe(`/plans/${plan.planId}/settings`);
  expect((await next.head.get('/inbox')).body).toContain('Robin Hartwell');
  expect((await plan.staff.get(plan.at)).body).toContain(
    'After Academy came after it, and is asked in its place',
  );
});

test('the authority that maintains a setting is consulted too, before it is named', async () => {
  const school = await aSchool('Over The Border School');
  const other = await anAuthority('Otherton');
  await ownerPool().query(`update settings set la_code = $1, la_name = 'Otherton' where id = $2`, [
    other,
    school.settingId,
  ]);
  const plan = await consulted(school);
  const from = 'Jo Hartwell';
  await send(plan.family, `/family/${plan.childId}/plan/preference`, { choice: 'none', from });
  await send(plan.family, `/family/${plan.childId}/plan/finished`, { from });
  const final = { kind: 'named', settingIds: school.settingId, attendance: 'daily', officer: 'Priya Raman' };
  const check = () => send(plan.staff, `/plans/${plan.planId}/final/check`, final);
  expect((await check()).body).toContain('Consult Otherton, which maintains Over The Border School');
  const told = { words: 'By email', ...onDay('on', '2025-05-13') };
  expect((await send(plan.staff, `${plan.at}/other-authority`, told)).body).toContain(
    'The day must be from 12 May 2025',
  );
  expect(
    (await send(plan.staff, `${plan.at}/other-authority`, { ...told, ...onDay('on', '2025-05-12') })).status,
  ).toBe(303);
  expect((await check()).status).toBe(200);
});

test('as JSON it is the same, and to another authority there is none of it', async () => {
  const plan = await consulted(await aSchool('JSON Following School'));
  const api = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  expect(await api.post(`/api${plan.at}/withdrawal`, { words: '' })).toMatchObject({
    status: 422,
    body: { field: 'words' },
  });
  const extended = await api.post(`/api${plan.at}/extension`, { dueOn: '2025-06-10', words: 'Half term' });
  expect(extended).toMatchObject({
    status: 200,
    body: { dueOn: '2025-06-10', acts: [{ kind: 'extended' }] },
  });
  const elsewhere = await aCaseworker(wexcombe, await anAuthority('Elsewhere'));
  const stranger = jsonClient(wexcombe, elsewhere);
  expect((await stranger.get(`/api${plan.at}`)).status).toBe(404);
  expect((await stranger.post(`/api${plan.at}/withdrawal`, { words: 'x' })).status).toBe(404);
  const theirs = browser(wexcombe);
  theirs.signInWith(elsewhere);
  expect((await send(theirs, `${plan.at}/chase`)).status).toBe(404);
  expect((await api.get(`/api/plans/${plan.planId}/consultations/${randomUUID()}`)).status).toBe(404);
});

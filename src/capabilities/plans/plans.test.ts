import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { aPlan, aSetting, CAN, finalFor, readyToIssue, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

test('a plan goes from its draft to the final plan, with the family heard and the setting asked', async () => {
  const school = await aSetting(wexcombe, 'Wexcombe Vale School');
  const plan = await aPlan(wexcombe, authority);
  const { planId, childId, staff, family } = plan;
  const from = 'Jo Hartwell';
  expect((await staff.get(`/plans/${planId}/document`)).body).toContain('Pre-teaching of new words');
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('Pre-teaching');
  await serve(wexcombe, plan);
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
  expect((await family.get(base)).body).toContain('Answered 12 May 2025');

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
  const reading = await readPdf(new Uint8Array(pdf.rawPayload));
  expect(reading.pdfUaPart).toBe('1');
  expect(reading.pages.join(' ')).toContain('The advice of David Lindqvist.');
  const named = /\/final-plans\/[0-9a-f-]+/.exec((await school.head.get('/inbox')).body)?.[0] ?? '';
  expect((await school.head.get(named)).body).toContain('Wexcombe Vale School');
  expect((await school.head.get(document)).statusCode).toBe(200);

  const letters = await lettersOf(childId, 'final plan');
  const toFamily = letters.find(({ recipient_name }) => recipient_name === 'Jo Hartwell');
  expect(toFamily?.body).toContain('12 July 2025');
  expect(toFamily?.body).toContain('Fairway Mediation');
  expect(letters.map(({ reason }) => reason)).toContain('The child’s parent');
});

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

test('pressing Issue twice issues once', async () => {
  const school = await aSetting(wexcombe, 'Twice School');
  const { planId, childId, staff, final, recipients } = await readyToIssue(wexcombe, authority, school);
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
  const { planId, childId, staff, family, final, recipients, restrictedId } = await readyToIssue(
    wexcombe,
    authority,
    school,
  );
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
  await serve(wexcombe, plan);
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
  await serve(wexcombe, plan);
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

test('once the plan is issued its case is over: staff and family are told so, by the same facts', async () => {
  const school = await aSetting(wexcombe, 'Ending School');
  const { planId, childId, staff, family, final, recipients } = await readyToIssue(
    wexcombe,
    authority,
    school,
  );
  expect((await family.get(`/family/${childId}`)).body).toContain(`/family/${childId}/plan`);
  await send(staff, `/plans/${planId}/final`, { ...final, recipients });
  const open = await staff.get(`/cases/${childId}`);
  expect(open.body).toContain('Plan issued');
  expect(open.body).toContain(`/plans/${planId}`);
  expect((await family.get(`/family/${childId}`)).body).toContain('The plan is final');
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aPlan, aSetting, later, readyToIssue, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

async function anIssuedPlan() {
  const setting = await aSetting(wexcombe, 'Brightwater School');
  const plan = await readyToIssue(wexcombe, authority, setting);
  await later(wexcombe, authority, plan, '2025-06-02');
  const { final, recipients, staff, planId } = plan;
  const issued = await send(staff, `/plans/${planId}/final`, { ...final, recipients });
  expect(issued.status, issued.body).toBe(303);
  const at = `/plans/${planId}/working-document`;
  const json = (await staff.get(`/api${at}`)).json();
  const fields: { place: number; label: string }[] = json.statements.flatMap(
    ({ fields }: { fields: unknown[] }) => fields,
  );
  const place = fields.find(({ label }) => label === 'How often')?.place;
  return { ...plan, at, place };
}

const MORE = { party: 'family', words: '5 times a week in term time', source: '', page: '' };

test('what each party proposes is marked in the plan as issued, agreed when both say so, and the plan is not altered', async () => {
  const { staff, family, childId, planId, at, place } = await anIssuedPlan();
  const hash = async () =>
    (await ownerPool().query('select content, content_hash from plan_versions where plan_id = $1', [planId]))
      .rows;
  const before = await hash();
  expect((await send(staff, `${at}/${place}`, MORE)).to).toBe(at);
  const less = { ...MORE, party: 'authority', words: '3 times a week in term time' };
  expect((await send(staff, `${at}/${place}`, less)).to).toBe(at);
  const theirs = `/family/${childId}/plan/working-document`;
  const page = (await family.get(theirs)).body;
  expect(page).toMatch(/<ins class="opensend-working__family">.*?5</);
  expect(page).toMatch(/<ins class="opensend-working__authority">.*?3</);
  expect(page).toMatch(/<del class="opensend-working__agreed">.*?4</);
  expect(page).not.toContain('1 Example Row');
  const [, agreement = ''] = /action="([^"]*agreements[^"]*)"/.exec((await staff.get(at)).body) ?? [];
  expect((await send(staff, agreement)).to).toBe(at);
  expect((await send(staff, agreement)).to).toBe(at);
  expect((await family.get(theirs)).body).toContain('Agreed, 2 June 2025.');
  expect((await family.get(`/easy-read${theirs}`)).body).toContain('We both agree.');
  expect(await hash()).toEqual(before);
  for (const [by, url] of [
    [staff, `${at}.docx`],
    [family, `${theirs}.docx`],
  ] as const) {
    const file = await by.get(url);
    expect(file.headers['content-disposition']).toContain('working-document.docx');
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
  }
});

test('a row is proposed for a section that says nothing, on the page as in the API, and the family reads it there', async () => {
  const { staff, family, childId, at } = await anIssuedPlan();
  expect((await staff.get(at)).body).toContain(`href="${at}/G"`);
  expect((await staff.get(`${at}/G`)).body).toContain('Section G: Health care provision');
  const row = { ...MORE, words: 'Physiotherapy by a physiotherapist, 30 minutes a week' };
  expect((await send(staff, `${at}/G`, { ...row, words: ' ' })).body).toContain(
    'Enter the words of the new row',
  );
  expect((await send(staff, `${at}/G`, row)).to).toBe(at);
  const page = (await family.get(`/family/${childId}/plan/working-document`)).body;
  const inG = page.slice(page.indexOf('Section G:'), page.indexOf('Section H1:'));
  expect(inG).toContain(row.words);
  expect((await staff.get(`${at}/I`)).statusCode).toBe(404);
});

test('a proposal sent twice is one; one that changes nothing, is too long or cites what is not there is told what to do', async () => {
  const { staff, planId, at, place } = await anIssuedPlan();
  const key = { idempotencyKey: randomUUID() };
  await Promise.all([
    send(staff, `${at}/${place}`, { ...MORE, ...key }),
    send(staff, `${at}/${place}`, { ...MORE, ...key }),
  ]);
  const { rows } = await ownerPool().query(
    `select 1 from plan_acts where plan_id = $1 and kind = 'change proposed'`,
    [planId],
  );
  expect(rows).toHaveLength(1);
  expect((await send(staff, `${at}/${place}`, MORE)).body).toContain('Change the words to what is proposed');
  const wrong: [Record<string, string>, string][] = [
    [{ party: '' }, 'Select who proposes it'],
    [{ words: 'x'.repeat(20_001) }, 'Shorten this to'],
    [{ words: 'Daily', source: randomUUID() }, 'Choose the advice or report it rests on'],
    [{ words: 'Daily', page: 'three' }, 'Enter the page as a number'],
  ];
  for (const [changes, message] of wrong) {
    const answer = await send(staff, `${at}/${place}`, { ...MORE, ...changes });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(message);
  }
});

test('there is none before the plan is final, none at a place that is not there, and a family proposes nothing through staff’s form', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const at = `/plans/${plan.planId}/working-document`;
  expect((await plan.staff.get(at)).body).toContain('once the plan has been issued');
  expect((await plan.staff.get(`${at}.docx`)).statusCode).toBe(404);
  expect((await send(plan.staff, `${at}/1`, MORE)).status).toBe(404);
  const issued = await anIssuedPlan();
  for (const place of ['0', '99999', 'x', '-1'])
    expect((await issued.staff.get(`${issued.at}/${place}`)).statusCode, place).toBe(404);
  expect((await send(issued.family, `${issued.at}/${issued.place}`, MORE)).status).toBeGreaterThan(399);
});

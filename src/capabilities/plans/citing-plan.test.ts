import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { aPlan, aSetting, type Browser, later, readyToIssue, send, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;
const AREA = 'sections/cognition-and-learning';
const SAID = 'Dr A. Example, Educational psychology advice, page 3';

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

/** A report on the child's file, its pages read. */
async function aReport(childId: string, title = 'Educational psychology advice.pdf'): Promise<string> {
  const id = randomUUID();
  const owner = ownerPool();
  await owner.query(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key, written_by, written_on)
     values ($1, $2, $3, 'report', $4, 'application/pdf', 9, repeat('0', 64), $5, 'Dr A. Example', '2025-03-10')`,
    [authority, id, childId, title, randomUUID()],
  );
  await owner.query(
    `insert into document_readings (authority_id, document_id, read_at, page_count) values ($1, $2, now(), 4)`,
    [authority, id],
  );
  await owner.query(
    `insert into document_pages (authority_id, document_id, number, text)
     values ($1, $2, 1, 'Likes maps'), ($1, $2, 3, 'Working memory is at the 4th centile')`,
    [authority, id],
  );
  return id;
}

const withhold = (id: string, withheld: boolean) =>
  ownerPool().query(
    `update documents set withheld_from_family = $2, withheld_reason = case when $2 then 'A risk' end where id = $1`,
    [id, withheld],
  );

/** The pages where the rows of the area cite: of its need, its provision and its outcome. */
async function rowsOf(staff: Browser, planId: string): Promise<string[]> {
  const { body } = await staff.get(`/plans/${planId}/${AREA}`);
  return [...body.matchAll(/href="([^"]+\/rows\/[0-9a-f-]{36}\/citations)"/g)].map(([, href = '']) => href);
}

async function cite(staff: Browser, at: string, fields: Record<string, string>) {
  const version = /name="version" value="([^"]*)"/.exec((await staff.get(at)).body)?.[1] ?? '';
  return send(staff, at, { version, ...fields });
}

async function paperOf(family: Browser, childId: string): Promise<string> {
  const { body } = await family.get(`/family/${childId}/plan`);
  const href = /href="(\/documents\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
  const { rawPayload } = await family.get(href);
  return (await readPdf(rawPayload)).pages.join(' ').replaceAll(/\s+/g, ' ');
}

test('a drafter finds the page of a report by its words, and the need, the provision and the outcome cite it', async () => {
  const { planId, childId, staff } = await aPlan(wexcombe, authority);
  const report = await aReport(childId);
  const rows = await rowsOf(staff, planId);
  expect(rows).toHaveLength(3);
  const [need = ''] = rows;
  const found = (await send(staff, `${need}/search`, { q: 'WORKING memory' })).body;
  expect(found).toContain('Choose Dr A. Example, Educational psychology advice, page 3');
  const [, chosen = ''] = /href="([^"]+cited=report[^"#]+)/.exec(found) ?? [];
  expect(chosen).not.toContain('memory');
  const page = (await staff.get(chosen.replaceAll('&amp;', '&'))).body;
  expect(page).toMatch(/value="report:[0-9a-f-]{36}" checked/);
  expect(page).toMatch(/name="pages"[^>]*value="3"/);
  for (const at of rows) {
    const done = await cite(staff, at, { cited: `report:${report}`, pages: '3' });
    expect(done.status, done.body).toBe(303);
    expect((await staff.get(at)).body).toContain(SAID);
  }
  const area = (await staff.get(`/plans/${planId}/${AREA}`)).body;
  expect(area.split(SAID)).toHaveLength(4);
});

test('a Word file, which has no fixed pages, is cited by the heading its words stand under', async () => {
  const plan = await aPlan(wexcombe, authority);
  const { planId, childId, staff, family } = plan;
  const report = await aReport(childId, 'Occupational therapy report.docx');
  await ownerPool().query(`update document_readings set laid_out = 'parts' where document_id = $1`, [report]);
  await ownerPool().query(
    `update document_pages set place = '‘Handwriting’' where document_id = $1 and number = 3`,
    [report],
  );
  const [need = ''] = await rowsOf(staff, planId);
  const found = (await send(staff, `${need}/search`, { q: 'working memory' })).body;
  const [, chosen = ''] = /href="([^"]+cited=report[^"#]+)/.exec(found) ?? [];
  expect(chosen).not.toContain('Handwriting');
  const page = (await staff.get(chosen.replaceAll('&amp;', '&'))).body;
  expect(page).toMatch(/name="place"[^>]*value="‘Handwriting’"/);
  await cite(staff, need, { cited: `report:${report}`, place: '‘Handwriting’' });
  await serve(wexcombe, plan);
  const shown = (await family.get(`/family/${childId}/plan`)).body;
  expect(shown).toContain('Dr A. Example, Occupational therapy report, ‘Handwriting’');
});

test('a draft that is served says each citation on the family’s page and in its paper, and lists the report in Section K', async () => {
  const plan = await aPlan(wexcombe, authority);
  const { planId, childId, staff, family } = plan;
  const report = await aReport(childId);
  const [need = ''] = await rowsOf(staff, planId);
  await cite(staff, need, { cited: `report:${report}`, pages: '3' });
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('Dr A. Example');
  await serve(wexcombe, plan);
  const page = (await family.get(`/family/${childId}/plan`)).body;
  const paper = await paperOf(family, childId);
  for (const shown of [page, paper]) {
    expect(shown).toContain(SAID);
    expect(shown).toContain('Reports that this plan cites');
    expect(shown).toContain('B1: page 3');
    expect(shown).toContain('10 March 2025');
  }
});

test('a report withheld when the draft is served is on no page and no paper the family has, and staff are told', async () => {
  const plan = await aPlan(wexcombe, authority);
  const { planId, childId, staff, family } = plan;
  const [hidden, open] = [
    await aReport(childId, 'A hidden report'),
    await aReport(childId, 'An open report'),
  ];
  const [need = '', provision = ''] = await rowsOf(staff, planId);
  await cite(staff, need, { cited: `report:${hidden}`, pages: '2' });
  await cite(staff, provision, { cited: `report:${open}`, pages: '1' });
  await withhold(hidden, true);
  expect((await staff.get(need)).body).toContain('Withheld from the family');
  await serve(wexcombe, plan);
  const page = (await family.get(`/family/${childId}/plan`)).body;
  const paper = await paperOf(family, childId);
  const easy = (await family.get(`/easy-read/family/${childId}/plan`)).body;
  for (const shown of [page, paper, easy]) expect(shown).not.toContain('hidden report');
  for (const shown of [page, paper]) {
    expect(shown).toContain('An open report, page 1');
    expect(shown).not.toContain('withheld');
  }
  // Shown after all, it is in the next paper and not in the one that was sent.
  await withhold(hidden, false);
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('hidden report');
  // Withheld after it was sent, the page says no more of it.
  await withhold(open, true);
  expect((await family.get(`/family/${childId}/plan`)).body).not.toContain('open report');
});

test('an issued plan keeps its citations as they were shown, whatever becomes of the report or the draft', async () => {
  const setting = await aSetting(wexcombe, 'Brightwater School');
  const plan = await readyToIssue(wexcombe, authority, setting);
  const { planId, childId } = plan;
  const report = await aReport(childId);
  const [need = ''] = await rowsOf(plan.staff, planId);
  const unsaid = await cite(plan.staff, need, { cited: `report:${report}`, pages: '3' });
  expect(unsaid.body).toContain('Select the comment this answers, or that it is our own change');
  const { rows: none } = await ownerPool().query('select 1 from plan_citations where plan_id = $1', [planId]);
  expect(none).toEqual([]);
  const own = await cite(plan.staff, need, {
    cited: `report:${report}`,
    pages: '3',
    because: 'our own change',
  });
  expect(own.status, own.body).toBe(303);
  await serve(wexcombe, plan);
  await later(wexcombe, authority, plan, '2025-06-02');
  await send(plan.family, `/family/${childId}/plan/finished`, { from: 'Jo Hartwell' });
  const issued = await send(plan.staff, `/plans/${planId}/final`, {
    ...plan.final,
    recipients: plan.recipients,
  });
  expect(issued.status, issued.body).toBe(303);
  await ownerPool().query(
    `update documents set title = 'Renamed', written_by = 'Somebody else' where id = $1`,
    [report],
  );
  const version = await ownerPool().query(
    `select id from plan_versions where plan_id = $1 and kind = 'final'`,
    [planId],
  );
  setting.head.signInWith(await aProfessional(wexcombe, setting.organisationId, 'Helen Marsh'));
  for (const { by, at } of [
    { by: plan.family, at: `/family/${childId}/plan` },
    { by: plan.staff, at: `/plans/${planId}/document` },
    { by: setting.head, at: `/final-plans/${version.rows[0]?.id}` },
  ]) {
    const { body } = await by.get(at);
    expect(body, at).toContain(SAID);
    expect(body, at).not.toContain('Renamed');
  }
  expect((await plan.staff.get(need)).statusCode).toBe(404);
});

test('a citation is taken away, twice sent is once, and citing never stops a draft from being served', async () => {
  const plan = await aPlan(wexcombe, authority);
  const { planId, childId, staff } = plan;
  const report = await aReport(childId);
  const [need = ''] = await rowsOf(staff, planId);
  const key = { idempotencyKey: randomUUID() };
  const opened = (await staff.get(need)).body;
  const version = /name="version" value="([^"]*)"/.exec(opened)?.[1] ?? '';
  const fields = { ...key, version, cited: `report:${report}`, pages: '3' };
  const both = await Promise.all([staff.post(need, fields), staff.post(need, fields)]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
  const again = await cite(staff, need, { cited: `report:${report}`, pages: '3' });
  expect(again.body).toContain('This statement cites that already');
  const stale = await send(staff, need, { version, cited: `report:${report}`, pages: '1' });
  expect(stale.status).toBe(409);
  const page = (await staff.get(need)).body;
  const keys = [...page.matchAll(/name="source" value="([^"]*)"/g)].map(([, key = '']) => key);
  const last = keys.at(-1) ?? '';
  const now = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? '';
  expect((await send(staff, `${need}/removal`, { version: now, source: last })).status).toBe(303);
  expect((await staff.get(`/plans/${planId}/${AREA}`)).body).not.toContain(SAID);
  await serve(wexcombe, plan);
});

test('only this child’s own reports can be cited, and only by staff who write the plan', async () => {
  const plan = await aPlan(wexcombe, authority);
  const other = await aPlan(wexcombe, authority);
  const theirs = await aReport(other.childId);
  const [need = ''] = await rowsOf(plan.staff, plan.planId);
  const refused = await cite(plan.staff, need, { cited: `report:${theirs}`, pages: '1' });
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('Choose the advice or report');
  expect((await plan.family.get(need)).statusCode).toBeGreaterThanOrEqual(403);
  expect((await plan.staff.get(need.replace(/rows\/[^/]+/, `rows/${randomUUID()}`))).statusCode).toBe(404);
});

test('a row that cites a whole report is pointed at on the page of the row as on the page of all', async () => {
  const { planId, childId, staff } = await aPlan(wexcombe, authority);
  const report = await aReport(childId);
  const [need = ''] = await rowsOf(staff, planId);
  const row = need.replace('/citations', '');
  const words = 'It cites a whole report, and no page or heading of it';
  const pages = [row, `/plans/${planId}/${AREA}`, `/plans/${planId}/checks`];
  expect((await cite(staff, need, { cited: `report:${report}` })).status).toBe(303);
  for (const url of pages) expect((await staff.get(url)).body, url).toContain(words);
});

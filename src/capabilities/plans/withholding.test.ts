import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { wordsOfDocx } from '../../../test/support/read-docx.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { aPlan, aSetting, type Browser, later, onDay, readyToIssue, send, serve } from './plan-examples.ts';

/* Part of a plan withheld from organisations: no face, page or paper of theirs says it; the family's all do. */

const SECRET = 'Pre-teaching of new words';
const NOT_SHOWN = '[Not shown in this copy]';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

type Opened = Awaited<ReturnType<typeof aPlan>>;

function withhold({ staff, planId }: Opened, changes: Record<string, string> = {}) {
  return send(staff, `/plans/${planId}/withheld`, {
    words: SECRET,
    readers: 'settings consulted,settings named',
    reason: 'The family asked for it, and consent to more was not given',
    ...onDay('reviewBy', '2025-11-01'),
    ...changes,
  });
}

/** Whatever is at an address, as words: a page's, a PDF's or a Word file's. */
async function wordsAt(reader: Browser, address: string): Promise<string> {
  const answer = await reader.get(address);
  expect(answer.statusCode, address).toBe(200);
  const kind = String(answer.headers['content-type']);
  if (kind.includes('wordprocessingml')) return wordsOfDocx(new Uint8Array(answer.rawPayload));
  if (!kind.startsWith('application/pdf')) return answer.body;
  const { pages, inOrder } = await readPdf(new Uint8Array(answer.rawPayload));
  return `${pages.join(' ')} ${inOrder}`.replaceAll(/\s+/g, ' ');
}

async function issued(name: string, before: (plan: Opened) => Promise<unknown>) {
  const school = await aSetting(wexcombe, name);
  const plan = await readyToIssue(wexcombe, authority, school);
  await later(wexcombe, authority, plan, '2025-06-02');
  await before(plan);
  const final = { ...plan.final, recipients: plan.recipients };
  const sent = await send(plan.staff, `/plans/${plan.planId}/final`, final);
  expect(sent.status, sent.body).toBe(303);
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  const inbox = (await school.head.get('/inbox')).body;
  return { plan, school, theirs: /\/final-plans\/[0-9a-f-]{36}/.exec(inbox)?.[0] ?? '' };
}

/** Every face of the plan the setting may open, with the paper its page leads to. */
async function facesOf(reader: Browser, at: string): Promise<string[]> {
  const page = await wordsAt(reader, at);
  const papers = [...page.matchAll(/\/documents\/[0-9a-f-]{36}/g)].map(([path]) => path);
  const ends = ['/one-page', '/one-page.pdf', '/summary', '/summary.pdf', '/thread', '/plan.docx'];
  return Promise.all([at, ...ends.map((end) => `${at}${end}`), ...papers].map((one) => wordsAt(reader, one)));
}

test('the setting named reads none of it on any face or paper, and is told that something is not shown; the family reads it all', async () => {
  const { plan, school, theirs } = await issued('Withheld School', withhold);
  const faces = await facesOf(school.head, theirs);
  expect(faces).toHaveLength(8);
  for (const words of faces) {
    expect(words).not.toContain(SECRET);
    expect(words).toContain('This copy does not show everything the plan says');
    expect(words).toContain(NOT_SHOWN);
  }
  const { rows } = await ownerPool().query(
    `select document_id as id from plan_versions where plan_id = $1 and kind = 'final'`,
    [plan.planId],
  );
  const whole = `/documents/${rows[0].id}`;
  expect((await school.head.get(whole)).statusCode).toBe(404);
  const theirsAtHome = await facesOf(plan.family, `/family/${plan.childId}/plan`);
  for (const words of [...theirsAtHome, await wordsAt(plan.family, whole)]) {
    expect(words).toContain(SECRET);
    expect(words).not.toContain('This copy does not show everything');
  }
});

test('a statement withheld whole keeps its place and says nothing', async () => {
  const { school, theirs } = await issued('Row School', async (plan) => {
    const page = await wordsAt(plan.staff, `/plans/${plan.planId}/withheld`);
    const row = new RegExp(`value="([0-9a-f-]{36})"[^>]*>${SECRET}`).exec(page)?.[1] ?? '';
    expect((await withhold(plan, { words: '', rowId: row })).status).toBe(303);
  });
  for (const words of await facesOf(school.head, theirs)) {
    expect(words).not.toContain(SECRET);
    expect(words).not.toContain('A teaching assistant trained by');
  }
});

test('withheld after the setting was asked, it is gone from what the setting opens next; ended, it is there again', async () => {
  const school = await aSetting(wexcombe, 'Asked School');
  const plan = await readyToIssue(wexcombe, authority, school);
  const at = `/consultations/${plan.consultationId}`;
  const before = await wordsAt(school.head, at);
  expect(before).toContain(SECRET);
  const paper = /\/documents\/[0-9a-f-]{36}/.exec(before)?.[0] ?? '';
  expect((await withhold(plan)).status).toBe(303);
  expect(await wordsAt(school.head, at)).not.toContain(SECRET);
  expect((await school.head.get(paper)).statusCode).toBe(404);
  const { rows } = await ownerPool().query('select id from plan_withholdings where plan_id = $1', [
    plan.planId,
  ]);
  const review = `/plans/${plan.planId}/withheld/${rows[0].id}`;
  const ended = await send(plan.staff, review, { outcome: 'lift', reason: 'Consent was given' });
  expect(ended.status).toBe(303);
  expect(await wordsAt(school.head, at)).toContain(SECRET);
  expect((await school.head.get(paper)).statusCode).toBe(200);
  const again = await send(plan.staff, review, { outcome: 'lift', reason: 'Consent was given' });
  expect(again.body).toContain('This is shown already');
});

test('nothing is withheld without saying what, from whom, why and until when; never from the family', async () => {
  const plan = await aPlan(wexcombe, authority);
  for (const [changes, said] of [
    [{ words: '' }, 'Choose a statement, or enter words'],
    [{ words: 'short' }, 'Enter at least 8 characters'],
    [{ readers: 'family' }, 'Select who is not shown it'],
    [{ reason: '' }, 'the law you rely on'],
    [onDay('reviewBy', '2025-05-12'), 'The day must be in the future'],
    [onDay('reviewBy', '2026-06-01'), 'The day must be within a year'],
  ] as const) {
    const refused = await withhold(plan, changes);
    expect([refused.status, refused.body.includes(said)], said).toEqual([400, true]);
  }
});

test('what is due to be looked at again says so, with who withheld it and why', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  await withhold(plan, onDay('reviewBy', '2025-05-20'));
  expect(await wordsAt(plan.staff, `/plans/${plan.planId}/withheld`)).not.toContain('>Due<');
  await later(wexcombe, authority, plan, '2025-05-21');
  const page = await wordsAt(plan.staff, `/plans/${plan.planId}/withheld`);
  expect(page).toMatch(/Due\s*</);
  expect(page).toContain('The family asked for it');
  expect((await plan.family.get(`/plans/${plan.planId}/withheld`)).statusCode).toBeGreaterThan(400);
});

import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { aFamily } from '../../../../test/support/people.ts';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { withLens } from '../../../platform/lens/index.ts';
import { anIssuedPlan } from '../amending/examples.ts';
import { canonicalJson } from '../changes.ts';
import { sha256 } from '../hash.ts';
import { later } from '../plan-examples.ts';

/* What was issued is read years later in the words it was issued in. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

async function finalOf(planId: string) {
  const { rows } = await ownerPool().query(
    `select v.id, v.content, v.content_hash as hash, v.document_id as paper, w.sections, w.words_hash as words
     from plan_versions v join plan_words w on w.authority_id = v.authority_id and w.version_id = v.id
     where v.plan_id = $1 and v.kind = 'final'`,
    [planId],
  );
  return rows[0];
}

test('an issued plan’s hash is on its page, on its paper and in its JSON, and is the hash of what is kept', async () => {
  const { planId, childId, staff, family } = await anIssuedPlan(wexcombe, authority, 'Hashed School');
  const final = await finalOf(planId);
  expect(sha256(canonicalJson(final.content))).toBe(final.hash);
  expect(sha256(canonicalJson(final.sections))).toBe(final.words);
  expect((await staff.get(`/plans/${planId}/document`)).body).toContain(
    `/plans/${planId}/versions/${final.id}`,
  );
  const plain = (html: string) => html.replaceAll(/<wbr\s*\/?>/g, '');
  const page = plain((await staff.get(`/plans/${planId}/versions/${final.id}`)).body);
  for (const words of [final.hash, final.words, 'Hashed School', 'Pre-teaching of new words'])
    expect(page).toContain(words);
  expect(page).not.toContain('does not match');
  const json = (await staff.get(`/api/plans/${planId}/versions/${final.id}`)).json();
  expect(json).toMatchObject({
    contentHash: final.hash,
    wordsHash: final.words,
    asIssued: true,
    newest: true,
  });
  const { rawPayload } = await family.get(`/documents/${final.paper}`);
  const paper = (await readPdf(rawPayload)).pages.join('').replaceAll(/\s+/g, '');
  expect(paper).toContain(final.hash);
  const theirs = (await family.get(`/family/${childId}/plan`)).body;
  expect(theirs).toContain(`/family/${childId}/plan/versions/${final.id}`);
  const read = (await family.get(`/family/${childId}/plan/versions/${final.id}`)).body;
  expect(read).toContain('Pre-teaching of new words');
  expect(read).not.toMatch(/Example Row|Hidden Lane/);
});

test('years later, when plans are laid out under other headings, it still shows the words it was issued in', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Years Later School');
  const { planId, staff } = plan;
  const final = await finalOf(planId);
  // As if it had been issued by a service that laid plans out otherwise than this one does.
  const sections = [{ ...final.sections[0], title: 'A heading of that time' }, ...final.sections.slice(1)];
  await ownerPool().query(
    'update plan_words set layout = 1, sections = $2, words_hash = $3 where version_id = $1',
    [final.id, JSON.stringify(sections), sha256(canonicalJson(sections))],
  );
  await later(wexcombe, authority, plan, '2031-06-02');
  const page = (await staff.get(`/plans/${planId}/versions/${final.id}`)).body;
  expect(page).toContain('A heading of that time');
  expect(page).not.toContain('does not match');
});

test('the service cannot alter a version or its words; altered behind its back, it says so', async () => {
  const { planId, staff } = await anIssuedPlan(wexcombe, authority, 'Tampered School');
  const final = await finalOf(planId);
  const system = { kind: 'system', authorityId: authority } as const;
  for (const table of ['plan_versions', 'plan_words'] as const) {
    const altered = withLens(testDatabase(), system, (tx) =>
      tx.updateTable(table).set({ child_id: planId }).where('plan_id', '=', planId).execute(),
    );
    await expect(altered).rejects.toThrow(/permission denied/);
    const removed = withLens(testDatabase(), system, (tx) =>
      tx.deleteFrom(table).where('plan_id', '=', planId).execute(),
    );
    await expect(removed).rejects.toThrow(/permission denied/);
  }
  await ownerPool().query(
    `update plan_versions set content = jsonb_set(content, '{a1}', '"Other words"') where id = $1`,
    [final.id],
  );
  expect((await staff.get(`/plans/${planId}/versions/${final.id}`)).body).toContain(
    'its hash does not match',
  );
});

test('a version is read by those whose plan it is, and of the plan it is a version of', async () => {
  const one = await anIssuedPlan(wexcombe, authority, 'One School');
  const other = await anIssuedPlan(wexcombe, authority, 'Other School');
  const { id } = await finalOf(one.planId);
  expect((await other.staff.get(`/plans/${other.planId}/versions/${id}`)).statusCode).toBe(404);
  other.family.signInWith(await aFamily(wexcombe, [other.childId]));
  expect((await other.family.get(`/family/${one.childId}/plan/versions/${id}`)).statusCode).toBe(404);
  expect((await other.family.get(`/family/${other.childId}/plan/versions/${id}`)).statusCode).toBe(404);
});

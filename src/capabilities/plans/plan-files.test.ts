import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { aCaseworker } from '../../../test/support/people.ts';
import { aPlan, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;
let token: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  token = await aCaseworker(wexcombe, authority);
});

type Plan = Awaited<ReturnType<typeof aPlan>>;

const textOf = async ({ planId, staff }: Plan) => (await staff.get(`/plans/${planId}/plan.json`)).body;

async function versionOf({ planId, staff }: Plan): Promise<string> {
  const { body } = await staff.get(`/plans/${planId}/import`);
  return /name="version" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
}

/** Chooses a file on the page and sends it, as a browser does. */
async function choose({ planId }: Plan, text: string, version: string, key: string = randomUUID()) {
  const mark = 'between-the-parts';
  const field = (name: string, value: string) =>
    `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="plan.json"\r\ncontent-type: application/json\r\n\r\n${text}\r\n--${mark}--\r\n`;
  return wexcombe.app.inject({
    method: 'POST',
    url: `/plans/${planId}/import`,
    cookies: { opensend_session: token },
    headers: { 'content-type': `multipart/form-data; boundary=${mark}`, 'sec-fetch-site': 'same-origin' },
    payload: field('idempotencyKey', key) + field('version', version) + file,
  });
}

const SAID = 'Finds it hard to remember what was just said';

test('a draft downloaded, changed elsewhere and brought in says what the file says, and downloads as that file', async () => {
  const plan = await aPlan(wexcombe, authority);
  const text = (await textOf(plan)).replace(SAID, 'Forgets the second of two instructions');
  const version = await versionOf(plan);
  const key = randomUUID();
  const answer = await choose(plan, text, version, key);
  expect(answer.statusCode).toBe(303);
  expect((await choose(plan, text, version, key)).headers.location).toBe(answer.headers.location);
  expect((await plan.staff.get(String(answer.headers.location))).body).toContain(
    'The draft now says what the file says',
  );
  expect(await textOf(plan)).toBe(text);
  expect((await plan.staff.get(`/plans/${plan.planId}/document`)).body).toContain('Forgets the second');
});

test('a file brought in over words saved since its page was opened is refused, and they stand', async () => {
  const plan = await aPlan(wexcombe, authority);
  const [text, version] = [await textOf(plan), await versionOf(plan)];
  await choose(plan, text.replace(SAID, 'What a colleague wrote'), version);
  const late = await choose(plan, text, version);
  expect(late.statusCode).toBe(400);
  expect(late.body).toContain('Somebody changed the draft after you opened this page');
  expect(await textOf(plan)).toContain('What a colleague wrote');
});

test('two files sent at once: one is brought in, and the other is told', async () => {
  const plan = await aPlan(wexcombe, authority);
  const [text, version] = [await textOf(plan), await versionOf(plan)];
  const both = ['First', 'Second'].map((words) => choose(plan, text.replace(SAID, words), version));
  expect((await Promise.all(both)).map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
});

test('a file that is no plan, another child’s plan, and no file at all are refused on the page in plain words', async () => {
  const plan = await aPlan(wexcombe, authority);
  const [text, version] = [await textOf(plan), await versionOf(plan)];
  expect((await choose(plan, 'name,born', version)).body).toContain('This file is not a plan');
  const other = await choose(plan, text.replace('"Hartwell"', '"Somebody"'), version);
  expect(other.statusCode).toBe(400);
  expect(other.body).toContain('is not this child’s');
  expect((await choose(plan, text.padEnd(6 * 1024 * 1024), version)).body).toContain('larger than 5 MB');
  expect((await plan.staff.post(`/plans/${plan.planId}/import`)).body).toContain('Choose a file');
  expect(await textOf(plan)).toBe(text);
});

test('another system reads the plan and writes the draft as JSON, and is told what was left out', async () => {
  const plan = await aPlan(wexcombe, authority);
  const read = await plan.staff.get(`/api/plans/${plan.planId}/plan`);
  expect(read.body).toBe(await textOf(plan));
  const [advice] = read.json().content.advice;
  const elsewhere = read.body.replaceAll(advice.adviceId, randomUUID());
  const written = await plan.staff.postJson(`/api/plans/${plan.planId}/import`, JSON.parse(elsewhere));
  expect(written.json().leftOut).toHaveLength(2);
  const refused = await plan.staff.postJson(`/api/plans/${plan.planId}/import`, { format: 'x' });
  expect([refused.statusCode, refused.json().field]).toEqual([422, 'file']);
});

test('a family has no file until a draft is served, and then that draft, with nobody’s address', async () => {
  const plan = await aPlan(wexcombe, authority);
  const at = `/family/${plan.childId}/plan.json`;
  expect((await plan.family.get(at)).statusCode).toBe(404);
  await serve(wexcombe, plan);
  const file = await plan.family.get(at);
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="plan-R-[\w-]+\.json"$/);
  expect(file.json()).toMatchObject({ format: 'opensend-plan', version: { kind: 'draft', number: 1 } });
  expect(file.body).toContain(SAID);
  expect(file.body).not.toContain('Example Row');
  const refused = await choose(plan, await textOf(plan), await versionOf(plan));
  expect(refused.body).toContain('Start a new draft first');
});

test('another family, and another authority, find no file', async () => {
  const [plan, other] = [await aPlan(wexcombe, authority), await aPlan(wexcombe, authority)];
  await serve(wexcombe, plan);
  expect((await other.family.get(`/family/${plan.childId}/plan.json`)).statusCode).toBe(404);
  expect((await plan.family.get(`/plans/${plan.planId}/plan.json`)).statusCode).toBe(404);
  const elsewhere = await aCaseworker(wexcombe, await anAuthority('Otherton'));
  other.staff.signInWith(elsewhere);
  expect((await other.staff.get(`/plans/${plan.planId}/plan.json`)).statusCode).toBe(404);
});

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aStaffMember } from '../../../test/support/people.ts';
import { aPlan, PROVISION, serve } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;
let plan: Awaited<ReturnType<typeof aPlan>>;
let priya: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});
beforeEach(async () => {
  plan = await aPlan(wexcombe, authority);
  priya = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
});

const at = (section: string) => `/api/plans/${plan.planId}/sections/${section}`;
const LEARNING = 'cognition-and-learning';

test('a section is written anew from the version that was read, and what a colleague wrote is not written over', async () => {
  const read = (await priya.get(at('a1'))).body;
  expect(read).toMatchObject({ section: 'A1', rows: [], because: null });
  const written = { a1: 'Robin is eight and dances.', version: read.version };
  expect((await priya.post(at('a1'), written)).body).toMatchObject({
    version: read.version + 1,
    fields: { a1: written.a1 },
  });
  const late = await priya.post(at('a1'), { a1: 'Robin is nine.', version: read.version });
  expect(late).toEqual(refusal('version', expect.stringContaining('Someone else has changed this section')));
  expect((await priya.get(at('a1'))).body.fields.a1).toBe(written.a1);
  expect((await priya.post(at(LEARNING), written)).status).toBe(404);
  const { version } = (await priya.get(at(LEARNING))).body;
  const strong = await priya.post(`${at(LEARNING)}/strengths`, { strengths: 'Remembers songs', version });
  expect(strong.body.fields).toEqual({ strengths: 'Remembers songs' });
});

test('a row is added once, worded anew from its version, and taken away', async () => {
  const rows = `${at('health')}/rows`;
  expect(await priya.post(rows, { kind: 'provision' })).toEqual(refusal('what', 'Enter what is provided'));
  const key = randomUUID();
  const both = await Promise.all(
    [1, 2].map(() => priya.post(rows, { kind: 'provision', ...PROVISION }, key)),
  );
  for (const { body } of both) expect(body.rows).toHaveLength(1);
  const [row] = both[0]?.body.rows ?? [];
  expect(row).toMatchObject({ kind: 'provision', fields: { section: 'G', ...PROVISION } });
  const one = `${rows}/${row.id}`;
  const anew = { ...row.fields, kind: 'provision', what: 'Hydrotherapy', version: row.version };
  expect((await priya.post(one, anew)).body.rows[0].fields.what).toBe('Hydrotherapy');
  for (const stale of [one, `${one}/removal`])
    expect(await priya.post(stale, anew)).toEqual(
      refusal('version', expect.stringContaining('Somebody else')),
    );
  const { version } = (await priya.get(at('health'))).body.rows[0];
  expect((await priya.post(`${one}/removal`, { version })).body.rows).toEqual([]);
});

test('a row cites the advice it comes from, once, until it is said to do so no more', async () => {
  const added = await priya.post(`${at('health')}/rows`, { kind: 'need', text: 'Tires by noon' });
  const { rows, citable } = added.body;
  const citations = `${at('health')}/rows/${rows[0].id}/citations`;
  const chosen = { cited: citable[0].cited, version: rows[0].version };
  expect(await priya.post(citations, { ...chosen, cited: 'advice:none' })).toEqual(
    refusal('cited', 'Choose the advice or report'),
  );
  const cited = (await priya.post(citations, chosen)).body.rows[0];
  expect(cited.cites).toMatchObject([{ words: expect.stringContaining('David Lindqvist') }]);
  const { version } = cited;
  expect((await priya.post(citations, { ...chosen, version })).status).toBe(422);
  const { source } = cited.cites[0];
  expect((await priya.post(`${citations}/removal`, { source, version })).body.rows[0].cites).toEqual([]);
});

test('once the draft was served a change says why', async () => {
  await serve(wexcombe, plan);
  const { version, because } = (await priya.get(at('a1'))).body;
  const written = { a1: 'Robin is eight.', version };
  expect(await priya.post(at('a1'), written)).toMatchObject({ status: 422, body: { field: 'because' } });
  expect((await priya.post(at('a1'), { ...written, because: because[0] })).body.fields).toEqual({
    a1: 'Robin is eight.',
  });
});

test('nobody but those who write plans at this authority reads or writes a draft', async () => {
  for (const token of [
    await aCaseworker(wexcombe, await anAuthority('Otherton')),
    await aStaffMember(wexcombe, authority, 'panel member', 'Lee Fenn'),
    await aFamily(wexcombe, [plan.childId]),
  ]) {
    const stranger = jsonClient(wexcombe, token);
    expect((await stranger.get(at('a1'))).status).toBe(404);
    expect((await stranger.post(at('a1'), { a1: 'Ours', version: 1 })).status).toBe(404);
    expect((await stranger.post(`${at(LEARNING)}/rows`, { kind: 'need' })).status).toBe(404);
  }
  expect((await priya.get(at('nothing'))).status).toBe(404);
});

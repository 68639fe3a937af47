import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { aPlan, aSetting, later, readyToIssue, send, serve } from './plan-examples.ts';

/* What is kept of a plan when it is issued, and what a draft is stamped with before it is served. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

test('a final plan is on the file to read and to keep; a draft to read alone', async () => {
  const plan = await readyToIssue(wexcombe, authority, await aSetting(wexcombe, 'Kept School'));
  await later(wexcombe, authority, plan, '2025-06-02');
  const final = { ...plan.final, recipients: plan.recipients };
  expect((await send(plan.staff, `/plans/${plan.planId}/final`, final)).status).toBe(303);
  const { rows } = await ownerPool().query(
    `select kind, document_id as read, archive_document_id as kept from plan_versions where plan_id = $1 order by kind`,
    [plan.planId],
  );
  expect(rows).toEqual([
    { kind: 'draft', read: expect.any(String), kept: null },
    { kind: 'final', read: expect.any(String), kept: expect.any(String) },
  ]);
  const { read, kept } = rows[1];
  for (const reader of [plan.staff, plan.family]) {
    const papers = [];
    for (const id of [read, kept]) {
      const answer = await reader.get(`/documents/${id}`);
      expect(answer.statusCode).toBe(200);
      papers.push(await readPdf(new Uint8Array(answer.rawPayload)));
    }
    expect(papers.map(({ pdfUaPart, pdfA }) => [pdfUaPart, pdfA])).toEqual([
      ['1', null],
      [null, '2A'],
    ]);
    expect(papers[1]?.pages).toEqual(papers[0]?.pages);
  }
});

test('a draft says that it was served only where it stands as it was served', async () => {
  const plan = await aPlan(wexcombe, authority);
  const stamp = async () => {
    const { body } = await plan.staff.get(`/plans/${plan.planId}/summary`);
    return /Draft \d, [^<]*? \d+ \w+ 2025/.exec(body)?.[0];
  };
  wexcombe.clock.now = new Date('2025-05-12T10:00:00Z');
  expect(await stamp()).toBe('Draft 1, being written, as it stood on 12 May 2025');
  await serve(wexcombe, plan);
  expect(await stamp()).toBe('Draft 1, served 12 May 2025');
  await send(plan.staff, `/plans/${plan.planId}/new-draft`, {});
  expect(await stamp()).toBe('Draft 2, being written, as it stood on 12 May 2025');
});

import { afterEach, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import type { DocumentStore } from '../../platform/documents/index.ts';
import { aPlan, aSetting, CAN, onDay, send, serve } from './plan-examples.ts';

/* What happens between looking at a plan and issuing it. */

let authority: number;
let wexcombe: TestApp;
let kept: DocumentStore;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  kept = wexcombe.services.documents;
});
afterEach(() => {
  wexcombe.services.documents = kept;
});

/** Something that happens while the next document is being kept: after it was drawn, before anything is issued. */
function whileDrawing(happens: () => Promise<void>): void {
  wexcombe.services.documents = {
    ...kept,
    async put(key, file) {
      wexcombe.services.documents = kept;
      await happens();
      await kept.put(key, file);
    },
  };
}

/** Ready to issue, with a comment on A1 that was accepted and nothing changed for it yet. */
async function accepted(school: Awaited<ReturnType<typeof aSetting>>) {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const [base, from] = [`/family/${plan.childId}/plan`, 'Jo Hartwell'];
  const asked = { choice: 'found', settingId: school.settingId, reasons: 'Near home', from };
  await send(plan.family, `${base}/preference`, asked);
  await send(plan.family, `${base}/comments`, { about: 'A1', words: 'Robin swims too', from });
  const { rows } = await ownerPool().query(
    `select (select id from consultations where plan_id = $1) as asked,
      (select id from plan_acts where plan_id = $1 and kind = 'representation') as said`,
    [plan.planId],
  );
  const [{ asked: consultationId, said }] = rows;
  await send(school.head, `/consultations/${consultationId}`, CAN);
  await send(plan.staff, `/plans/${plan.planId}/comments/${said}`, { outcome: 'accepted', reasons: 'Yes' });
  await send(plan.family, `${base}/finished`, { from });
  const final = {
    kind: 'named',
    settingIds: school.settingId,
    attendance: 'daily',
    officer: 'Priya Raman',
    recipients: `${plan.contactId},${school.settingId}`,
  };
  const change = { a1: 'Robin swims every day', version: '1', because: String(said) };
  return { ...plan, final, change };
}

test('a change made while the final plan is drawn is caught; nothing is issued, and looking again issues it', async () => {
  const { planId, childId, staff, final, change } = await accepted(await aSetting(wexcombe, 'Drawn School'));
  // It is saved at once: nothing of the plan is locked while it is drawn.
  whileDrawing(async () => {
    expect((await send(staff, `/plans/${planId}/sections/a1`, change)).status).toBe(303);
  });
  const caught = await send(staff, `/plans/${planId}/final`, final);
  expect(caught.status).toBe(400);
  expect(caught.body).toContain('Somebody changed the plan while it was being issued. Look at it again');
  const issued = `select v.content ->> 'a1' as a1, d.kind from plan_versions v
    join documents d on d.authority_id = v.authority_id and d.id = v.document_id where v.plan_id = $1 and v.kind = 'final'`;
  expect((await ownerPool().query(issued, [planId])).rows).toEqual([]);
  const filed = `select count(*)::int as filed from documents where child_id = $1 and kind = 'final plan'`;
  expect((await ownerPool().query(filed, [childId])).rows).toEqual([{ filed: 0 }]);
  expect((await send(staff, `/plans/${planId}/final`, final)).status).toBe(303);
  expect((await ownerPool().query(issued, [planId])).rows).toEqual([
    { a1: 'Robin swims every day', kind: 'final plan' },
  ]);
});

test('a change made while a draft is drawn is caught too; what is served is what was drawn', async () => {
  const { planId, childId, staff } = await aPlan(wexcombe, authority);
  whileDrawing(async () => {
    const change = { a1: 'Robin swims', version: '1' };
    expect((await send(staff, `/plans/${planId}/sections/a1`, change)).status).toBe(303);
  });
  const day = onDay('servedOn', '2025-05-12');
  const caught = await send(staff, `/plans/${planId}/service`, day);
  expect(caught.status).toBe(400);
  expect(caught.body).toContain('Somebody changed the plan while it was being served. Look at it again');
  const filed = `select count(*)::int as filed from documents where child_id = $1 and kind = 'draft plan'`;
  expect((await ownerPool().query(filed, [childId])).rows).toEqual([{ filed: 0 }]);
  expect((await send(staff, `/plans/${planId}/service`, day)).status).toBe(303);
  const { rows } = await ownerPool().query(
    `select content ->> 'a1' as a1 from plan_versions where plan_id = $1`,
    [planId],
  );
  expect(rows).toEqual([{ a1: 'Robin swims' }]);
});

test('a parent marked restricted while the plan is drawn is not sent it', async () => {
  const { planId, contactId, staff, final } = await accepted(await aSetting(wexcombe, 'Halted School'));
  whileDrawing(async () => {
    await ownerPool().query(
      `update children_contacts set restricted = true, restricted_reason = 'A court order' where id = $1`,
      [contactId],
    );
  });
  await send(staff, `/plans/${planId}/final`, final);
  const { rows } = await ownerPool().query('select name from plan_recipients where contact_id = $1', [
    contactId,
  ]);
  expect(rows).toEqual([]);
});

test('the plan that is filed shows nobody’s address, the child’s own included, and the case page says why', async () => {
  const { planId, childId, contactId, staff, final } = await accepted(
    await aSetting(wexcombe, 'Kept School'),
  );
  const home = `update children set address_lines = '{5 Own Street}', postcode = 'ZZ5 5ZZ' where id = $1`;
  await ownerPool().query(home, [childId]);
  expect((await send(staff, `/plans/${planId}/final`, final)).status).toBe(303);
  const { rows } = await ownerPool().query(
    `select d.storage_key as key, v.content::text as content from plan_versions v
     join documents d on d.authority_id = v.authority_id and d.id = v.document_id where v.plan_id = $1 and v.kind = 'final'`,
    [planId],
  );
  // The plan itself has the parent's address; the paper that is sent has not.
  expect(rows[0].content).toContain('1 Example Row');
  const bytes = await kept.open(rows[0].key);
  if (bytes === null) throw new Error('the plan was not filed');
  const { pages } = await readPdf(new Uint8Array(Buffer.concat(await bytes.toArray())));
  expect(pages.join('')).toContain('Robin');
  expect(pages.join('')).not.toMatch(/Example Row|Hidden Lane|Own Street|ZZ\d/);
  const page = (await staff.get(`/cases/${childId}`)).body;
  expect(page).toContain('The plan that is sent out shows nobody’s home address, the child’s own included');
  expect(page).toContain('Contact is restricted with Max Hartwell');
  await ownerPool().query(
    'update children_contacts set restricted = false, restricted_reason = null where child_id = $1 and id <> $2',
    [childId, contactId],
  );
  expect((await staff.get(`/cases/${childId}`)).body).not.toContain('Contact is restricted with');
});

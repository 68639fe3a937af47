import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { anId } from './examples.ts';
import { aPlan, send, serve } from './plan-examples.ts';
import type { Party } from './recipients.ts';
import { concernsAbout } from './sending-check.ts';
import type { Version } from './version-store.ts';

/* Sending a version again: stopped where it is not the newest, or not theirs to have. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const version = (id: number, kind: Version['kind'], number: number): Version => ({
  ...{
    id: anId(id),
    kind,
    number,
    amendmentId: null,
    contentHash: 'x',
    documentId: anId(id + 50),
    sentOn: plainDate('2026-03-02'),
  },
});
const JO: Party = {
  personId: anId(1),
  name: 'Jo Hartwell',
  role: 'parent',
  restricted: false,
  address: [],
  email: null,
};
const PARENTS = { holder: 'parent', acts: 'parent' } as const;
const THEIRS = { holder: 'young person', acts: 'young person' } as const;
const [draft, second, final] = [version(2, 'draft', 1), version(3, 'draft', 2), version(4, 'final', 1)];

test('the newest, to whoever holds the rights, is stopped by nothing', () => {
  const asked = { version: second, versions: [draft, second], to: JO, rights: PARENTS };
  expect(concernsAbout(asked)).toEqual({ ok: true, value: [] });
});

test('an older one is stopped, and told which is newest and why', () => {
  const told = (versions: readonly Version[]) => {
    const found = concernsAbout({ version: draft, versions, to: JO, rights: PARENTS });
    return found.ok ? found.value.map(({ title, why }) => `${title}: ${why}`) : found;
  };
  expect(told([draft, second])).toEqual([
    'Draft 1 is not the newest version: Draft 2 was served on 2 March 2026, after it, and replaces it',
  ]);
  expect(told([draft, second, final])).toEqual([
    'Draft 1 is not the newest version: Final plan, version 1 was issued on 2 March 2026, after it, and is the plan now in force',
  ]);
});

test('a plan in force is not stopped for a draft of its amendment, and is for another final plan', () => {
  const [proposed, amended] = [version(5, 'draft', 3), version(6, 'final', 2)];
  const about = (one: Version, versions: readonly Version[]) =>
    concernsAbout({ version: one, versions, to: JO, rights: PARENTS });
  expect(about(final, [draft, final, proposed])).toEqual({ ok: true, value: [] });
  expect(about(proposed, [draft, final, proposed])).toEqual({ ok: true, value: [] });
  expect(about(final, [draft, final, proposed, amended])).toMatchObject({
    value: [{ title: 'Final plan, version 1 is not the newest version' }],
  });
});

test('a parent, once the rights are the young person’s, is stopped with the provision; a restricted person is refused', () => {
  const asked = { version: draft, versions: [draft], to: JO, rights: THEIRS };
  const found = concernsAbout(asked);
  expect(found).toMatchObject({ value: [{ title: 'Jo Hartwell would not be sent this plan' }] });
  expect(JSON.stringify(found)).toContain('reg. 13(2)');
  expect(concernsAbout({ ...asked, to: { ...JO, restricted: true } })).toMatchObject({ field: 'contactId' });
});

/** A plan of which two drafts were served, the older and the newer. */
async function twoDrafts() {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  expect((await send(plan.staff, `/plans/${plan.planId}/new-draft`)).status).toBe(303);
  await serve(wexcombe, plan);
  const { rows } = await ownerPool().query(
    'select id from plan_versions where plan_id = $1 order by number',
    [plan.planId],
  );
  const [old, newest]: string[] = rows.map(({ id }) => id);
  return { ...plan, at: `/plans/${plan.planId}/sendings`, old: old ?? '', newest: newest ?? '' };
}

const sent = async (planId: string) =>
  (
    await ownerPool().query(
      'select version_id, contact_id, concerns, reason, sent_by from plan_sendings where plan_id = $1 order by recorded_at',
      [planId],
    )
  ).rows;

test('the newest goes at once, with its paper, and is recorded', async () => {
  const plan = await twoDrafts();
  const done = await send(plan.staff, plan.at, { versionId: plan.newest, contactId: plan.contactId });
  expect(done.to, done.body).toBe(plan.at);
  expect(await sent(plan.planId)).toMatchObject([{ version_id: plan.newest, concerns: [], reason: '' }]);
  const { rows } = await ownerPool().query(
    `select l.recipient_name, l.document_id = v.document_id as enclosed from plan_sendings s
     join letters l on l.authority_id = s.authority_id and l.id = s.letter_id
     join plan_versions v on v.authority_id = s.authority_id and v.id = s.version_id where s.plan_id = $1`,
    [plan.planId],
  );
  expect(rows).toEqual([{ recipient_name: 'Jo Hartwell', enclosed: true }]);
});

test('an older draft stops at a card, and going on takes a reason, which is kept with what was said', async () => {
  const plan = await twoDrafts();
  const chosen = { versionId: plan.old, contactId: plan.contactId };
  const card = await send(plan.staff, plan.at, chosen);
  expect(card.status).toBe(200);
  for (const said of [
    'govuk-panel--interruption',
    'Draft 1 is not the newest version',
    'Nothing has been sent',
    'Send Draft 2 instead',
  ])
    expect(card.body).toContain(said);
  const without = await send(plan.staff, plan.at, { ...chosen, 'going-on': 'yes', reason: ' ' });
  expect([without.status, without.body.includes('Enter why you are sending it all the same')]).toEqual([
    400,
    true,
  ]);
  expect(await sent(plan.planId)).toEqual([]);
  const reason = 'Jo asked to see what the first draft said';
  expect((await send(plan.staff, plan.at, { ...chosen, 'going-on': 'yes', reason })).to).toBe(plan.at);
  const [kept] = await sent(plan.planId);
  expect(kept).toMatchObject({ version_id: plan.old, reason, sent_by: 'Priya Raman' });
  expect(kept.concerns).toEqual([expect.stringContaining('Draft 2 was served on 12 May 2025')]);
  expect((await plan.staff.get(plan.at)).body).toContain(reason);
});

test('a restricted person is sent nothing, whatever the reason', async () => {
  const plan = await twoDrafts();
  const form = {
    versionId: plan.newest,
    contactId: plan.restrictedId,
    reason: 'He asked',
    'going-on': 'yes',
  };
  const refused = await send(plan.staff, plan.at, form);
  expect([refused.status, refused.body.includes('is marked restricted')]).toEqual([400, true]);
  expect(await sent(plan.planId)).toEqual([]);
});

test('a form sent twice sends once; another child’s version or person is not to be chosen; a family may not send', async () => {
  const [plan, other] = [await twoDrafts(), await twoDrafts()];
  const form = { versionId: plan.newest, contactId: plan.contactId };
  const idempotencyKey = randomUUID();
  for (const _ of [1, 2])
    expect((await send(plan.staff, plan.at, { ...form, idempotencyKey })).status).toBe(303);
  expect(await sent(plan.planId)).toHaveLength(1);
  expect((await send(plan.staff, plan.at, { ...form, versionId: other.newest })).body).toContain(
    'Select the version',
  );
  expect((await send(plan.staff, plan.at, { ...form, contactId: other.contactId })).body).toContain(
    'Select who',
  );
  expect((await send(plan.family, plan.at, form)).status).toBe(404);
  expect(await sent(plan.planId)).toHaveLength(1);
});

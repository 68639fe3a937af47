import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { withLens } from '../../../platform/lens/index.ts';
import { boxesIn, onDay, send } from '../plan-examples.ts';
import { anAdvisedPlan, anAdviser, show } from './examples.ts';

/* Whoever gave advice sees the lines of a draft that rest on it once staff show them, comments, suggests, and reads what came of it. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const aDraft = () => anAdvisedPlan(wexcombe, authority);
const WORDS = 'Holds two words in mind, and loses the third';

test('nothing of a draft is shown until staff show it; then the lines that rest on their advice, and no others', async () => {
  const draft = await aDraft();
  const fresh = {
    ...boxesIn((await draft.staff.get(`${draft.area}/rows?kind=need`)).body),
    text: 'Somebody else’s need',
  };
  expect((await send(draft.staff, `${draft.area}/rows`, fresh)).status).toBe(303);
  expect((await draft.adviser.get('/inbox')).body).not.toContain('rest on your advice');
  const shown = await show(draft.staff, draft);
  const inbox = (await draft.adviser.get('/inbox')).body;
  expect(inbox).toContain(`href="${shown}"`);
  const page = (await draft.adviser.get(shown)).body;
  for (const said of ['what was just said', 'Pre-teaching of new words', 'Is this right?', 'Robin Hartwell'])
    expect(page).toContain(said);
  expect(page).not.toContain('Somebody else’s need');
  const { rows } = await ownerPool().query('select line from plan_shown_lines where showing_id = $1', [
    shown.slice(-36),
  ]);
  for (const { line } of rows) {
    expect(line.row.sources).toEqual([]);
    expect(line.row.needIds ?? line.row.provisionIds ?? []).toEqual([]);
  }
});

test('each reading of it is recorded on the child’s file, with who read it', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  await draft.adviser.get(shown);
  const { rows } = await ownerPool().query(
    `select organisation_id from events where child_id = $1 and kind = 'file read' and organisation_id is not null`,
    [draft.childId],
  );
  expect(rows).toEqual([{ organisation_id: draft.organisationId }]);
});

test('their words are shown to staff with who and where from, taken into the draft, and they read that they were', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  const form = (await draft.adviser.get(`${shown}/suggestions/new?row=${draft.rowId}`)).body;
  const said = { ...boxesIn(form), how: 'other words', text: WORDS, why: 'Tested again in May' };
  expect((await send(draft.adviser, `${shown}/suggestions`, said)).to).toBe(shown);
  const list = (await draft.staff.get(`${draft.at}/suggestions`)).body;
  expect(list).toContain('David Lindqvist (Northgate Psychology)');
  const one = /\/plans\/[0-9a-f-]+\/suggestions\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
  const before = (await draft.staff.get(draft.need)).body;
  expect((await send(draft.staff, one, { outcome: 'taken', reasons: 'Yours is newer' })).status).toBe(303);
  const after = (await draft.staff.get(draft.need)).body;
  expect(after).toContain(WORDS);
  // What the line cites and is linked to is untouched by words.
  const cites = (page: string) => page.match(/David Lindqvist/g)?.length;
  expect(cites(after)).toBe(cites(before));
  expect((await draft.staff.get(`${draft.at}/history`)).body).toContain('Suggested by');
  const theirs = (await draft.adviser.get(shown)).body;
  for (const words of ['Taken', 'Priya Raman', 'Yours is newer']) expect(theirs).toContain(words);
});

test('what is not taken says why to them; a suggestion about words that changed since is never taken as it is', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  const changed = { ...boxesIn((await draft.staff.get(draft.need)).body), text: 'Changed meanwhile' };
  expect((await send(draft.staff, draft.need, changed)).status).toBe(303);
  const said = { row: draft.rowId, how: 'other words', text: WORDS };
  expect((await send(draft.adviser, `${shown}/suggestions`, said)).to).toBe(shown);
  const list = (await draft.staff.get(`${draft.at}/suggestions`)).body;
  const one = /\/plans\/[0-9a-f-]+\/suggestions\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
  expect((await send(draft.staff, one, { outcome: 'taken', reasons: 'Yes' })).status).toBe(409);
  const why = 'The newer report says three';
  expect((await send(draft.staff, one, { outcome: 'declined', reasons: why })).status).toBe(303);
  const theirs = (await draft.adviser.get(shown)).body;
  expect(theirs).toContain('Declined');
  expect(theirs).toContain(why);
  expect(theirs).not.toContain('Changed meanwhile');
});

test('their comment on a line is where staff write that line; sent twice it is one', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  const twice = {
    row: draft.rowId,
    words: 'This was before the new hearing aids',
    idempotencyKey: randomUUID(),
  };
  for (const _ of [1, 2]) expect((await send(draft.adviser, `${shown}/comments`, twice)).to).toBe(shown);
  const area = (await draft.staff.get(draft.area)).body;
  expect(area.match(/new hearing aids/g)).toHaveLength(1);
  expect(area).toContain('David Lindqvist (Northgate Psychology) said');
  expect((await draft.adviser.get(shown)).body).toContain('new hearing aids');
  const json = (await draft.staff.get(`/api${draft.at}/contributors`)).json();
  expect(json.comments).toMatchObject([
    { by: 'David Lindqvist', organisation: { name: 'Northgate Psychology' } },
  ]);
});

test('another organisation, another authority and the family see none of it, on a page or in the database', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  await send(draft.adviser, `${shown}/comments`, { row: draft.rowId, words: 'Ours alone' });
  await send(draft.adviser, `${shown}/suggestions`, { row: draft.rowId, how: 'other words', text: WORDS });
  const other = await anAdviser(wexcombe, 'Elsewhere');
  expect((await other.adviser.get(shown)).statusCode).toBe(404);
  expect((await send(other.adviser, `${shown}/comments`, { row: draft.rowId, words: 'x' })).status).toBe(404);
  expect((await draft.family.get(shown)).statusCode).not.toBe(200);
  const lenses = [
    {
      kind: 'organisation',
      accountId: randomUUID(),
      name: 'x',
      organisationId: other.organisationId,
      administrator: true,
    },
    { kind: 'family', accountId: null, sessionId: randomUUID(), name: 'x', childIds: [draft.childId] },
    { kind: 'system', authorityId: await anAuthority('Otherton') },
  ] as const;
  for (const actor of lenses) {
    const seen = await withLens(testDatabase(), actor, async (tx) => {
      const tables = ['plan_showings', 'plan_shown_lines', 'plan_remarks', 'plan_suggestions'];
      const counts = tables.map(async (table) => {
        const { rows } = await sql<{ n: string }>`select count(*) n from ${sql.table(table)}`.execute(tx);
        return Number(rows[0]?.n);
      });
      return Promise.all(counts);
    });
    expect(seen).toEqual([0, 0, 0, 0]);
  }
});

test('taken back, it is gone at once, with what may be said there; shown again it is the draft as it stands then', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  await draft.adviser.get(shown);
  const end = `${draft.at}/contributors/${shown.slice(-36)}/end`;
  expect((await send(draft.staff, end)).status).toBe(303);
  expect((await draft.adviser.get(shown)).statusCode).toBe(404);
  expect((await send(draft.adviser, `${shown}/comments`, { row: draft.rowId, words: 'Late' })).status).toBe(
    404,
  );
  expect((await draft.adviser.get('/inbox')).body).not.toContain('rest on your advice');
  const changed = { ...boxesIn((await draft.staff.get(draft.need)).body), text: 'As it stands now' };
  await send(draft.staff, draft.need, changed);
  const again = await show(draft.staff, draft);
  expect(again).not.toBe(shown);
  expect((await draft.adviser.get(again)).body).toContain('As it stands now');
  expect((await draft.staff.get(`${draft.at}/contributors`)).body).toContain('Shown before');
});

test('a line withheld from organisations is not shown, and one withheld later is taken back at once, in every form', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  await send(draft.adviser, `${shown}/suggestions`, { row: draft.rowId, how: 'other words', text: WORDS });
  const withhold = {
    words: 'remember what was just said',
    readers: 'settings consulted',
    reason: 'The family asked',
    ...onDay('reviewBy', '2025-11-01'),
  };
  expect((await send(draft.staff, `${draft.at}/withheld`, withhold)).status).toBe(303);
  const still = await draft.adviser.get(shown);
  expect(still.statusCode).toBe(200);
  const again = await draft.adviser.get(await show(draft.staff, draft));
  for (const { body } of [still, again]) {
    expect(body).toContain('Pre-teaching of new words');
    expect(body).not.toContain('what was just said');
  }
});

test('they say that they have looked, and it waits for nobody; what is final takes no more words', async () => {
  const draft = await aDraft();
  const shown = await show(draft.staff, draft);
  expect((await send(draft.adviser, `${shown}/looked`)).to).toBe(shown);
  expect((await draft.staff.get(`${draft.at}/contributors`)).body).toContain('said David Lindqvist');
  await ownerPool().query(`update plan_showings set plan_issued_on = '2025-05-13' where id = $1`, [
    shown.slice(-36),
  ]);
  expect((await draft.adviser.get(shown)).body).toContain('The plan became final on 13 May 2025');
  const late = await send(draft.adviser, `${shown}/comments`, { row: draft.rowId, words: 'One more thing' });
  expect(late.status).toBe(400);
  expect(late.body).toContain('This plan is final');
  expect(late.body).toContain('One more thing');
});

test('what is missing, hostile or too long is told in words and given back; nobody without advice here is shown anything', async () => {
  const draft = await aDraft();
  const stranger = await anAdviser(wexcombe, 'Not asked');
  for (const organisation of ['', 'x', stranger.organisationId]) {
    const refused = await send(draft.staff, `${draft.at}/contributors`, {
      organisation,
      words: 'Kept words',
    });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('Select who gave the advice');
    expect(refused.body).toContain('Kept words');
  }
  const shown = await show(draft.staff, draft);
  const sent = (words: string, row = draft.rowId) => send(draft.adviser, `${shown}/comments`, { row, words });
  expect((await sent('')).body).toContain('Enter what you want to say');
  expect((await sent('x'.repeat(20_001))).status).toBe(400);
  expect((await sent('Elsewhere', randomUUID())).body).toContain('not shown this line any longer');
  expect((await sent('\u202e<script>alert(1)</script>')).status).toBe(303);
  const page = (await draft.adviser.get(shown)).body;
  expect(page).toContain('&lt;script>alert(1)');
  expect(page).not.toContain('\u202e');
});

test('two who show it at once leave one showing', async () => {
  const draft = await aDraft();
  const chosen = { organisation: draft.organisationId, words: '' };
  await Promise.all([1, 2].map(() => send(draft.staff, `${draft.at}/contributors`, chosen)));
  const { rows } = await ownerPool().query('select ended_on from plan_showings where plan_id = $1', [
    draft.planId,
  ]);
  expect(rows.filter((row) => row.ended_on === null)).toHaveLength(1);
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../test/support/people.ts';
import { aPlan, boxesIn, rowsOn, send, serve } from './plan-examples.ts';

/* Words suggested for a draft: taken, taken in part or declined, with a reason; never by themselves, and never over later words. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const AREA = 'sections/cognition-and-learning';

async function aDraft({ withFamily }: { withFamily: boolean }) {
  const plan = await aPlan(wexcombe, authority);
  const at = `/plans/${plan.planId}`;
  const [need = '', provision = ''] = await rowsOn(plan.staff, `${at}/${AREA}`);
  if (withFamily) await serve(wexcombe, plan);
  const rowId = need.slice(-36);
  const theirs = `/family/${plan.childId}/plan`;
  return { ...plan, at, need, provision, rowId, theirs };
}

type Draft = Awaited<ReturnType<typeof aDraft>>;

const WORDS = 'Cannot yet hold more than two words in mind';
const BY_FAMILY = { how: 'other words', text: WORDS, why: 'It is two at home', from: 'Jo Hartwell' };

async function suggestionsOf({ planId }: Draft) {
  const { rows } = await ownerPool().query(
    'select id, proposer, outcome, representation_id from plan_suggestions where plan_id = $1 order by recorded_at',
    [planId],
  );
  return rows;
}

async function familySuggests(draft: Draft, changes: Record<string, string> = {}) {
  const sent = await send(draft.family, `${draft.theirs}/suggestions`, {
    row: draft.rowId,
    ...BY_FAMILY,
    ...changes,
  });
  expect(sent.to, sent.body).toBe(`${draft.theirs}/suggestions`);
  const last = (await suggestionsOf(draft)).at(-1);
  return `${draft.at}/suggestions/${last.id}`;
}

const contentOf = async ({ staff, need }: Draft) => (await staff.get(need)).body;

test('a family’s words are shown beside the draft’s, taken in both names, and the family reads that they were and where', async () => {
  const draft = await aDraft({ withFamily: true });
  const one = await familySuggests(draft);
  expect(await contentOf(draft)).not.toContain(WORDS);
  const page = (await draft.staff.get(one)).body;
  for (const said of [
    'taken out: ',
    'Finds',
    'put in: ',
    'Cannot yet hold',
    'It is two at home',
    'Jo Hartwell',
  ])
    expect(page).toContain(said);
  expect((await draft.staff.get(`${draft.at}/${AREA}`)).body).toContain('Jo Hartwell suggested');
  const taken = await send(draft.staff, one, { outcome: 'taken', reasons: 'You know him best' });
  expect(taken.to, taken.body).toBe(`${draft.at}/suggestions`);
  expect(await contentOf(draft)).toContain(WORDS);
  expect((await draft.staff.get(draft.at)).body).not.toContain('Writing a new draft');
  const history = (await draft.staff.get(`${draft.at}/history`)).body;
  for (const said of ['Suggestion taken by Priya Raman', 'Suggested by', 'Jo Hartwell'])
    expect(history).toContain(said);
  for (const read of [`${draft.theirs}/suggestions`, draft.theirs]) {
    const shown = (await draft.family.get(read)).body;
    for (const said of ['Taken', 'You know him best']) expect(shown).toContain(said);
  }
  const easy = (await draft.family.get(`/easy-read${draft.theirs}/suggestions`)).body;
  for (const said of ['We said yes.', 'You know him best']) expect(easy).toContain(said);
  expect((await draft.staff.get(`${draft.at}/views`)).body).toContain('Where the draft says it');
});

test('one not taken changes nothing, and says why to whoever suggested it; without a reason it is not answered', async () => {
  const draft = await aDraft({ withFamily: true });
  const one = await familySuggests(draft);
  const silent = await send(draft.staff, one, { outcome: 'declined', reasons: '' });
  expect(silent.status).toBe(400);
  expect(silent.body).toContain('Enter the reason, so that the family can see it');
  const why = 'The assessment found three words';
  expect((await send(draft.staff, one, { outcome: 'declined', reasons: why })).status).toBe(303);
  expect(await contentOf(draft)).not.toContain(WORDS);
  const shown = (await draft.family.get(`${draft.theirs}/suggestions`)).body;
  expect(shown).toContain('Not taken');
  expect(shown).toContain(why);
  const again = await send(draft.staff, one, { outcome: 'taken', reasons: 'No' });
  expect(again.body).toContain('This has been answered already');
  expect(await contentOf(draft)).not.toContain(WORDS);
});

test('a suggestion about words that somebody has changed since says so and is never taken as it is', async () => {
  const draft = await aDraft({ withFamily: false });
  const said = { row: draft.rowId, ...BY_FAMILY, proposer: 'contributor', from: 'Dr Bello' };
  expect((await send(draft.staff, `${draft.at}/suggestions`, said)).status).toBe(303);
  const [{ id }] = await suggestionsOf(draft);
  const one = `${draft.at}/suggestions/${id}`;
  const later = { ...boxesIn(await contentOf(draft)), text: 'Later words' };
  expect((await send(draft.staff, draft.need, later)).status).toBe(303);
  const page = (await draft.staff.get(one)).body;
  expect(page).toContain('The draft says something else since this was suggested');
  expect(page).toContain('Later words');
  const late = await send(draft.staff, one, { outcome: 'taken', reasons: 'Yes' });
  expect(late.status).toBe(409);
  expect(late.body).toContain('it is not taken as it is');
  expect(await contentOf(draft)).toContain('Later words');
  expect((await suggestionsOf(draft))[0].outcome).toBeNull();
  expect((await send(draft.staff, one, { outcome: 'taken in part', reasons: 'The number' })).status).toBe(
    303,
  );
  expect(await contentOf(draft)).toContain('Later words');
});

test('a new line and one taken out are suggested too, and undone like any change', async () => {
  const draft = await aDraft({ withFamily: true });
  const fresh = { row: '', how: 'new', area: 'health', kind: 'need', new: 'Needs an inhaler at school' };
  const one = await familySuggests(draft, fresh);
  expect((await send(draft.staff, one, { outcome: 'taken', reasons: 'Yes' })).status).toBe(303);
  expect((await draft.staff.get(`${draft.at}/sections/health`)).body).toContain('Needs an inhaler at school');
  const out = await familySuggests(draft, { how: 'take out' });
  expect((await send(draft.staff, out, { outcome: 'taken', reasons: 'Agreed' })).status).toBe(303);
  expect((await draft.staff.get(draft.need)).statusCode).toBe(404);
  const undo = boxesIn((await draft.staff.get(`${draft.at}/undo`)).body);
  const because = 'our own change';
  expect((await send(draft.staff, `${draft.at}/undo`, { ...undo, because })).status).toBe(303);
  expect((await draft.staff.get(draft.need)).statusCode).toBe(200);
});

test('every family suggestion is a representation, so a plan is not issued before it is answered', async () => {
  const draft = await aDraft({ withFamily: true });
  await familySuggests(draft);
  expect((await draft.staff.get(`${draft.at}/views`)).body).toContain('Not answered yet');
  const { rows } = await ownerPool().query(
    `select body ->> 'words' as words from plan_acts where plan_id = $1 and kind = 'representation'`,
    [draft.planId],
  );
  expect(rows[0].words).toContain(WORDS);
  const [{ representation_id }] = await suggestionsOf(draft);
  const accepted = { outcome: 'accepted', reasons: 'Yes' };
  const past = await send(draft.staff, `${draft.at}/comments/${representation_id}`, accepted);
  expect(past.status).toBe(400);
  expect(past.body).toContain('Take the words it suggests');
});

test('a comment on one line is shown at that line to staff and to the family, with its answer', async () => {
  const draft = await aDraft({ withFamily: true });
  const form = (await draft.family.get(`${draft.theirs}/comments?row=${draft.rowId}`)).body;
  expect(form).toContain('what was just said');
  const words = 'This is worse in the afternoon';
  const said = { ...boxesIn(form), words, from: 'Jo Hartwell' };
  expect((await send(draft.family, `${draft.theirs}/comments`, said)).status).toBe(303);
  const area = (await draft.staff.get(`${draft.at}/${AREA}`)).body;
  expect(area).toContain(words);
  const answer = /\/plans\/[0-9a-f-]+\/comments\/[0-9a-f-]{36}/.exec(area)?.[0] ?? '';
  await send(draft.staff, answer, { outcome: 'partly accepted', reasons: 'We say so' });
  const line = (await draft.family.get(`${draft.theirs}/suggestions`)).body;
  for (const one of [words, 'Taken in part', 'We say so']) expect(line).toContain(one);
});

test('sent twice it is one; answered by two at once it is answered by one of them', async () => {
  const draft = await aDraft({ withFamily: true });
  const twice = { row: draft.rowId, ...BY_FAMILY, idempotencyKey: randomUUID() };
  for (const _ of [1, 2])
    expect((await send(draft.family, `${draft.theirs}/suggestions`, twice)).status).toBe(303);
  const all = await suggestionsOf(draft);
  expect(all).toHaveLength(1);
  const one = `${draft.at}/suggestions/${all[0].id}`;
  const colleague = browser(wexcombe);
  colleague.signInWith(await aCaseworker(wexcombe, authority));
  const both = await Promise.all([
    send(draft.staff, one, { outcome: 'taken', reasons: 'Yes' }),
    send(colleague, one, { outcome: 'declined', reasons: 'No' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
});

test('hostile words are kept as words: control characters go, markup is text, too long is refused and given back', async () => {
  const draft = await aDraft({ withFamily: true });
  const word = 'w'.repeat(10_000);
  const one = await familySuggests(draft, { text: `\u0000\u202e<script>alert(1)</script> ${word}` });
  const page = (await draft.staff.get(one)).body;
  expect(page).toContain('&lt;script>alert(1)');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('\u202e');
  expect((await send(draft.staff, one, { outcome: 'taken', reasons: 'Yes' })).status).toBe(303);
  expect(await contentOf(draft)).toContain(word);
  const long = { row: draft.rowId, ...BY_FAMILY, text: 'x'.repeat(20_001) };
  const refused = await send(draft.family, `${draft.theirs}/suggestions`, long);
  expect(refused.status).toBe(400);
  expect(refused.body).toContain('20,000 characters or fewer');
  const same = await send(draft.family, `${draft.theirs}/suggestions`, { row: randomUUID(), ...BY_FAMILY });
  expect(same.status).toBe(400);
  expect(same.body).toContain('no longer in the draft');
});

test('a family reads its own suggestions and nobody else’s; another family reads none, and nothing before a draft is sent', async () => {
  const draft = await aDraft({ withFamily: true });
  await familySuggests(draft);
  const said = {
    row: draft.rowId,
    how: 'other words',
    text: 'Inner thoughts',
    proposer: 'colleague',
    from: 'Sam',
  };
  expect((await send(draft.staff, `${draft.at}/suggestions`, said)).status).toBe(303);
  const own = (await draft.family.get(`${draft.theirs}/suggestions`)).body;
  expect(own).toContain('Cannot yet hold');
  expect(own).not.toContain('Inner thoughts');
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [(await aPlan(wexcombe, authority)).childId]));
  expect((await other.get(`${draft.theirs}/suggestions`)).statusCode).toBe(404);
  expect((await send(other, `${draft.theirs}/suggestions`, { row: draft.rowId, ...BY_FAMILY })).status).toBe(
    404,
  );
  const unsent = await aDraft({ withFamily: false });
  expect((await unsent.family.get(`${unsent.theirs}/suggestions`)).body).not.toContain('what was just said');
  const early = await send(unsent.family, `${unsent.theirs}/suggestions`, {
    row: unsent.rowId,
    ...BY_FAMILY,
  });
  expect(early.status).not.toBe(303);
});

test('what it says stands beside what is suggested: words taken out on the one side alone, words put in on the other', async () => {
  const draft = await aDraft({ withFamily: true });
  const one = await familySuggests(draft);
  for (const page of [await draft.staff.get(one), await draft.family.get(`${draft.theirs}/suggestions`)]) {
    const [, beside = ''] = page.body.split(/What it said<\/h\d>/);
    const [now = '', then = ''] = beside.split(/What (?:is suggested|you suggest)<\/h\d>/);
    expect(now).toContain('<del>');
    expect(now).not.toContain('<ins>');
    const until = then.slice(0, then.indexOf('</dd>') === -1 ? undefined : then.indexOf('</dd>'));
    expect(until).toContain('<ins>');
    expect(until).not.toContain('<del>');
    expect(page.body).toContain('opensend-two-columns');
  }
  // The whole row stands there, and not only the box that would change.
  expect((await draft.staff.get(one)).body).toContain('Seen on 3 March 2025');
});

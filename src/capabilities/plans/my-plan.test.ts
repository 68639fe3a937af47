import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { confirmMyPlan, writeMyPlan } from './my-plan.ts';
import { aPlan, aSetting, later, onDay, readyToIssue, send, serve } from './plan-examples.ts';

/* My plan: the child's own words beside the EHC plan, confirmed by the child. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const HOW = { howMade: 'We talked at tea', helpedBy: 'My aunt', writtenBy: 'Jo Hartwell' };
const SAID = {
  good: 'I like trains',
  helps: 'Quiet, and time',
  ...HOW,
  ...onDay('madeOn', '2025-05-12'),
  version: '0',
};
const YES = {
  number: '1',
  how: 'I read it to them and they nodded',
  confirmedWith: 'My aunt',
  by: 'Jo Hartwell',
};

const today = plainDate('2025-05-12');
const FORM = { good: 'Trains', hard: '', helps: '', hopes: '', more: '', ...HOW, madeOn: today, version: 0 };

test('writing asks for some words, how, when and who, and no more', () => {
  const field = (changes: Partial<typeof FORM> | { madeOn: null }, newest = 0) => {
    const done = writeMyPlan(newest === 0 ? null : { number: newest }, { ...FORM, ...changes }, today);
    return done.ok ? done.value.number : done.field;
  };
  expect(field({})).toBe(1);
  expect(field({ helpedBy: '' })).toBe(1);
  expect(field({ good: ' ' })).toBe('good');
  expect(field({ howMade: '' })).toBe('howMade');
  expect(field({ madeOn: null })).toBe('madeOn');
  expect(field({ madeOn: plainDate('2025-05-13') })).toBe('madeOn');
  expect(field({ writtenBy: '' })).toBe('writtenBy');
  expect(field({}, 3)).toBe('good');
  expect(field({ version: 3 }, 3)).toBe(4);
});

test('only the newest is confirmed, once, and with how that is known', () => {
  const yes = { number: 2, how: 'Read aloud', helpedBy: '', by: 'Jo' };
  const confirmed = { on: today, how: 'x', helpedBy: '', by: 'y' };
  expect(confirmMyPlan({ number: 2, confirmed: null }, yes).ok).toBe(true);
  expect(confirmMyPlan({ number: 3, confirmed: null }, yes)).toMatchObject({ field: 'how' });
  expect(confirmMyPlan({ number: 2, confirmed }, yes)).toMatchObject({ field: 'how' });
  expect(confirmMyPlan({ number: 2, confirmed: null }, { ...yes, how: '' })).toMatchObject({ field: 'how' });
  expect(confirmMyPlan({ number: 2, confirmed: null }, { ...yes, by: '' })).toMatchObject({ field: 'by' });
});

test('a family writes it and the child confirms it; the EHC plan is not changed by a letter', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const content = async () =>
    (
      await ownerPool().query('select content::text, content_hash from plan_versions where plan_id = $1', [
        plan.planId,
      ])
    ).rows;
  const before = await content();
  const at = `/family/${plan.childId}/plan/mine`;
  expect((await plan.family.get(`${at}.pdf`)).statusCode).toBe(404);
  expect((await send(plan.family, at, SAID)).to).toBe(at);
  const shown = (await plan.family.get(at)).body;
  for (const said of ['I like trains', 'We talked at tea', 'My aunt', 'Not yet'])
    expect(shown).toContain(said);
  expect((await send(plan.family, `${at}/confirmation`, { ...YES, how: '' })).body).toContain(
    'Enter how they read it',
  );
  expect((await send(plan.family, `${at}/confirmation`, YES)).to).toBe(at);
  expect((await plan.family.get(at)).body).toContain('I read it to them and they nodded');
  const easy = (await plan.family.get(`/easy-read${at}`)).body;
  for (const said of ['I like trains', 'They said yes', 'data-read-aloud']) expect(easy).toContain(said);
  expect(await content()).toEqual(before);
});

test('on paper as on the page, nobody is shown where somebody else on the file is', async () => {
  const plan = await aPlan(wexcombe, authority);
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, phone, parental_responsibility, address_lines, postcode)
     values ($1, $2, $3, 'Cat Hartwell', 'aunt', 'cat@withy.example', '07700 900789', true, '{"Flat 2, 3 Withy Lane"}', 'WX3 3BB')`,
    [authority, randomUUID(), plan.childId],
  );
  await serve(wexcombe, plan);
  const words = 'I stay with Cat at 3 Withy Lane, WX3 3BB. Her number is 07700 900789. I like boats';
  await send(plan.staff, `/plans/${plan.planId}/mine`, { ...SAID, good: words });
  const at = `/family/${plan.childId}`;
  for (const url of [`${at}/plan/mine.pdf`, `${at}/pack.pdf`, `${at}/large-print-pack.pdf`]) {
    const { pages } = await readPdf(new Uint8Array((await plan.family.get(url)).rawPayload));
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    expect([url, text]).toEqual([url, expect.stringContaining('I like boats')]);
    for (const trace of ['Withy', 'WX3', '900789']) expect([url, text.includes(trace)]).toEqual([url, false]);
  }
});

test('it is a paper in large print with the words, the version and how it was done', async () => {
  const plan = await aPlan(wexcombe, authority);
  const at = `/plans/${plan.planId}/mine`;
  expect((await send(plan.staff, at, { ...SAID, writtenBy: 'Priya Raman' })).to).toBe(at);
  const { pages, pdfUaPart } = await readPdf(new Uint8Array((await plan.staff.get(`${at}.pdf`)).rawPayload));
  const text = pages.join(' ').replaceAll(/\s+/g, ' ');
  expect(pdfUaPart).toBe('1');
  for (const said of ['I like trains', 'We talked at tea', 'Priya Raman']) expect(text).toContain(said);
  for (const page of pages) expect(page).toContain('My plan, version 1, 12 May 2025');
});

test('two who write at once are both kept: the later is told, with every word still there', async () => {
  const plan = await aPlan(wexcombe, authority);
  await serve(wexcombe, plan);
  const at = `/family/${plan.childId}/plan/mine`;
  await send(plan.family, at, SAID);
  const late = await send(plan.staff, `/plans/${plan.planId}/mine`, { ...SAID, good: 'I like boats' });
  expect(late.status).toBe(400);
  expect(late.body).toContain('Somebody wrote a newer one');
  expect(late.body).toContain('I like boats');
  expect(
    (await send(plan.staff, `/plans/${plan.planId}/mine`, { ...SAID, good: 'I like boats', version: '1' }))
      .status,
  ).toBe(303);
  const both = (await plan.family.get(at)).body;
  for (const said of ['I like trains', 'I like boats', 'Earlier versions']) expect(both).toContain(said);
});

test('a form sent twice is one version', async () => {
  const plan = await aPlan(wexcombe, authority);
  const twice = { ...SAID, idempotencyKey: randomUUID() };
  for (const _ of [1, 2])
    expect((await send(plan.staff, `/plans/${plan.planId}/mine`, twice)).status).toBe(303);
  const { rows } = await ownerPool().query('select number from my_plans where plan_id = $1', [plan.planId]);
  expect(rows).toEqual([{ number: 1 }]);
});

test('a setting sent the plan reads it once the child has said yes, and not before; another family never does', async () => {
  const school = await aSetting(wexcombe, 'My Plan School');
  const plan = await readyToIssue(wexcombe, authority, school);
  await later(wexcombe, authority, plan, '2025-06-02');
  await send(plan.staff, `/plans/${plan.planId}/final`, { ...plan.final, recipients: plan.recipients });
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  const { rows } = await ownerPool().query(
    `select id from plan_versions where plan_id = $1 and kind = 'final'`,
    [plan.planId],
  );
  const theirs = `/final-plans/${rows[0].id}/mine`;
  const at = `/family/${plan.childId}/plan/mine`;
  await send(plan.family, at, SAID);
  expect((await school.head.get(theirs)).body).not.toContain('I like trains');
  await send(plan.family, `${at}/confirmation`, YES);
  expect((await school.head.get(theirs)).body).toContain('I like trains');
  const other = await aPlan(wexcombe, authority);
  expect((await other.family.get(at)).statusCode).toBe(404);
  expect((await send(other.family, at, SAID)).status).toBe(404);
  expect((await send(school.head, theirs, SAID)).status).toBe(404);
  school.head.signInWith(
    await aProfessional(wexcombe, (await aSetting(wexcombe, 'Not Sent')).organisationId),
  );
  expect((await school.head.get(theirs)).statusCode).toBe(404);
});

test('what was written is never altered, in the database itself, and is confirmed once', async () => {
  const plan = await aPlan(wexcombe, authority);
  await send(plan.staff, `/plans/${plan.planId}/mine`, SAID);
  const { rows } = await ownerPool().query(
    `select has_column_privilege('app', 'my_plans', 'good', 'update') as words, has_table_privilege('app', 'my_plans', 'delete') as removal`,
  );
  expect(rows).toEqual([{ words: false, removal: false }]);
  await expect(
    ownerPool().query(`update my_plans set confirmed_on = '2025-05-12' where plan_id = $1`, [plan.planId]),
  ).rejects.toThrow('check');
});

test('the child’s own page, the family’s and their Easy Read lead to it', async () => {
  const { family, childId } = await aPlan(wexcombe, authority);
  const pages = [`/family/${childId}`, `/family/${childId}/for-you`].flatMap((at) => [at, `/easy-read${at}`]);
  for (const at of pages) expect((await family.get(at)).body, at).toContain(`/family/${childId}/plan/mine"`);
});

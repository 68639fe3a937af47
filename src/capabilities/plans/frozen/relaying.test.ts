import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { browser, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aStaffMember } from '../../../../test/support/people.ts';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import { createServer } from '../../../platform/http/server.ts';
import type { JobPayload } from '../../../platform/jobs/index.ts';
import { anIssuedPlan } from '../amending/examples.ts';
import { send } from '../plan-examples.ts';
import { planSections } from '../rendering/sections.ts';
import type { PlanSection } from '../rendering/wording.ts';
import { layPlansOut } from './relaying-job.ts';
import { layoutRoutes } from './relaying-routes.tsx';
import type { Layout } from './words.ts';

/* The template's layout changes: every plan in force is laid out in the new one, in the same words, beside what was sent. */

const retitled = (sections: readonly PlanSection[]) =>
  sections.map((section) => ({ ...section, title: `${section.title}, as set out now` })).reverse();
const SECOND: Layout = { number: 2, layOut: (view) => retitled(planSections(view)) };

/** An authority of its own, with as many issued plans as are asked for, and a manager of it on a service with another layout. */
async function anAuthorityWith(count: number, layout: Layout) {
  const authority = await anAuthority();
  const sentBy = await testApp(authority, '2025-05-12');
  const plans = [];
  for (let n = 0; n < count; n += 1)
    plans.push(await anIssuedPlan(sentBy, authority, `School ${randomUUID()}`));
  const app = await createServer(sentBy.services, { navigation: () => [] });
  layoutRoutes(app, sentBy.services, layout);
  await app.ready();
  const manager = browser({ ...sentBy, app });
  const session = await aStaffMember(sentBy, authority, 'manager', 'Ros Tan');
  manager.signInWith(session);
  const lay = async (how = layout) => layPlansOut(await theJob(authority), sentBy.services, how);
  return { authority, sentBy, plans, manager, session, lay };
}

async function jobs(authority: number): Promise<JobPayload[]> {
  const { rows } = await ownerPool().query(
    `select payload from graphile_worker._private_jobs where payload ->> 'authorityId' = $1 and payload ->> 'runId' is not null order by id`,
    [authority],
  );
  return rows.map(({ payload }) => payload);
}

async function theJob(authority: number): Promise<JobPayload> {
  return (await jobs(authority)).at(-1) ?? {};
}

const URL_ = '/plans/layouts';

async function counted(table: string, authority: number, where = 'true'): Promise<number> {
  const { rows } = await ownerPool().query(
    `select count(*)::int as n from ${table} where authority_id = $1 and ${where}`,
    [authority],
  );
  return rows[0].n;
}

/** Everything that was sent: each version with its words and its paper, and each letter and piece of news. */
async function sent(authority: number) {
  const { rows } = await ownerPool().query(
    `select v.*, w.layout, w.sections, w.words_hash, d.sha256, d.title from plan_versions v
     join plan_words w on w.authority_id = v.authority_id and w.version_id = v.id and w.run_id is null
     join documents d on d.authority_id = v.authority_id and d.id = v.document_id
     where v.authority_id = $1 order by v.id`,
    [authority],
  );
  return {
    rows,
    letters: await counted('letters', authority),
    news: await counted('family_news', authority),
  };
}

const done = (authority: number) => counted('plan_words', authority, 'layout = 2');

test('a manager sees which plans are in an older layout and has them laid out anew, in the same words, and nobody is sent anything', async () => {
  const { authority, sentBy, plans, manager, session, lay } = await anAuthorityWith(2, SECOND);
  const before = await sent(authority);
  const page = (await manager.get(URL_)).body;
  expect(page).toContain('2 of 2 plans in force are in an older layout');
  for (const { planId } of plans) expect(page).toContain(`/plans/${planId}/versions/`);
  expect((await send(manager, URL_)).to).toBe(URL_);
  expect((await manager.get(URL_)).body).toContain('Being laid out');
  expect(Object.keys(await theJob(authority)).sort()).toEqual(['authorityId', 'runId']);
  await lay();
  expect((await manager.get(URL_)).body).toContain('Every plan in force is in layout 2');
  expect(await sent(authority)).toEqual(before);

  const [plan] = plans;
  const version = before.rows.find((row) => row.plan_id === plan?.planId && row.kind === 'final');
  const at = `/plans/${plan?.planId}/versions/${version?.id}`;
  const staff = browser(sentBy);
  staff.signInWith(session);
  const asSent = (await staff.get(at)).body;
  expect(asSent).toContain('Read it in the newer layout');
  expect(asSent).not.toContain('as set out now');
  const anew = (await staff.get(`${at}?rendering=newest`)).body;
  for (const words of ['as set out now', 'Pre-teaching of new words', 'Read it as it was sent'])
    expect(anew).toContain(words);
  expect(anew).not.toContain('does not match');
  const { laidOutSince, wordsHash } = (await staff.get(`/api${at}`)).json();
  expect(wordsHash).toBe(version?.words_hash);
  expect(laidOutSince.layout).toBe(2);
  const copy = await staff.get(`/documents/${laidOutSince.archiveId}`);
  expect(anew).toContain(`href="/documents/${laidOutSince.archiveId}"`);
  expect(copy.rawPayload.toString('latin1')).toContain('pdfaid:part');

  const theirs = `/family/${plan?.childId}/plan/versions/${version?.id}?rendering=newest`;
  expect((await plan?.family.get(theirs))?.body).toContain('as set out now');
  expect((await plan?.family.get(`/easy-read${theirs}`))?.body).toContain('set out in a new way');
  const paper = await plan?.family.get(`/documents/${laidOutSince.documentId}`);
  const text = (await readPdf(paper?.rawPayload ?? Buffer.of())).pages.join('').replaceAll(/\s+/g, '');
  for (const words of [
    'assetoutnow',
    'Laidoutanewon2June2025',
    version?.content_hash,
    'Pre-teachingofnewwords',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/ExampleRow|HiddenLane/);
  const told = `kind = 'plan laid out in a newer layout, in the same words'`;
  expect(await counted('events', authority, told)).toBe(2);
});

/** The advice is signed again, in other words: a correction, beside what was signed. */
function correctAdvice(childId: string) {
  return ownerPool().query(
    `insert into advice (authority_id, id, advice_request_id, child_id, number, correction_reason, content, recorded_by, signed_on, signed_name, signed_role, returned_on)
     select authority_id, gen_random_uuid(), advice_request_id, child_id, 2, 'A wrong date', jsonb_set(content, '{statement,text}', '"Said otherwise since."'),
       recorded_by, '2025-06-01', signed_name, signed_role, '2025-06-01' from advice where child_id = $1`,
    [childId],
  );
}

test('what is laid out anew is as whole as what was issued: with the advice as it was signed then, and a copy to keep', async () => {
  const { authority, plans, manager, lay } = await anAuthorityWith(1, SECOND);
  const [plan] = plans;
  await correctAdvice(plan?.childId ?? '');
  await send(manager, URL_);
  await lay();
  const { rows } = await ownerPool().query(
    `select w.document_id as read, w.archive_document_id as kept, d.title from plan_words w
     join documents d on d.authority_id = w.authority_id and d.id = w.archive_document_id where w.authority_id = $1`,
    [authority],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].title).toBe('Final plan, version 1, in layout 2, archive copy');
  const papers = [];
  for (const id of [rows[0].read, rows[0].kept]) {
    const answer = await plan?.family.get(`/documents/${id}`);
    papers.push(await readPdf(answer?.rawPayload ?? Buffer.of()));
  }
  expect(papers.map(({ pdfUaPart, pdfA }) => [pdfUaPart, pdfA])).toEqual([
    ['1', null],
    [null, '2A'],
  ]);
  expect(papers[1]?.pages).toEqual(papers[0]?.pages);
  expect(papers[0]?.bookmarks.filter((one) => one.startsWith('Appendix'))).toHaveLength(1);
  const text = papers[0]?.pages.join('').replaceAll(/\s+/g, ' ');
  expect(text).toContain('The advice of David Lindqvist.');
  expect(text).not.toContain('Said otherwise since');
});

test('stopped half way it goes on where it was; run twice at once, or asked for twice at once, it does each plan once', async () => {
  const { authority, manager, lay } = await anAuthorityWith(3, SECOND);
  const asked = await Promise.all([send(manager, URL_), send(manager, URL_)]);
  expect(asked.map(({ status }) => status)).toEqual([303, 303]);
  expect(await counted('plan_layout_runs', authority)).toBe(1);
  expect(await jobs(authority)).toHaveLength(1);
  let times = 0;
  const stopped: Layout = {
    ...SECOND,
    layOut(view) {
      times += 1;
      // Twice for the first plan: before it is drawn, and in the transaction that keeps it.
      if (times > 2) throw new Error('the machine stopped');
      return SECOND.layOut(view);
    },
  };
  await expect(lay(stopped)).rejects.toThrow('the machine stopped');
  expect(await done(authority)).toBe(1);
  const page = (await manager.get(URL_)).body.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ');
  expect(page).toContain('Laid out 1 Could not be 0 Still to do 2');
  await send(manager, URL_);
  expect(await jobs(authority)).toHaveLength(1);
  await Promise.all([lay(), lay()]);
  await lay();
  expect(await done(authority)).toBe(3);
  expect(await counted('documents', authority, `kind = 'final plan, newer layout'`)).toBe(3);
  expect(await counted('plan_layout_runs', authority)).toBe(1);
});

test('a plan that would say anything else is refused and listed with why, and tried again when asked, and the others go on', async () => {
  const { authority, plans, manager, lay } = await anAuthorityWith(4, SECOND);
  const [differs, altered, unkept] = plans;
  await ownerPool().query(`update plan_words set sections = '[]' where plan_id = $1`, [altered?.planId]);
  await ownerPool().query('delete from plan_words where plan_id = $1', [unkept?.planId]);
  const forgetful: Layout = {
    ...SECOND,
    layOut: (view) =>
      SECOND.layOut(view).map((section) =>
        JSON.stringify(section).includes(differs?.setting.name ?? '') ? { ...section, blocks: [] } : section,
      ),
  };
  await send(manager, URL_);
  await lay(forgetful);
  expect(await done(authority)).toBe(1);
  const page = (await manager.get(URL_)).body;
  for (const why of [
    'something it did not say',
    'its hash does not match',
    'words were not kept',
    'Try those again',
  ])
    expect(page).toContain(why);
  const refused = async () =>
    (await manager.get(`/api${URL_}`)).json().refused.map(({ why }: { why: string }) => why);
  expect((await refused()).sort()).toEqual(['altered', 'not kept', 'other words']);

  expect((await manager.postJson(`/api${URL_}`, {})).json()).toMatchObject({ older: 3, run: { left: 3 } });
  await lay();
  expect(await done(authority)).toBe(2);
  expect((await refused()).sort()).toEqual(['altered', 'not kept']);
});

test('another authority’s plans are neither counted nor touched, and a caseworker does not ask for it', async () => {
  const other = await anAuthorityWith(1, SECOND);
  const { authority, sentBy, manager, lay } = await anAuthorityWith(1, SECOND);
  const before = await sent(other.authority);
  expect((await manager.get(URL_)).body).toContain('1 of 1 plan in force is in an older layout');
  await send(manager, URL_);
  await lay();
  expect(await done(authority)).toBe(1);
  // A job that names another authority’s run finds none.
  const { runId = '' } = await theJob(authority);
  await layPlansOut({ authorityId: other.authority, runId }, sentBy.services, SECOND);
  expect(await done(other.authority)).toBe(0);
  expect(await sent(other.authority)).toEqual(before);
  expect((await send(manager, URL_)).body).toContain('Every plan in force is in the newest layout already');
  const caseworker = await aStaffMember(sentBy, authority, 'caseworker', 'Priya Raman');
  manager.signInWith(caseworker);
  expect((await send(manager, URL_)).status).toBe(404);
  expect((await manager.get(URL_)).statusCode).toBe(404);
});

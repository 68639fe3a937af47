import { parseHTML } from 'linkedom';
import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { wordsOfDocx } from '../../../test/support/read-docx.ts';
import { readPdf } from '../../../test/support/read-pdf.ts';
import { aPlan, aSetting, type Browser, later, readyToIssue, send, serve } from './plan-examples.ts';

/* The page for the classroom and the family summary, as each reader opens them. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

async function wordsAt(reader: Browser, address: string): Promise<string> {
  const answer = await reader.get(address);
  expect(answer.statusCode, address).toBe(200);
  const main = parseHTML(answer.body).document.querySelector('main');
  return main?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
}

async function paperAt(reader: Browser, address: string) {
  const answer = await reader.get(address);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return readPdf(new Uint8Array(answer.rawPayload));
}

test('a family with a draft reads both, which say that it is a draft and what it says of the help', async () => {
  const plan = await aPlan(wexcombe, authority);
  const at = `/family/${plan.childId}/plan`;
  expect((await plan.family.get(`${at}/summary`)).statusCode).toBe(404);
  await serve(wexcombe, plan);
  const usual = await plan.family.get(at);
  for (const name of ['one-page', 'summary']) {
    expect(usual.body).toContain(`href="${at}/${name}"`);
    const words = await wordsAt(plan.family, `${at}/${name}`);
    for (const said of ['Draft 1, served 12 May 2025', 'not a final plan', 'Pre-teaching of new words'])
      expect(words, name).toContain(said);
  }
  expect(await wordsAt(plan.family, `${at}/summary`)).toContain('It is not agreed yet');
});

test('staff, the family and the setting named read the final plan’s, page and PDF, from the same words', async () => {
  const school = await aSetting(wexcombe, 'Faces School');
  const plan = await readyToIssue(wexcombe, authority, school);
  await later(wexcombe, authority, plan, '2025-06-02');
  const final = { ...plan.final, recipients: plan.recipients };
  expect((await send(plan.staff, `/plans/${plan.planId}/final`, final)).status).toBe(303);
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  const inbox = (await school.head.get('/inbox')).body;
  const theirs = /\/final-plans\/[0-9a-f-]{36}/.exec(inbox)?.[0] ?? '';
  const readers: [Browser, string][] = [
    [plan.staff, `/plans/${plan.planId}`],
    [plan.family, `/family/${plan.childId}/plan`],
    [school.head, theirs],
  ];
  for (const [reader, at] of readers) {
    for (const name of ['one-page', 'summary']) {
      const [words, paper] = [
        await wordsAt(reader, `${at}/${name}`),
        await paperAt(reader, `${at}/${name}.pdf`),
      ];
      const drawn = paper.pages.join(' ').replaceAll(/\s+/g, ' ');
      for (const said of [
        'Final plan, version 1, issued 2 June 2025',
        'Pre-teaching of new words',
        'A teaching assistant trained by the educational psychologist',
        '4 times a week in term time',
        'The end of year 3',
      ]) {
        expect(words, `${at}/${name}`).toContain(said);
        expect(drawn, `${at}/${name}.pdf`).toContain(said);
      }
      expect(words + drawn).not.toMatch(/1 Example Row|jo@hartwell/);
    }
  }
  expect(await wordsAt(plan.family, `/family/${plan.childId}/plan/summary`)).toContain('section 42(2)');
});

test('each reader has the whole plan as a Word file: what was sent, with nobody’s address, and a draft marked as one', async () => {
  const school = await aSetting(wexcombe, 'Word School');
  const plan = await readyToIssue(wexcombe, authority, school);
  expect(await wordFileAt(plan.family, `/family/${plan.childId}/plan`)).toContain(
    'This is not a final plan.',
  );
  await later(wexcombe, authority, plan, '2025-06-02');
  const final = { ...plan.final, recipients: plan.recipients };
  expect((await send(plan.staff, `/plans/${plan.planId}/final`, final)).status).toBe(303);
  school.head.signInWith(await aProfessional(wexcombe, school.organisationId, 'Helen Marsh'));
  const theirs = /\/final-plans\/[0-9a-f-]{36}/.exec((await school.head.get('/inbox')).body)?.[0] ?? '';
  const readers: [Browser, string][] = [
    [plan.staff, `/plans/${plan.planId}`],
    [plan.family, `/family/${plan.childId}/plan`],
    [school.head, theirs],
  ];
  for (const [reader, at] of readers) {
    const words = await wordFileAt(reader, at);
    for (const said of [
      'Final plan, version 1, issued 2 June 2025',
      'Pre-teaching of new words',
      'Word School',
    ])
      expect(words, at).toContain(said);
    expect(words).not.toMatch(/1 Example Row|jo@hartwell|not a final plan/);
  }
});

async function wordFileAt(reader: Browser, at: string): Promise<string> {
  const answer = await reader.get(`${at}/plan.docx`);
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="plan.docx"',
  ]);
  return wordsOfDocx(new Uint8Array(answer.rawPayload));
}

test('nobody reads another child’s, nor a setting’s the plan of a version it was not sent', async () => {
  const [one, other] = [await aPlan(wexcombe, authority), await aPlan(wexcombe, authority)];
  const school = await aSetting(wexcombe, 'Elsewhere School');
  await serve(wexcombe, one);
  for (const end of ['one-page', 'summary.pdf', 'plan.docx']) {
    expect((await other.family.get(`/family/${one.childId}/plan/${end}`)).statusCode).toBe(404);
    expect((await school.head.get(`/plans/${one.planId}/${end}`)).statusCode).toBeGreaterThan(400);
    expect((await school.head.get(`/final-plans/${one.planId}/${end}`)).statusCode).toBe(404);
  }
});

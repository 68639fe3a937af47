import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aProfessional, aStaffMember } from '../../../test/support/people.ts';
import { anAskedAdvice, anOrganisation, onDay } from './examples.ts';

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});

const MISSED = {
  what: 'A test of working memory',
  evidence: 'Our letter of 3 February, and the note of the day',
  ...onDay('missedOn', '10', '2', '2025'),
};

/** An appointment its organisation says was missed, and the page where staff decide about it. */
async function missed() {
  const asked = await anAskedAdvice(wexcombe, authority, psychology);
  const sent = await asked.psychologist.post(`/advice/${asked.adviceRequestId}/missed-appointments`, {
    ...MISSED,
    idempotencyKey: randomUUID(),
  });
  expect(sent.statusCode).toBe(303);
  const page = `/assessments/${asked.assessmentId}/advice-requests/${asked.adviceRequestId}`;
  const shown = (await asked.caseworker.get(page)).body;
  const decisionPage = /href="([^"]+\/missed-appointments\/[0-9a-f-]{36})"/.exec(shown)?.[1] ?? '';
  const decide = (fields: Record<string, string> = {}, by = asked.caseworker) =>
    by.post(decisionPage, {
      excuses: 'yes',
      reason: 'The only day there was.',
      idempotencyKey: randomUUID(),
      ...fields,
    });
  return { ...asked, page, decisionPage, decide };
}

const exceptionsOf = async (adviceRequestId: string) =>
  (
    await ownerPool().query(
      'select ground, from_on, evidence from request_exceptions where advice_request_id = $1',
      [adviceRequestId],
    )
  ).rows;

test('the assessment leads to what staff are to decide, until they have, and says it to nobody who may not', async () => {
  const { assessmentId, decisionPage, decide, caseworker } = await missed();
  const finance = browser(wexcombe);
  finance.signInWith(await aStaffMember(wexcombe, authority, 'finance', 'Fay Nunn'));
  const shown = async (by = caseworker) => (await by.get(`/assessments/${assessmentId}`)).body;
  expect(await shown()).toContain('Decide about the appointment missed on 10 February 2025');
  expect(await shown()).toContain(decisionPage);
  expect(await shown(finance)).not.toContain(decisionPage);
  await decide();
  expect(await shown()).not.toContain(decisionPage);
});

test('by itself it excuses nothing; decided to be one, it is the lawful exception, for everyone to see', async () => {
  const { decide, page, adviceRequestId, childId, psychologist, caseworker } = await missed();
  expect(await exceptionsOf(adviceRequestId)).toEqual([]);
  expect((await decide()).headers.location).toBe(page);
  expect(await exceptionsOf(adviceRequestId)).toMatchObject([
    {
      ground: 'appointment missed',
      evidence: 'A test of working memory: Our letter of 3 February, and the note of the day',
    },
  ]);
  expect((await caseworker.get(page)).body).toContain('reg. 8(2)(c)');
  expect((await caseworker.get(`/cases/${childId}/exceptions`)).body).toContain('The only day there was.');
  expect((await psychologist.get(`/advice/${adviceRequestId}/missed-appointments`)).body).toContain('Yes:');
});

test('decided to be none, its reason is kept and nothing is excused', async () => {
  const { decide, page, adviceRequestId, caseworker } = await missed();
  expect((await decide({ excuses: 'no', reason: 'The letter went elsewhere.' })).statusCode).toBe(303);
  expect(await exceptionsOf(adviceRequestId)).toEqual([]);
  expect((await caseworker.get(page)).body).toContain('The letter went elsewhere.');
});

test('it is decided once, however often and by however many it is sent', async () => {
  const { decide, adviceRequestId } = await missed();
  const idempotencyKey = randomUUID();
  const answers = await Promise.all([
    decide({ idempotencyKey }),
    decide({ idempotencyKey }),
    decide({ excuses: 'no' }),
  ]);
  expect(answers.filter(({ statusCode }) => statusCode === 400).length).toBeGreaterThan(0);
  expect((await exceptionsOf(adviceRequestId)).length).toBeLessThan(2);
  const { rows } = await ownerPool().query(
    `select count(*)::int as decisions from missed_appointment_decisions d
     join missed_appointments m on m.id = d.missed_appointment_id where m.advice_request_id = $1`,
    [adviceRequestId],
  );
  expect(rows).toEqual([{ decisions: 1 }]);
});

test('another organisation records none, and another authority decides none', async () => {
  const { adviceRequestId, decide, decisionPage } = await missed();
  const ruth = browser(wexcombe);
  ruth.signInWith(await aProfessional(wexcombe, await anOrganisation('Hollybank Therapy'), 'Ruth Adeyemi'));
  const at = `/advice/${adviceRequestId}/missed-appointments`;
  expect((await ruth.get(at)).statusCode).toBe(404);
  expect((await ruth.post(at, { ...MISSED, idempotencyKey: randomUUID() })).statusCode).toBe(404);
  const stranger = browser(wexcombe);
  stranger.signInWith(await aCaseworker(wexcombe, await anAuthority()));
  expect((await stranger.get(decisionPage)).statusCode).toBe(404);
  expect((await decide({}, stranger)).statusCode).toBe(404);
});

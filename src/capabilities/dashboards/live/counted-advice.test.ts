import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import {
  ASK,
  anAskedAdvice,
  anAssessment,
  anOrganisation,
  sign,
  write,
} from '../../../../test/support/asked-advice.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../../test/support/people.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import { countedAt } from './counting-examples.ts';

/* Advice on time, of advice asked for, given and taken back as people do it: asked on 10 February 2025, it is due on 24 March. */

let authority: number;
let wexcombe: TestApp;
let psychology: string;

beforeAll(async () => {
  psychology = await anOrganisation('Northmoor Educational Psychology Service');
});
beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});

type Asked = Awaited<ReturnType<typeof anAskedAdvice>>;
const asked = () => anAskedAdvice(wexcombe, authority, psychology);
const onTime = async (moment = '2025-09-01T10:00:00Z') =>
  (await countedAt(wexcombe, moment))('advice-on-time');

/** The psychologist signs at a moment, such as `2025-03-24T10:00:00Z`. */
async function signedAt({ adviceRequestId }: Pick<Asked, 'adviceRequestId'>, moment: string) {
  wexcombe.clock.now = new Date(moment);
  const psychologist = browser(wexcombe);
  psychologist.signInWith(await aProfessional(wexcombe, psychology, 'David Lindqvist'));
  await write(psychologist, adviceRequestId);
  return signAs(psychologist, adviceRequestId);
}

async function signAs(psychologist: Parameters<typeof sign>[0], adviceRequestId: string) {
  const signed = await sign(psychologist, adviceRequestId, today('signedOn'));
  expect(signed.statusCode, signed.body).toBe(303);
  return psychologist;
}

function today(name: string): Record<string, string> {
  const [year = '', month = '', day = ''] = englishDay(wexcombe.clock.now).split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** A caseworker sends a form on a day. */
async function staffSend(day: string, url: string, fields: Record<string, string>) {
  wexcombe.clock.now = new Date(`${day}T10:00:00Z`);
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, authority));
  const sent = await staff.post(url, { ...fields, idempotencyKey: randomUUID() });
  expect(sent.statusCode, sent.body).toBe(303);
}

const at = ({ assessmentId, adviceRequestId }: Asked) =>
  `/assessments/${assessmentId}/advice-requests/${adviceRequestId}`;

test('advice on the 42nd day is on time and on the 43rd is not; what is not due yet is not counted', async () => {
  const [one, other] = [await asked(), await asked()];
  await asked();
  await signedAt(one, '2025-03-24T10:00:00Z');
  expect(await onTime('2025-03-24T18:00:00Z')).toBe('1/1');
  await signedAt(other, '2025-03-25T10:00:00Z');
  expect(await onTime('2025-03-25T18:00:00Z')).toBe('1/3');
});

test('no longer asked by the 42nd day it is not counted; asked until after it, it was late', async () => {
  const [before, onDay, later] = [await asked(), await asked(), await asked()];
  const reason = 'The family asked for another';
  await staffSend('2025-03-01', `${at(before)}/withdrawal`, { reason });
  await staffSend('2025-03-24', `${at(onDay)}/withdrawal`, { reason });
  expect(await onTime('2025-03-24T18:00:00Z')).toBe('0/0');
  expect(await onTime('2025-03-25T10:00:00Z')).toBe('0/1');
  await staffSend('2025-03-26', `${at(later)}/withdrawal`, { reason });
  expect(await onTime()).toBe('0/1');
});

test('who refuses is no longer asked; whoever is asked instead has 42 days of their own', async () => {
  const one = await asked();
  const refused = await one.psychologist.post(`/advice/${one.adviceRequestId}/refusal`, {
    reason: 'We have nobody who signs.',
    idempotencyKey: randomUUID(),
  });
  expect(refused.statusCode).toBe(303);
  const other = await anOrganisation('Hollybank Psychology');
  await staffSend('2025-03-10', `/assessments/${one.assessmentId}/advice-requests`, {
    ...{ ...ASK, adviserName: 'Ruth Adeyemi', organisationId: other },
  });
  expect(await onTime('2025-04-21T10:00:00Z')).toBe('0/0');
  expect(await onTime('2025-04-22T10:00:00Z')).toBe('0/1');
});

test('a correction does not make advice late that was on time', async () => {
  const one = await asked();
  await signedAt(one, '2025-03-10T10:00:00Z');
  wexcombe.clock.now = new Date('2025-06-02T10:00:00Z');
  const psychologist = browser(wexcombe);
  psychologist.signInWith(await aProfessional(wexcombe, psychology, 'David Lindqvist'));
  await psychologist.post(`/advice/${one.adviceRequestId}/correction`, {
    reason: 'The minutes were wrong.',
    idempotencyKey: randomUUID(),
  });
  await signAs(psychologist, one.adviceRequestId);
  expect(await onTime()).toBe('1/1');
});

test('advice on paper counts by the day it came, whenever somebody writes it down', async () => {
  const one = await asked();
  await staffSend('2025-04-14', `${at(one)}/advice`, {
    statement: 'Robin learns best with pictures.',
    ...{ signedName: 'David Lindqvist', signedRole: 'Educational psychologist' },
    ...{ 'signedOn-day': '20', 'signedOn-month': '3', 'signedOn-year': '2025' },
    ...{ 'returnedOn-day': '24', 'returnedOn-month': '3', 'returnedOn-year': '2025' },
  });
  expect(await onTime()).toBe('1/1');
});

test('what a family is asked for is not counted, given or not', async () => {
  const { assessmentId, childId, contactId } = await anAssessment(wexcombe, authority);
  await anAssessment(wexcombe, authority);
  const ask = { paragraph: 'a', contactId, organisationId: '', adviserName: '', questions: '' };
  await staffSend('2025-02-10', `/assessments/${assessmentId}/advice-requests`, ask);
  expect(await onTime('2025-05-01T10:00:00Z')).toBe('0/0');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  const given = await family.post(`/family/${childId}/views`, {
    ...{ statement: 'Robin loves the sea.', signedName: 'Jo Hartwell', signedRole: 'mother' },
    idempotencyKey: randomUUID(),
  });
  expect(given.statusCode).toBe(303);
  expect(await onTime()).toBe('0/0');
});

test('the 42nd day ends at midnight in England, an hour before it does in Greenwich in summer', async () => {
  const { assessmentId } = await anAssessment(wexcombe, authority);
  const ask = async () => {
    await staffSend('2025-04-20', `/assessments/${assessmentId}/advice-requests`, {
      ...{ ...ASK, organisationId: psychology },
    });
  };
  await ask();
  expect(await onTime('2025-06-01T22:30:00Z')).toBe('0/0');
  expect(await onTime('2025-06-01T23:30:00Z')).toBe('0/1');
});

test.each([
  ['2025-06-01T22:30:00Z', '1/1'],
  ['2025-06-01T23:30:00Z', '0/1'],
])('asked for on 20 April and signed at %s, it comes to %s', async (moment, said) => {
  const one = await anAskedAdvice(wexcombe, authority, psychology);
  await staffSend('2025-02-10', `${at(one)}/withdrawal`, { reason: 'Asked again later' });
  await staffSend('2025-04-20', `/assessments/${one.assessmentId}/advice-requests`, {
    ...{ ...ASK, organisationId: psychology },
  });
  const { rows } = await ownerPool().query(
    'select id from advice_requests where assessment_id = $1 and withdrawn_on is null',
    [one.assessmentId],
  );
  await signedAt({ adviceRequestId: rows[0].id }, moment);
  expect(await onTime()).toBe(said);
});

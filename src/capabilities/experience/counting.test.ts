import { beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient } from '../../../test/support/json.ts';
import { aCaseworker, aStaffMember } from '../../../test/support/people.ts';
import { plainDate } from '../../shared/plain-date.ts';
import { groupsShown, quartersOn, sayShare } from './counts.ts';
import { type Asked, aDecidedChild, anAsked } from './examples.ts';

/* What managers are shown of what people said: shares of groups large enough, and who was not heard. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-06-10');
});

async function many(count: number, one: Asked): Promise<void> {
  for (let at = 0; at < count; at += 1) await anAsked(authority, one);
}

const boss = async () =>
  jsonClient(wexcombe, await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
const listened = (answer: number, more: Partial<Asked> = {}): Asked => ({
  ...{ askedOn: '2025-05-01', how: 'answered', answers: { 'listened-to': answer }, ...more },
});

async function shown() {
  const { body } = await (await boss()).get('/api/performance/experience');
  const family = body.agreements.find(({ kind }: { kind: string }) => kind === 'family');
  const share = family.rows.find(({ question }: { question: string }) => question === 'listened-to').shares;
  return { body, share: share.at(-1), answered: family.answered.at(-1) };
}

test('of nine who answered nothing is shown, and of ten how many agree, with how many answered beside it', async () => {
  await many(6, listened(5));
  await many(3, listened(2, { words: 'It took long' }));
  await many(8, { askedOn: '2025-05-01', how: 'closed' });
  await many(2, { askedOn: '2025-05-01', how: null });
  const nine = await shown();
  expect([nine.share, nine.body.words]).toEqual([null, []]);
  await anAsked(authority, listened(4));
  const ten = await shown();
  expect([ten.share, ten.answered]).toEqual(['70%', '56%']);
  expect(ten.body.responses).toEqual([
    { kind: 'family', stage: 'deciding', asked: 20, share: '56%', writtenDown: '10% or less' },
  ]);
  expect(ten.body.words.map(({ words }: { words: string }) => words)).toEqual(Array(3).fill('It took long'));
});

test('an answer of three is neither, and one of another quarter is in that quarter', async () => {
  await many(10, listened(3));
  await many(10, listened(5, { askedOn: '2025-02-03' }));
  const { body, share } = await shown();
  expect(share).toBe('0%');
  expect(body.quarters).toEqual(['2024-07-01', '2024-10-01', '2025-01-01', '2025-04-01']);
  const family = body.agreements[0].rows.find(
    ({ question }: { question: string }) => question === 'listened-to',
  );
  expect(family.shares).toEqual([null, null, '100%', '0%']);
});

test('that all or nearly none answered is said so that it says of nobody that they did', () => {
  expect([sayShare(10, 10, 10), sayShare(9, 10, 10), sayShare(0, 10, 10), sayShare(5, 9, 10)]).toEqual([
    ...['90% or more', '90% or more', '10% or less', null],
  ]);
});

test('who was not heard is said by group, and a group too small is not, nor the one beside it that would give it away', async () => {
  for (const [sex, count, how] of [
    ['F', 12, 'answered'],
    ['M', 15, 'closed'],
  ] as const)
    for (let at = 0; at < count; at += 1) {
      const { childId, contactIds } = await aDecidedChild(authority, '2020-01-06');
      await ownerPool().query(
        `insert into children_particulars (authority_id, child_id, version, part, given_names, family_name, born_on, sex, recorded_by)
         values ($1, $2, 1, 'as first recorded', 'Robin', 'Hartwell', '2016-05-04', $3, 'Priya Raman')`,
        [authority, childId, sex],
      );
      const [contactId = ''] = contactIds;
      await anAsked(authority, { askedOn: '2025-05-01', how, childId, contactId });
    }
  const sexes = async () =>
    (await shown()).body.groups.find(({ topic }: { topic: string }) => topic === 'sex').groups;
  expect(await sexes()).toEqual([
    { name: 'Female', share: '90% or more' },
    { name: 'Male', share: '10% or less' },
  ]);
  await anAsked(authority, { askedOn: '2025-05-01', how: 'closed' });
  expect(await sexes()).toEqual([
    { name: 'Not recorded', share: null },
    { name: 'Female', share: null },
    { name: 'Male', share: '10% or less' },
  ]);
});

test('several codes of one background are one group', () => {
  const of = (name: string, ended: number) => ({ topic: 'ethnicity', name, ended, answered: ended / 2 });
  const [white, black] =
    groupsShown([of('WBRI', 6), of('WIRI', 4), of('BAFR', 20)], 10, String)
      .find(({ topic }) => topic === 'ethnicity')
      ?.groups.map(({ name, ended, share }) => `${name} ${ended} ${share}`) ?? [];
  expect([white, black]).toEqual(['White 10 50%', 'Black 20 50%']);
  expect(quartersOn(plainDate('2025-01-15'))).toEqual([
    ...['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01'],
  ]);
});

test('the page and its file are a manager’s, and say the same', async () => {
  await many(10, listened(5));
  const manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  const page = (await manager.get('/performance/experience')).body;
  expect(page).toMatch(/I was listened to[\s\S]*100%/);
  expect(page).toContain('follow no published questionnaire');
  const { body } = await manager.get('/performance/experience.csv');
  expect(body).toContain('"agreed, by quarter",Families,I was listened to,2025-04-01,,100%');
  const other = browser(wexcombe);
  other.signInWith(await aCaseworker(wexcombe, authority));
  expect((await other.get('/performance/experience')).statusCode).toBe(404);
  expect((await other.get('/performance/experience.csv')).statusCode).toBe(404);
});

import { beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aProfessional } from '../../../test/support/people.ts';
import { aPlan, aSetting, CAN, send, serve } from '../../../test/support/plans-in-force.ts';
import { aDecidedChild, aDecision, anAdvice, anOrganisation, aPlannedChild, askedAbout } from './examples.ts';
import { askHowItWent } from './index.ts';

/* Who is asked how a stage went, when, and by which way. */

let authority: number;
let wexcombe: TestApp;

beforeEach(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-03');
});

function nightOf(day: string): Promise<number> {
  wexcombe.clock.now = new Date(`${day}T02:15:00Z`);
  return askHowItWent(wexcombe.services);
}

test('nobody is asked in the week of a decision, each person once after it, and nobody once it is long ago', async () => {
  const { childId } = await aDecidedChild(authority, '2025-03-03', [
    { name: 'Ann Hartwell' },
    { name: 'Bea Hartwell', prefers: 'text' },
  ]);
  const old = await aDecidedChild(authority, '2025-01-08');
  expect(await nightOf('2025-03-09')).toBe(1);
  expect(await askedAbout(childId)).toEqual([]);
  expect(await nightOf('2025-03-10')).toBe(1);
  expect(await nightOf('2025-03-11')).toBe(0);
  expect(await askedAbout(childId)).toMatchObject([
    { who: 'Ann Hartwell', stage: 'deciding', kind: 'family', on: '2025-03-10', channel: 'email' },
    { who: 'Bea Hartwell', channel: 'text' },
  ]);
  expect((await askedAbout(old.childId)).map(({ on }) => on)).toEqual(['2025-03-09']);
  const tooOld = await aDecidedChild(authority, '2025-01-08');
  expect(await nightOf('2025-03-10')).toBe(0);
  expect(await askedAbout(tooOld.childId)).toEqual([]);
});

test('the authority may wait longer', async () => {
  const { childId } = await aDecidedChild(authority, '2025-03-03');
  const patient = await testApp(authority, '2025-03-16', { SURVEY_AFTER_DAYS: '14' });
  expect(await askHowItWent(patient.services)).toBe(0);
  patient.clock.now = new Date('2025-03-17T02:15:00Z');
  expect(await askHowItWent(patient.services)).toBe(1);
  expect(await askedAbout(childId)).toHaveLength(1);
});

test('two nights’ work at once ask nobody twice, in person or by letter', async () => {
  const { childId } = await aDecidedChild(authority, '2025-02-03');
  const organisationId = await anOrganisation();
  const other = await aDecidedChild(authority, '2024-06-03');
  await anAdvice(authority, other, { organisationId, returnedOn: '2025-02-04' });
  wexcombe.clock.now = new Date('2025-03-03T02:15:00Z');
  const both = await Promise.all([1, 2, 3].map(() => askHowItWent(wexcombe.services)));
  expect(both.reduce((sum, one) => sum + one, 0)).toBe(2);
  expect(await askedAbout(childId)).toHaveLength(1);
  expect(await askedAbout(other.childId)).toHaveLength(1);
  const { rows } = await ownerPool().query(
    `select count(*)::int as letters from letters where authority_id = $1 and template = 'how it went'`,
    [authority],
  );
  expect(rows).toEqual([{ letters: 1 }]);
});

test('a text names no child and says nothing of what happened; an email says both; post has no link', async () => {
  const { childId } = await aDecidedChild(authority, '2025-02-20', [
    { name: 'Ann Hartwell', prefers: 'text' },
    { name: 'Bea Hartwell', prefers: 'email' },
    { name: 'Cay Hartwell', prefers: 'post' },
  ]);
  await nightOf('2025-03-03');
  const { rows } = await ownerPool().query(
    `select channel, subject || ' ' || body as words from letters where child_id = $1 order by recipient_name`,
    [childId],
  );
  const [text, email, post] = rows;
  expect([text.channel, email.channel, post.channel]).toEqual(['text', 'email', 'post']);
  expect(text.words).not.toMatch(/Robin|Hartwell|assess/);
  expect(email.words).toMatch(/Robin Hartwell[\s\S]*whether there would be an assessment[\s\S]*http/);
  expect(post.words).toMatch(/01632 960 100/);
  expect(post.words).not.toContain('http');
});

test('whoever contact is restricted with, and whoever said no, is never asked; whoever wants letters only is not written to', async () => {
  const { childId, contactIds } = await aDecidedChild(authority, '2025-02-20', [
    { name: 'Ann Hartwell', restricted: true },
    { name: 'Bea Hartwell' },
    { name: 'Cay Hartwell' },
  ]);
  await ownerPool().query(
    `insert into experience_choices (authority_id, id, child_id, contact_id, asks, said_by, said_how, said_on, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, true, 'Bea', 'online', '2025-01-01', '2025-01-01'),
       ($1, gen_random_uuid(), $2, $3, false, 'Bea', 'online', '2025-01-02', '2025-01-02')`,
    [authority, childId, contactIds[1]],
  );
  await ownerPool().query(
    `insert into update_choices (authority_id, id, child_id, contact_id, how_often, said_by, said_how, said_on)
     values ($1, gen_random_uuid(), $2, $3, 'letters only', 'Cay', 'online', '2025-01-01')`,
    [authority, childId, contactIds[2]],
  );
  await nightOf('2025-03-03');
  expect((await askedAbout(childId)).map(({ who, channel }) => [who, channel])).toEqual([
    ['Cay Hartwell', null],
  ]);
});

test('a young person who holds the rights is asked instead of their parents; where they cannot be reached, the parents are', async () => {
  const people = [{ name: 'Kai Hartwell', relationship: 'young person' }, { name: 'Ann Hartwell' }] as const;
  const grown = await aDecidedChild(authority, '2025-02-20', people, '2007-01-10');
  const alone = await aDecidedChild(authority, '2025-02-20', [{ name: 'Ann Hartwell' }], '2007-01-10');
  const child = await aDecidedChild(authority, '2025-02-20', people, '2011-01-10');
  await nightOf('2025-03-03');
  const asked = async (childId: string) =>
    (await askedAbout(childId)).map(({ who, kind }) => `${who}, ${kind}`);
  expect(await asked(grown.childId)).toEqual(['Kai Hartwell, young person']);
  expect(await asked(alone.childId)).toEqual(['Ann Hartwell, family']);
  expect(await asked(child.childId)).toEqual(['Ann Hartwell, family', 'Kai Hartwell, young person']);
});

test('each stage is asked about once it is over: the decision, the assessment, the plan, and six weeks of a place', async () => {
  const child = await aDecidedChild(authority, '2025-01-06');
  const on = { told: '2025-03-10', issued: '2025-04-14', placed: '2025-05-01' };
  await aPlannedChild(authority, child, on);
  const gone = await aDecidedChild(authority, '2024-06-03');
  await aPlannedChild(authority, gone, { ...on, leftOn: '2025-05-20' });
  for (const night of ['2025-01-12', '2025-01-13', '2025-03-17', '2025-04-21', '2025-06-11', '2025-06-12'])
    await nightOf(night);
  const asked = async (childId: string) =>
    (await askedAbout(childId)).map(({ stage, on }) => `${stage} ${on}`);
  expect(await asked(child.childId)).toEqual([
    ...['deciding 2025-01-13', 'assessing 2025-03-17', 'planning 2025-04-21', 'placing 2025-06-12'],
  ]);
  // A place that broke down within six weeks is not asked about.
  expect(await asked(gone.childId)).toEqual(['assessing 2025-03-17', 'planning 2025-04-21']);
});

test('a family that was asked about one stage is not asked about another within a week', async () => {
  const { childId } = await aDecidedChild(authority, '2025-02-20');
  await aDecision(authority, childId, '2025-02-21');
  expect(await nightOf('2025-03-03')).toBe(1);
  expect(await nightOf('2025-03-09')).toBe(0);
  expect(await nightOf('2025-03-10')).toBe(1);
  expect(await askedAbout(childId)).toHaveLength(2);
});

test('an organisation is asked at most once in a calendar month by one authority, without a letter, and not once it said no', async () => {
  const organisationId = await anOrganisation();
  const one = await aDecidedChild(authority, '2024-06-03');
  const two = await aDecidedChild(authority, '2024-06-03');
  await anAdvice(authority, one, { organisationId, returnedOn: '2025-02-20' });
  await anAdvice(authority, two, { organisationId, returnedOn: '2025-02-21' });
  expect(await nightOf('2025-03-03')).toBe(1);
  expect(await nightOf('2025-03-31')).toBe(0);
  expect(await askedAbout(two.childId)).toMatchObject([
    { who: organisationId, stage: 'advising', kind: 'professional', channel: null },
  ]);
  expect(await nightOf('2025-04-01')).toBe(1);
  expect(await askedAbout(one.childId)).toMatchObject([{ who: organisationId, on: '2025-04-01' }]);
  const three = await aDecidedChild(authority, '2024-06-03');
  await anAdvice(authority, three, { organisationId, returnedOn: '2025-04-20' });
  await ownerPool().query(
    `insert into experience_choices (authority_id, id, organisation_id, asks, said_by, said_how, said_on)
     values ($1, gen_random_uuid(), $2, false, 'Helen Marsh', 'online', '2025-04-02')`,
    [authority, organisationId],
  );
  expect(await nightOf('2025-05-02')).toBe(0);
});

test('a setting is asked how it was to be consulted a week after it answered, without a letter; one that has not answered is not', async () => {
  wexcombe.clock.now = new Date('2025-05-12T10:00:00Z');
  const answered = await aSetting(wexcombe, 'Asked School');
  const silent = await aSetting(wexcombe, 'Silent School');
  const children: string[] = [];
  for (const { settingId } of [answered, silent]) {
    const plan = await aPlan(wexcombe, authority);
    await serve(wexcombe, plan);
    const asked = { choice: 'found', settingId, from: 'Jo Hartwell' };
    expect((await send(plan.family, `/family/${plan.childId}/plan/preference`, asked)).status).toBe(303);
    children.push(plan.childId);
  }
  const { rows } = await ownerPool().query(
    'select id from consultations where authority_id = $1 and child_id = $2',
    [authority, children[0]],
  );
  wexcombe.clock.now = new Date('2025-05-14T10:00:00Z');
  answered.head.signInWith(await aProfessional(wexcombe, answered.organisationId, 'Helen Marsh'));
  expect((await send(answered.head, `/consultations/${rows[0]?.id}`, CAN)).status).toBe(303);
  const asked = async () => {
    const all = await Promise.all(children.map(askedAbout));
    return all.flat().filter(({ stage }) => stage === 'consulting');
  };
  await nightOf('2025-05-20');
  expect(await asked()).toEqual([]);
  await nightOf('2025-05-21');
  await nightOf('2025-05-22');
  expect(await asked()).toMatchObject([
    { who: answered.organisationId, kind: 'school', on: '2025-05-21', channel: null },
  ]);
});

test('one that cannot be asked about keeps nobody else waiting, leaves nothing half done, and is asked when it can be', async () => {
  const broken = await aDecidedChild(authority, '2025-02-20', [{ name: 'y'.repeat(200) }]);
  const well = await aDecidedChild(authority, '2025-02-19');
  const owner = ownerPool();
  await owner.query(
    `alter table letters add constraint no_y check (recipient_name not like 'yyyy%') not valid`,
  );
  await expect(nightOf('2025-03-03')).rejects.toThrow('no_y');
  await owner.query('alter table letters drop constraint no_y');
  expect(await askedAbout(broken.childId)).toEqual([]);
  expect(await askedAbout(well.childId)).toHaveLength(1);
  expect(await nightOf('2025-03-04')).toBe(1);
  expect(await askedAbout(broken.childId)).toHaveLength(1);
});

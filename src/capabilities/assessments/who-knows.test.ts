import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aProfessional } from '../../../test/support/people.ts';
import { ASK, anAssessment, anOrganisation, DECISION, onDay } from './examples.ts';

/* Before advice is asked for, the family and the setting say who knows the child; and asking never waits for them. */

let authority: number;
let wexcombe: TestApp;
let school: string;
let head: ReturnType<typeof browser>;
let family: ReturnType<typeof browser>;
let made: Awaited<ReturnType<typeof anAssessment>>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-10');
});
beforeEach(async () => {
  made = await anAssessment(wexcombe, authority);
  school = await anOrganisation('Fernhill School');
  head = browser(wexcombe);
  head.signInWith(await aProfessional(wexcombe, school, 'Helen Marsh'));
  family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [made.childId]));
});

const key = () => ({ idempotencyKey: randomUUID() });
const list = () => `/assessments/${made.assessmentId}/professionals`;
const theirs = () => `/family/${made.childId}/professionals`;
const sam = {
  name: 'Sam Okafor',
  role: 'Epilepsy nurse',
  workplace: 'Wexcombe Community Health',
  paragraph: 'c',
};

async function askBoth(day = '20') {
  return made.caseworker.post(`${list()}/questions`, {
    whom: 'family',
    organisationId: school,
    ...onDay('answerBy', day, '2', '2025'),
    ...key(),
  });
}

async function atSchool() {
  const { rows } = await ownerPool().query('select id from known_questions where organisation_id = $1', [
    school,
  ]);
  return `/professionals/${rows[0].id}`;
}

test('the family and the school are asked, each answers, and staff see who put each person there', async () => {
  expect((await askBoth()).headers.location).toBe(list());
  expect((await family.get(`/family/${made.childId}`)).body).toContain(`href="${theirs()}"`);
  expect((await family.get(theirs())).body).toContain('Tell us by 20 February 2025 if you can');
  const added = await family.post(theirs(), {
    ...sam,
    howKnown: 'Comes to our house each month',
    since: 'May 2023',
    mayContact: 'yes',
    consentNote: 'Ring me first',
    saidByName: 'Jo Hartwell',
    ...key(),
  });
  expect(added.statusCode).toBe(303);
  expect((await family.post(`${theirs()}/confirmation`, { by: 'Jo Hartwell', ...key() })).statusCode).toBe(
    303,
  );
  const inbox = (await head.get('/inbox')).body;
  expect(inbox).toContain('Who knows this child?');
  expect(inbox, 'no law sets this day').toContain('20 February 2025, if you can');
  const at = await atSchool();
  await head.post(at, {
    name: 'Ada Wells',
    role: 'Class teacher',
    paragraph: 'b',
    saidByName: 'Helen Marsh',
    ...key(),
  });
  await head.post(`${at}/confirmation`, { by: 'Helen Marsh', ...key() });
  const { body } = await made.caseworker.get(list());
  for (const words of [
    'Sam Okafor (Epilepsy nurse)',
    'Ring me first',
    'The family: Jo Hartwell, 10 February 2025',
    'Fernhill School: Helen Marsh, 10 February 2025',
  ]) {
    expect(body).toContain(words);
  }
  expect(body).not.toContain('Not yet confirmed');
  expect((await head.get('/inbox')).body).not.toContain('Who knows this child?');
});

/** Whether the school sees the child. */
async function schoolSees(): Promise<boolean> {
  const { rows } = await ownerPool().query(
    'select from children_organisations where child_id = $1 and organisation_id = $2 and until_on is null',
    [made.childId, school],
  );
  return rows.length > 0;
}

test('a school that was asked only who knows the child sees the child until it has said so, and no longer', async () => {
  await askBoth();
  expect(await schoolSees()).toBe(true);
  const at = await atSchool();
  expect((await head.get(at)).statusCode).toBe(200);
  const answers = await Promise.all(
    [key(), key()].map((each) => head.post(`${at}/confirmation`, { by: 'Helen Marsh', ...each })),
  );
  for (const { statusCode, headers } of answers)
    expect([statusCode, headers.location]).toEqual([303, '/inbox']);
  expect(await schoolSees()).toBe(false);
  expect((await head.get(at)).statusCode).toBe(404);
  expect((await made.caseworker.get(list())).body).toContain('Helen Marsh');
});

test('one that was asked for advice too goes on seeing the child; one that never answered stops when it is decided', async () => {
  await askBoth();
  const ask = { ...ASK, organisationId: school, ...key() };
  await made.caseworker.post(`/assessments/${made.assessmentId}/advice-requests`, ask);
  await head.post(`${await atSchool()}/confirmation`, { by: 'Helen Marsh', ...key() });
  expect(await schoolSees()).toBe(true);

  const silent = await anOrganisation('Silent School');
  await made.caseworker.post(`${list()}/questions`, {
    organisationId: silent,
    ...onDay('answerBy', '20', '2', '2025'),
    ...key(),
  });
  const seesIt = async () => {
    const { rows } = await ownerPool().query(
      'select until_on from children_organisations where organisation_id = $1',
      [silent],
    );
    return rows.map(({ until_on }) => until_on === null);
  };
  expect(await seesIt()).toEqual([true]);
  await decideNotToIssue();
  expect(await seesIt()).toEqual([false]);
});

/** Decides without the advice that is missing, and says why of each. */
async function decideNotToIssue(): Promise<void> {
  const at = `/assessments/${made.assessmentId}/decision`;
  const asked = [...(await made.caseworker.get(at)).body.matchAll(/<textarea[^>]*name="(without-[^"]+)"/g)];
  const why = Object.fromEntries(asked.map((match) => [match[1] ?? '', 'No answer came.']));
  const decided = await made.caseworker.post(at, { ...DECISION, ...why, outcome: 'do not issue', ...key() });
  expect(decided.statusCode).toBe(303);
}

test('whom the law wants that nobody has named is shown, and no longer once somebody is', async () => {
  const before = (await made.caseworker.get(list())).body;
  const gaps = before.slice(before.indexOf('Advice nobody is named for'), before.indexOf('The list<'));
  for (const paragraph of ['(b)', '(c)', '(d)', '(e)']) expect(gaps).toContain(paragraph);
  expect(gaps).not.toContain('(a)');
  await made.caseworker.post(list(), { ...sam, saidBy: 'authority', ...key() });
  const after = (await made.caseworker.get(list())).body;
  const left = after.slice(after.indexOf('Advice nobody is named for'), after.indexOf('The list<'));
  expect(left).not.toContain('(c)');
  expect(left).toContain('(d)');
});

test('staff ask for advice without waiting, and it is recorded who had not yet confirmed', async () => {
  await askBoth();
  await family.post(`${theirs()}/confirmation`, { by: 'Jo Hartwell', ...key() });
  const ask = { ...ASK, organisationId: await anOrganisation('Northmoor Psychology'), ...key() };
  const sent = await made.caseworker.post(`/assessments/${made.assessmentId}/advice-requests`, ask);
  expect(sent.statusCode).toBe(303);
  const { rows } = await ownerPool().query(
    'select id, unconfirmed from advice_requests where assessment_id = $1',
    [made.assessmentId],
  );
  expect(rows[0].unconfirmed).toEqual(['setting']);
  const { body } = await made.caseworker.get(
    `/assessments/${made.assessmentId}/advice-requests/${rows[0].id}`,
  );
  expect(body).toContain('a setting had not said who knows the child');
});

test('the page for asking proposes those on the list, and a link fills in who they are', async () => {
  await made.caseworker.post(list(), { ...sam, saidBy: 'authority', ...key() });
  const ask = `/assessments/${made.assessmentId}/advice-requests`;
  expect((await made.caseworker.get(`${ask}?paragraph=c`)).body).toContain('Sam Okafor (Epilepsy nurse)');
  const { rows } = await ownerPool().query('select id from known_professionals where child_id = $1', [
    made.childId,
  ]);
  const { body } = await made.caseworker.get(`${ask}?paragraph=c&professional=${rows[0].id}`);
  expect(body).toMatch(/name="adviserName"[^>]*value="Sam Okafor"/);
});

test('by telephone: staff write down what the family said, in its name', async () => {
  await askBoth();
  const told = { ...sam, saidBy: 'family', saidByName: '', ...key() };
  expect((await made.caseworker.post(list(), told)).body).toContain('Enter the name of who says so');
  await made.caseworker.post(list(), { ...told, saidByName: 'Jo Hartwell', ...key() });
  const { body } = await made.caseworker.get(list());
  expect(body).toContain('The family: Jo Hartwell, written down by Priya Raman');
  const answer = /action="([^"]*\/answer)"/.exec(body)?.[1] ?? '';
  expect((await made.caseworker.post(answer, key())).statusCode).toBe(303);
  expect((await made.caseworker.get(list())).body).toContain('written down by Priya Raman');
});

test('a school reads only what its own people said: who treats a child at home is not its to read', async () => {
  await askBoth();
  await family.post(theirs(), { ...sam, saidByName: 'Jo Hartwell', ...key() });
  const at = await atSchool();
  expect((await head.get(at)).body).not.toContain('Sam Okafor');
  const { rows } = await ownerPool().query('select id from known_professionals where child_id = $1', [
    made.childId,
  ]);
  expect((await head.get(`${at}/${rows[0].id}/removal`)).statusCode).toBe(404);
  const tried = await head.post(`${at}/${rows[0].id}/removal`, { reason: 'No', by: 'Helen Marsh', ...key() });
  expect(tried.statusCode).toBe(404);
  const other = browser(wexcombe);
  other.signInWith(await aProfessional(wexcombe, await anOrganisation('Otherton School'), 'Ruth Adeyemi'));
  expect((await other.get(at)).statusCode).toBe(404);
  expect((await other.post(at, { name: 'X', saidByName: 'Ruth', ...key() })).statusCode).toBe(404);
});

test('somebody taken off by whoever said so is gone from the list, with why kept', async () => {
  await family.post(theirs(), { ...sam, saidByName: 'Jo Hartwell', ...key() });
  const { rows } = await ownerPool().query('select id from known_professionals where child_id = $1', [
    made.childId,
  ]);
  const at = `${theirs()}/${rows[0].id}/removal`;
  expect((await family.post(at, { reason: '', by: 'Jo', ...key() })).body).toContain('Enter why');
  expect((await family.post(at, { reason: 'She has left', by: 'Jo', ...key() })).statusCode).toBe(303);
  expect((await made.caseworker.get(list())).body).not.toContain('Sam Okafor');
  const kept = await ownerPool().query('select removed_reason from known_professionals where id = $1', [
    rows[0].id,
  ]);
  expect(kept.rows[0].removed_reason).toBe('She has left');
});

test('nobody is asked twice, nobody need know a name, and a day that is gone is refused', async () => {
  expect((await askBoth('9')).body).toContain('The day must be today or in the future');
  await askBoth();
  expect((await askBoth()).body).toContain('They have been asked already');
  const { rows } = await ownerPool().query(
    'select count(*)::int as n from known_questions where child_id = $1',
    [made.childId],
  );
  expect(rows[0].n).toBe(2);
  const nobody = { name: '', role: '', saidByName: 'Jo', ...key() };
  expect((await family.post(theirs(), nobody)).body).toContain('Enter their name, or what they do');
  expect((await family.post(theirs(), { ...nobody, role: 'A nurse', ...key() })).statusCode).toBe(303);
  const twice = { name: '', role: 'A doctor', saidByName: 'Jo', ...key() };
  await Promise.all([1, 2].map(() => family.post(theirs(), twice)));
  const doctors = await ownerPool().query(
    `select count(*)::int as n from known_professionals where child_id = $1 and role = 'A doctor'`,
    [made.childId],
  );
  expect(doctors.rows[0].n).toBe(1);
});

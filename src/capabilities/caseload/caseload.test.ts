import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aFamily, aStaffMember } from '../../../test/support/people.ts';

let authority: number;
let wexcombe: TestApp;
let priya: string;
let tom: string;
let desk: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-18');
  desk = browser(wexcombe);
  desk.signInWith(await aStaffMember(wexcombe, authority, 'caseworker', 'Priya Raman'));
  await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown');
  const { rows } = await ownerPool().query(
    'select account_id, name from staff_roles where authority_id = $1 order by name',
    [authority],
  );
  [priya, tom] = rows.map(({ account_id }) => account_id);
});

let made = 0;

async function aCase(name = 'Hartwell', of = authority): Promise<string> {
  made += 1;
  const childId = randomUUID();
  const owner = ownerPool();
  await owner.query(
    `insert into children (authority_id, id, given_names, family_name, born_on) values ($1, $2, 'Robin', $3, '2016-05-04')`,
    [of, childId, name],
  );
  await owner.query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, prefers, address_lines, parental_responsibility)
     values ($1, gen_random_uuid(), $2, 'Jo Hartwell', 'mother', 'jo@hartwell.example', 'email', '{}', true)`,
    [of, childId],
  );
  await owner.query(
    `insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
     values ($1, gen_random_uuid(), $2, $3, '2025-03-03', 'letter', 'parent', 'Jo', '[]', now())`,
    [of, `R-0000-${String(made).padStart(4, '0')}`, childId],
  );
  await owner.query('insert into case_changes (authority_id, child_id) values ($1, $2)', [of, childId]);
  return childId;
}

const give = (childId: string, to: string, seen = '', handover = '') =>
  desk.post(`/cases/${childId}/caseworker`, { idempotencyKey: randomUUID(), to, seen, handover });

async function lettersAbout(childId: string) {
  const { rows } = await ownerPool().query(
    `select body from letters where child_id = $1 and template = 'caseworker changed'`,
    [childId],
  );
  return rows.map(({ body }) => body);
}

test('a case is given to somebody, who finds it under theirs, and the family is told the very words handed over', async () => {
  const childId = await aCase('Givenaway');
  expect((await desk.get('/cases?whose=nobody')).body).toContain('Givenaway');
  const given = await give(childId, priya, '', 'Jo cannot take calls before noon.');
  expect(given.headers.location).toBe(`/cases/${childId}`);
  expect((await desk.get('/cases?whose=mine')).body).toContain('Givenaway');
  expect((await desk.get('/cases?whose=nobody')).body).not.toContain('Givenaway');
  const [letter] = await lettersAbout(childId);
  expect(letter).toContain('Priya Raman');
  expect(letter).toContain('Jo cannot take calls before noon.');
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.get(`/family/${childId}`)).body).toContain('Your caseworker: Priya Raman');
});

test('of two who give one case at once, the second is told who has it now, and the family is written to once', async () => {
  const childId = await aCase();
  const answers = await Promise.all([give(childId, priya), give(childId, tom)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 400]);
  expect(answers.find(({ statusCode }) => statusCode === 400)?.body).toContain('has this case now');
  expect(await lettersAbout(childId)).toHaveLength(1);
});

test('many cases go together or not at all', async () => {
  const [one, two] = [await aCase(), await aCase()];
  await give(one, priya);
  const together = { from: '', to: tom, handover: 'Priya works elsewhere now.', children: `${one},${two}` };
  const refused = await desk.post('/caseload/reassign', { idempotencyKey: randomUUID(), ...together });
  expect(refused.statusCode).toBe(400);
  expect(refused.body).toContain('Priya works elsewhere now.');
  expect(await lettersAbout(two)).toEqual([]);
  const done = await desk.post('/caseload/reassign', {
    idempotencyKey: randomUUID(),
    ...together,
    from: priya,
    children: one,
  });
  expect(done.statusCode).toBe(303);
  expect(await lettersAbout(one)).toHaveLength(2);
});

test('a whole list goes at once, after one more question that says how many, and no more than were counted', async () => {
  const elsewhere = await anAuthority();
  const there = await testApp(elsewhere, '2025-03-18');
  const worker = async (name: string) => {
    const token = await aStaffMember(there, elsewhere, 'caseworker', name);
    const { rows } = await ownerPool().query(
      'select account_id from staff_roles where authority_id = $1 and name = $2',
      [elsewhere, name],
    );
    const person = browser(there);
    person.signInWith(token);
    return { id: rows[0].account_id, person };
  };
  const [ada, ben] = [await worker('Ada Wells'), await worker('Ben Cole')];
  const children = [];
  for (let n = 0; n < 53; n += 1) children.push(await aCase('Wholelist', elsewhere));
  const post = (fields: Record<string, string>) =>
    ada.person.post('/caseload/reassign', { idempotencyKey: randomUUID(), from: '', all: 'yes', ...fields });
  expect((await ada.person.get('/caseload/reassign')).body).toContain('All 53 of this list');
  expect((await post({ to: '' })).body).toContain('Select who takes the cases');
  const asked = await post({ to: ben.id, handover: 'A new year.' });
  expect(asked.statusCode).toBe(200);
  for (const words of ['Give 53 cases to Ben Cole?', 'A new year.', 'name="counted" value="53"'])
    expect(asked.body).toContain(words);
  expect(await lettersAbout(children[0] ?? '')).toEqual([]);
  // One came in meanwhile: nothing goes until that was read too.
  await aCase('Wholelist', elsewhere);
  const late = await post({ to: ben.id, handover: 'A new year.', counted: '53' });
  expect([late.statusCode, late.body.includes('There are 54 cases to give now')]).toEqual([400, true]);
  const fields = { idempotencyKey: randomUUID(), to: ben.id, handover: 'A new year.', counted: '54' };
  const [one, two] = await Promise.all([post(fields), post(fields)]);
  expect([one.statusCode, two.statusCode]).toEqual([303, 303]);
  expect(await lettersAbout(children[0] ?? '')).toHaveLength(1);
  expect((await ada.person.get('/caseload/reassign')).body).toContain('There are none');
  expect((await ada.person.get(`/caseload/reassign?from=${ben.id}`)).body).toContain('All 54 of this list');
});

test('while somebody is away their cases are among those of whoever covers, to the last day', async () => {
  const childId = await aCase('Coveredchild');
  await give(childId, tom);
  const days = { 'fromOn-day': '18', 'fromOn-month': '3', 'fromOn-year': '2025' };
  const until = { 'untilOn-day': '20', 'untilOn-month': '3', 'untilOn-year': '2025' };
  const mine = async () => (await desk.get('/cases?whose=mine')).body.includes('Coveredchild');
  expect(await mine()).toBe(false);
  const form = { idempotencyKey: randomUUID(), away: tom, cover: priya, ...days, ...until };
  expect((await desk.post('/caseload/cover', form)).statusCode).toBe(303);
  expect(await mine()).toBe(true);
  const itself = await desk.post('/caseload/cover', { ...form, idempotencyKey: randomUUID(), cover: tom });
  expect(itself.body).toContain('Select somebody else to cover');
});

test('whoever leaves leaves their cases to be given: the caseload says so', async () => {
  const left = browser(wexcombe);
  left.signInWith(await aStaffMember(wexcombe, authority, 'caseworker', 'Leavingsoon Lee'));
  const { rows } = await ownerPool().query(
    `select account_id from staff_roles where authority_id = $1 and name = 'Leavingsoon Lee'`,
    [authority],
  );
  await give(await aCase(), rows[0].account_id);
  await ownerPool().query('update staff_roles set ended_at = now() where account_id = $1', [
    rows[0].account_id,
  ]);
  const page = (await desk.get('/caseload')).body;
  expect(page).toContain('no longer here');
  expect(page).toContain(`/caseload/reassign?from=${rows[0].account_id}`);
});

test('a case of another authority is not there, and a family cannot give one', async () => {
  const childId = await aCase();
  const elsewhere = await anAuthority('Otherton');
  const stranger = browser(wexcombe);
  stranger.signInWith(await aStaffMember(wexcombe, elsewhere, 'manager', 'Vi Sayers'));
  const form = { idempotencyKey: randomUUID(), to: priya, seen: '' };
  expect((await stranger.post(`/cases/${childId}/caseworker`, form)).statusCode).toBe(404);
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  expect((await family.post(`/cases/${childId}/caseworker`, form)).statusCode).toBe(404);
});

import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { anIssuedPlan } from '../../../test/support/issued-plans.ts';
import { aFamily, aSessionFor, aStaffMember } from '../../../test/support/people.ts';

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

/** The form that says who covers whom, from a day of March to another. */
function cover(away: string, by: string, [first, last]: readonly [number, number]) {
  const month = (name: string, day: number) => ({
    [`${name}-day`]: String(day),
    [`${name}-month`]: '3',
    [`${name}-year`]: '2025',
  });
  return {
    ...{ idempotencyKey: randomUUID(), away, cover: by },
    ...month('fromOn', first),
    ...month('untilOn', last),
  };
}

async function aWorker(name: string): Promise<string> {
  await aStaffMember(wexcombe, authority, 'caseworker', name);
  const { rows } = await ownerPool().query(
    'select account_id from staff_roles where authority_id = $1 and name = $2',
    [authority, name],
  );
  return rows[0].account_id;
}

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

test('the finished cases of somebody go too, whose families write to whoever takes them', async () => {
  const elsewhere = await anAuthority();
  const there = await testApp(elsewhere, '2026-03-31');
  const manager = browser(there);
  manager.signInWith(await aStaffMember(there, elsewhere, 'manager', 'Ada Moss'));
  const cole = browser(there);
  cole.signInWith(await aStaffMember(there, elsewhere, 'caseworker', 'Ben Cole'));
  const { rows } = await ownerPool().query(
    'select account_id, name from staff_roles where authority_id = $1 order by name',
    [elsewhere],
  );
  const [ada, ben] = rows.map(({ account_id }) => account_id);
  const { childId } = await anIssuedPlan(elsewhere, { authorId: ada });
  await ownerPool().query(
    `with decided as (insert into assessment_decisions (authority_id, assessment_id, child_id, outcome, evidence, reasons, what_would_change, decided_on, notified_on, decided_by)
       select authority_id, id, child_id, 'issue', 'e', 'r', 'w', '2026-01-05', '2026-01-05', 'Ada Moss' from assessments where child_id = $2)
     insert into case_changes (authority_id, child_id) values ($1, $2)`,
    [elsewhere, childId],
  );
  const family = browser(there);
  family.signInWith(await aFamily(there, [childId]));
  const asked = { idempotencyKey: randomUUID(), body: 'Is it happening?', from: 'Robin Example' };
  expect((await family.post(`/family/${childId}/messages`, asked)).statusCode).toBe(303);
  expect((await cole.get('/messages?whose=mine')).body).not.toContain('Asha Example');
  // Ada has no open case: what is finished is still there to be given.
  const page = (await manager.get('/caseload')).body;
  expect(page).toContain(`/caseload/reassign?from=${ada}&amp;of=finished`);
  const open = (await manager.get(`/caseload/reassign?from=${ada}`)).body;
  expect(open).toContain('Open cases of Ada Moss');
  expect(open).toContain('Give finished cases instead: there are 1');
  const listed = (await manager.get(`/caseload/reassign?from=${ada}&of=finished`)).body;
  expect(listed).toContain('Finished cases of Ada Moss');
  expect(listed).toContain('Asha Example');
  const form = { from: ada, of: 'finished', to: ben, handover: 'The school is Fernton.' };
  const post = (fields: Record<string, string>) =>
    manager.post('/caseload/reassign', { idempotencyKey: randomUUID(), ...form, ...fields });
  expect((await post({ all: 'yes' })).body).toContain('Give 1 finished case to Ben Cole?');
  expect((await post({ all: 'yes', counted: '1' })).statusCode).toBe(303);
  expect((await lettersAbout(childId))[0]).toContain('The school is Fernton.');
  expect((await cole.get('/messages?whose=mine')).body).toContain('Asha Example');
  expect((await family.get(`/family/${childId}`)).body).toContain('Your caseworker: Ben Cole');
});

test('while somebody is away their cases and messages are among those of whoever covers, to the last day and no longer', async () => {
  const childId = await aCase('Coveredchild');
  await give(childId, tom);
  await ownerPool().query(
    `insert into messages (authority_id, id, child_id, from_kind, from_name, body, sent_at, promised_on)
     values ($1, gen_random_uuid(), $2, 'family', 'Jo', 'When?', '2025-03-17T10:00:00Z', '2025-03-24')`,
    [authority, childId],
  );
  const mine = async () =>
    Promise.all(
      ['/cases?whose=mine', '/messages?whose=mine'].map(async (at) =>
        (await desk.get(at)).body.includes('Coveredchild'),
      ),
    );
  expect(await mine()).toEqual([false, false]);
  expect((await desk.post('/caseload/cover', cover(tom, priya, [18, 20]))).statusCode).toBe(303);
  expect(await mine()).toEqual([true, true]);
  const who = (await desk.get(`/cases/${childId}/next`)).body;
  expect(who).toContain('Tom Ashdown, away: Priya Raman covers to 20 March 2025');
  const itself = await desk.post('/caseload/cover', cover(tom, tom, [18, 20]));
  expect(itself.body).toContain('Select somebody else to cover');
  const on = async (day: string) => {
    wexcombe.clock.now = new Date(`2025-03-${day}T10:00:00Z`);
    desk.signInWith(await aSessionFor(wexcombe, priya));
    return mine();
  };
  expect([await on('20'), await on('21')]).toEqual([
    [true, true],
    [false, false],
  ]);
  expect((await desk.get(`/cases/${childId}/next`)).body).not.toContain('covers to');
  await on('18');
});

test('nobody covers who is away themself on one of those days; who is away later than they said they would cover is pointed at', async () => {
  const ada = await aWorker('Ada Moss');
  expect((await desk.post('/caseload/cover', cover(ada, tom, [24, 28]))).statusCode).toBe(303);
  const hollow = await desk.post('/caseload/cover', cover(priya, ada, [28, 31]));
  expect(hollow.statusCode).toBe(400);
  expect(hollow.body).toContain('Ada Moss is away from 24 March 2025 to 28 March 2025. Select somebody else');
  expect((await desk.post('/caseload/cover', cover(priya, ada, [29, 31]))).statusCode).toBe(303);
  expect((await desk.get('/caseload/cover')).body).not.toContain('Away too');
  expect((await desk.post('/caseload/cover', cover(tom, priya, [27, 27]))).statusCode).toBe(303);
  expect((await desk.get('/caseload/cover')).body).toContain('Away too');
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

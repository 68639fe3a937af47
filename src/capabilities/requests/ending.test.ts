import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { ANSWERS, aRequestFrom } from './examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-02-03');
});

let born = 0;

/** A request of the family's own, each about another child. */
async function aRequest(changes: typeof ANSWERS = {}) {
  born += 1;
  const parent = browser(wexcombe);
  const { requestId } = await aRequestFrom(parent, {
    ...ANSWERS,
    name: { givenNames: 'Robin', familyName: `Fairlie${'abcdefghijklmnop'[born]}`, preferredName: '' },
    'birth-date': { 'bornOn-day': String(born), 'bornOn-month': '6', 'bornOn-year': '2017' },
    ...changes,
  });
  const { rows } = await ownerPool().query('select child_id from requests where id = $1', [requestId]);
  const childId: string = rows[0].child_id;
  const family = browser(wexcombe);
  family.signInWith(await aFamily(wexcombe, [childId]));
  return { requestId, childId, family };
}

async function asCaseworker(of = authority) {
  const staff = browser(wexcombe);
  staff.signInWith(await aCaseworker(wexcombe, of));
  return staff;
}

const letters = async (childId: string, template: string) =>
  (
    await ownerPool().query('select body from letters where child_id = $1 and template = $2', [
      childId,
      template,
    ])
  ).rows;

const WHY = { by: 'Jo Hartwell', reason: 'We have other help now' };
const on = { 'on-day': '3', 'on-month': '2', 'on-year': '2025' };

test('a parent takes the request back: it closes, and the letter says that they may ask again', async () => {
  const { requestId, childId, family } = await aRequest();
  const page = await family.get(`/requests/${requestId}/withdrawal`);
  expect(page.body).toContain('You keep the right to ask');
  const done = await family.post(`/requests/${requestId}/withdrawal`, {
    ...WHY,
    idempotencyKey: randomUUID(),
  });
  expect(done.statusCode).toBe(303);
  expect((await family.get(`/requests/${requestId}/withdrawal`)).body).toContain('We have other help now');
  const [letter, ...more] = await letters(childId, 'request ended');
  expect(more).toEqual([]);
  expect(letter.body).toContain('You can ask again at any time');
  expect(letter.body).toContain('We may still decide to assess');
  const staff = await asCaseworker();
  expect((await staff.get(`/requests/${requestId}`)).body).toContain('Withdrawn');
  const decided = await staff.get('/cases?view=closed');
  expect(decided.body).toContain(`/cases/${childId}`);
});

test('one parent does not take back what the other asked for', async () => {
  const { requestId, childId, family } = await aRequest();
  const otherId = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Lee Hartwell', 'father', 'lee@hartwell.example', true)`,
    [authority, otherId, childId],
  );
  const other = browser(wexcombe);
  other.signInWith(await aFamily(wexcombe, [childId], otherId));
  const at = `/requests/${requestId}/withdrawal`;
  expect((await other.get(at)).body).toContain('Somebody else asked');
  expect((await other.post(at, { ...WHY, idempotencyKey: randomUUID() })).statusCode).toBe(404);
  expect(await letters(childId, 'request ended')).toEqual([]);
  expect((await family.post(at, { ...WHY, idempotencyKey: randomUUID() })).statusCode).toBe(303);
});

test('once the right to ask is the young person’s, they take back what a parent asked for, and the parent does not', async () => {
  const { requestId, childId, family } = await aRequest();
  const kaiId = randomUUID();
  await ownerPool().query(`update children set born_on = '2008-12-04' where id = $1`, [childId]);
  await ownerPool().query(`update requests set received_on = '2024-06-03' where id = $1`, [requestId]);
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, parental_responsibility)
     values ($1, $2, $3, 'Robin Fairlie', 'the young person', 'robin@fairlie.example', false)`,
    [authority, kaiId, childId],
  );
  // Born in December 2008, they leave compulsory school age in June 2025.
  wexcombe.clock.now = new Date('2025-07-01T10:00:00Z');
  family.signInWith(await aFamily(wexcombe, [childId], await askerOf(requestId)));
  const robin = browser(wexcombe);
  robin.signInWith(await aFamily(wexcombe, [childId], kaiId));
  const at = `/requests/${requestId}/withdrawal`;
  expect((await family.get(at)).body).toContain('so the request is theirs to take back');
  expect((await family.get(`/easy-read${at}`)).body).toContain('decides now');
  expect((await family.post(at, { ...WHY, idempotencyKey: randomUUID() })).statusCode).toBe(404);
  expect((await robin.get(at)).body).toContain('You keep the right to ask');
  // A parent who asked when the right was theirs already, because they could not decide, takes that back.
  await ownerPool().query(`update requests set received_on = '2025-07-01' where id = $1`, [requestId]);
  expect((await family.get(at)).body).toContain('Why you are taking it back');
  expect((await robin.post(at, { ...WHY, idempotencyKey: randomUUID() })).statusCode).toBe(303);
  wexcombe.clock.now = new Date('2025-02-03T10:00:00Z');
});

async function askerOf(requestId: string): Promise<string> {
  return (await ownerPool().query('select contact_id from requests where id = $1', [requestId])).rows[0]
    .contact_id;
}

test('taking it back twice, or both at once, is done and written of once', async () => {
  const { requestId, childId, family } = await aRequest();
  const at = `/requests/${requestId}/withdrawal`;
  const key = randomUUID();
  const both = await Promise.all([
    family.post(at, { ...WHY, idempotencyKey: key }),
    family.post(at, { ...WHY, idempotencyKey: key }),
    family.post(at, { ...WHY, idempotencyKey: randomUUID() }),
  ]);
  const [one, same, other] = both.map(({ statusCode }) => statusCode);
  expect(same, 'the same form again is answered as it was').toBe(one);
  expect([one, other].sort(), 'whichever form came first took it back').toEqual([303, 400]);
  expect(await letters(childId, 'request ended')).toHaveLength(1);
});

test('without a name or a reason nothing ends, and what was typed stays', async () => {
  const { requestId, family } = await aRequest();
  const bare = await family.post(`/requests/${requestId}/withdrawal`, { by: 'Jo Hartwell', reason: '' });
  expect(bare.statusCode).toBe(400);
  expect(bare.body).toContain('Enter the reason');
  expect(bare.body).toContain('value="Jo Hartwell"');
});

test('a request ended is undone by a new one', async () => {
  const { requestId, family } = await aRequest();
  await family.post(`/requests/${requestId}/withdrawal`, { ...WHY, idempotencyKey: randomUUID() });
  const again = await aRequest();
  const staff = await asCaseworker();
  expect((await staff.get(`/requests/${again.requestId}`)).body).toContain('Decide whether to assess');
});

test('staff end a request whose family moved away: the letter says that the new authority decides afresh', async () => {
  const { requestId, childId } = await aRequest();
  const staff = await asCaseworker();
  const form = { kind: 'moved out', ...on, by: 'Jo Hartwell', reason: 'She telephoned with the new address' };
  const early = await staff.post(`/requests/${requestId}/ending`, {
    ...form,
    'on-day': '2',
    'on-month': '1',
  });
  expect(early.body).toContain('when the request was received');
  const done = await staff.post(`/requests/${requestId}/ending`, { ...form, idempotencyKey: randomUUID() });
  expect(done.statusCode).toBe(303);
  expect((await letters(childId, 'request ended'))[0].body).toContain('does not bind it');
  expect((await staff.get(`/requests/${requestId}/ending`)).body).toContain('Moved out of the area');
});

test('once it has ended nothing is said to be due any more, whether it was decided on by then or not', async () => {
  for (const decided of [false, true]) {
    const { requestId, childId, family } = await aRequest();
    const staff = await asCaseworker();
    if (decided) {
      const decision = {
        ...{
          outcome: 'assess',
          hasOrMayHaveSen: 'yes',
          provisionMayBeNecessary: 'yes',
          evidence: 'What was sent',
        },
        ...{ reasons: 'Both limbs are met', whatWouldChange: 'Nothing' },
        ...{ 'decidedOn-day': '3', 'decidedOn-month': '2', 'decidedOn-year': '2025' },
      };
      const made = await staff.post(`/requests/${requestId}/decision`, {
        ...decision,
        idempotencyKey: randomUUID(),
      });
      expect(made.statusCode).toBe(303);
    }
    expect((await family.get(`/family/${childId}`)).body).toContain('Send the final plan');
    wexcombe.clock.now = new Date('2025-02-05T10:00:00Z');
    const moved = { kind: 'moved out', ...on, 'on-day': '4', by: 'Jo Hartwell', reason: 'She telephoned' };
    await (await asCaseworker()).post(`/requests/${requestId}/ending`, {
      ...moved,
      idempotencyKey: randomUUID(),
    });
    family.signInWith(await aFamily(wexcombe, [childId]));
    for (const [who, at] of [
      [family, `/family/${childId}`],
      [await asCaseworker(), `/cases/${childId}`],
      [await asCaseworker(), `/requests/${requestId}`],
    ] as const) {
      const { statusCode, body } = await who.get(at);
      expect([at, statusCode]).toEqual([at, 200]);
      for (const due of ['Due in', 'Send the final plan'])
        expect([at, decided, body.includes(due)]).toEqual([at, decided, false]);
    }
    expect((await family.get(`/family/${childId}`)).body).toMatch(/Since[\s\S]{0,120}4 February 2025/);
    wexcombe.clock.now = new Date('2025-02-03T10:00:00Z');
  }
});

test('a school takes back its own request and not a family’s, and a family not a school’s', async () => {
  const school = randomUUID();
  await ownerPool().query(
    `insert into organisations (id, name, kind) values ($1, 'Larkfield Primary School', 'school or college')`,
    [school],
  );
  const helen = browser(wexcombe);
  helen.signInWith(await aProfessional(wexcombe, school, 'Helen Marsh'));
  const theirs = await aRequest();
  expect((await helen.get(`/requests/${theirs.requestId}/withdrawal`)).statusCode).toBe(404);
  await ownerPool().query(
    `update requests set source = 'school', organisation_id = $2, requester_name = 'Helen Marsh' where id = $1`,
    [theirs.requestId, school],
  );
  const notTheirs = await theirs.family.get(`/requests/${theirs.requestId}/withdrawal`);
  expect(notTheirs.body).toContain('Somebody else asked');
  const tried = await theirs.family.post(`/requests/${theirs.requestId}/withdrawal`, WHY);
  expect(tried.statusCode).toBe(404);
  const at = `/requests/${theirs.requestId}/withdrawal`;
  const done = await helen.post(at, { reason: 'The family will ask', idempotencyKey: randomUUID() });
  expect(done.statusCode).toBe(303);
  const [letter] = await letters(theirs.childId, 'request ended');
  expect(letter.body).toContain('you can ask for one yourself');
});

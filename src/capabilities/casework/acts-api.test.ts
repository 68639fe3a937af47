import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { type JsonClient, jsonClient, refusal } from '../../../test/support/json.ts';
import { aFamily, aStaffMember } from '../../../test/support/people.ts';

/* Saved views, why a case is late, lawful exceptions, and giving cases, as JSON. */

let authority: number;
let wexcombe: TestApp;
let tom: JsonClient;
let priya: JsonClient;
let elsewhere: JsonClient;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-03-31');
});
beforeEach(async () => {
  tom = jsonClient(wexcombe, await aStaffMember(wexcombe, authority, 'manager', 'Tom Ashdown'));
  priya = jsonClient(wexcombe, await aStaffMember(wexcombe, authority, 'caseworker', 'Priya Raman'));
  const otherton = await anAuthority('Otherton');
  elsewhere = jsonClient(wexcombe, await aStaffMember(wexcombe, otherton, 'manager', 'Vi Sayers'));
});

let made = 0;

/** A case received on 3 February and not decided yet. */
async function aCase(): Promise<string> {
  made += 1;
  const { rows } = await ownerPool().query(
    `with child as (insert into children (authority_id, id, given_names, family_name, born_on)
       values ($1, gen_random_uuid(), 'Robin', 'Nameless', '2016-05-04') returning authority_id, id),
     request as (insert into requests (authority_id, id, reference, child_id, received_on, received_how, source, requester_name, stated, file_opened_at)
       select authority_id, gen_random_uuid(), $2, id, '2025-02-03', 'letter', 'parent', 'Jo', '[]', now() from child returning *)
     insert into case_changes (authority_id, child_id) select authority_id, child_id from request returning child_id`,
    [authority, `R-0009-${String(made).padStart(4, '0')}`],
  );
  return rows[0].child_id;
}

test('a view is saved once, shared, renamed by whoever saved it and deleted', async () => {
  const at = '/api/cases/views';
  const mine = {
    name: `My week ${randomUUID().slice(0, 8)}`,
    shared: 'yes',
    view: 'this week',
    whose: 'mine',
  };
  const key = randomUUID();
  const saved = await tom.post(at, mine, key);
  expect((await tom.post(at, mine, key)).body).toEqual(saved.body);
  const own = saved.body.views.filter(({ own }: { own: boolean }) => own);
  expect(own).toMatchObject([
    { name: mine.name, shared: true, filters: { view: 'this week', whose: 'mine' } },
  ]);
  expect((await priya.get(at)).body.views).toContainEqual({ ...own[0], own: false });
  expect(await tom.post(at, mine)).toEqual(refusal('name', expect.stringContaining('Enter another name')));
  const one = `${at}/${own[0].id}`;
  for (const stranger of [priya, elsewhere])
    for (const path of [one, `${one}/deletion`])
      expect((await stranger.post(path, { name: 'Mine now' })).status).toBe(404);
  const renamed = await tom.post(one, { name: 'Of this week' });
  expect(renamed.body.views).toContainEqual(
    expect.objectContaining({ id: own[0].id, name: 'Of this week', shared: false }),
  );
  expect((await tom.post(`${one}/deletion`)).body.views).not.toContainEqual(
    expect.objectContaining({ id: own[0].id }),
  );
});

test('why a limit passed is recorded once, by a reason of the authority’s list', async () => {
  const childId = await aCase();
  const at = `/api/cases/${childId}/late`;
  expect((await priya.get(at)).body).toMatchObject({
    breaches: [{ limit: 'decide whether to assess', dueOn: '2025-03-17', doneOn: null, daysLate: 14 }],
    reasons: [],
  });
  const list = '/api/caseload/late/reasons';
  const words = `Waiting for records ${randomUUID().slice(0, 8)}`;
  const added = await tom.post(list, { words });
  expect(await tom.post(list, { words })).toEqual(refusal('words', 'This reason is in the list already'));
  expect((await priya.post(list, { words: 'x' })).status).toBe(404);
  const { id } = added.body.kinds.find((kind: { words: string }) => kind.words === words);
  const given = { limit: 'decide whether to assess', reason: 'The records came late.' };
  expect(await priya.post(at, given)).toEqual(refusal('kind', 'Select the reason, or that none of these is'));
  const key = randomUUID();
  for (const _ of [1, 2])
    expect((await priya.post(at, { ...given, kind: id }, key)).body.reasons).toMatchObject([
      { limit: given.limit, kind: words, reason: given.reason, recordedBy: 'Priya Raman' },
    ]);
  expect((await tom.post(`${list}/${id}/end`)).body.kinds).not.toContainEqual(
    expect.objectContaining({ id }),
  );
  expect((await elsewhere.post(`${list}/${id}/end`)).status).toBe(404);
});

test('a lawful exception is recorded with its evidence, and withdrawn with why', async () => {
  const at = `/api/cases/${await aCase()}/exceptions`;
  const exception = {
    limit: 'ours',
    ground: 'exceptional personal circumstances',
    from: '2025-03-01',
    reason: 'Robin was in hospital.',
    evidence: 'A letter of 9 March',
  };
  expect(await priya.post(at, { ...exception, limit: randomUUID() })).toEqual(
    refusal('limit', 'Select which time limit'),
  );
  expect((await priya.post(at, { ...exception, evidence: '' })).status).toBe(422);
  const key = randomUUID();
  const recorded = await priya.post(at, exception, key);
  expect((await priya.post(at, exception, key)).body).toEqual(recorded.body);
  expect(recorded.body.recorded).toMatchObject([
    { ground: exception.ground, evidence: exception.evidence, recordedBy: 'Priya Raman', withdrawn: null },
  ]);
  const back = `${at}/${recorded.body.recorded[0].id}/withdrawal`;
  expect(await priya.post(back)).toEqual(refusal('reason', 'Enter why it is withdrawn'));
  expect((await priya.post(back, { reason: 'The dates were another’s' })).body.recorded).toMatchObject([
    { withdrawn: { on: '2025-03-31', reason: 'The dates were another’s' } },
  ]);
});

test('to another authority, and to a family, there is no such case', async () => {
  const childId = await aCase();
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [childId]));
  for (const stranger of [elsewhere, family])
    for (const kind of ['late', 'exceptions', 'caseworker']) {
      const at = `/api/cases/${childId}/${kind}`;
      expect((await stranger.get(at)).status).toBe(404);
      for (const body of [{}, { reason: 'x'.repeat(2001), handover: 'x'.repeat(2001) }])
        expect([kind, (await stranger.post(at, body)).status]).toEqual([kind, 404]);
    }
});

test('a manager alone says what makes a caseload heavier, in whole numbers from 0 to 100', async () => {
  const at = '/api/caseload/complexity/weights';
  expect((await tom.get(at)).body).toEqual({ weights: {} });
  const said = {
    'open-cases': 2,
    overdue: 3,
    'advice-awaited': 0,
    'settings-to-answer': 0,
    'messages-to-answer': 0,
    'restricted-contacts': 0,
    'social-care': 1,
  };
  expect(await tom.post(at, { ...said, overdue: 101 })).toEqual(
    refusal('overdue', 'Overdue must be a whole number from 0 to 100'),
  );
  expect((await priya.post(at, said)).status).toBe(404);
  expect((await tom.post(at, said)).body.weights).toMatchObject({ 'open cases': 2, overdue: 3 });
  expect((await elsewhere.get(at)).body).toEqual({ weights: {} });
});

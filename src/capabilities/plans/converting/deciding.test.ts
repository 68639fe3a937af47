import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker } from '../../../../test/support/people.ts';
import { send } from '../plan-examples.ts';
import { h, p, wordFileOf } from './examples.ts';
import { AS_NEW, conversionsCalled, sendFiles, waitingOn } from './http-examples.ts';

/* What somebody decides of one passage of a plan that was read from a file. */

let authority: number;
let wexcombe: TestApp;
let token: string;
let staff: ReturnType<typeof browser>;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
  token = await aCaseworker(wexcombe, authority);
  staff = browser(wexcombe);
  staff.signInWith(token);
});

/** A file sent, and what became of it. */
async function aConversion(file: Buffer, name = `${randomUUID()}.docx`): Promise<string> {
  const sent = await sendFiles(wexcombe, token, [{ name, bytes: file }]);
  expect(sent.statusCode, sent.body).toBe(303);
  const [id] = await conversionsCalled(authority, name);
  if (id === undefined) throw new Error('nothing was kept of the file');
  return id;
}

const accept = (id: string) => send(staff, `/plans/conversions/${id}/acceptance`, AS_NEW);

test('a passage is placed by a person, in a row that is there, and who decided is told', async () => {
  const id = await aConversion(
    await wordFileOf([
      h('Section B: Needs'),
      p('Finds reading hard.'),
      h('Section F: Provision'),
      p('Ten minutes of reading each day.'),
    ]),
  );
  const decide = (fields: Record<string, string>) => send(staff, `/plans/conversions/${id}/passages`, fields);
  const need = {
    'version-1': '0',
    'where-1': 'need:cognition and learning',
    'text-1': 'Finds reading very hard.',
  };
  const provision = {
    'version-2': '0',
    'where-2': 'provision:F:cognition and learning',
    'text-2': 'Ten minutes of reading each day.',
  };
  const wrong = await decide({ ...need, ...provision, 'links-2': 'N9' });
  expect(wrong.status).toBe(400);
  expect(wrong.body).toContain('N9 is not there');
  expect(wrong.body).toContain('Finds reading very hard.');
  expect((await decide({ ...need, ...provision, 'links-2': 'n1' })).status).toBe(303);
  const body = (await staff.get(`/plans/conversions/${id}`)).body;
  expect(body).toContain('Section F, cognition and learning: provision P1');
  expect(body).toContain('serves N1; decided by');
  const moved = { 'version-1': '1', 'where-1': 'leave out', 'reason-1': 'Said twice', 'text-1': 'x' };
  expect((await decide(moved)).status).toBe(303);
  // Each decision is an event as well, by whom and of which passage, and says none of its words.
  const { rows } = await ownerPool().query(
    `select actor_name as by, data from events where authority_id = $1 and subject_id = $2
     and kind = 'passage of a plan written elsewhere decided' order by recorded_at`,
    [authority, id],
  );
  expect(rows.map(({ data }) => data)).toEqual([
    { passage: 1, version: 1, outcome: 'placed' },
    { passage: 2, version: 1, outcome: 'placed' },
    { passage: 1, version: 2, outcome: 'left out' },
  ]);
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['Priya Raman']));
  const broken = (await staff.get(`/plans/conversions/${id}`)).body;
  expect(broken).toContain('P1 points at N1, which is no row of its area that it can serve');
  expect((await accept(id)).body).toContain('P1 points at N1');
});

test('two people who decide on one passage at once: the second is told, and keeps what they typed', async () => {
  const id = await aConversion(await wordFileOf([h('Section B: Needs'), p('Finds reading hard.')]));
  const decide = (text: string) =>
    send(staff, `/plans/conversions/${id}/passages`, {
      'version-1': '0',
      'where-1': 'need:cognition and learning',
      'text-1': text,
    });
  const [one, other] = await Promise.all([decide('The first words'), decide('The other words')]);
  expect([one.status, other.status].sort()).toEqual([303, 400]);
  const told = one.status === 400 ? one : other;
  expect(told.body).toContain('decided on this while you were');
  const { rows } = await ownerPool().query(
    'select text from plan_conversion_decisions where conversion_id = $1',
    [id],
  );
  expect(rows).toHaveLength(1);
});

test('a plan of 400 rows is reviewed a page at a time', async () => {
  const id = await aConversion(
    await wordFileOf([
      h('Section B: Needs'),
      ...Array.from({ length: 400 }, (_, at) => p(`Need number ${at + 1}.`)),
    ]),
  );
  const body = (await staff.get(`/plans/conversions/${id}?waiting=40`)).body;
  expect(body).toContain('400 to place');
  expect(body).toContain('Need number 400.');
  expect(body.length).toBeLessThan(400_000);
  expect(await waitingOn(staff, id)).toHaveLength(10);
});

test('the review is JSON too: read, decided on, accepted', async () => {
  const id = await aConversion(await wordFileOf([h('Section B: Needs'), p('Finds sums hard.')]));
  const at = `/api/plans/conversions/${id}`;
  expect((await staff.get(at)).json()).toMatchObject({
    closed: null,
    passages: [{ version: 0, place: null }],
  });
  const need = { passage: 1, version: 0, where: 'need:cognition and learning', text: 'Finds sums hard.' };
  const decided = await staff.postJson(`${at}/passages`, need);
  expect(decided.json()).toMatchObject({
    passages: [{ version: 1, in: 'Section B, cognition and learning: need N1', why: null }],
  });
  expect((await staff.postJson(`${at}/passages`, need)).json()).toMatchObject({ field: 'where-1' });
  const acceptance = {
    ...{ givenNames: 'Json', familyName: 'Only', bornOn: '2016-01-01', file: 'new', officer: 'Priya Raman' },
    ...{ issuedOn: '2024-01-01', kind: 'type only', type: 'other', attendance: 'daily' },
  };
  expect(
    (await staff.postJson(`${at}/acceptance`, { ...acceptance, issuedOn: '2025-12-01' })).json(),
  ).toMatchObject({
    field: 'issuedOn',
  });
  expect((await staff.postJson(`${at}/acceptance`, acceptance)).json()).toMatchObject({ planId: id });
  const done = (await staff.get('/api/plans/conversions?which=done')).json();
  expect(done.conversions).toContainEqual(expect.objectContaining({ id, planId: id }));
});

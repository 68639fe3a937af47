import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../test/support/database.ts';
import { jsonClient, refusal } from '../../../test/support/json.ts';
import { aCaseworker, aFamily, aProfessional } from '../../../test/support/people.ts';
import { anIssuedPlan, later } from '../../../test/support/plans-in-force.ts';
import { checkProvision } from './index.ts';

/* The same commands as JSON, by the same forms, through each lens. */

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority);
});

test('staff, the setting and the family do as JSON what they do on pages, and are refused alike', async () => {
  const plan = await anIssuedPlan(wexcombe, authority, 'Hillcrest School');
  const { childId, setting } = plan;
  await later(wexcombe, authority, plan, '2025-09-02');
  const staff = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  const at = `/api/cases/${childId}/placements`;
  const form = { kind: 'setting', settingId: setting.settingId, fromOn: '2025-09-01' };
  expect(await staff.post(`${at}/new`, { ...form, kind: 'castle' })).toMatchObject(
    refusal('kind', 'Select what kind of placement it is'),
  );
  const placed = await staff.post(`${at}/new`, form);
  expect(placed.body).toMatchObject({ stage: 'placed as named', placements: [{ rank: 1, untilOn: null }] });
  expect(JSON.stringify(placed.body)).not.toContain('Hartwell');
  wexcombe.clock.now = new Date('2025-10-13T02:00:00Z');
  await checkProvision(wexcombe.services);
  const { rows } = await ownerPool().query(
    'select id, version_id from placement_checks where child_id = $1',
    [childId],
  );
  const [check] = rows;
  const head = jsonClient(wexcombe, await aProfessional(wexcombe, setting.organisationId));
  const asked = await head.get(`/api/placement-checks/${check.id}`);
  const [line] = asked.body.lines;
  const said = { [`answer-${line.row}`]: 'partly', [`words-${line.row}`]: 'Twice a week' };
  const given = Object.fromEntries(
    asked.body.lines.map(({ row }: { row: string }) => [`answer-${row}`, 'yes']),
  );
  const answered = await head.post(`/api/placement-checks/${check.id}`, { ...given, ...said });
  expect(answered.body.check.answers).toMatchObject([{ party: 'setting' }]);
  const family = jsonClient(wexcombe, await aFamily(wexcombe, [childId]));
  const theirs = `/api/family/${childId}/placement`;
  const problem = await family.post(`${theirs}/lines/${line.row}`, {
    words: 'Nobody comes',
    from: 'Jo Hartwell',
  });
  expect(problem.body.problems).toMatchObject([{ open: true, words: 'Nobody comes' }]);
  const [{ id }] = problem.body.problems;
  await jsonClient(wexcombe, await aCaseworker(wexcombe, authority)).post(`${at}/problems/${id}`, {
    ...{ act: 'closed', words: 'Somebody comes', seen: 0 },
  });
  const again = await family.post(`${theirs}/problems/${id}/reopening`, {
    words: 'Not yet',
    from: 'Jo Hartwell',
  });
  expect(again.body.problems).toMatchObject([
    { open: true, acts: [{ kind: 'closed' }, { kind: 'opened again' }] },
  ]);
  const owed = await head.get(`/api/admissions/${check.version_id}/1`);
  expect(owed.body).toMatchObject({ mustAdmit: true, said: [{ admittedOn: '2025-09-01' }] });
  const lists = jsonClient(wexcombe, await aCaseworker(wexcombe, authority));
  const list = await lists.get('/api/placements?list=not+happening');
  expect(list.body.listed).toMatchObject([{ childId, what: 'Nobody comes' }]);
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { browser, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { aCaseworker, aFamily } from '../../../../test/support/people.ts';
import { begin, notify, versionsOf, write } from '../amending/examples.ts';
import { aSetting, later, send } from '../plan-examples.ts';
import { h, p, t, wordFileOf } from './examples.ts';
import { AS_NEW, conversionsCalled, leaveOutTheRest, sendFiles } from './http-examples.ts';

/* A plan brought in from a file is a plan like any other: after a review it is amended. */

/** A plan as a school might hold it: each need has its provision and its outcome beside it. */
function aPlanThatHoldsTogether(): Promise<Buffer> {
  return wordFileOf([
    h('Section A: Views'),
    p('I like it when the room is quiet.'),
    h('Sections B, F and E: Communication and interaction'),
    t(
      ['Need', 'Provision', 'Who will provide it?', 'How often', 'Outcome', 'By when'],
      [
        'Asha finds it hard to follow instructions of more than two parts.',
        'Visual timetables in each lesson.',
        'Teaching assistant trained by a therapist',
        '3 times a week, 30 minutes',
        'Asha follows a three-part instruction.',
        'July 2026',
      ],
    ),
  ]);
}

async function aConvertedPlan() {
  const authority = await anAuthority();
  const wexcombe = await testApp(authority, '2026-03-10');
  const [staff, family] = [browser(wexcombe), browser(wexcombe)];
  const token = await aCaseworker(wexcombe, authority);
  staff.signInWith(token);
  const school = await aSetting(wexcombe, `Fernton ${randomUUID().slice(0, 8)}`);
  const name = `${randomUUID()}.docx`;
  await sendFiles(wexcombe, token, [{ name, bytes: await aPlanThatHoldsTogether() }]);
  const [planId = ''] = await conversionsCalled(authority, name);
  await leaveOutTheRest(staff, planId);
  const as = { ...AS_NEW, kind: 'named', settingIds: school.settingId };
  const accepted = await send(staff, `/plans/conversions/${planId}/acceptance`, as);
  expect(accepted.to, accepted.body).toBe(`/plans/${planId}`);
  const { rows } = await ownerPool().query('select child_id as id from plans where id = $1', [planId]);
  const childId: string = rows[0].id;
  const contactId = randomUUID();
  await ownerPool().query(
    `insert into children_contacts (authority_id, id, child_id, name, relationship, email, address_lines, postcode, parental_responsibility)
     values ($1, $2, $3, 'Jo Example', 'mother', 'jo@example.example', '{1 Example Row}', 'ZZ1 1AA', true)`,
    [authority, contactId, childId],
  );
  family.signInWith(await aFamily(wexcombe, [childId]));
  return { authority, wexcombe, staff, family, planId, childId, contactId, school };
}

test('a plan brought in from a file is amended after a review: notice, 15 days, amended plan; what was brought in never changes', async () => {
  const plan = await aConvertedPlan();
  const { authority, wexcombe, staff, family, planId, childId, contactId, school } = plan;
  const [broughtIn] = await versionsOf(planId);
  await begin(plan);
  expect((await staff.get(`/plans/${planId}`)).body).toContain(
    'stays in force until an amended plan is issued',
  );
  expect((await write(staff, planId, 'Asha reads to younger children')).status).toBe(303);
  await notify(wexcombe, plan);
  const notice = (await family.get(`/family/${childId}/plan/amendment`)).body;
  for (const words of ['younger children', '24 March 2026', school.name]) expect(notice).toContain(words);
  expect((await family.get(`/family/${childId}/plan`)).body).toContain('Final plan, version 1');

  await later(wexcombe, authority, plan, '2026-04-01');
  const final = { kind: 'named', settingIds: school.settingId, attendance: 'daily', officer: 'Priya Raman' };
  const recipients = `${contactId},${school.settingId}`;
  // The setting it names was consulted before it came here, and goes on being named.
  expect((await staff.get(`/plans/${planId}/final`)).body).toContain('The plan in force names it');
  const another = await aSetting(wexcombe, 'Never Consulted School');
  const elsewhere = await send(staff, `/plans/${planId}/final`, { ...final, settingIds: another.settingId });
  expect(elsewhere.body).toContain('Consult Never Consulted School before naming it');
  const issued = await send(staff, `/plans/${planId}/final`, { ...final, recipients });
  expect(issued.status, issued.body).toBe(303);
  const versions = await versionsOf(planId);
  expect(versions.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['draft 1', 'final 1', 'final 2']);
  expect(versions[1]).toEqual(broughtIn);
  expect(versions[2].a1).toBe('Asha reads to younger children');
  // Each row that came of the file is still there, linked as it was.
  for (const words of ['Visual timetables in each lesson.', 'Asha follows a three-part instruction.'])
    expect(versions[2].words).toContain(words);
  expect((await family.get(`/family/${childId}/plan`)).body).toContain('Final plan, version 2');
});

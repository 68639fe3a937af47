import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../test/support/app.ts';
import { anAuthority } from '../../../test/support/database.ts';
import { aStaffMember } from '../../../test/support/people.ts';
import { readingAge } from './checks/parts/reading-age.ts';
import { aPlan, send } from './plan-examples.ts';

let authority: number;
let wexcombe: TestApp;

beforeAll(async () => {
  authority = await anAuthority();
  wexcombe = await testApp(authority, '2025-05-12');
});

const URL_ = '/plan-checks/limits';

test('advice is old only once the authority says how old it may be, and only managers say so', async () => {
  const { planId, staff } = await aPlan(wexcombe, authority);
  const checks = async () => (await staff.get(`/plans/${planId}/checks`)).body;
  expect(await checks()).not.toContain('it came on');
  const manager = browser(wexcombe);
  manager.signInWith(await aStaffMember(wexcombe, authority, 'manager', 'Ros Tan'));
  for (const wrong of ['0', '61', 'six']) {
    const refused = await send(manager, URL_, { adviceMonths: wrong, readingAge: '' });
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('Enter a whole number from 1 to 60, or leave it empty');
  }
  expect((await send(staff, URL_, { adviceMonths: '1', readingAge: '' })).status).not.toBe(303);
  expect((await send(manager, URL_, { adviceMonths: '1', readingAge: '' })).status).toBe(303);
  for (const page of [await checks(), (await staff.get(`/plans/${planId}/sections/k`)).body])
    expect(page).toContain('it came on 10 March 2025, more than a month ago');
  expect((await send(manager, URL_, { adviceMonths: '', readingAge: '' })).status).toBe(303);
  expect(await checks()).not.toContain('it came on');
});

test('short plain sentences read younger than long ones of long words, and a few words have no age', () => {
  const plain = 'Asha likes trains. She can draw them well. '.repeat(20);
  const hard =
    'Notwithstanding considerable environmental modification, Asha demonstrates persistently inconsistent attentional regulation throughout institutional activities. '.repeat(
      10,
    );
  expect(readingAge(plain)).toBeLessThan(9);
  expect(readingAge(hard)).toBeGreaterThan(16);
  expect(readingAge('Asha likes trains.')).toBeNull();
});

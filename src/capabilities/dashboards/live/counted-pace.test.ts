import { beforeEach, expect, test } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool } from '../../../../test/support/database.ts';
import { addDays, plainDate } from '../../../shared/plain-date.ts';
import { pick } from './counting-examples.ts';
import { aCase, type Case } from './facts-examples.ts';
import { refreshCounts } from './refresh.ts';

/* Open cases that will probably pass what is due next, at the authority's own pace of the last year. */

let authority: number;

beforeEach(async () => {
  authority = await anAuthority();
});

async function cases(...them: Case[]) {
  for (const one of them) {
    const { childId } = await aCase(authority, one);
    await ownerPool().query('insert into case_changes (authority_id, child_id) values ($1, $2)', [
      authority,
      childId,
    ]);
  }
}

/** So many requests of a day, each decided after so many days. */
function decided(count: number, days: number, receivedOn = '2025-01-06'): Case[] {
  const on = addDays(plainDate(receivedOn), days);
  return Array.from({ length: count }, () => ({ receivedOn, decided: { outcome: 'do not assess', on } }));
}

/** As a service just started would count it. */
async function predicted(moment = '2025-06-10T10:00:00Z') {
  const wexcombe = await testApp(authority);
  wexcombe.clock.now = new Date(moment);
  const of = pick(await refreshCounts(wexcombe.services, authority));
  await wexcombe.app.close();
  return of('predicted-breach');
}

test('of fewer than ten cases nothing is predicted; the tenth tells the pace', async () => {
  await cases(...decided(9, 50), { receivedOn: '2025-06-02' });
  expect(await predicted()).toBe('0/1');
  await cases(...decided(1, 50));
  expect(await predicted()).toBe('1/1');
});

test('a pace of 42 days passes no limit and one of 43 does', async () => {
  await cases(...decided(10, 42), { receivedOn: '2025-06-02' });
  expect(await predicted()).toBe('0/1');
  authority = await anAuthority();
  await cases(...decided(10, 43), { receivedOn: '2025-06-02' });
  expect(await predicted()).toBe('1/1');
});

test('what was decided more than a year ago says nothing of the pace now', async () => {
  await cases(...decided(10, 50, '2024-04-01'), { receivedOn: '2025-05-12' });
  expect(await predicted('2025-05-20T10:00:00Z')).toBe('1/1');
  expect(await predicted('2025-05-21T10:00:00Z')).toBe('0/1');
});

test('a case past its day is no longer one that will pass it: the day ends at midnight in England', async () => {
  await cases(...decided(10, 50), { receivedOn: '2025-04-28' });
  // Due on 9 June.
  expect(await predicted('2025-06-09T22:30:00Z')).toBe('1/1');
  expect(await predicted('2025-06-09T23:30:00Z')).toBe('0/0');
});

test('what is withdrawn, refused or has its plan is not open', async () => {
  await cases(...decided(10, 50), {
    ...{ receivedOn: '2025-06-02', ended: { kind: 'withdrawn', on: '2025-06-05' } },
  });
  expect(await predicted()).toBe('0/0');
});

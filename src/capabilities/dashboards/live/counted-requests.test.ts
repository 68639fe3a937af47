import { expect, test } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { after, counted, pick, planned, RECEIVED, TODAY } from './counting-examples.ts';
import { aCase, aChild, aPlanBroughtIn, type Exception } from './facts-examples.ts';
import { refreshCounts } from './refresh.ts';

/* What is counted of requests, by the Department's definitions: a few invented cases at the edges of each. */

test('a decision on the 42nd day is within six weeks and one on the 43rd is not; exceptions make no difference', async () => {
  const excused: Exception = {
    ground: 'exceptional personal circumstances',
    from: after(5),
    until: after(20),
    askedOn: null,
    withdrawn: false,
  };
  const { of } = await counted([
    { receivedOn: RECEIVED, decided: { outcome: 'assess', on: after(42) } },
    { receivedOn: RECEIVED, decided: { outcome: 'do not assess', on: after(43) }, exceptions: [excused] },
    { receivedOn: RECEIVED },
  ]);
  expect(of('decided-within-6-weeks')).toBe('1/2');
});

test('requests refused are of all requests in the year, also those still open, taken back or moved away', async () => {
  const { of } = await counted([
    { receivedOn: '2025-12-31', decided: { outcome: 'do not assess', on: '2026-01-20' } },
    { receivedOn: '2025-06-02' },
    { receivedOn: '2025-06-02', ended: { kind: 'withdrawn', on: '2025-06-10' } },
    { receivedOn: '2025-06-02', ended: { kind: 'moved out', on: '2025-06-10' } },
    { receivedOn: '2026-01-01' },
    // It was never this authority's, and is counted where it was referred to.
    { receivedOn: '2025-06-02', ended: { kind: 'referred', on: '2025-06-03' } },
  ]);
  expect([of('requests'), of('requests-not-assessed')]).toEqual(['4/-', '1/4']);
  expect([of('requests', 2026), of('requests-not-assessed', 2026)]).toEqual(['1/-', '0/1']);
});

test('two requests of one child in a year are two requests; two files of one child are one child with a plan', async () => {
  const authority = await anAuthority();
  const childId = await aChild(authority);
  await aCase(authority, {
    receivedOn: '2025-01-06',
    decided: { outcome: 'do not assess', on: '2025-02-03' },
    childId,
  });
  await aCase(authority, {
    ...planned(140, { receivedOn: '2025-05-06', decided: { outcome: 'assess', on: '2025-06-02' } }),
    childId,
  });
  const other = await aChild(authority, '2016-03-04', childId);
  await aPlanBroughtIn(authority, other, '2024-05-01', 3);
  const { app, services } = await testApp(authority, TODAY);
  const of = pick(await refreshCounts(services, authority));
  await app.close();
  expect([of('requests'), of('requests-not-assessed')]).toEqual(['2/-', '1/2']);
  expect(of('plans', 2026)).toBe('1/-');
});

import { expect, test } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { anAuthority } from '../../../../test/support/database.ts';
import { after, counted, pick, planned, RECEIVED, TODAY } from './counting-examples.ts';
import { aChild, aPlanBroughtIn, type Exception, issued } from './facts-examples.ts';
import { refreshCounts } from './refresh.ts';

/* What is counted of assessments and plans as they come about, by the Department's definitions. */

test('a plan on the 140th day is within 20 weeks and one on the 141st is not', async () => {
  const { of } = await counted([planned(140), planned(141)]);
  expect([of('plans-within-20-weeks-all'), of('plans-within-20-weeks'), of('new-plans')]).toEqual([
    '1/2',
    '1/2',
    '2/-',
  ]);
});

test('a lawful exception takes a plan out of the one measure altogether, and changes nothing of the other', async () => {
  const exception = (changes: Partial<Exception>): Exception => ({
    ground: 'absent from the area',
    from: after(10),
    until: after(37),
    askedOn: null,
    withdrawn: false,
    ...changes,
  });
  const { of } = await counted([
    planned(100, { exceptions: [exception({})] }),
    planned(200, { exceptions: [exception({})] }),
    // 27 days together are no exception, nor is one that was taken back, nor a closure nobody was asked in.
    planned(200, { exceptions: [exception({ until: after(36) })] }),
    planned(200, { exceptions: [exception({ withdrawn: true })] }),
    planned(200, {
      exceptions: [exception({ ground: 'school closed', until: after(45), askedOn: after(60) })],
    }),
  ]);
  expect(of('plans-within-20-weeks-all')).toBe('1/5');
  expect(of('plans-within-20-weeks')).toBe('0/3');
});

test('a plan written elsewhere is among the plans from its day, and new in the year it began where that is known', async () => {
  const authority = await anAuthority();
  await aPlanBroughtIn(authority, await aChild(authority), '2025-01-17', 2);
  await aPlanBroughtIn(authority, await aChild(authority), '2025-01-16');
  const { app, services } = await testApp(authority, TODAY);
  const counts = await refreshCounts(services, authority);
  await app.close();
  const january = counts.filter((one) => one.measure === 'plans' && one.periodKind === 'January');
  // The survey of 2025 was on 16 January.
  expect(Object.fromEntries(january.map(({ year, numerator }) => [year, numerator]))).toMatchObject({
    2024: 0,
    2025: 1,
    2026: 2,
  });
  const of = pick(counts);
  expect([of('new-plans'), of('plans-within-20-weeks-all'), of('requests')]).toEqual(['1/-', '0/0', '0/-']);
});

test('an amended plan is no new plan, and its first day stays', async () => {
  const { authority, services, made } = await counted([planned(140)]);
  const [{ planId = null, childId = '' } = {}] = made;
  await issued(authority, planId ?? '', childId, { number: 2, on: '2026-02-02' });
  const of = pick(await refreshCounts(services, authority));
  expect([of('new-plans'), of('new-plans', 2026), of('plans-within-20-weeks')]).toEqual([
    '1/-',
    'none',
    '1/1',
  ]);
});

test('assessments without a plan are of those that ended in the year: with a plan, without one, or taken back', async () => {
  const assessed = { receivedOn: RECEIVED, decided: { outcome: 'assess', on: after(30) } } as const;
  const { of } = await counted([
    planned(140),
    { ...assessed, outcome: { outcome: 'do not issue', on: after(100) } },
    { ...assessed, outcome: { outcome: 'do not issue', on: '2026-01-02' } },
    { ...assessed, ended: { kind: 'withdrawn', on: after(80) } },
    assessed,
    { ...assessed, outcome: { outcome: 'issue', on: after(100) } },
  ]);
  expect([of('assessments-no-plan'), of('assessments-no-plan', 2026)]).toEqual(['1/3', '1/1']);
});

test('days of a stage are those of the cases that came to its end in the year', async () => {
  const { of } = await counted([
    planned(140),
    { receivedOn: '2024-12-20', decided: { outcome: 'do not assess', on: '2025-01-09' } },
  ]);
  expect([of('stage-days-decide'), of('stage-days-assess'), of('stage-days-plan')]).toEqual([
    '50/2',
    '60/1',
    '50/1',
  ]);
});

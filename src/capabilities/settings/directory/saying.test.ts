import { beforeAll, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, testDatabase } from '../../../../test/support/database.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { aPlace, hasSaid } from '../declared/examples.ts';
import type { Saying } from '../declared/saying.ts';

/* Settings found by what they say of themselves, each with the day it said so; who has said nothing is not found by it. */

const AUTISM = 'ASD - Autistic Spectrum Disorder';
const DEAF = 'HI - Hearing Impairment';

let code: number;
let service: TestApp;

const places = (vacancies: number, more: Partial<Saying & { part: 'places' }> = {}): Saying => ({
  part: 'places',
  holds: { lines: [{ need: AUTISM, band: 'year', from: 7, to: 9, places: 24, vacancies }] },
  ...more,
});

beforeAll(async () => {
  code = await anAuthority('Sayingshire');
  service = await testApp(code, '2025-02-10');
  const [free, full, anyNeed] = [
    await aPlace('Sayings Free School', code),
    await aPlace('Sayings Full School', code),
    await aPlace('Sayings Any School', code),
  ];
  await aPlace('Sayings Silent School', code);
  const on = (day: string, seen = 0) => ({ on: plainDate(day), seen });
  await hasSaid(testDatabase(), free, places(2), on('2025-02-03'));
  await hasSaid(
    testDatabase(),
    free,
    { part: 'therapies', holds: { has: ['Physiotherapy'], words: null } },
    on('2025-02-03'),
  );
  await hasSaid(
    testDatabase(),
    free,
    { part: 'accessibility', holds: { has: ['Hoist'], words: null } },
    on('2025-02-03'),
  );
  // It had room, and says that it has none now: the latest stands.
  await hasSaid(testDatabase(), full, places(3), on('2024-11-04'));
  await hasSaid(testDatabase(), full, places(0), on('2025-02-04', 1));
  const ages = { need: null, band: 'age', from: 11, to: 12, places: 5, vacancies: 1 } as const;
  await hasSaid(testDatabase(), anyNeed, { part: 'places', holds: { lines: [ages] } }, on('2023-02-04'));
});

const listed = async (query: string) => {
  const answer = await service.app.inject(`/api/settings?authority=${code}&${query}`);
  return answer.json().settings.map(({ name }: { name: string }) => name);
};

test('by a place that is free: in a year, for a need, or any; the latest that was said stands', async () => {
  expect(await listed('free=any')).toEqual(['Sayings Any School', 'Sayings Free School']);
  expect(await listed('free=7')).toEqual(['Sayings Any School', 'Sayings Free School']);
  // Ages 11 and 12 are years 7 and 8.
  expect(await listed('free=9')).toEqual(['Sayings Free School']);
  expect(await listed('free=6')).toEqual([]);
  expect(await listed(`freeNeed=${encodeURIComponent(DEAF)}`)).toEqual(['Sayings Any School']);
  expect(await listed(`free=8&freeNeed=${encodeURIComponent(AUTISM)}`)).toEqual([
    'Sayings Any School',
    'Sayings Free School',
  ]);
});

test('by a therapy and a way in, and all of what is asked at once', async () => {
  expect(await listed('therapy=Physiotherapy')).toEqual(['Sayings Free School']);
  expect(await listed('therapy=Physiotherapy&access=Hoist&free=8')).toEqual(['Sayings Free School']);
  expect(await listed('therapy=Physiotherapy&access=Quiet+room')).toEqual([]);
  const odd = await service.app.inject(`/api/settings?therapy=Leeches`);
  expect(odd.json()).toMatchObject({ field: 'therapy' });
});

test('each is shown with the day it said so and how old that is, and that others may have it all the same', async () => {
  const { body } = await browser(service).get(
    `/settings?area=${code}&free=8&freeNeed=${encodeURIComponent(AUTISM)}`,
  );
  expect(body).toContain(
    'A place free in year 8 for Autistic Spectrum Disorder: it said so on 3 February 2025',
  );
  expect(body).toContain('it said so on 4 February 2023. Old: ask again');
  expect(body).toContain('Most have said nothing here yet');
  expect(body).not.toContain('Sayings Silent School');
  // Not asked, all are found, and nothing is said of it.
  const all = (await browser(service).get(`/settings?area=${code}`)).body;
  expect(all).toContain('Sayings Silent School');
  expect(all).not.toContain('it said so on');
  expect(Buffer.byteLength(all)).toBeLessThan(60 * 1024);
});

import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { aProfessional } from '../../../../test/support/people.ts';
import { addDays, type PlainDate, plainDate } from '../../../shared/plain-date.ts';
import { aPlace, hasSaid, type Place } from './examples.ts';
import { remindSettings } from './jobs.ts';
import { nudgeFor } from './nudging.ts';
import type { Saying } from './saying.ts';

const shelves = { places: { ageing: 30, stale: 90 }, rest: { ageing: 365, stale: 730 } };
const said = plainDate('2025-01-10');
const places: Saying = {
  part: 'places',
  holds: { lines: [{ need: null, band: 'age', from: 4, to: 19, places: 80, vacancies: 1 }] },
};

test('what is old is named, the oldest day first, and nothing is where all is fresh', () => {
  const dated = { number: 1, saidOn: said, toldTo: null };
  const declared = {
    settingId: randomUUID(),
    places: { ...dated, lines: [] },
    ages: { ...dated, from: 4, to: 19 },
  };
  expect(nudgeFor(declared, addDays(said, 30), shelves)).toBeNull();
  expect(nudgeFor(declared, addDays(said, 31), shelves)).toMatchObject({
    ...{ parts: ['places'], oldest: said, freshness: 'ageing' },
  });
  expect(nudgeFor(declared, addDays(said, 400), shelves)).toMatchObject({
    ...{ parts: ['places', 'ages'], freshness: 'stale' },
  });
  expect(nudgeFor({ settingId: randomUUID() }, said, shelves)).toBeNull();
});

describe('a setting’s people are reminded', () => {
  let code: number;
  let service: TestApp;
  let place: Place;

  beforeAll(async () => {
    code = await anAuthority('Harrier');
    service = await testApp(code, said);
  });

  beforeEach(async () => {
    place = await aPlace(`Harrier School ${randomUUID()}`, code);
    await hasSaid(testDatabase(), place, places, { on: said });
  });

  function on(day: PlainDate): void {
    service.clock.now = new Date(`${day}T02:00:00Z`);
  }

  /** How many reminders about this setting are in the outbox. */
  async function letters(): Promise<number> {
    const { rows } = await ownerPool().query(
      `select count(*)::int as n from letters where template = 'what a setting says' and subject like '%' || $1 || '%'`,
      [place.name],
    );
    return rows[0].n;
  }

  test('once it is old, each of them, and not again for a week however often the night is run', async () => {
    await aProfessional(service, place.organisationId, 'Ruth Adeyemi');
    await aProfessional(service, place.organisationId, 'Colm Byrne');
    on(addDays(said, 30));
    await remindSettings(service.services);
    expect(await letters()).toBe(0);
    on(addDays(said, 31));
    await Promise.all([remindSettings(service.services), remindSettings(service.services)]);
    expect(await letters()).toBe(2);
    on(addDays(said, 37));
    await remindSettings(service.services);
    expect(await letters()).toBe(2);
    on(addDays(said, 38));
    await remindSettings(service.services);
    expect(await letters()).toBe(4);
  });

  test('by one service, though another authority’s does the same that night', async () => {
    await aProfessional(service, place.organisationId);
    const elsewhere = await testApp(await anAuthority('Buzzard'), addDays(said, 31));
    on(addDays(said, 31));
    await Promise.all([remindSettings(service.services), remindSettings(elsewhere.services)]);
    expect(await letters()).toBe(1);
  });

  test('never where nobody signs in for it, nor once it said that nothing has changed', async () => {
    on(addDays(said, 120));
    await remindSettings(service.services);
    expect(await letters()).toBe(0);
    await aProfessional(service, place.organisationId);
    await hasSaid(
      testDatabase(),
      place,
      { part: 'nothing has changed' },
      { on: addDays(said, 118), seen: 1 },
    );
    await remindSettings(service.services);
    expect(await letters()).toBe(0);
  });

  test('in the inbox too, where one press answers', async () => {
    const head = browser(service);
    on(addDays(said, 31));
    head.signInWith(await aProfessional(service, place.organisationId));
    const inbox = await head.get('/inbox');
    expect(inbox.body).toContain('was last said on 10 January 2025');
    const version =
      /action="\/our-setting\/unchanged"[\s\S]*?name="version" value="(\d+)"/.exec(inbox.body)?.[1] ?? '';
    await head.post('/our-setting/unchanged', { idempotencyKey: randomUUID(), version });
    expect((await head.get('/inbox')).body).not.toContain('was last said on');
  });
});

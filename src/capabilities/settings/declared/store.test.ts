import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, ownerPool, testDatabase } from '../../../../test/support/database.ts';
import { type Actor, type Tx, withLens } from '../../../platform/lens/index.ts';
import { plainDate } from '../../../shared/plain-date.ts';
import { aPlace, aSpeaker, hasSaid, type Place } from './examples.ts';
import type { Saying } from './saying.ts';
import { insertStatement } from './saying-store.ts';
import { listDeclared } from './store.ts';

const AUTISM = 'ASD - Autistic Spectrum Disorder';
const DEAF = 'HI - Hearing Impairment';
const places = (vacancies: number): Saying => ({
  part: 'places',
  holds: { lines: [{ need: AUTISM, band: 'year', from: 7, to: 9, places: 24, vacancies }] },
});

let code: number;
let service: TestApp;

beforeAll(async () => {
  code = await anAuthority('Kestrelshire');
  service = await testApp(code, '2025-02-03');
});

function list(settings: readonly string[] | 'all') {
  return withLens(testDatabase(), { kind: 'system', authorityId: code }, (tx) => listDeclared(tx, settings));
}

test('what a setting says is there for whoever asks, the latest of each part; one that said nothing is not', async () => {
  const [speaks, silent] = [await aPlace('Kestrel School', code), await aPlace('Quiet School', code)];
  await hasSaid(testDatabase(), speaks, { part: 'designation', holds: { needs: [DEAF] } });
  await hasSaid(
    testDatabase(),
    speaks,
    { part: 'designation', holds: { needs: [AUTISM] } },
    { on: plainDate('2025-02-05'), seen: 1 },
  );
  await hasSaid(testDatabase(), speaks, places(2));
  const asked = await list([speaks.settingId, silent.settingId]);
  expect(asked).toEqual([
    {
      settingId: speaks.settingId,
      designation: { number: 2, saidOn: '2025-02-05', toldTo: null, needs: [AUTISM] },
      places: {
        ...{ number: 3, saidOn: '2025-02-03', toldTo: null },
        lines: [{ need: AUTISM, band: 'year', from: 7, to: 9, places: 24, vacancies: 2 }],
      },
    },
  ]);
  expect((await list('all')).filter(({ settingId }) => settingId === speaks.settingId)).toEqual(asked);
  expect(await list([])).toEqual([]);
});

test('“nothing has changed” renews the day of what was said before it, and of nothing after', async () => {
  const place = await aPlace('Renewed School', code);
  await hasSaid(testDatabase(), place, places(2), { on: plainDate('2024-11-01') });
  await hasSaid(
    testDatabase(),
    place,
    { part: 'nothing has changed' },
    { on: plainDate('2025-01-20'), seen: 1 },
  );
  await hasSaid(
    testDatabase(),
    place,
    { part: 'ages', holds: { from: 4, to: 19 } },
    { on: plainDate('2025-01-10') },
  );
  expect(await list([place.settingId])).toMatchObject([
    {
      places: { number: 1, saidOn: '2025-01-20' },
      ages: { number: 3, saidOn: '2025-01-10', from: 4, to: 19 },
    },
  ]);
});

test('every part comes back as it was said', async () => {
  const place = await aPlace('Whole School', code);
  const all: Saying[] = [
    { part: 'designation', holds: { needs: [] } },
    { part: 'ages', holds: { from: 2, to: 25 } },
    { part: 'units', holds: { unit: 0, resourced: 12 } },
    { part: 'contact', holds: { role: 'Admissions officer', email: 'places@school.example', phone: null } },
    { part: 'accessibility', holds: { has: ['Lift'], words: 'The old hall has steps.' } },
    { part: 'therapies', holds: { has: [], words: null } },
  ];
  for (const saying of all) await hasSaid(testDatabase(), place, saying);
  const [declared] = await list([place.settingId]);
  for (const saying of all) {
    if (saying.part !== 'nothing has changed') expect(declared?.[saying.part]).toMatchObject(saying.holds);
  }
});

describe('two people save at once', () => {
  test('the same part: one is kept, the other told', async () => {
    const place = await aPlace('Busy School', code);
    await hasSaid(testDatabase(), place, places(1));
    const both = await Promise.all([
      hasSaid(testDatabase(), place, places(5), { seen: 1 }),
      hasSaid(testDatabase(), place, places(6), { seen: 1 }),
    ]);
    expect(both.filter((number) => number === null)).toHaveLength(1);
    expect(await list([place.settingId])).toMatchObject([{ places: { number: 2 } }]);
  });

  test('different parts: all are kept', async () => {
    const place = await aPlace('Busier School', code);
    const saved = await Promise.all([
      hasSaid(testDatabase(), place, places(1)),
      hasSaid(testDatabase(), place, { part: 'ages', holds: { from: 4, to: 11 } }),
      hasSaid(testDatabase(), place, { part: 'units', holds: { unit: 8, resourced: 0 } }),
      hasSaid(testDatabase(), place, { part: 'designation', holds: { needs: [AUTISM] } }),
    ]);
    expect(saved.toSorted()).toEqual([1, 2, 3, 4]);
  });

  test('“nothing has changed” does not stand for what a colleague has changed meanwhile', async () => {
    const place = await aPlace('Moved School', code);
    await hasSaid(testDatabase(), place, places(1));
    await hasSaid(testDatabase(), place, places(0), { seen: 1 });
    expect(await hasSaid(testDatabase(), place, { part: 'nothing has changed' }, { seen: 1 })).toBeNull();
  });
});

describe('only the setting, or staff it told, says anything of it', () => {
  const speak = (place: Place, as: Actor, speaks: { organisationId: string } | { toldAuthority: number }) =>
    withLens(testDatabase(), as, (tx: Tx) =>
      insertStatement(
        tx,
        {
          ...{ settingId: place.settingId, speaks, saidOn: plainDate('2025-02-03'), seen: 0 },
          by: { accountId: 'accountId' in as ? (as.accountId ?? '') : '', name: 'x' },
          at: new Date(),
        },
        { part: 'ages', holds: { from: 4, to: 11 } },
      ),
    );

  test('another organisation may not, in its own name or in the setting’s', async () => {
    const [place, other] = [await aPlace('Own School', code), await aPlace('Other School', code)];
    const stranger = await aSpeaker(other.organisationId);
    for (const organisationId of [other.organisationId, place.organisationId]) {
      await expect(speak(place, stranger, { organisationId })).rejects.toThrow(/row-level security/);
    }
    await expect(speak(place, stranger, { toldAuthority: code })).rejects.toThrow(/row-level security/);
    expect(await list([place.settingId])).toEqual([]);
  });

  test('an authority may write down what it was told in its own name alone, and that it did is shown', async () => {
    const place = await aPlace('Telephoned School', code);
    const { accountId } = await aSpeaker(place.organisationId);
    const staff: Actor = { kind: 'staff', accountId, name: 'x', authorityId: code, roles: ['caseworker'] };
    for (const speaks of [{ organisationId: place.organisationId }, { toldAuthority: await anAuthority() }])
      await expect(speak(place, staff, speaks)).rejects.toThrow(/row-level security/);
    expect(await speak(place, staff, { toldAuthority: code })).toBe(1);
    expect(await list([place.settingId])).toMatchObject([{ ages: { toldTo: 'Kestrelshire' } }]);
  });

  test('a family says nothing of any, and what was said is never changed', async () => {
    const place = await aPlace('Kept School', code);
    await hasSaid(testDatabase(), place, places(1));
    const { accountId } = await aSpeaker(place.organisationId);
    const family: Actor = { kind: 'family', accountId, sessionId: accountId, name: 'x', childIds: [] };
    await expect(speak(place, family, { toldAuthority: code })).rejects.toThrow(/row-level security/);
    for (const table of ['setting_declarations', 'setting_declared_places'] as const) {
      await expect(
        withLens(testDatabase(), await aSpeaker(place.organisationId), (tx) =>
          tx.updateTable(table).set({ number: 9 }).execute(),
        ),
      ).rejects.toThrow(/permission denied/);
    }
  });

  test('who said it is for the setting’s own people, and nobody else', async () => {
    const [place, other] = [await aPlace('Named School', code), await aPlace('Curious School', code)];
    await hasSaid(testDatabase(), place, places(1));
    const names = async (as: Actor) =>
      withLens(testDatabase(), as, (tx) =>
        tx.selectFrom('setting_declarers').select('name').where('setting_id', '=', place.settingId).execute(),
      );
    expect(await names(await aSpeaker(place.organisationId))).toEqual([{ name: 'Ruth Adeyemi' }]);
    expect(await names(await aSpeaker(other.organisationId))).toEqual([]);
    expect(await names({ kind: 'system', authorityId: code })).toEqual([]);
  });
});

describe('anyone reads what a setting says', () => {
  let place: Place;

  beforeAll(async () => {
    place = await aPlace('Read School', code);
    await hasSaid(testDatabase(), place, places(2), { on: plainDate('2024-09-01') });
    await hasSaid(testDatabase(), place, { part: 'therapies', holds: { has: [], words: '<b>Music</b>' } });
  });

  test('on its page, with the day it said so and that this is old', async () => {
    const { body } = await browser(service).get(`/settings/${place.settingId}`);
    expect(body).toContain('Autistic Spectrum Disorder, years 7 to 9: 24 places, 2 free');
    expect(body).toMatch(
      /Said on 1 September 2024[^<]*<strong class="govuk-tag govuk-tag--red">Old: ask again/,
    );
    expect(body).toContain('&lt;b>Music&lt;/b>');
    expect(body).toContain('never stops you asking for the setting');
    expect(body).not.toContain('Ruth Adeyemi');
  });

  test('in Easy Read', async () => {
    const { body } = await browser(service).get(`/easy-read/settings/${place.settingId}`);
    expect(body).toContain('These are the places it has.');
    expect(body).toContain('Ask them if it is still true.');
  });

  test('as JSON, with how old each part is', async () => {
    const { body, statusCode } = await browser(service).get(`/api/settings/${place.settingId}/says`);
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      settingId: place.settingId,
      places: { saidOn: '2024-09-01', freshness: 'stale', toldTo: null, lines: [{ vacancies: 2 }] },
      therapies: { freshness: 'fresh', words: '<b>Music</b>' },
      ages: null,
    });
    const none = await browser(service).get('/api/settings/00000000-0000-4000-8000-000000000000/says');
    expect(none.statusCode).toBe(404);
  });

  test('and how old is old is the installation’s to say', async () => {
    const patient = await testApp(code, '2025-02-03', { SETTING_PLACES_STALE_DAYS: '400' });
    const { body } = await browser(patient).get(`/api/settings/${place.settingId}/says`);
    expect(JSON.parse(body).places.freshness).toBe('ageing');
    const { rows } = await ownerPool().query(
      'select count(*)::int as n from setting_declarations where setting_id = $1',
      [place.settingId],
    );
    expect(rows[0].n).toBe(2);
  });
});

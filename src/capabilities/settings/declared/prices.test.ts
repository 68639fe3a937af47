import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { browser, type TestApp, testApp } from '../../../../test/support/app.ts';
import { anAuthority, testDatabase } from '../../../../test/support/database.ts';
import { aFamily, aProfessional, aStaffMember } from '../../../../test/support/people.ts';
import { type Actor, withLens } from '../../../platform/lens/index.ts';
import { aPlace, aSpeaker, type Place } from './examples.ts';
import { mayHavePrices, PERS, readPrices, sayPrice } from './prices.ts';
import { typedPrices } from './typing.ts';

const kind = (type: string) => ({ type, typeGroup: null, section41: null });

test('a setting that the register shows to be state-funded keeps no prices; any other may', () => {
  const funded = [
    'Community school',
    'Academy special converter',
    'Further education',
    'Pupil referral unit',
  ];
  const others = [
    'Other independent special school',
    'Non-maintained special school',
    'Special post 16 institution',
  ];
  expect(funded.filter((type) => mayHavePrices(kind(type)))).toEqual([]);
  expect(others.filter((type) => !mayHavePrices(kind(type)))).toEqual([]);
  expect(mayHavePrices({ ...kind(''), type: null })).toBe(true);
});

describe('prices as they are typed', () => {
  const one = (amount: string) => readPrices({ 'what-1': 'Day place', 'amount-1': amount, 'per-1': 'year' });

  test.each([
    ['45000', 4_500_000],
    ['£45,000', 4_500_000],
    ['120.50', 12_050],
    ['0', 0],
  ])('%s is read', (amount, pence) => {
    expect(one(amount)).toEqual({ ok: true, value: [{ what: 'Day place', pence, per: 'year' }] });
  });

  test.each(['-1', '', '1000001', '4,5000', '45k', '1.5', '1e6', 'free'])('“%s” is asked about', (amount) => {
    expect(one(amount)).toMatchObject({
      ok: false,
      errors: { 'amount-1': expect.stringContaining('in pounds') },
    });
  });

  test('are said with their pence only where there are any', () => {
    expect(sayPrice({ what: '', pence: 4_500_000, per: 'year' })).toBe('£45,000 a year');
    expect(sayPrice({ what: '', pence: 12_050, per: 'hour' })).toBe('£120.50 an hour');
  });

  test('come back as they are kept', () => {
    const price = fc.record({
      what: fc.constantFrom('Day place', 'Residential, 52 weeks'),
      pence: fc.nat(100_000_000),
      per: fc.constantFrom(...PERS),
    });
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 24 }), (lines) => {
        expect(readPrices(typedPrices(lines))).toEqual({ ok: true, value: lines });
      }),
    );
  });
});

describe('a price schedule', () => {
  let code: number;
  let service: TestApp;
  let place: Place;
  const sent = { version: '0', 'what-1': 'Day place', 'amount-1': '45,000', 'per-1': 'year' };

  beforeAll(async () => {
    code = await anAuthority('Osprey');
    service = await testApp(code, '2025-02-03');
    place = await aPlace('Fee School', code, 'Other independent special school');
    const head = await signedIn(await aProfessional(service, place.organisationId));
    const given = await head.post('/our-setting/prices', { idempotencyKey: randomUUID(), ...sent });
    expect(given.statusCode).toBe(303);
  });

  async function signedIn(token: string) {
    const one = browser(service);
    one.signInWith(token);
    return one;
  }

  test('is read by its own people and by staff, each on a page that says who else sees it', async () => {
    const head = await signedIn(await aProfessional(service, place.organisationId));
    const own = await head.get('/our-setting');
    expect(own.body).toContain('£45,000 a year');
    const desk = await signedIn(await aStaffMember(service, code, 'finance', 'Nasreen Ali'));
    const page = await desk.get(`/settings/${place.settingId}/prices`);
    expect(page.body).toContain('£45,000 a year');
    expect(page.body).toContain('Families are never shown these');
    const json = await desk.get(`/api/settings/${place.settingId}/prices`);
    expect(json.json().prices.lines).toEqual([{ what: 'Day place', pence: 4_500_000, per: 'year' }]);
  });

  test('stands on no page, list or answer that anybody else reads', async () => {
    const family = await signedIn(await aFamily(service, [randomUUID()], null));
    const other = await signedIn(
      await aProfessional(service, (await aPlace('Rival School', code)).organisationId),
    );
    for (const one of [family, other, browser(service)]) {
      for (const url of [
        `/settings/${place.settingId}`,
        `/easy-read/settings/${place.settingId}`,
        `/api/settings/${place.settingId}`,
        `/api/settings/${place.settingId}/says`,
        `/settings/${place.settingId}/prices`,
        `/api/settings/${place.settingId}/prices`,
        '/settings?q=fee+school',
      ]) {
        expect((await one.get(url)).body).not.toMatch(/45,?000|4500000|price/i);
      }
    }
  });

  test('is in nobody else’s lens: not a family’s, a visitor’s or another school’s', async () => {
    const { accountId } = await aSpeaker(place.organisationId);
    const stranger = await aPlace('Third School', code);
    const seenBy = (actor: Actor) =>
      withLens(testDatabase(), actor, async (tx) => [
        await tx
          .selectFrom('setting_prices')
          .select('number')
          .where('setting_id', '=', place.settingId)
          .execute(),
        await tx
          .selectFrom('setting_price_lines')
          .select('line')
          .where('setting_id', '=', place.settingId)
          .execute(),
      ]);
    const nothing = [[], []];
    expect(await seenBy(await aSpeaker(stranger.organisationId))).toEqual(nothing);
    expect(
      await seenBy({ kind: 'family', accountId, sessionId: accountId, name: 'x', childIds: [] }),
    ).toEqual(nothing);
    expect(await seenBy({ kind: 'visitor', draftId: randomUUID() })).toEqual(nothing);
    expect(await seenBy(await aSpeaker(place.organisationId))).not.toEqual(nothing);
  });

  test('saved by two at once is kept once, and the other is shown it', async () => {
    const busy = await aPlace('Busy Fee School', code, 'Other independent special school');
    const heads = [
      await signedIn(await aProfessional(service, busy.organisationId)),
      await signedIn(await aProfessional(service, busy.organisationId)),
    ];
    const answers = await Promise.all(
      heads.map((head) => head.post('/our-setting/prices', { idempotencyKey: randomUUID(), ...sent })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    const late = answers.find(({ statusCode }) => statusCode === 409);
    expect(late?.body).toContain('£45,000 a year');
  });

  test('is not kept of a state-funded setting', async () => {
    const funded = await aPlace('Funded School', code, 'Community special school');
    const head = await signedIn(await aProfessional(service, funded.organisationId));
    const page = await head.get('/our-setting/prices');
    expect(page.body).toContain('It keeps no prices here');
    expect(page.body).not.toContain('name="amount-1"');
    const given = await head.postJson('/api/our-setting/prices', sent);
    expect([given.statusCode, given.json().title]).toEqual([422, expect.stringContaining('state-funded')]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '../../../shared/plain-date.ts';
import { anId, served } from '../examples.ts';
import { ATTENDANCES, type NamedSetting, type Placement, SETTING_TYPES } from '../plan.ts';
import { expressPreference } from '../views.ts';
import { decideNaming } from './decide.ts';
import { SECTION_33_GROUNDS } from './decision.ts';
import { readNaming } from './form.ts';
import { wantsHash, wantsOf } from './wants.ts';
import { namingWords } from './words.ts';

/* Whatever is asked for, typed and named: what is saved has kept the order of the law. */

const today = plainDate('2026-03-17');
const on = plainDate('2026-03-05');
const IDS = [anId(701), anId(702), anId(703)];

const aSetting = fc.record({
  settingId: fc.constantFrom(...IDS),
  type: fc.constantFrom(...SETTING_TYPES),
  attendance: fc.constantFrom(...ATTENDANCES),
});
const named = ({ settingId, ...one }: Omit<NamedSetting, 'name'>): NamedSetting => ({
  ...one,
  settingId,
  name: `Setting ${settingId.slice(-3)}`,
});
const aPlacement: fc.Arbitrary<Placement> = fc.oneof(
  fc.tuple(aSetting, fc.option(aSetting)).map(
    ([one, other]): Placement => ({
      kind: 'named',
      settings: other === null ? [named(one)] : [named(one), named(other)],
    }),
  ),
  fc
    .constantFrom(...SETTING_TYPES)
    .map((type): Placement => ({ kind: 'type only', type, attendance: 'daily' })),
  fc.constant<Placement>({ kind: 'otherwise than in a school', arrangements: 'At home' }),
);
const aWant = fc.record({
  settingId: fc.option(fc.constantFrom(...IDS)),
  type: fc.constantFrom(...SETTING_TYPES),
});
const aRegister = fc
  .tuple(...IDS.map(() => fc.constantFrom(true, false, null)))
  .map((told) => new Map(IDS.map((id, place) => [id, told[place] ?? null])));
// Mostly what a person would type, so that many decisions come through; and anything at all.
const text = fc.oneof({ weight: 18, arbitrary: fc.constant('Because') }, fc.constant(''), fc.string());
const FIELDS = [
  ...Array.from({ length: 3 }, (_, place) => place + 1).flatMap((n) => [
    ...[1, 2, 3].map((ground) => `ground-${n}-${ground}`),
    ...['considered', 'reasons', 'consulted'].map((name) => `${name}-${n}`),
  ]),
  ...['wishesSaid', 'othersReasons', 'othersSteps', 'othersStepsThere'],
];
const aForm = fc
  .tuple(
    fc.record(Object.fromEntries(FIELDS.map((name) => [name, text]))),
    fc.record({
      ...Object.fromEntries(
        [1, 2, 3].map((n) => [
          `grounds-${n}`,
          fc.constantFrom('', '1', '2', '3', '1', '3', '1,3', '2,3', '4', 'unsuitable'),
        ]),
      ),
      otherwise: fc.constantFrom('', '', 'Because'),
      agreed: text,
      ...Object.fromEntries(
        ['mainstream', 'mainstream-1', 'mainstream-2'].map((name) => [
          name,
          fc.constantFrom('yes', 'no', ''),
        ]),
      ),
      notMainstream: fc.constantFrom(
        '0',
        '1',
        '2',
        '2',
        '2',
        '3',
        'unsuitable',
        'incompatible with the efficient use of resources',
      ),
    }),
  )
  .map(([typed, chosen]) => ({ ...typed, ...chosen }));

const aCase = fc.record({
  wants: fc.oneof(
    fc.array(aWant, { maxLength: 3 }),
    aWant.map((one) => [one]),
  ),
  placement: aPlacement,
  register: aRegister,
  consulted: fc.oneof({ weight: 4, arbitrary: fc.constant(IDS) }, fc.subarray(IDS)),
  yes: fc.subarray(IDS),
  form: aForm,
});

type Case = typeof aCase extends fc.Arbitrary<infer One> ? One : never;

function decided({ wants, placement, register, consulted, yes, form }: Case) {
  const preferences = wants.map(({ settingId, type }, place) =>
    expressPreference(
      {
        settingId,
        type,
        name: settingId === null ? `Elsewhere ${place}` : `Setting ${settingId.slice(-3)}`,
        reasons: '',
      },
      { from: `Parent ${place}`, receivedOn: on, contactId: anId(800 + place) },
    ),
  );
  const facts = served('2026-03-02', {
    preference: preferences.at(-1) ?? null,
    otherPreferences: preferences.slice(0, -1),
    consulted: consulted.map((settingId) => ({ settingId, on, canMeetNeeds: yes.includes(settingId) })),
  });
  const answers = readNaming({ ...form, over: wantsHash(wantsOf(facts)) });
  return decideNaming(facts, { placement, answers, issuedOn: today, register });
}

let saved = 0;

test('no answers whatever save a refusal of a mainstream request on suitability or cost under section 33', () => {
  let against = 0;
  fc.assert(
    fc.property(aCase, (one) => {
      const result = decided(one);
      if (!result.ok) return;
      saved += 1;
      const { asked, basis, mainstream, notMainstream } = result.value;
      const refused = asked.filter(({ kind, followed }) => kind === 'request' && !followed);
      for (const { grounds, considered } of refused) {
        expect(grounds.length).toBeGreaterThan(0);
        expect(grounds.every(({ reasons }) => reasons !== '') && considered !== '').toBe(true);
      }
      const elsewhere = one.placement.kind !== 'otherwise than in a school' && mainstream !== true;
      if (basis === 's. 39(3)' || basis === 'kept' || !elsewhere) {
        expect(notMainstream).toBe(null);
        return;
      }
      expect(SECTION_33_GROUNDS).toContain(notMainstream?.ground);
      if (!asked.some((want) => want.kind === 'request' && want.mainstream !== false)) return;
      against += 1;
      // Somebody asked for mainstream: no wish of theirs is what it is incompatible with, and steps were looked for.
      if (notMainstream === null || 'said' in notMainstream)
        throw new Error('a wish was saved against itself');
      expect([notMainstream.reasons, notMainstream.steps, notMainstream.stepsThere]).not.toContain('');
      const letter = namingWords(result.value).join('\n');
      expect(letter).toContain('incompatible with the provision of efficient education for others');
    }),
    { numRuns: 2500 },
  );
  // The property is about something: many were saved, and some against a mainstream request.
  expect(saved).toBeGreaterThan(100);
  expect(against).toBeGreaterThan(3);
});

test('no answers whatever name a setting that was not consulted, or refuse one that was not', () => {
  fc.assert(
    fc.property(aCase, (one) => {
      const result = decided(one);
      if (!result.ok) return;
      const settings = one.placement.kind === 'named' ? one.placement.settings : [];
      for (const { settingId } of settings) expect(one.consulted).toContain(settingId);
      for (const { settingId, kind, followed, consulted } of result.value.asked) {
        if (kind !== 'request' || followed) continue;
        if (settingId === null) expect(consulted).not.toBe('');
        else expect(one.consulted).toContain(settingId);
      }
    }),
    { numRuns: 2000 },
  );
});

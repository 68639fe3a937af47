import fc from 'fast-check';
import type { HeldSetting } from './held-register.ts';
import { NEED_TYPES } from './setting.ts';

/* Invented settings as they are held in memory, for tests. */

/** An invented open primary school in the middle of England; give what matters. */
export function aHeldSetting(number: number, said: Partial<HeldSetting> = {}): HeldSetting {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    urn: 900_000 + number,
    name: `Invented School ${number}`,
    town: 'Wexcombe',
    searched: ` invented school ${number} wexcombe`,
    postcode: null,
    laCode: 998,
    laName: 'Fernshire',
    type: 'Community school',
    typeGroup: 'Local authority maintained schools',
    phase: 'Primary',
    status: 'Open',
    ageFrom: 4,
    ageTo: 11,
    needTypes: [],
    resourcedProvision: null,
    requestable: 'maintained school',
    section41: null,
    capacity: null,
    pupils: null,
    place: { latitude: 52, longitude: -1.5 },
    ...said,
  };
}

/** Anywhere in England. */
export const aPlace = fc.record({
  latitude: fc.double({ min: 49.9, max: 55.8, noNaN: true }),
  longitude: fc.double({ min: -6.4, max: 1.8, noNaN: true }),
});

/** Any register of up to eighty settings. */
export const someSettings = fc
  .array(
    fc.record({
      place: fc.option(aPlace, { freq: 20 }),
      phase: fc.constantFrom('Primary', 'Secondary', null),
      status: fc.constantFrom('Open', 'Closed', null),
      ageFrom: fc.option(fc.integer({ min: 0, max: 16 })),
      needTypes: fc.subarray([...NEED_TYPES]),
      resourcedProvision: fc.constantFrom('SEN unit', 'Not applicable', null),
      section41: fc.constantFrom(true, false, null),
    }),
    { maxLength: 80 },
  )
  .map((all) => all.map((said, at) => aHeldSetting(at, said)));

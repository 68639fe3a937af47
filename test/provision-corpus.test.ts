import { describe, expect, test } from 'vitest';
import { PROVISION_PARTS, provisionLines } from '../bench/corpus/provision/corpus.ts';

/* The corpus that checks of specificity are measured by: well formed, its two parts apart, and about nobody real. */

const building = provisionLines('building');
const heldOut = provisionLines('held-out');
const all = [...building, ...heldOut];
const third = provisionLines('building-3');
const written = [...provisionLines('building-2'), ...third];

/** Children’s first names (invented), the calendar, then professions, methods and what else plans write with a capital. */
const capitals = new Set(
  `
  Aled Anwen Bettany Bram Caspian Corin Cosima Delphine Dorcas Elias Emrys Fenwick Fflur Greer Halima
  Hamza Isolde Ivo Jago Jory Kester Lubin Merryn Nerys Osgar Piran Rufus Seren Tobit Wren Zephy
  January March April May June July August September October December Monday Mondays Tuesday Tuesdays
  Wednesday Wednesdays Thursday Thursdays Friday Fridays Saturday Sunday Easter
  AAC ADHD AMBDA APDR ASD Arial Association Attention Autism BACP British CAMHS DDP-trained DT Deaf Down
  ELSA Education Educational Elklan English French GCSE GCSEs Good HLTA ICT Key LSA Language Level
  Lidcombe Lives Makaton Mbps NHS National Numicon PE PECS PEG PGCE Portage Practice Precision Program
  Psychologist QTLS Reading Reception Recovery Regulation SALT SENCO SLT SPELL Semantics Shared Sign
  Size Speech Stage TA TACPAC TEACCH Talk Talking Teacher Teaching Therapist Theraplay Toe Trust Writing
  Year Years Zones
`
    .trim()
    .split(/\s+/),
);

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
}

/** How much of their words two lines share: 0 none, 1 all. */
function overlap(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

test('there are 200 lines for building and 100 held out, each with an identifier of its own', () => {
  expect(building.length).toBeGreaterThanOrEqual(200);
  expect(heldOut.length).toBeGreaterThanOrEqual(100);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(building.filter(({ id }) => !id.startsWith('B'))).toEqual([]);
  expect(heldOut.filter(({ id }) => !id.startsWith('H'))).toEqual([]);
});

test('no line repeats or nearly repeats another, in its own part or across the two', () => {
  const sets = all.map(({ id, text }) => ({ id, words: words(text) }));
  const alike = sets.flatMap((one, place) =>
    sets
      .slice(place + 1)
      .filter((other) => overlap(one.words, other.words) > 0.5)
      .map((other) => `${one.id} and ${other.id}`),
  );
  expect(alike).toEqual([]);
});

test('the parts written later have identifiers of their own, and the last none of the first two parts’ lines', () => {
  const ids = [...all, ...written].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const first = all.map(({ id, text }) => ({ id, words: words(text) }));
  const alike = third.flatMap(({ id, text }) =>
    first.filter((one) => overlap(one.words, words(text)) > 0.5).map((one) => `${one.id} and ${id}`),
  );
  expect(alike).toEqual([]);
});

test('a line is called specific exactly when it leaves out nothing, or only its review', () => {
  const wrong = [...all, ...written].filter(
    ({ specific, missing }) => specific !== missing.every((part) => part === 'review'),
  );
  expect(wrong).toEqual([]);
});

test('the parts left out are said once each, in the order of the guide', () => {
  const wrong = [...all, ...written].filter(
    ({ missing }) => missing.join() !== PROVISION_PARTS.filter((part) => missing.includes(part)).join(),
  );
  expect(wrong).toEqual([]);
});

describe.each([
  ['building', building],
  ['held out', heldOut],
] as const)('the part %s', (_name, lines) => {
  test('has lines of every section, specific and not, and at least ten that leave out each part', () => {
    expect(new Set(lines.map(({ section }) => section))).toEqual(new Set(['F', 'G', 'H1', 'H2']));
    const specific = lines.filter((line) => line.specific).length / lines.length;
    expect(specific).toBeGreaterThan(0.3);
    expect(specific).toBeLessThan(0.7);
    for (const part of PROVISION_PARTS)
      expect(lines.filter(({ missing }) => missing.includes(part)).length, part).toBeGreaterThan(9);
  });
});

test('every capital within a sentence belongs to an invented first name, a profession, a method or the calendar', () => {
  const named = all.flatMap(({ id, text }) =>
    [...text.matchAll(/(?<=[\p{L}\d,)’”-] [“(]?|[“(–-])\p{Lu}[\p{L}-]*/gu)]
      .map(([word]) => word)
      .filter((word) => !capitals.has(word))
      .map((word) => `${id} ${word}`),
  );
  expect(named).toEqual([]);
});

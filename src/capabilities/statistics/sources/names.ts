import { AREAS, ENGLAND } from '../../../platform/reference/areas.ts';

/** How publishers write areas otherwise than the Department's release, in the letters that are compared. */
const OTHERWISE: Readonly<Record<string, string>> = {
  durham: 'countydurham',
  herefordshire: 'herefordshirecountyof',
  bedfordborough: 'bedford',
  bristol: 'bristolcityof',
  kingstonuponhull: 'kingstonuponhullcityof',
  hull: 'kingstonuponhullcityof',
  eastridingofyorks: 'eastridingofyorkshire',
  southend: 'southendonsea',
  stockton: 'stocktonontees',
  windsorandmaidenheadroyalborough: 'windsorandmaidenhead',
  telfordandthewrekin: 'telfordandwrekin',
  englandtotal: 'england',
};

/** The letters of a name that are compared: no case, footnote digits, hyphens or full stops, and `&` as "and". */
const lettersOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]/g, '');

const BY_NAME: ReadonlyMap<string, string> = new Map(
  // Of two with one name, as Dorset was, the one that is there now.
  AREAS.filter(({ name }) => !name.includes('(')).map(({ name, code }) => [lettersOf(name), code]),
);

/** The area an authority's, region's or England's name means; undefined for none known here. Inner and Outer London are none. */
export function areaNamed(name: string): string | undefined {
  const letters = lettersOf(name);
  return BY_NAME.get(OTHERWISE[letters] ?? letters);
}

const BY_ONS: ReadonlyMap<string, string> = new Map(AREAS.map(({ onsCode, code }) => [onsCode, code]));

/** What a row of a table says of where it is, in the columns it has. */
export type Placed = { level?: string; code?: string; ons?: string; name?: string; region?: string };

/**
 * The area of a row: its three-digit code, else its ONS code, else its name. `halves` for Inner or Outer London, which are in
 * London; undefined for an area not known here.
 */
export function areaOfRow({
  level = '',
  code = '',
  ons = '',
  name = '',
  region = '',
}: Placed): string | 'halves' | undefined {
  const small = level.toLowerCase();
  if (small === 'national') return ENGLAND;
  if (small === 'regional') return /^(inner|outer) london$/i.test(region) ? 'halves' : areaNamed(region);
  const [, digits] = /^(\d{3})(\.0)?$/.exec(code) ?? [];
  return digits ?? BY_ONS.get(ons) ?? areaNamed(name);
}

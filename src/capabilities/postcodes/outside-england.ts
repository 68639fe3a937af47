/* Areas of postcodes none of which is in England: by the ONS Postcode Directory, November 2025, whose English postcodes have
   none of them. Areas on both sides of a border (CH, DG, HR, LD, LL, NP, SY, TD) are in neither list. */

const COUNTRIES: Readonly<Record<string, string>> = {
  Scotland: 'AB DD EH FK G HS IV KA KW KY ML PA PH ZE',
  'Northern Ireland': 'BT',
  Wales: 'CF SA',
  Jersey: 'JE',
  Guernsey: 'GY',
  'the Isle of Man': 'IM',
};

const BY_AREA: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES).flatMap(([country, areas]) =>
    areas.split(' ').map((area): [string, string] => [area, country]),
  ),
);

/** Where a postcode is, if its area lies wholly outside England; null where it may be in England. */
export function countryOutside(postcode: string): string | null {
  return BY_AREA.get(/^[A-Z]+/.exec(postcode)?.[0] ?? '') ?? null;
}

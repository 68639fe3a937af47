const KM_IN_A_MILE = 1.609344;

const SAID = new Intl.NumberFormat('en-GB');

/** How far a search may look, in miles, as it offers it. */
export const MILES = [1, 3, 5, 10, 20, 40] as const;

export function kmOf(miles: number): number {
  return miles * KM_IN_A_MILE;
}

/** A distance in miles, to a tenth: `0.4 miles`, `1 mile`. */
export function sayMiles(km: number): string {
  const tenths = Math.round((km / KM_IN_A_MILE) * 10);
  if (tenths === 0) return 'less than 0.1 miles';
  return tenths === 10 ? '1 mile' : `${SAID.format(tenths / 10)} miles`;
}

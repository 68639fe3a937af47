/** The service's own bounds, to catch a slip of a finger: no source gives one. */
export const MOST_PLACES = 2000;
export const MOST_LINES = 24;

/** The service's own lists of what families ask after most; the setting says the rest in words. */
export const ACCESS = [
  'A way in without steps',
  'Lift to every floor',
  'Accessible toilet',
  'Changing Places toilet',
  'Hoist',
  'Parking near the door',
  'Hearing loop',
  'Quiet room',
  'Sensory room',
] as const;
export const THERAPIES = [
  'Speech and language therapy',
  'Occupational therapy',
  'Physiotherapy',
  'Hydrotherapy',
  'Music therapy',
  'Art therapy',
  'Play therapy',
  'Counselling',
  'Nursing',
] as const;

/** The register's short form of a need: `ASD`. */
export function codeOf(need: string): string {
  return need.slice(0, need.indexOf(' - '));
}

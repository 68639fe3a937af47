/** The kinds of setting a parent or young person may ask to be named: Children and Families Act 2014, s38(3)(a) to (f). */
export const REQUESTABLE = [
  'maintained school',
  'maintained nursery school',
  'Academy',
  'institution within the further education sector',
  'non-maintained special school',
  'approved independent institution (s41)',
] as const;
export type RequestableCategory = (typeof REQUESTABLE)[number];

export const S38_URL = 'https://www.legislation.gov.uk/ukpga/2014/6/section/38';

/** What the register says of a setting's kind; each may be missing. */
export type Kind = {
  type: string | null;
  typeGroup: string | null;
  section41: boolean | null;
  phase?: string | null;
  hospital?: boolean | null;
  name?: string;
};

// The types of establishment as GIAS names them. 's41' is in the list only once approved; null is outside it.
const CATEGORIES = {
  'Community school': 'maintained school',
  'Voluntary aided school': 'maintained school',
  'Voluntary controlled school': 'maintained school',
  'Foundation school': 'maintained school',
  'Community special school': 'maintained school',
  'Foundation special school': 'maintained school',
  'Local authority nursery school': 'maintained nursery school',
  'Academy sponsor led': 'Academy',
  'Academy converter': 'Academy',
  'Academy special sponsor led': 'Academy',
  'Academy special converter': 'Academy',
  'Academy alternative provision converter': 'Academy',
  'Academy alternative provision sponsor led': 'Academy',
  'Academy 16-19 converter': 'Academy',
  'Academy 16 to 19 sponsor led': 'Academy',
  'Academy secure 16 to 19': 'Academy',
  'Free schools': 'Academy',
  'Free schools special': 'Academy',
  'Free schools alternative provision': 'Academy',
  'Free schools 16 to 19': 'Academy',
  'University technical college': 'Academy',
  'Studio schools': 'Academy',
  'Further education': 'institution within the further education sector',
  'Non-maintained special school': 'non-maintained special school',
  'Other independent school': 's41',
  'Other independent special school': 's41',
  'Special post 16 institution': 's41',
  'Pupil referral unit': null,
  'City technology college': null,
  'Sixth form centres': null,
  'Higher education institutions': null,
  'Secure units': null,
  'Institution funded by other government department': null,
  'Online provider': null,
  Miscellaneous: null,
} as const satisfies Readonly<Record<string, RequestableCategory | 's41' | null>>;

/** Every type a setting in England may have on the register, by name: for a filter. */
export const TYPES: readonly string[] = Object.keys(CATEGORIES).sort();

const BY_TYPE: ReadonlyMap<string, RequestableCategory | 's41' | null> = new Map(
  Object.entries(CATEGORIES).map(([type, category]) => [type.toLowerCase(), category]),
);

/**
 * Which of s38(3)(a) to (f) a setting is, or null when it is none of them or the register does not say enough. A pupil
 * referral unit and a special school established in a hospital are not "maintained schools" there (s83(2)); an Academy
 * for alternative provision is an Academy. Null never means that a family may not ask: it means that the duty of s39 to
 * name it may not apply, and a person decides.
 */
export function requestableUnder38(kind: Kind): RequestableCategory | null {
  if (mayBeInHospital(kind)) return null;
  const category = kind.type === null ? byGroup(kind) : (BY_TYPE.get(kind.type.toLowerCase()) ?? null);
  if (category !== 's41') return category;
  return kind.section41 === true ? 'approved independent institution (s41)' : null;
}

// The national extract does not say which special schools are in hospitals; their names do, often enough to stop and ask.
function mayBeInHospital({ type, hospital, name }: Kind): boolean {
  if (hospital === true) return true;
  return /(community|foundation) special/i.test(type ?? '') && /\bhospital\b/i.test(name ?? '');
}

// Where the register gives only the group. A maintained one with a phase is a school; without, it may be a referral unit.
function byGroup({ typeGroup, phase }: Kind): RequestableCategory | null {
  if (typeGroup === 'Academies' || typeGroup === 'Free Schools') return 'Academy';
  if (typeGroup !== 'Local authority maintained schools') return null;
  if (phase === 'Nursery') return 'maintained nursery school';
  return /primary|secondary|all-through/i.test(phase ?? '') ? 'maintained school' : null;
}

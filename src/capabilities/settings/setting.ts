/** The kinds of setting a parent or young person may ask to be named: Children and Families Act 2014, s38(3)(a) to (f). */
export type RequestableCategory =
  | 'maintained nursery school'
  | 'maintained school'
  | 'Academy'
  | 'institution within the further education sector'
  | 'non-maintained special school'
  | 'approved independent institution (s41)';

export const S38_URL = 'https://www.legislation.gov.uk/ukpga/2014/6/section/38';

type Kind = { type: string | null; typeGroup: string | null; section41: boolean | null; hospital?: boolean };

/**
 * Which of s38(3)(a) to (f) a setting is, or null when it is none of them or the register does not say enough. A pupil
 * referral unit and a special school established in a hospital are not "maintained schools" there (s83(2)); an Academy
 * for alternative provision is an Academy. Null never means that a family may not ask: it means the duty of s39 to name it
 * may not apply, and a person decides.
 */
export function requestableUnder38(kind: Kind): RequestableCategory | null {
  const type = kind.type ?? '';
  if (/pupil referral unit/i.test(type) || kind.hospital === true) return null;
  if (/nursery school/i.test(type)) return 'maintained nursery school';
  if (/non-maintained special/i.test(type)) return 'non-maintained special school';
  if (/academy|free school|university technical|studio school|technology college/i.test(type))
    return 'Academy';
  if (/further education|sixth form (college|centre)/i.test(type))
    return 'institution within the further education sector';
  if (/community|foundation|voluntary/i.test(type)) return 'maintained school';
  if (/independent|special post 16/i.test(type)) {
    return kind.section41 === true ? 'approved independent institution (s41)' : null;
  }
  return byGroup(kind.typeGroup ?? '');
}

// Where the register gives only the group, a group whose every kind is of one category says as much.
function byGroup(group: string): RequestableCategory | null {
  if (/academies|free schools/i.test(group)) return 'Academy';
  return group === 'Colleges' ? 'institution within the further education sector' : null;
}

/** A setting as the directory shows it. */
export type Setting = {
  id: string;
  urn: number | null;
  name: string;
  laCode: number | null;
  laName: string | null;
  type: string | null;
  typeGroup: string | null;
  phase: string | null;
  ageFrom: number | null;
  ageTo: number | null;
  addressLines: readonly string[];
  postcode: string | null;
  website: string | null;
  phone: string | null;
  capacity: number | null;
  pupils: number | null;
  pupilsWithPlan: number | null;
  pupilsWithSenSupport: number | null;
  section41: boolean | null;
  needTypes: readonly string[];
  resourcedProvision: string | null;
  resourcedProvisionCapacity: number | null;
  senUnitCapacity: number | null;
};

import { type Kind, requestableUnder38 } from './kinds.ts';

/**
 * Whether a setting is mainstream for s33(2) (a maintained nursery school, mainstream school or mainstream post-16
 * institution: s83(2)), from what the register says of it; null where it does not say enough. A special school or Academy,
 * and one for alternative provision, is not; nor is an independent school, approved or not.
 */
export function isMainstream(kind: Kind): boolean | null {
  const type = kind.type ?? '';
  const category = requestableUnder38(kind);
  if (/special|alternative provision|pupil referral|secure|independent/i.test(type)) return false;
  switch (category) {
    case 'maintained nursery school':
    case 'institution within the further education sector':
      return true;
    case 'maintained school':
    case 'Academy':
      // The group alone does not tell a special school from another.
      return kind.type === null ? null : true;
    case 'non-maintained special school':
    case 'approved independent institution (s41)':
      return false;
    case null:
      return null;
  }
}

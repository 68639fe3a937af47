import type { Uuid } from '../../../shared/uuid.ts';
import type { Placement, SettingType } from '../plan.ts';

/** Whether settings on the register are mainstream; null where it does not say enough. */
export type Mainstream = ReadonlyMap<Uuid, boolean | null>;

/**
 * Whether a type by itself is mainstream for s. 33(2) (a maintained nursery school, mainstream school or mainstream post-16
 * institution); null where it holds special and mainstream settings alike.
 */
const BY_TYPE = {
  'maintained school': null,
  'maintained nursery school': true,
  Academy: null,
  'further education institution': true,
  'non-maintained special school': false,
  'independent institution approved under section 41': false,
  'pupil referral unit': false,
  'hospital special school': false,
  'independent school not approved under section 41': false,
  'independent post-16 institution not approved under section 41': false,
  'early years provider': null,
  other: null,
} as const satisfies Record<SettingType, boolean | null>;

export function isMainstreamSetting(
  { settingId, type }: { settingId: Uuid | null; type: SettingType },
  register: Mainstream,
): boolean | null {
  const registered = settingId === null ? null : (register.get(settingId) ?? null);
  return registered ?? BY_TYPE[type];
}

/**
 * Whether Section I is mainstream. Of two settings, only if both are: what a child has half of the week is not for this
 * service to call enough. What somebody said stands where neither the register nor the type tells.
 */
export function isMainstream(
  placement: Exclude<Placement, { kind: 'otherwise than in a school' }>,
  register: Mainstream,
  said: boolean | null,
): boolean | null {
  if (placement.kind === 'type only') return BY_TYPE[placement.type] ?? said;
  const each = placement.settings.map((setting) => isMainstreamSetting(setting, register));
  if (each.includes(false)) return false;
  return each.includes(null) ? said : true;
}

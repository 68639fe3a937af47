import { requestableUnder38, type Setting } from '../settings/index.ts';
import type { SettingType } from './plan.ts';

/** All that the register says of what a setting is: its name and phase tell where its type does not. */
type Kind = Pick<Setting, 'type' | 'typeGroup' | 'section41' | 'phase' | 'hospital' | 'name'>;

/** The plan's type for a setting on the register; `other` where the register does not say enough. */
export function settingTypeOf(setting: Kind): SettingType {
  const category = requestableUnder38(setting);
  if (category === 'institution within the further education sector') return 'further education institution';
  if (category === 'approved independent institution (s41)')
    return 'independent institution approved under section 41';
  if (category !== null) return category;
  const type = setting.type ?? '';
  if (/pupil referral unit/i.test(type)) return 'pupil referral unit';
  if (/post 16/i.test(type)) return 'independent post-16 institution not approved under section 41';
  return /independent/i.test(type) ? 'independent school not approved under section 41' : 'other';
}

import { isBefore, type PlainDate } from '../../shared/plain-date.ts';
import { CITES, type PlanRefusal, refuse } from './citations.ts';
import type { PlanFacts, Preference, PreferenceNotFollowed, PreferredSetting } from './facts.ts';
import type { NamedSetting, Placement } from './plan.ts';

/**
 * Why a placement may not stand in Section I: no name, or a setting named that was never consulted (s. 39(2), s. 40(3)). One
 * that the plan in force names already was consulted before that, on this service or before the plan was brought to it.
 */
export function placementRefusal(
  placement: Placement,
  { consulted, inForce }: Pick<PlanFacts, 'consulted' | 'inForce'>,
  issuedOn: PlainDate,
): PlanRefusal | null {
  if (placement.kind === 'type only') return null;
  if (placement.kind === 'otherwise than in a school') {
    if (placement.arrangements.trim() !== '') return null;
    return refuse('sectionI', 'Enter how education is arranged', CITES.namedOrType);
  }
  for (const setting of placement.settings) {
    if (setting.name.trim() === '')
      return refuse('sectionI', 'Enter the name of the setting', CITES.namedOrType);
    const asked = consulted.some(
      ({ settingId, on }) => settingId === setting.settingId && !isBefore(issuedOn, on),
    );
    if (!asked && !namedIn(inForce).some(({ settingId }) => settingId === setting.settingId)) {
      return refuse('sectionI', `Consult ${setting.name} before naming it`, CITES.consultBeforeNaming);
    }
  }
  return null;
}

/** The settings that a plan in force names; none where there is none, or it names none. */
export function namedIn(inForce: PlanFacts['inForce']): readonly NamedSetting[] {
  const placement = inForce?.content.sectionI;
  return placement?.kind === 'named' ? placement.settings : [];
}

/** Whether a setting the plan names is the one that was asked for. */
export function followsPreference(preference: Preference | null, placement: Placement): boolean {
  if (preference === null || preference.kind === 'none') return true;
  return placement.kind === 'named' && placement.settings.some((named) => isSame(named, preference.setting));
}

/**
 * Why the answer to a preference may not stand: a request not followed needs a ground in s. 39(4) and reasons; a
 * representation not followed needs reasons; one that is followed has neither.
 */
function preferenceRefusal(
  preference: Preference | null,
  placement: Placement,
  notFollowed: PreferenceNotFollowed | null,
): PlanRefusal | null {
  if (followsPreference(preference, placement)) {
    if (notFollowed === null) return null;
    return refuse(
      'ground',
      'The plan does what was asked. Take out the reasons for not doing so',
      CITES.preferenceGrounds,
    );
  }
  if (preference?.kind === 'request' && notFollowed?.ground == null) {
    return refuse(
      'ground',
      'Choose the ground for not naming the setting that was asked for',
      CITES.preferenceGrounds,
    );
  }
  if (preference?.kind === 'representation' && notFollowed?.ground != null) {
    return refuse(
      'ground',
      'These grounds answer a request under section 38(3). Give reasons alone',
      CITES.wishes,
    );
  }
  if (notFollowed === null || notFollowed.reasons.trim() === '') {
    const cite = preference?.kind === 'request' ? CITES.preferenceGrounds : CITES.wishes;
    return refuse('reasons', 'Enter the reasons for not naming the setting that was asked for', cite);
  }
  return null;
}

/**
 * Why the answers to all that a family wants may not stand: where any of it is not followed, for that. Each parent's request
 * has its own answer in law; one ground and reasons are given for those not followed.
 */
export function preferencesRefusal(
  { preference, otherPreferences }: Pick<PlanFacts, 'preference' | 'otherPreferences'>,
  placement: Placement,
  notFollowed: PreferenceNotFollowed | null,
): PlanRefusal | null {
  const unmet = [preference, ...otherPreferences].filter((one) => !followsPreference(one, placement));
  const answered = unmet.find((one) => one?.kind === 'request') ?? unmet[0] ?? preference;
  return preferenceRefusal(answered, placement, notFollowed);
}

function isSame(named: NamedSetting, preferred: PreferredSetting): boolean {
  if (preferred.settingId !== null) return named.settingId === preferred.settingId;
  return named.name.trim().toLowerCase() === preferred.name.trim().toLowerCase();
}

/** The settings a family wants, in one phrase, and whether any is a request; null where none is wanted. */
export function settingsWanted({
  preference,
  otherPreferences,
}: Pick<PlanFacts, 'preference' | 'otherPreferences'>): {
  name: string;
  kind: 'request' | 'representation';
} | null {
  const wanted = [...otherPreferences, preference].flatMap((one) =>
    one === null || one.kind === 'none' ? [] : [one],
  );
  if (wanted.length === 0) return null;
  const names = new Set(wanted.map(({ setting }) => setting.name));
  const kind = wanted.some((one) => one.kind === 'request') ? 'request' : 'representation';
  return { name: [...names].join(' and '), kind };
}

/** A placement in a sentence, for a letter. */
export function sayPlacement(placement: Placement): string {
  switch (placement.kind) {
    case 'named':
      return placement.settings.map(({ name, type }) => `${name} (${type})`).join(' and ');
    case 'type only':
      return `a type of setting without a name: ${placement.type}`;
    case 'otherwise than in a school':
      return 'education otherwise than in a school or college (section 61)';
  }
}

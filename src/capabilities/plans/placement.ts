import { isBefore, type PlainDate } from '../../shared/plain-date.ts';
import { CITES, type PlanRefusal, refuse } from './citations.ts';
import type { PlanFacts, PreferredSetting } from './facts.ts';
import type { NamedSetting, Placement } from './plan.ts';

/**
 * Why a placement may not stand in Section I: no name, or a setting named that was never consulted, or whose own
 * authority was not (s. 39(2), s. 40(3)). One
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
    const other = consulted.findLast(({ settingId }) => settingId === setting.settingId)?.maintainedBy;
    if (other != null && other.toldOn === null) {
      const message = `Consult ${other.name}, which maintains ${setting.name}, and record that you have`;
      return refuse('sectionI', message, CITES.consultBeforeNaming);
    }
  }
  return null;
}

/** The settings that a plan in force names; none where there is none, or it names none. */
export function namedIn(inForce: PlanFacts['inForce']): readonly NamedSetting[] {
  const placement = inForce?.content.sectionI;
  return placement?.kind === 'named' ? placement.settings : [];
}

/** Whether a setting named is the one that was asked for. */
export function isSame(named: NamedSetting, preferred: PreferredSetting): boolean {
  if (preferred.settingId !== null) return named.settingId === preferred.settingId;
  return named.name.trim().toLowerCase() === preferred.name.trim().toLowerCase();
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

import type { FinalContent, SettingType } from '../../capabilities/plans/plan.ts';
import { section38Paragraph } from '../../capabilities/plans/views.ts';
import { FAMILY, GIVEN, PARENTS } from '../cases.ts';
import { pick, seeded } from '../random.ts';
import { COUNT_DAY, type Day, dateOf, yearOf } from './calendar.ts';
import type { Case } from './cases.ts';
import { ETHNICITIES, KINDS, NEEDS } from './kinds.ts';
import { type InventedSetting, namedType, takingTurns } from './settings.ts';
import type { Sizes } from './sizes.ts';

/** Somebody of an authority by name, with where they are and what their plan names. */
export type Person = Case & {
  number: number;
  given: string;
  family: string;
  parent: string;
  mother: boolean;
  postcode: string;
  reference: string;
  needCode: string | null;
  ethnicityCode: string | null;
  setting: InventedSetting | null;
  /** Section I; null where no plan was issued. */
  named: { sectionI: FinalContent['sectionI']; mustAdmit: boolean } | null;
};

const SIXTEEN = 16 * 365.25;

/** Gives everybody an invented name, an address nowhere and a place; the same for the same seed. */
export function* peopleOf(
  cases: readonly Case[],
  sizes: Sizes,
  { settings, seed }: { settings: readonly InventedSetting[]; seed: number },
): Generator<Person> {
  const random = seeded(seed * 7919 + sizes.authority.code);
  const settingFor = takingTurns(settings);
  for (const [number, one] of cases.entries()) {
    const family = pick(random, FAMILY);
    const written = one.kind === null ? undefined : KINDS[one.kind]?.written;
    const setting =
      written?.placement === 'setting' ? settingFor(written.type, ageOn(one.bornOn, COUNT_DAY)) : null;
    yield {
      ...one,
      number,
      given: pick(random, GIVEN),
      family,
      parent: `${pick(random, PARENTS)} ${family}`,
      mother: random() < 0.7,
      postcode: postcodeOf(random, number),
      reference: referenceOf(sizes.authority.code, number),
      needCode: one.need === null ? null : (NEEDS[one.need] ?? null),
      ethnicityCode: ETHNICITIES[one.ethnicity]?.[1] ?? null,
      setting,
      named: one.plan?.issuedOn == null ? null : namedFor(one, setting),
    };
  }
}

function namedFor({ bornOn, kind }: Case, setting: InventedSetting | null): Person['named'] {
  const written = kind === null ? undefined : KINDS[kind]?.written;
  if (setting !== null) {
    const type = namedType(setting.type);
    const one = { settingId: setting.id, name: setting.name, type, attendance: 'daily' } as const;
    return { sectionI: { kind: 'named', settings: [one] }, mustAdmit: section38Paragraph(type) !== null };
  }
  if (written?.placement === 'otherwise than in a school')
    return {
      sectionI: { kind: 'otherwise than in a school', arrangements: written.words },
      mustAdmit: false,
    };
  const type: SettingType =
    COUNT_DAY - bornOn < SIXTEEN ? 'maintained school' : 'further education institution';
  return { sectionI: { kind: 'type only', type, attendance: 'daily' }, mustAdmit: false };
}

/** In whole years, nearly. */
export function ageOn(bornOn: Day, day: Day): number {
  const [born, then] = [dateOf(bornOn), dateOf(day)];
  return yearOf(day) - yearOf(bornOn) - (then.slice(5) < born.slice(5) ? 1 : 0);
}

// WX is no area of the Post Office’s.
function postcodeOf(random: () => number, number: number): string {
  const letter = () => 'ABDEFGHJLNPQRSTUWXYZ'[Math.floor(random() * 20)] ?? 'A';
  return `WX${1 + (number % 9)} ${Math.floor(random() * 10)}${letter()}${letter()}`;
}

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function referenceOf(authority: number, number: number): string {
  return `R-${inSigns(authority)}-${inSigns(number)}`;
}

function inSigns(number: number): string {
  return [15, 10, 5, 0].map((shift) => SIGNS[(number >> shift) & 31] ?? '0').join('');
}

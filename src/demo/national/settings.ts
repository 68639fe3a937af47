import type { SettingType } from '../../capabilities/plans/plan.ts';
import type { Ids } from './ids.ts';
import { KINDS } from './kinds.ts';
import type { Sizes } from './sizes.ts';

/* Invented settings for each authority, of every kind in which it has somebody: no invented child is at a real school. */

export type InventedSetting = {
  id: string;
  name: string;
  type: string;
  typeGroup: string;
  phase: string;
  ages: readonly [from: number, to: number];
  capacity: number;
  /** Of a nursery, which has no URN. */
  ofstedNumber: string | null;
  section41: boolean | null;
};

type Plan = {
  /** How many with a plan are at one such setting, about. */
  each: number;
  capacity: number;
  group: string;
  named: SettingType;
  schools: readonly (readonly [suffix: string, phase: string, from: number, to: number])[];
};

const PRIMARY_AND_SECONDARY = (primary: string, secondary: string) =>
  [
    [primary, 'Primary', 3, 11],
    [secondary, 'Secondary', 11, 19],
  ] as const;

const PLANS: Readonly<Record<string, Plan>> = {
  'Community school': {
    ...{ each: 15, capacity: 380, group: 'Local authority maintained schools', named: 'maintained school' },
    schools: PRIMARY_AND_SECONDARY('Primary School', 'High School'),
  },
  'Academy converter': {
    ...{ each: 18, capacity: 600, group: 'Academies', named: 'Academy' },
    schools: PRIMARY_AND_SECONDARY('Primary Academy', 'Academy'),
  },
  'Free schools': {
    ...{ each: 16, capacity: 420, group: 'Free Schools', named: 'Academy' },
    schools: PRIMARY_AND_SECONDARY('Free School', 'Senior Free School'),
  },
  'Other independent school': {
    ...{
      each: 6,
      capacity: 300,
      group: 'Independent schools',
      named: 'independent school not approved under section 41',
    },
    schools: [['House School', 'All-through', 3, 19]],
  },
  'Community special school': {
    ...{ each: 130, capacity: 140, group: 'Special schools', named: 'maintained school' },
    schools: [['Special School', 'Not applicable', 3, 19]],
  },
  'Academy special converter': {
    ...{ each: 130, capacity: 140, group: 'Academies', named: 'Academy' },
    schools: [['Special Academy', 'Not applicable', 3, 19]],
  },
  'Other independent special school': {
    ...{
      each: 40,
      capacity: 60,
      group: 'Independent schools',
      named: 'independent school not approved under section 41',
    },
    schools: [['Manor School', 'Not applicable', 5, 19]],
  },
  'Non-maintained special school': {
    ...{ each: 60, capacity: 80, group: 'Special schools', named: 'non-maintained special school' },
    schools: [['Trust School', 'Not applicable', 5, 19]],
  },
  'Academy alternative provision converter': {
    ...{ each: 25, capacity: 80, group: 'Academies', named: 'Academy' },
    schools: [['Bridge Academy', 'Not applicable', 5, 16]],
  },
  'Free schools alternative provision': {
    ...{ each: 25, capacity: 80, group: 'Free Schools', named: 'Academy' },
    schools: [['Bridge Free School', 'Not applicable', 5, 16]],
  },
  'Pupil referral unit': {
    ...{ each: 25, capacity: 80, group: 'Local authority maintained schools', named: 'pupil referral unit' },
    schools: [['Centre', 'Not applicable', 5, 16]],
  },
  'Further education': {
    ...{ each: 250, capacity: 3000, group: 'Colleges', named: 'further education institution' },
    schools: [['College', '16 plus', 16, 25]],
  },
  'Special post 16 institution': {
    ...{
      each: 60,
      capacity: 80,
      group: 'Special schools',
      named: 'independent institution approved under section 41',
    },
    schools: [['Specialist College', '16 plus', 16, 25]],
  },
  'UKRLP provider': {
    ...{
      each: 40,
      capacity: 100,
      group: 'Colleges',
      named: 'independent post-16 institution not approved under section 41',
    },
    schools: [['Training', '16 plus', 16, 25]],
  },
  'Private nursery': {
    ...{ each: 4, capacity: 40, group: 'Early years', named: 'early years provider' },
    schools: [['Nursery', 'Nursery', 0, 5]],
  },
  'Online provider': {
    ...{ each: 40, capacity: 200, group: 'Online provider', named: 'other' },
    schools: [['Online School', 'Not applicable', 8, 19]],
  },
  'Welsh establishment': {
    ...{ each: 40, capacity: 400, group: 'Welsh schools', named: 'other' },
    schools: [['School (Wales)', 'Not applicable', 3, 19]],
  },
  Miscellaneous: {
    ...{ each: 40, capacity: 100, group: 'Other types', named: 'other' },
    schools: [['Establishment', 'Not applicable', 3, 19]],
  },
};

const FIRST = [
  ...['Wex', 'Brindle', 'Osric', 'Quill', 'Thistle', 'Mallow', 'Pennit', 'Tarrow', 'Ombre', 'Lunder'],
  ...['Gorse', 'Hesper', 'Ivel', 'Jorren', 'Kettle', 'Marl', 'Nethel', 'Ollan', 'Pippin'],
];
const SECOND = ['combe', 'wick', 'mere', 'sted', 'holt', 'den', 'leigh', 'thwaite', 'garth', 'ness', 'more'];

/** What Section I calls a setting of this type on the register. */
export function namedType(type: string): SettingType {
  return PLANS[type]?.named ?? 'other';
}

/** The settings of one authority: as many of each type as its people there would fill, each with an invented name. */
export function settingsOf({ authority, kinds }: Sizes, ids: Ids): InventedSetting[] {
  const byType = new Map<string, number>();
  for (const [at, { written }] of KINDS.entries()) {
    if (written.placement === 'setting')
      byType.set(written.type, (byType.get(written.type) ?? 0) + (kinds[at] ?? 0));
  }
  const settings: InventedSetting[] = [];
  for (const [type, people] of byType) {
    const plan = PLANS[type];
    if (plan === undefined || people === 0) continue;
    for (const [suffix, phase, from, to] of plan.schools) {
      const count = Math.ceil(people / plan.schools.length / plan.each);
      for (let number = 0; number < count; number += 1) {
        const place = settings.length;
        settings.push({
          ...{ id: ids('setting', place), type, typeGroup: plan.group, phase, ages: [from, to] },
          capacity: plan.capacity,
          ofstedNumber: type === 'Private nursery' ? `EX${authority.code}${place}` : null,
          name: `${nameOf(authority.code + place * 7)} ${suffix}`,
          section41: type === 'Special post 16 institution' ? true : null,
        });
      }
    }
  }
  return settings;
}

function nameOf(number: number): string {
  return `${FIRST[number % FIRST.length]}${SECOND[number % SECOND.length]}`;
}

/** The settings of a type in turn, those for the age first. */
export function takingTurns(settings: readonly InventedSetting[]) {
  const byType = Map.groupBy(settings, ({ type }) => type);
  const turns = new Map<string, number>();
  return (type: string, age: number): InventedSetting => {
    const all = byType.get(type) ?? [];
    const fitting = all.filter(({ ages: [from, to] }) => from <= age && age < to);
    const some = fitting.length > 0 ? fitting : all;
    const key = `${type} ${some[0]?.phase}`;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    const one = some[turn % some.length];
    if (one === undefined) throw new Error(`nobody was to be at a setting of type ${type}`);
    return one;
  };
}

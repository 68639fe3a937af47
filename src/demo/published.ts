import type pg from 'pg';
import { write } from '../capabilities/sufficiency/import-store.ts';
import type { Row } from '../capabilities/sufficiency/release.ts';
import type { PlainDate } from '../shared/plain-date.ts';
import { DEMO_AUTHORITY } from './people.ts';

/* Counts of earlier years as though the Department had published them of the demonstration's authority, which is invented: those of
   England (EES, EHC plans 2025), made as small as it is, to its last January. */

/** Plans in England each January from 2019 to 2025. */
const PLANS = [353_995, 390_109, 430_697, 473_255, 517_048, 576_474, 638_745];
/** By age from under 3, in January 2024 and 2025. */
const AGES = [
  [
    481, 4576, 21_470, 24_832, 27_548, 30_267, 31_901, 33_986, 38_631, 43_228, 42_652, 42_113, 41_029, 39_587,
    36_769, 32_760, 26_263, 19_210, 13_611, 9317, 6326, 3847, 2100, 325,
  ],
  [
    533, 4302, 22_517, 30_847, 31_867, 34_082, 36_412, 38_381, 41_405, 46_775, 47_172, 47_359, 47_125, 44_886,
    42_005, 36_484, 28_598, 20_815, 14_495, 9805, 6258, 4030, 2221, 371,
  ],
];
/** The last of them: everybody with a plan by age. */
export const BY_AGE: readonly number[] = AGES.at(-1) ?? [];
/** New plans in 2024 by age, 20 and over together. */
const JOINED = [
  203, 2134, 13_245, 13_207, 7686, 6865, 6431, 6434, 7594, 8126, 5259, 4663, 5071, 4474, 3468, 1656, 664, 291,
  276,
];
/** Plans that ceased in 2024, less those that went to another authority, 20 and over together. */
const LEFT = [
  5, 12, 52, 120, 130, 147, 167, 137, 167, 139, 133, 136, 152, 171, 466, 1079, 4271, 5499, 17_894,
];
export const YOUNGEST = 2;
/** The authority's plans last January, of those made for the demonstration: the rest were issued since. */
const LAST_JANUARY = 0.85;

/** Puts them in for an authority that has made `count` plans until now. */
export async function insertPublished(client: pg.Client, count: number, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4));
  const scale = (count * LAST_JANUARY) / (PLANS.at(-1) ?? 1);
  const about = { authority: DEMO_AUTHORITY.code };
  const totals = PLANS.map((plans, place): Row => {
    const counted = { ...about, measure: 'plans', age: null, count: Math.round(plans * scale) } as const;
    return { ...counted, year: year - PLANS.length + 1 + place };
  });
  const byAge = (measure: Row['measure'], of: number, counts: readonly number[]) =>
    counts.map(
      (one, place): Row => ({
        ...about,
        measure,
        year: of,
        age: YOUNGEST + place,
        count: Math.round(one * scale),
      }),
    );
  await write(client, [
    ...totals,
    ...byAge('plans', year - 1, AGES[0] ?? []),
    ...byAge('plans', year, AGES[1] ?? []),
    ...byAge('joined', year - 1, JOINED),
    ...byAge('left', year - 1, LEFT),
  ]);
}

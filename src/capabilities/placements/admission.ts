import { addMonths, daysBetween, type PlainDate, sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';

export type AdmissionSaid =
  | { admitted: true; admittedOn: PlainDate | null }
  | { admitted: false; whyNot: string; expectedOn: PlainDate | null };

type Naming = {
  namedOn: PlainDate;
  untilOn: PlainDate | null;
  mustAdmit: boolean;
  said: readonly { admittedOn: PlainDate | null; by: string }[];
};
type Outcome = { admittedOn: PlainDate | null; whyNot: string; expectedOn: PlainDate | null };

/**
 * What a setting says of admitting a child (s43). Refuses a day to come, a day that is missing, no reason, an expected day that
 * has gone by, a second day once one is recorded, and anything once another version of the plan has taken this one's place.
 */
export function sayAdmission(naming: Naming, act: AdmissionSaid, today: PlainDate): Result<Outcome> {
  const { untilOn, said } = naming;
  if (untilOn !== null)
    return refused(
      'admitted',
      `The plan was changed on ${sayDate(untilOn)}. Answer for the plan as it is now`,
    );
  const day = said.find(({ admittedOn }) => admittedOn !== null);
  if (day?.admittedOn != null)
    return refused(
      'admitted',
      `${day.by} has recorded that the child was admitted on ${sayDate(day.admittedOn)}`,
    );
  if (act.admitted) {
    if (act.admittedOn === null) return refused('admittedOn', 'Enter the day the child was admitted');
    if (act.admittedOn > today)
      return refused('admittedOn', 'This day has not come yet. Say so on the day, or after it');
    return accepted({ admittedOn: act.admittedOn, whyNot: '', expectedOn: null });
  }
  if (act.whyNot === '') return refused('whyNot', 'Enter why the child has not been admitted yet');
  if (act.expectedOn !== null && (act.expectedOn < today || act.expectedOn > addMonths(today, 24)))
    return refused('expectedOn', 'Enter a day from today on, within two years');
  return accepted({ admittedOn: null, whyNot: act.whyNot, expectedOn: act.expectedOn });
}

/** How many days a setting that must admit a child has not; null where it has, or need not. */
export function daysUnmet(
  { mustAdmit, said, namedOn }: Omit<Naming, 'untilOn'>,
  today: PlainDate,
): number | null {
  if (!mustAdmit || said.some(({ admittedOn }) => admittedOn !== null)) return null;
  return Math.max(0, daysBetween(namedOn, today));
}

import type pg from 'pg';
import { canonicalJson, sha256 } from '../capabilities/plans/index.ts';
import { addDays, type PlainDate, plainDate } from '../shared/plain-date.ts';
import { insert } from './insert.ts';
import { isCollege, type Placement } from './placements.ts';
import { drawUuid } from './random.ts';

/* Children grow out of the settings their plans first named. Their plans were amended in the year they went on, as the law has
   it: by 15 February, or by 31 March where they went from school to a college (SEND Regulations 2014, reg. 18). */

type Moved = { to: Placement; noticeOn: PlainDate; amendedOn: PlainDate };
/** Which setting a plan named when it was issued, and which since. */
export type Places = { at: Placement; moved: Moved | null };

/** Days from an amendment notice to the amended plan: within the eight weeks of reg. 22(3) and (4). */
const NOTICE = 40;
/** A plan this new when somebody goes on named the next setting from the start. */
const NEW = 60;

/** Where somebody is: at the first setting until they are too old for it or go on to college, and then where they go now. */
export function placesOf(
  { bornOn, issuedOn }: { bornOn: PlainDate; issuedOn: PlainDate },
  { first, now }: { first: Placement; now: Placement },
  today: PlainDate,
): Places {
  const toCollege = isCollege(now.type) && !isCollege(first.type);
  const outgrown = september(bornOn, first.to);
  const begun = september(bornOn, now.from);
  const movedOn = toCollege || begun > outgrown ? begun : outgrown;
  if (movedOn > today) return { at: first, moved: null };
  const soonest = addDays(issuedOn, NEW);
  if (movedOn <= soonest) return { at: now, moved: null };
  const lastDay = plainDate(`${movedOn.slice(0, 4)}${toCollege ? '-03-31' : '-02-15'}`);
  const amendedOn = lastDay > soonest ? lastDay : soonest;
  return { at: first, moved: { to: now, noticeOn: addDays(amendedOn, -NOTICE), amendedOn } };
}

/** The first day of the school year after that in which somebody becomes `age`. */
function september(bornOn: PlainDate, age: number): PlainDate {
  const later = Number(bornOn.slice(5, 7)) >= 9 ? 1 : 0;
  return plainDate(`${Number(bornOn.slice(0, 4)) + age + later}-09-02`);
}

type Version = Readonly<Record<'authority_id' | 'id' | 'plan_id' | 'child_id', unknown>>;
/** A plan as it was first served and issued, and what it says since. */
export type Amended = Moved & { served: Version; issued: Version; draft: object; final: object };

/** Amends those plans: the notice with its draft, then the amended plan, which the first setting is no longer in. */
export async function insertAmended(
  client: pg.Client,
  amended: readonly Amended[],
  random: () => number,
): Promise<void> {
  const rows = amended.map((one) => {
    const { authority_id, plan_id, child_id } = one.issued;
    const [amendment, notice, final] = [drawUuid(random), drawUuid(random), drawUuid(random)];
    return { ...one, of: { authority_id, plan_id, child_id }, amendment, notice, final_id: final };
  });
  await insert(
    client,
    'plan_amendments',
    rows.map(({ of, amendment, issued, noticeOn }) => ({
      ...{ ...of, id: amendment, number: 1, from_version_id: issued.id, begun_on: noticeOn },
      ...{ why: 'To name where education goes on from September.', begun_by: 'Priya Raman' },
      recorded_at: at(noticeOn),
    })),
  );
  await insert(
    client,
    'plan_versions',
    rows.flatMap(({ served, issued, amendment, noticeOn, amendedOn, ...row }) => [
      {
        ...{ ...served, id: row.notice, ...second(row.draft, noticeOn), amendment_id: amendment },
        last_day_for_views: addDays(noticeOn, 15),
      },
      { ...issued, id: row.final_id, ...second(row.final, amendedOn), amendment_id: amendment },
    ]),
  );
  await insert(
    client,
    'plan_amendment_notices',
    rows.map(({ of, amendment, notice }) => ({
      ...{ ...of, version_id: notice, amendment_id: amendment },
      ...{ section_i_may_change: true, rests_on: '' },
    })),
  );
  await insert(
    client,
    'events',
    rows.flatMap(({ of: { authority_id, child_id, plan_id }, noticeOn, amendedOn }) =>
      ([['amendment notice sent', noticeOn] as const, ['plan issued', amendedOn] as const] as const).map(
        ([kind, on]) => ({
          ...{ authority_id, id: drawUuid(random), recorded_at: at(on), child_id, kind },
          ...{ actor_kind: 'staff', actor_name: 'Priya Raman', subject: 'plan', subject_id: plan_id },
          data: {},
        }),
      ),
    ),
  );
}

function second(content: object, on: PlainDate) {
  const said = { content, content_hash: sha256(canonicalJson(content)) };
  return { ...said, number: 2, sent_on: on, served_on: on, recorded_at: at(on) };
}

function at(day: PlainDate): string {
  return `${day}T11:00:00Z`;
}

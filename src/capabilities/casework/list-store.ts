import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { dueRange, type ListedCase, type Place, stepOf } from './case.ts';
import { type Filters, waitedOn } from './filters.ts';
import type { Expectation, Stretch } from './forecast.ts';
import { type Limit, nextLimit, otherLimit } from './limits.ts';
import { type ListedRow, OF_CHILD, toListed } from './store.ts';
import { type Awaited, WAITS_OF, type WaitedOn } from './waits.ts';

export const PAGE = 50;

export type ListQuery = Pick<Filters, 'view' | 'step' | 'settingId' | 'waitingOn' | 'flag' | 'need'> & {
  /** The accounts whose cases are shown; none for cases that are nobody's, null for everybody's. */
  whose: readonly Uuid[] | null;
  /** The beginning of a reference, or of any part of a name. */
  search: string;
  from: Place | null;
};

/** A case of the list, and in the list of what is likely to be late which limit is, and the day it will probably be kept or the earliest there is. */
export type PlacedCase = ListedCase & {
  probably: { limit: Limit; dueOn: PlainDate; on: PlainDate; fewest: boolean } | null;
};

/** A page of the list, and where the pages before and after it begin; null where there is none. */
export type CaseList = { cases: PlacedCase[]; before: Place | null; after: Place | null };

/**
 * One page of the authority's list, by due date: soonest first, and what is finished latest first; what waits for others by
 * the day the first thing waited for is expected. Through `fromKeptRows`. `expected` is what is known of how long cases take, for those that are likely to be late.
 */
export async function listCases(
  tx: Tx,
  { view, whose, step, settingId, waitingOn, flag, need, search, from }: ListQuery,
  { today, expected }: { today: PlainDate; expected: readonly Expectation[] },
): Promise<CaseList> {
  const due = dueRange(view, today);
  const latestFirst = view === 'closed';
  const backwards = from?.towards === 'before';
  const order = latestFirst === backwards ? sql`asc` : sql`desc`;
  const past = latestFirst === backwards ? sql`>` : sql`<`;
  const waits = waitedOn({ view, waitingOn });
  const by = waits === null || latestFirst ? sql`s.due_on` : expectedFirst(waits, today);
  // What a child has, and not the case, is looked for only where the list is narrowed by it.
  const ofChild = settingId !== null || flag !== null || need !== null;
  const { rows } = await sql<Placed>`
    select s.file_id as child_id, s.request_id, s.reference, s.child_name, s.born_on, s.received_on, s.step, s.due_on,
      s.caseworker_id, s.caseworker, s.caseworker_left, ${by} as placed_on,
      ${view === 'likely late' ? likeliest(today) : sql`null::date as probably_on, null::date as late_on, false as is_next, false as fewest`}
    from case_rows s ${ofChild ? OF_CHILD : sql``}
      ${view === 'likely late' ? likelyLate(expected, today) : sql``}
    where s.is_over = ${latestFirst}
      and s.due_on >= ${due.from ?? '-infinity'}::date and s.due_on <= ${due.to ?? 'infinity'}::date
      ${from === null ? sql`` : sql`and (${by}, s.request_id) ${past} (${from.dueOn}::date, ${from.requestId}::uuid)`}
      ${step === null ? sql`` : sql`and s.step = ${step}`}
      ${settingId === null ? sql`` : sql`and c.setting_id = ${settingId}::uuid`}
      ${waitingFor(waits, today)}
      ${flag === null ? sql`` : itIsSo(sql`f.kind = ${flag}`, today)}
      ${need === null ? sql`` : itIsSo(sql`f.need = ${need}`, today)}
      ${belonging(whose)} ${found(search)}
    order by ${by} ${order}, s.request_id ${order} limit ${PAGE + 1}`.execute(tx);
  const more = rows.length > PAGE;
  const shown = rows.slice(0, PAGE);
  if (backwards) shown.reverse();
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    cases: shown.map((row) => ({ ...toListed(row), probably: probablyOf(row) })),
    before: first !== undefined && (backwards ? more : from !== null) ? place(first, 'before') : null,
    after: last !== undefined && (backwards || more) ? place(last, 'after') : null,
  };
}

type Placed = ListedRow & {
  placed_on: PlainDate;
  probably_on: PlainDate | null;
  late_on: PlainDate | null;
  is_next: boolean;
  fewest: boolean;
};

function probablyOf({
  probably_on: on,
  late_on: dueOn,
  is_next,
  fewest,
  step,
}: Placed): PlacedCase['probably'] {
  const limit = is_next ? nextLimit(stepOf(step)) : otherLimit(stepOf(step));
  return on === null || dueOn === null || limit === null ? null : { limit, dueOn, on, fewest };
}

function place({ placed_on: dueOn, request_id: requestId }: Placed, towards: Place['towards']): Place {
  return { dueOn, requestId, towards };
}

/** The day the first of what a case waits for is expected; last, where nothing gives a day. */
function expectedFirst(on: WaitedOn, today: PlainDate) {
  const kinds: readonly Awaited[] = WAITS_OF[on];
  const comments = kinds.includes('family’s comments')
    ? sql`case when s.comments_until >= ${today}::date then s.comments_until end`
    : sql`null`;
  return sql`coalesce(least((select min(one.expected) from unnest(s.waits, s.waits_expected) as one (what, expected)
    where one.what = any(${kinds}::text[])), ${comments}), '9999-12-31'::date)`;
}

/**
 * Joins to each case the days still to be expected, and leaves those of which what is due next, or the other limit that runs, comes
 * out after its day: as `expectedOf` finds them, held to it by a test.
 */
export function likelyLate(expected: readonly Expectation[], today: PlainDate) {
  const each = bothOf(expected);
  const days = (which: 'next' | 'other') => each.map((both) => both[which]?.days ?? null);
  const fewest = (which: 'next' | 'other') => each.map((both) => both[which]?.fewest ?? null);
  return sql`
    join unnest(${each.map(({ stretch }) => stretch)}::text[], ${each.map(({ soFar }) => soFar)}::int[],
      ${days('next')}::int[], ${fewest('next')}::boolean[], ${days('other')}::int[], ${fewest('other')}::boolean[])
      as e (stretch, so_far, days, fewest, other_days, other_fewest)
    on e.stretch = case s.step when 'file to open' then 'decide whether to assess' else s.step end
      and e.so_far = greatest(0, ${today}::date - case s.step when 'assess' then coalesce(s.decided_on, s.received_on)
        when 'make the plan' then coalesce(s.issue_decided_on, s.received_on) when 'amend the plan' then s.due_on - 56
        else s.received_on end)
      and (${nextIsLate(today)} or (${OTHER_DUE} >= ${today}::date and ${today}::date + e.other_days > ${OTHER_DUE}))`;
}

type Both = { stretch: Stretch; soFar: number; next?: Expectation; other?: Expectation };

/** What is known of the two limits that may run in a stretch, after each number of days so far. */
function bothOf(expected: readonly Expectation[]): Both[] {
  const all = new Map<string, Both>();
  for (const one of expected) {
    const { stretch, soFar, limit } = one;
    const both = all.get(`${stretch} ${soFar}`) ?? { stretch, soFar };
    all.set(`${stretch} ${soFar}`, { ...both, [limit === nextLimit(stretch) ? 'next' : 'other']: one });
  }
  return [...all.values()];
}

const nextIsLate = (today: PlainDate) => sql`coalesce(${today}::date + e.days > s.due_on, false)`;

/** The day of the limit beside that of what is due next: the sixteen weeks of an assessment, or the twenty of a request. */
const OTHER_DUE = sql`(s.received_on + case s.step when 'assess' then 112 else 140 end)`;

/** Which limit is likely to be late, what is due next before the other, and when each will probably be kept. */
function likeliest(today: PlainDate) {
  const next = nextIsLate(today);
  return sql`${next} as is_next, case when ${next} then s.due_on else ${OTHER_DUE} end as late_on,
      ${today}::date + case when ${next} then e.days else e.other_days end as probably_on,
      case when ${next} then e.fewest else e.other_fewest end as fewest`;
}

// From what is kept: asked of the facts themselves, a list of thousands takes a minute.
function waitingFor(on: WaitedOn | null, today: PlainDate) {
  if (on === null) return sql``;
  const kinds: readonly Awaited[] = WAITS_OF[on];
  const comments = kinds.includes('family’s comments');
  return sql`and (s.waits && ${kinds.filter((kind) => kind !== 'family’s comments')}::text[]
    ${comments ? sql`or s.comments_until >= ${today}::date` : sql``})`;
}

function itIsSo(what: RawBuilder<unknown>, today: PlainDate) {
  return sql`and exists (select from children_circumstances f where f.authority_id = s.authority_id
    and f.child_id in (select asked.id union all select c.id
      union all select beside.id from children beside where beside.authority_id = asked.authority_id and beside.joined_to = c.id)
    and ${what} and not f.struck
    and (f.until_on is null or f.until_on >= ${today}::date)
    and not exists (select from children_circumstances later
      where later.authority_id = f.authority_id and later.corrects = f.id))`;
}

function belonging(whose: readonly Uuid[] | null) {
  if (whose === null) return sql``;
  return whose.length === 0
    ? sql`and s.caseworker_id is null`
    : sql`and s.caseworker_id = any(${whose}::uuid[])`;
}

// Whose names they are is asked once, before any row of the list: asked of each row, a rare name reads every case's child.
function found(search: string) {
  const words = search.split(/\s+/).filter((word) => word !== '');
  const each = words.slice(0, 5).map((word) => {
    const plain = word.replace(/[\\%_]/g, '\\$&');
    const named = sql`select named.id from children named
      where named.names_form like '% ' || (select name_form(${plain})) || '%'`;
    return sql`and (s.child_id in (${named} and named.joined_to is null
        union all select beside.id from children beside where beside.joined_to in (${named}))
      or lower(s.reference) like ${`${plain.toLowerCase()}%`})`;
  });
  return sql.join(each, sql` `);
}

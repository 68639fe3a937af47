import type pg from 'pg';
import type { PlainDate } from '../shared/plain-date.ts';
import { insertExistingAdvice } from './existing-advice.ts';
import { insertCheckWaits, insertMessages } from './families.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from './people.ts';

/* What a team keeps for itself and writes of its own work, so that each of a manager's pages has something on it. Which
   cases it is of is worked out from their identifiers, so that the demonstration is the same each time it is made. */

const BY = 'Tom Ashdown';
const TEAMS = [
  ['Assessments', ['caseworker', 'manager']],
  ['Plans and reviews', ['second-caseworker', 'manager']],
] as const;
/** Invented, as everything here: no source says what a case weighs. */
const WEIGHTS = [
  ['open cases', 1],
  ['overdue', 3],
  ['advice awaited', 1],
  ['settings to answer', 1],
  ['messages to answer', 2],
  ['restricted contacts', 2],
  ['social care', 2],
] as const;
const REASONS = [
  [
    'Advice came late',
    'Advice we asked for came after its six weeks. We asked again each week, and told you when it came.',
  ],
  [
    'Too few caseworkers',
    'We did not have enough people to decide in time. We are sorry. Two more have started since.',
  ],
  [
    'Setting answered late',
    'A school we asked took longer than 15 days to answer whether it could meet the needs in the plan.',
  ],
  ['Family asked for more time', 'You asked us to wait for a report of your own before we went on.'],
] as const;

/** Puts what the team keeps into the demonstration, once its cases are made. */
export async function insertDesk(client: pg.Client, today: PlainDate, now: Date): Promise<void> {
  const { rowCount } = await client.query('select from teams where authority_id = $1', [DEMO_AUTHORITY.code]);
  if (rowCount !== 0) return;
  await client.query('begin');
  await insertTeams(client, now);
  await insertWeights(client, now);
  await insertCover(client, today);
  await insertViews(client, now);
  await insertReasons(client, today);
  await insertNeeds(client);
  await insertPromises(client, today);
  await insertExistingAdvice(client, today);
  await insertMessages(client, today);
  await insertCheckWaits(client, today);
  // Whatever of this the list shows is written when it is next read.
  await client.query(
    'insert into case_changes (authority_id, child_id) select distinct authority_id, child_id from advice_promises where authority_id = $1',
    [DEMO_AUTHORITY.code],
  );
  await client.query('commit');
}

function idOf(subject: string): string {
  return DEMO_PEOPLE.find((one) => one.subject === subject)?.id ?? '';
}

async function insertTeams(client: pg.Client, now: Date): Promise<void> {
  for (const [name, subjects] of TEAMS) {
    await client.query(
      `with made as (insert into teams (authority_id, id, name, made_by, made_at)
         values ($1, gen_random_uuid(), $2, $3, $4) returning authority_id, id)
       insert into team_members (authority_id, team_id, account_id)
       select authority_id, id, account from made, unnest($5::uuid[]) account`,
      [DEMO_AUTHORITY.code, name, BY, now, subjects.map(idOf)],
    );
  }
}

async function insertWeights(client: pg.Client, now: Date): Promise<void> {
  await client.query(
    `insert into complexity_weights (authority_id, factor, weight, set_by, set_at)
     select $1, factor, weight, $4, $5 from unnest($2::text[], $3::int[]) as w (factor, weight)`,
    [DEMO_AUTHORITY.code, WEIGHTS.map(([factor]) => factor), WEIGHTS.map(([, weight]) => weight), BY, now],
  );
}

/** Leila is away for a week, and Priya looks after her cases. */
async function insertCover(client: pg.Client, today: PlainDate): Promise<void> {
  await client.query(
    `insert into leave_cover (authority_id, id, away_id, cover_id, cover_name, from_on, until_on, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $6, $4::date - 2, $4::date + 5, $5)`,
    [DEMO_AUTHORITY.code, idOf('second-caseworker'), idOf('caseworker'), today, BY, 'Priya Raman'],
  );
}

async function insertViews(client: pg.Client, now: Date): Promise<void> {
  for (const [name, chosen] of [
    ['Waiting on settings', { view: 'waiting', waiting: 'settings' }],
    ['Social, emotional and mental health', { view: 'open', need: 'SEMH' }],
  ] as const) {
    await client.query(
      `insert into saved_views (authority_id, id, account_id, name, shared, chosen, saved_at)
       values ($1, gen_random_uuid(), $2, $3, true, $4, $5)`,
      [DEMO_AUTHORITY.code, idOf('manager'), name, JSON.stringify(chosen), now],
    );
  }
}

/** Of three limits that passed in the last year two have their reason, in words the family reads. */
async function insertReasons(client: pg.Client, today: PlainDate): Promise<void> {
  await client.query(
    `with kinds as (insert into breach_reason_kinds (authority_id, id, words, added_by, added_at)
       select $1, gen_random_uuid(), words, $4, $5::date - 400 from unnest($2::text[]) words returning id, words),
     late as (
       select s.request_id, s.child_id, each_limit.time_limit, each_limit.due_on,
         abs(hashtext(s.request_id::text || each_limit.time_limit)) as drawn
       from case_steps s cross join lateral (values
         ('decide whether to assess', s.received_on + 42, s.decided_on),
         ('send the final plan', s.received_on + 140, s.issued_on)) as each_limit (time_limit, due_on, done_on)
       where s.authority_id = $1 and s.step <> 'closed' and each_limit.due_on > $5::date - 365
         and each_limit.due_on < coalesce(each_limit.done_on, $5::date))
     insert into breach_reasons (authority_id, id, request_id, child_id, time_limit, kind_id, reason, recorded_on, recorded_by, recorded_at)
     select $1, gen_random_uuid(), late.request_id, late.child_id, late.time_limit, kinds.id, given.reason,
       least(late.due_on + 2, $5::date), 'Priya Raman', least(late.due_on + 2, $5::date)
     from late join unnest($2::text[], $3::text[]) with ordinality as given (words, reason, place)
       on given.place = 1 + late.drawn / 3 % $6 join kinds on kinds.words = given.words
     where late.drawn % 3 <> 0`,
    [
      DEMO_AUTHORITY.code,
      REASONS.map(([words]) => words),
      REASONS.map(([, reason]) => reason),
      BY,
      today,
      REASONS.length,
    ],
  );
}

/** Primary needs as often as published, January 2025 (EES, EHC plans 2025), in tenths of a percent; the rest not recorded. */
const NEEDS = [
  ['ASD', 315],
  ['SLCN', 213],
  ['SEMH', 207],
  ['MLD', 106],
  ['SLD', 40],
  ['PD', 39],
  ['SPLD', 23],
  ['HI', 14],
  ['PMLD', 13],
  ['OTH', 12],
  ['VI', 8],
  ['MSI', 3],
] as const;

async function insertNeeds(client: pg.Client): Promise<void> {
  await client.query(
    `with needs as (select need, sum(share) over (order by place) as upto, share
       from unnest($2::text[], $3::int[]) with ordinality as n (need, share, place))
     insert into children_circumstances (authority_id, id, child_id, kind, need, recorded_by, recorded_at)
     select c.authority_id, gen_random_uuid(), c.id, 'primary need', needs.need, 'Priya Raman', c.recorded_at
     from children c join needs on abs(hashtext('need' || c.id::text)) % 1000 >= upto - share
       and abs(hashtext('need' || c.id::text)) % 1000 < upto
     where c.authority_id = $1`,
    [DEMO_AUTHORITY.code, NEEDS.map(([need]) => need), NEEDS.map(([, share]) => share)],
  );
}

/** Some of those who were asked for advice say when it will be ready. */
async function insertPromises(client: pg.Client, today: PlainDate): Promise<void> {
  await client.query(
    `insert into advice_promises (authority_id, id, advice_request_id, child_id, organisation_id, ready_on, said_by, recorded_at)
     select q.authority_id, gen_random_uuid(), q.id, q.child_id, q.organisation_id,
       $2::date + 4 + abs(hashtext(q.id::text)) % 24, q.adviser_name, $2::date - 1
     from advice_requests q where q.authority_id = $1 and q.organisation_id is not null and q.withdrawn_on is null
       and abs(hashtext('ready' || q.id::text)) % 3 = 0
       and not exists (select from advice given where given.authority_id = q.authority_id
         and given.advice_request_id = q.id and given.signed_on is not null)`,
    [DEMO_AUTHORITY.code, today],
  );
}

import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { startSession } from '../platform/identity/session.ts';
import type { Services } from '../platform/services.ts';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from './people.ts';

/* The demonstration's plans are made as everybody makes them: the service's own forms, sent on the days they would have been. */

/** The whole service over the demonstration, and a clock that says which day it is there. */
export type Stage = { app: FastifyInstance; services: Services; clock: { now: Date }; owner: pg.Client };

type Child = {
  childId: string;
  contactId: string;
  parent: string;
  givenName: string;
  assessmentId: string;
  /** Whether an earlier start has come to this child. */
  decided: boolean;
  /** The day the last advice came back. */
  adviceOn: PlainDate;
};

/** How far each plan goes, over and over again down the list of children. */
const COURSES = [
  'drafting',
  'served',
  'final',
  'commented',
  'drafting',
  'consulted',
  'final late',
  'answered',
  'drafting',
  'served',
] as const;
type Course = (typeof COURSES)[number] | 'not issued';

const PLANS = 32;
const REFUSED = 4;

/**
 * Makes the plans of the children longest in assessment: at every stage, on time and late. A start broken off goes on with
 * the next child; the one in hand stays where it had come to.
 */
export async function makePlans(stage: Stage, today: PlainDate): Promise<void> {
  const children = await childrenToPlanFor(stage.owner);
  for (const [place, child] of children.entries()) {
    const course = place < PLANS ? (COURSES[place % COURSES.length] ?? 'drafting') : 'not issued';
    if (!child.decided) await make(stage, child, course, today);
  }
  await joinSarahFinch(stage.owner, today);
}

async function childrenToPlanFor(owner: pg.Client): Promise<Child[]> {
  const { rows } = await owner.query<Child>(
    `select a.child_id as "childId", k.id as "contactId", k.name as parent, c.given_names as "givenName",
       a.id as "assessmentId", max(v.returned_on)::text as "adviceOn",
       exists (select from assessment_decisions d where d.authority_id = a.authority_id and d.assessment_id = a.id) as decided
     from assessments a
     join requests r on r.authority_id = a.authority_id and r.id = a.request_id
     join children c on c.authority_id = a.authority_id and c.id = a.child_id
     join children_contacts k on k.authority_id = a.authority_id and k.child_id = a.child_id
     join advice_requests q on q.authority_id = a.authority_id and q.assessment_id = a.id
     join advice v on v.authority_id = q.authority_id and v.advice_request_id = q.id and v.signed_on is not null
     where a.authority_id = $1 and k.prefers = 'email' and c.born_on > r.received_on - 5000
     group by a.authority_id, a.child_id, k.id, k.name, c.given_names, a.id, r.received_on, r.reference
     having count(*) = 5
     order by r.received_on, r.reference limit $2`,
    [DEMO_AUTHORITY.code, PLANS + REFUSED],
  );
  return rows;
}

async function make(stage: Stage, child: Child, course: Course, today: PlainDate): Promise<void> {
  const decided = course.startsWith('final') ? addDays(child.adviceOn, 9) : addDays(today, -12);
  const act = actor(stage, child);
  const said = { evidence: 'All the advice, and what the family told us.', whatWouldChange: 'New advice.' };
  const issue = course !== 'not issued';
  await act('caseworker', decided, `/assessments/${child.assessmentId}/decision`, {
    ...said,
    necessary: issue ? 'yes' : 'no',
    reasons: issue
      ? `What ${child.givenName} needs is more than a setting can make by itself.`
      : `The school can make what ${child.givenName} needs from what it has.`,
    tell: '',
    ...day('decidedOn', decided),
  });
  if (!issue) return;
  const planId = await idOf(stage, 'select id from plans where child_id = $1', child);
  await act('caseworker', decided, `/plans/${planId}/sections/communication-and-interaction/strengths`, {
    strengths: `${child.givenName} is kind to younger children and knows a great deal about trains.`,
  });
  if (course === 'drafting') return;
  const served = addDays(decided, 7);
  await act('caseworker', served, `/plans/${planId}/service`, day('servedOn', served));
  if (course === 'served') return;
  const plan = `/family/${child.childId}/plan`;
  const from = child.parent;
  if (course === 'commented') {
    const words = 'It does not say who helps at lunchtime, which is the hardest part of the day.';
    await act('family', addDays(served, 1), `${plan}/comments`, { about: 'the whole draft', words, from });
    return act('family', addDays(served, 1), `${plan}/meetings`, { words: 'After 3pm if you can.', from });
  }
  const settingId = await idOf(
    stage,
    `select id from settings where name = 'Hollybank School' and fictional`,
  );
  const wanted = { choice: 'found', settingId, reasons: 'It is small, and the staff know signing.', from };
  await act('family', addDays(served, 2), `${plan}/preference`, wanted);
  if (course === 'consulted') return;
  const asked = await idOf(stage, 'select id from consultations where child_id = $1', child);
  const can = {
    canMeetNeeds: 'yes',
    capacity: 'A place in class 3',
    ...day('startFrom', addDays(today, 60)),
  };
  await act('head', addDays(served, 4), `/consultations/${asked}`, can);
  if (course === 'answered') return;
  await act('family', addDays(served, 5), `${plan}/finished`, { from });
  const issued = course === 'final late' ? addDays(today, -2) : addDays(served, 12);
  await act('caseworker', issued, `/plans/${planId}/final`, {
    kind: 'named',
    settingIds: settingId,
    attendance: 'daily',
    officer: 'Priya Raman',
    recipients: `${child.contactId},${settingId}`,
  });
}

type Who = 'caseworker' | 'head' | 'family';

/** Sends a form on a day, as somebody signed in; what the service writes about that child is dated as it would have been. */
function actor({ app, services, clock, owner }: Stage, { childId }: Child) {
  return async (who: Who, on: PlainDate, url: string, fields: Readonly<Record<string, string>>) => {
    clock.now = new Date(`${on}T10:30:00Z`);
    const { rows } = await owner.query<{ now: Date }>('select clock_timestamp() as now');
    const holder = DEMO_PEOPLE.find(({ subject }) => subject === who);
    const signedIn =
      holder === undefined ? { trackerChildren: [childId] } : { accountId: holder.id, secondFactor: true };
    const session = await startSession(services.database, signedIn, clock.now, services.config.session);
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: {
        cookie: `opensend_session=${session}`,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams({ idempotencyKey: randomUUID(), version: '1', ...fields }).toString(),
    });
    if (answer.statusCode !== 303) throw new Error(`the demonstration could not be made: ${url}`);
    const since = [childId, rows[0]?.now, clock.now];
    await owner.query('update events set recorded_at = $3 where child_id = $1 and recorded_at >= $2', since);
    await owner.query('update letters set created_at = $3 where child_id = $1 and created_at >= $2', since);
  };
}

async function idOf({ owner }: Stage, text: string, child?: Child): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(text, child === undefined ? [] : [child.childId]);
  return rows[0]?.id ?? '';
}

function day(name: string, on: PlainDate): Record<string, string> {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Sarah Finch follows three children: one whose draft she may comment on, one whose plan is final, one being assessed. */
async function joinSarahFinch(owner: pg.Client, today: PlainDate): Promise<void> {
  const sarah = DEMO_PEOPLE.find(({ subject }) => subject === 'parent')?.id;
  await owner.query(
    `insert into children_access (authority_id, child_id, account_id, contact_id, basis, checked_by, joined_at)
     select authority_id, child_id, $2, id, 'checked by staff', 'Priya Raman', $3 from (
       select distinct on (s.step, s.served) s.step, k.authority_id, k.child_id, k.id from (
         select c.*, exists (select from plan_versions v join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
           where p.child_id = c.child_id and v.kind = 'draft') as served from case_steps c) s
       join children_contacts k on k.authority_id = s.authority_id and k.child_id = s.child_id
       where s.authority_id = $1 and (s.step = 'assess' or s.step in ('make the plan', 'plan issued') and s.served)
       order by s.step, s.served, s.received_on, s.reference) chosen
     on conflict do nothing`,
    [DEMO_AUTHORITY.code, sarah, `${today}T09:00:00Z`],
  );
}

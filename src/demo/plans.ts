import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { startSession } from '../platform/identity/session.ts';
import type { Services } from '../platform/services.ts';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { sectionAOf, strengthsOf } from './advice.ts';
import { type DemoCase, SARAH_FINCH, toPlanFor } from './cases.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE } from './people.ts';

/* The demonstration's plans are made as everybody makes them: the service's own forms, sent on the days they would have been. */

/** The whole service over the demonstration, and a clock that says which day it is there. */
export type Stage = { app: FastifyInstance; services: Services; clock: { now: Date }; owner: pg.Client };

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
  'views in',
  'amended',
  'redrafting',
] as const;
type Course = (typeof COURSES)[number] | 'not issued';

const PLANS = 32;
const REFUSED = 4;

/**
 * Makes the plans of the children longest in assessment: at every stage, on time and late. A start broken off goes on with
 * the next child; the one in hand stays where it had come to.
 */
export async function makePlans(stage: Stage, cases: readonly DemoCase[], today: PlainDate): Promise<void> {
  const begun = await childrenDecided(stage.owner);
  for (const [place, child] of toPlanFor(cases, today)
    .slice(0, PLANS + REFUSED)
    .entries()) {
    const course = place < PLANS ? (COURSES[place % COURSES.length] ?? 'drafting') : 'not issued';
    if (!begun.has(child.childId)) await make(stage, child, course, today);
  }
  await joinFamilies(stage.owner, today);
  await inviteAdviser(stage.owner, today);
}

/** Those an earlier start has come to. */
async function childrenDecided(owner: pg.Client): Promise<Set<string>> {
  const { rows } = await owner.query<{ child_id: string }>(
    'select child_id from assessment_decisions where authority_id = $1',
    [DEMO_AUTHORITY.code],
  );
  return new Set(rows.map(({ child_id }) => child_id));
}

async function make(stage: Stage, child: DemoCase, course: Course, today: PlainDate): Promise<void> {
  const asked = child.adviceAskedOn ?? today;
  const decided = course.startsWith('final')
    ? addDays(asked, 37)
    : addDays(course === 'amended' ? asked : today, course === 'amended' ? 14 : -12);
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
  const { area, strengths } = strengthsOf(child.needs, child.givenName);
  await act(
    'caseworker',
    decided,
    `/plans/${planId}/sections/${area.replaceAll(/[^a-z]+/g, '-')}/strengths`,
    { strengths },
  );
  const { a1, sat, ...own } = sectionAOf(child.needs, child.givenName);
  await act('caseworker', decided, `/plans/${planId}/sections/a1`, { a1 });
  const told = await familysWords(stage, planId);
  const howCollected = [told.howCollected, sat].filter((said) => said !== '').join('\n');
  await act('caseworker', decided, `/plans/${planId}/sections/a2`, {
    views: told.views,
    ...own,
    howCollected,
  });
  if (course === 'drafting') return;
  const served = addDays(decided, 7);
  await act('caseworker', served, `/plans/${planId}/service`, day('servedOn', served));
  if (course === 'served') return;
  const plan = `/family/${child.childId}/plan`;
  const from = child.parent;
  if (course === 'commented' || course === 'redrafting') {
    const words = 'It does not say who helps at lunchtime, which is the hardest part of the day.';
    await act('family', addDays(served, 1), `${plan}/comments`, { about: 'the whole draft', words, from });
    if (course === 'redrafting')
      return act('caseworker', addDays(served, 3), `/plans/${planId}/new-draft`, {});
    return act('family', addDays(served, 1), `${plan}/meetings`, { words: 'After 3pm if you can.', from });
  }
  const settingId = await idOf(
    stage,
    `select id from settings where name = 'Hollybank School' and la_code = ${DEMO_AUTHORITY.code}`,
  );
  const wanted = { choice: 'found', settingId, reasons: 'It is small, and the staff know signing.', from };
  await act('family', addDays(served, 2), `${plan}/preference`, wanted);
  if (course === 'consulted') return;
  const consultation = await idOf(stage, 'select id from consultations where child_id = $1', child);
  const can = {
    canMeetNeeds: 'yes',
    capacity: 'A place in class 3',
    ...day('startFrom', addDays(today, 60)),
  };
  await act('head', addDays(served, 4), `/consultations/${consultation}`, can);
  if (course === 'answered') return;
  await act('family', addDays(served, 5), `${plan}/finished`, { from });
  if (course === 'views in') return;
  const issued = course === 'final late' ? addDays(today, -2) : addDays(served, 12);
  await act('caseworker', issued, `/plans/${planId}/final`, {
    kind: 'named',
    settingIds: settingId,
    attendance: 'daily',
    officer: 'Priya Raman',
    recipients: `${child.contactId},${settingId}`,
  });
  if (course === 'amended') await amend(stage, child, planId, addDays(issued, 3));
}

/** What the draft has of the family's own words already. */
async function familysWords(
  { owner }: Stage,
  planId: string,
): Promise<{ views: string; howCollected: string }> {
  const { rows } = await owner.query<{ views: string; told: string }>(
    `select content #>> '{a2,views}' as views, content #>> '{a2,howCollected}' as told from plan_drafts where plan_id = $1`,
    [planId],
  );
  return { views: rows[0]?.views ?? '', howCollected: rows[0]?.told ?? '' };
}

/** A review, what it says of the child written into the plan, and the notice of it, all of one day. */
async function amend(stage: Stage, child: DemoCase, planId: string, on: PlainDate): Promise<void> {
  const act = actor(stage, child);
  await act('caseworker', on, `/plans/${planId}/amendments`, {
    basis: 'review',
    ...day('reviewMeetingOn', on),
    why: `What helps ${child.givenName} was seen again at the review meeting.`,
  });
  const { rows } = await stage.owner.query<{ version: string; a1: string }>(
    `select versions ->> 'A1' as version, content ->> 'a1' as a1 from plan_drafts where plan_id = $1`,
    [planId],
  );
  await act('caseworker', on, `/plans/${planId}/sections/a1`, {
    a1: `${rows[0]?.a1 ?? ''} ${child.givenName} reads to younger children now, and is proud of it.`,
    version: rows[0]?.version ?? '1',
    because: '',
  });
  const said = { sectionIMayChange: 'no', restsOn: 'What was said at the review meeting.' };
  await act('caseworker', on, `/plans/${planId}/amendment/notice`, { ...said, ...day('servedOn', on) });
}

type Who = 'caseworker' | 'head' | 'family';

/** Sends a form on a day, as somebody signed in; what the service writes about that child is dated as it would have been. */
function actor({ app, services, clock, owner }: Stage, { childId }: DemoCase) {
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
    if (answer.statusCode !== 303)
      throw new Error(`the demonstration could not be made: ${url} answered ${answer.statusCode}`);
    const since = [childId, rows[0]?.now, clock.now];
    await owner.query('update events set recorded_at = $3 where child_id = $1 and recorded_at >= $2', since);
    await owner.query(
      'update documents set uploaded_at = $3 where child_id = $1 and uploaded_at >= $2',
      since,
    );
    await owner.query('update letters set created_at = $3 where child_id = $1 and created_at >= $2', since);
  };
}

async function idOf({ owner }: Stage, text: string, child?: DemoCase): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(text, child === undefined ? [] : [child.childId]);
  return rows[0]?.id ?? '';
}

function day(name: string, on: PlainDate): Record<string, string> {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Whoever of the families can sign in follows the files that name them. */
async function joinFamilies(owner: pg.Client, today: PlainDate): Promise<void> {
  for (const { id, name } of DEMO_PEOPLE.filter(({ kind }) => kind === 'family')) {
    await owner.query(
      `insert into children_access (authority_id, child_id, account_id, contact_id, basis, checked_by, joined_at)
       select authority_id, child_id, $2, id, 'checked by staff', 'Priya Raman', $3
       from children_contacts where authority_id = $1 and name = $4
       on conflict do nothing`,
      [DEMO_AUTHORITY.code, id, `${today}T09:00:00Z`, name],
    );
  }
}

/** Sarah Finch has let an adviser follow each of her children's cases beside her, for half a year. */
async function inviteAdviser(owner: pg.Client, today: PlainDate): Promise<void> {
  const adviser = DEMO_PEOPLE.find(({ subject }) => subject === 'advocate');
  await owner.query(
    `with invited as (
       insert into invitations (authority_id, id, child_id, contact_id, name, email, relationship, sees, until_on, invited_at,
         said_by, said_how, said_on, account_id, accepted_at)
       select authority_id, gen_random_uuid(), child_id, id, $2, $3, 'information, advice and support service', 'whole file',
         $4::date + 180, $5, $6, 'online', $4, $7, $5
       from children_contacts where authority_id = $1 and name = $6
       on conflict do nothing returning *)
     insert into children_access (authority_id, child_id, account_id, contact_id, basis, joined_at, invitation_id, sees, until_on)
     select authority_id, child_id, account_id, contact_id, 'invited', invited_at, id, sees, until_on from invited
     on conflict do nothing`,
    [
      DEMO_AUTHORITY.code,
      adviser?.name,
      adviser?.email,
      today,
      `${today}T09:30:00Z`,
      SARAH_FINCH,
      adviser?.id,
    ],
  );
}

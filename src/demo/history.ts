import type pg from 'pg';
import { z } from 'zod';
import { canonicalJson, sha256 } from '../capabilities/plans/index.ts';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { type DemoCase, drawCase } from './cases.ts';
import { insert } from './insert.ts';
import { insertCases } from './insert-cases.ts';
import { DEMO_AUTHORITY } from './people.ts';
import { drawPlacement, type Placement } from './placements.ts';
import { drawUuid, seeded, seedOf } from './random.ts';

/* The children who have had their plans for years: as many as an authority of that size has, so that a list is as long as
   one, and what cases usually take is known. Their plans say what those say that the service's own forms have made. */

const BATCH = 500;
const YEARS = 5;

/** Weeks from a request to its final plan, as often as published for 2024 (EES, EHC plans 2025): 46% within 20, 7% over 52. */
const WEEKS: readonly (readonly [from: number, to: number, share: number])[] = [
  [17, 20, 46.4],
  [20, 30, 25],
  [30, 52, 21.3],
  [52, 70, 7.3],
];

/** A plan made through the service's own forms, and how often each of its sections was saved. */
type Template = { content: Record<string, unknown>; versions: Record<string, number> };
type Past = DemoCase & {
  issueDecidedOn: PlainDate;
  servedOn: PlainDate;
  issuedOn: PlainDate;
  planId: string;
};

/** Puts `count` children with final plans into the demonstration's authority, once its first plans are made. */
export async function insertHistory(client: pg.Client, count: number, today: PlainDate): Promise<void> {
  const drawing = seeded(20_150_401);
  const templates = await readTemplates(client);
  const settings = await readSettings(client);
  const past = Array.from({ length: count }, () => drawPast(drawing, today));
  for (let from = 0; from < past.length; from += BATCH) {
    const batch = past.slice(from, from + BATCH);
    // A start broken off goes on with the batch it had come to.
    if (await isThere(client, batch)) continue;
    const random = seeded(seedOf(batch) + 3);
    await client.query('begin');
    await insertCases(client, batch, today);
    await insertPlans(client, batch, { templates, settings, random });
    await client.query('commit');
  }
}

async function isThere(client: pg.Client, [first]: readonly Past[]): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from children where id = $1', [first?.childId]);
  return rowCount !== 0;
}

async function readTemplates(client: pg.Client): Promise<Template[]> {
  const { rows } = await client.query<Template>(
    `select v.content, d.versions from plan_versions v
     join plan_drafts d on d.authority_id = v.authority_id and d.plan_id = v.plan_id
     join plans p on p.authority_id = v.authority_id and p.id = v.plan_id
     join requests r on r.authority_id = p.authority_id and r.id = p.request_id
     where v.authority_id = $1 and v.kind = 'final' order by r.reference`,
    [DEMO_AUTHORITY.code],
  );
  return rows;
}

async function readSettings(client: pg.Client): Promise<Placement[]> {
  const { rows } = await client.query<Placement>(
    'select id, name, type, age_from as "from", age_to as "to" from settings where la_code = $1 order by id',
    [DEMO_AUTHORITY.code],
  );
  return rows;
}

function drawPast(random: () => number, today: PlainDate): Past {
  const issuedAgo = 30 + Math.floor(random() * YEARS * 365);
  const issuedOn = addDays(today, -issuedAgo);
  const took = drawDays(random);
  const drawn = drawCase(random, addDays(issuedOn, -took), today);
  const decision = { assess: true, on: addDays(drawn.receivedOn, 28 + Math.floor(random() * 14)) };
  return {
    ...drawn,
    decision,
    adviceAskedOn: null,
    issueDecidedOn: addDays(issuedOn, -Math.min(60, Math.floor(took / 4))),
    servedOn: addDays(issuedOn, -20),
    issuedOn,
    planId: drawUuid(random),
  };
}

function drawDays(random: () => number): number {
  let left = random() * WEEKS.reduce((sum, [, , share]) => sum + share, 0);
  for (const [from, to, share] of WEEKS) {
    left -= share;
    if (left <= 0) return Math.floor((from + random() * (to - from)) * 7);
  }
  return 140;
}

type Drawing = {
  templates: readonly Template[];
  settings: readonly Placement[];
  random: () => number;
};

async function insertPlans(client: pg.Client, past: readonly Past[], drawing: Drawing): Promise<void> {
  const authority_id = DEMO_AUTHORITY.code;
  await insert(
    client,
    'assessment_decisions',
    past.map((one) => ({
      authority_id,
      assessment_id: one.assessmentId,
      child_id: one.childId,
      outcome: 'issue',
      evidence: 'All the advice, and what the family told us.',
      reasons: `What ${one.givenName} needs is more than a setting can make by itself.`,
      what_would_change: 'New advice.',
      decided_on: one.issueDecidedOn,
      notified_on: one.issueDecidedOn,
      decided_by: 'Priya Raman',
      recorded_at: at(one.issueDecidedOn),
    })),
  );
  await insert(
    client,
    'plans',
    past.map((one) => ({
      authority_id,
      id: one.planId,
      child_id: one.childId,
      request_id: one.requestId,
      assessment_id: one.assessmentId,
      opened_on: one.issueDecidedOn,
      recorded_at: at(one.issueDecidedOn),
    })),
  );
  const written = past.map((one) => ({ one, ...write(one, drawing) }));
  await insert(
    client,
    'plan_drafts',
    written.map(({ one, draft, versions }) => ({
      authority_id,
      plan_id: one.planId,
      child_id: one.childId,
      content: draft,
      versions,
      answers: [],
      saved_at: at(one.servedOn),
    })),
  );
  await insert(
    client,
    'plan_versions',
    written.flatMap(({ one, draft, final }) => [
      version(drawing, one, { kind: 'draft', on: one.servedOn, content: draft }),
      version(drawing, one, { kind: 'final', on: one.issuedOn, content: final }),
    ]),
  );
  await insert(
    client,
    'events',
    past.flatMap((one) => eventsOf(one, drawing.random)),
  );
}

/** A plan as one of those already made says it, about this child, naming a setting for the child's age. */
function write(one: Past, { templates, settings, random }: Drawing) {
  const template = templates[Math.floor(random() * templates.length)];
  const text = JSON.stringify(template?.content ?? {});
  const { personalDetails, ...content } = shape.parse(
    JSON.parse(text.replaceAll(new RegExp(`\\b${nameIn(text)}\\b`, 'gu'), one.givenName)),
  );
  const age = Number(one.issuedOn.slice(0, 4)) - Number(one.bornOn.slice(0, 4));
  const setting = drawPlacement(random, settings, age);
  const draft = {
    ...content,
    personalDetails: {
      ...personalDetails,
      forename: one.givenName,
      surname: one.familyName,
      dateOfBirth: one.bornOn,
    },
    mainContacts: [
      {
        personId: one.contactId,
        name: one.parent,
        relationship: one.relationship,
        email: '',
        telephone: '',
        address: '',
        addressWithheld: true,
      },
    ],
    sectionI: null,
  };
  const named = {
    settingId: setting.id,
    name: setting.name,
    type: typeOf(setting.type),
    attendance: 'daily',
  };
  return {
    draft,
    versions: template?.versions ?? {},
    final: { ...draft, sectionI: { kind: 'named', settings: [named] } },
  };
}

const shape = z.looseObject({ personalDetails: z.looseObject({ forename: z.string() }) });

function nameIn(text: string): string {
  return shape.parse(JSON.parse(text)).personalDetails.forename;
}

/** The kinds of setting of s38(3), by what the register calls them. */
function typeOf(registered: string): string {
  if (/academy|free school/i.test(registered)) return 'Academy';
  if (/nursery/i.test(registered)) return 'maintained nursery school';
  if (/non-maintained/i.test(registered)) return 'non-maintained special school';
  if (/further education/i.test(registered)) return 'further education institution';
  if (/referral/i.test(registered)) return 'pupil referral unit';
  if (/post 16/i.test(registered)) return 'independent institution approved under section 41';
  return /independent/i.test(registered)
    ? 'independent school not approved under section 41'
    : 'maintained school';
}

type Version = { kind: 'draft' | 'final'; on: PlainDate; content: object };

function version({ random }: Drawing, one: Past, { kind, on, content }: Version) {
  return {
    authority_id: DEMO_AUTHORITY.code,
    id: drawUuid(random),
    plan_id: one.planId,
    child_id: one.childId,
    kind,
    number: 1,
    content,
    content_hash: sha256(canonicalJson(content)),
    sent_on: on,
    served_on: on,
    last_day_for_views: kind === 'draft' ? addDays(on, 15) : null,
    officer: kind === 'final' ? 'Priya Raman' : null,
    changes: [],
    recorded_at: at(on),
  };
}

function eventsOf(one: Past, random: () => number) {
  const event = (kind: string, on: PlainDate, subject_id: string) => ({
    authority_id: DEMO_AUTHORITY.code,
    id: drawUuid(random),
    recorded_at: at(on),
    child_id: one.childId,
    actor_kind: 'staff',
    actor_name: 'Priya Raman',
    kind,
    subject: 'plan',
    subject_id,
    data: {},
  });
  return [
    event('decided to issue', one.issueDecidedOn, one.assessmentId),
    event('draft plan served', one.servedOn, one.planId),
    event('plan issued', one.issuedOn, one.planId),
  ];
}

function at(day: PlainDate): string {
  return `${day}T11:00:00Z`;
}

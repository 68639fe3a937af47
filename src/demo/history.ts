import type pg from 'pg';
import { z } from 'zod';
import { canonicalJson, sha256 } from '../capabilities/plans/index.ts';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { insertEnded } from './ended.ts';
import { insert } from './insert.ts';
import { insertCases } from './insert-cases.ts';
import { insertAmended, type Places, placesOf } from './moving.ts';
import { drawHistory, type Past } from './past.ts';
import { DEMO_AUTHORITY } from './people.ts';
import { drawPlacement, type Placement } from './placements.ts';
import { drawUuid, replay, seeded, seedOf } from './random.ts';

/* The children who have had their plans for years: as many as an authority of that size has, so that a list is as long as
   one, and what cases usually take is known. Their plans say what those say that the service's own forms have made. */

const BATCH = 500;

/** A plan made through the service's own forms, and how often each of its sections was saved. */
type Template = { content: Record<string, unknown>; versions: Record<string, number> };
/** Puts `count` children with final plans into the demonstration's authority, once its first plans are made. */
export async function insertHistory(client: pg.Client, count: number, today: PlainDate): Promise<void> {
  const templates = await readTemplates(client);
  const settings = await readSettings(client);
  const past = drawHistory(count, today);
  for (let from = 0; from < past.length; from += BATCH) {
    const batch = past.slice(from, from + BATCH);
    // A start broken off goes on with the batch it had come to.
    if (await isThere(client, batch)) continue;
    const random = seeded(seedOf(batch) + 3);
    await client.query('begin');
    await insertCases(client, batch, today);
    await insertPlans(client, batch, { templates, settings, random, today });
    await client.query('commit');
  }
  const [first, ...others] = past.map(({ receivedOn }) => receivedOn);
  if (first !== undefined) await insertEnded(client, [first, ...others], today);
}

/** Which settings somebody's plan names: the same kind then and now as far as it takes that age, since nobody changes by chance alone. */
export function drawPlaces(
  random: () => number,
  settings: readonly Placement[],
  one: Pick<Past, 'bornOn' | 'issuedOn'>,
  today: PlainDate,
): Places {
  const drawing = [random(), random()];
  const on = (day: PlainDate) => drawPlacement(replay(drawing), settings, yearsOn(one.bornOn, day));
  return placesOf(one, { first: on(one.issuedOn), now: on(today) }, today);
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

type Drawing = {
  templates: readonly Template[];
  settings: readonly Placement[];
  random: () => number;
  today: PlainDate;
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
  const versions = written.map(({ one, draft, final, moved }) => ({
    ...{ draft, moved },
    served: version(drawing, one, { kind: 'draft', on: one.servedOn, content: draft }),
    issued: version(drawing, one, { kind: 'final', on: one.issuedOn, content: final }),
  }));
  await insert(
    client,
    'plan_versions',
    versions.flatMap(({ served, issued }) => [served, issued]),
  );
  const amended = versions.flatMap(({ moved, ...one }) => (moved === null ? [] : [{ ...one, ...moved }]));
  await insertAmended(client, amended, drawing.random);
  await insert(
    client,
    'events',
    past.flatMap((one) => eventsOf(one, drawing.random)),
  );
}

/** A plan as one of those already made says it, about this child, naming a setting for the child's age. */
function write(one: Past, { templates, settings, random, today }: Drawing) {
  const template = templates[Math.floor(random() * templates.length)];
  const text = JSON.stringify(template?.content ?? {});
  const { personalDetails, ...content } = shape.parse(
    JSON.parse(text.replaceAll(new RegExp(`\\b${nameIn(text)}\\b`, 'gu'), one.givenName)),
  );
  const { at, moved } = drawPlaces(random, settings, one, today);
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
  const naming = (one: Placement) => ({ ...draft, sectionI: { kind: 'named', settings: [namedIn(one)] } });
  return {
    draft,
    versions: template?.versions ?? {},
    final: naming(at),
    moved: moved === null ? null : { ...moved, final: naming(moved.to) },
  };
}

function yearsOn(bornOn: PlainDate, day: PlainDate): number {
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
}

function namedIn({ id, name, type }: Placement) {
  return { settingId: id, name, type: typeOf(type), attendance: 'daily' };
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

import type pg from 'pg';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { type DemoCase, decidedAfter, drawCase } from './cases.ts';
import { insert } from './insert.ts';
import { insertCases } from './insert-cases.ts';
import { DEMO_AUTHORITY } from './people.ts';
import { drawUuid, pick, seeded, seedOf } from './random.ts';

/* The requests of earlier years that came to no plan, beside those that did: without them an authority would have refused nobody
   until this year. */

/** Of all requests 25.2% were refused an assessment and of assessments 6.1% came to no plan in 2024 (EES, EHC plans 2025). */
const REFUSED = 0.252;
const WITHOUT_PLAN = 0.061;
const BATCH = 500;

type Ended = DemoCase & { noPlanOn: PlainDate | null };

/**
 * Puts in what ended without a plan, received about when those were that led to one. A start broken off goes on with the batch it
 * had come to.
 */
export async function insertEnded(
  client: pg.Client,
  planned: readonly [PlainDate, ...PlainDate[]],
  today: PlainDate,
): Promise<void> {
  const random = seeded(20_160_519);
  const assessed = planned.length / (1 - WITHOUT_PLAN);
  const refused = Math.round((assessed / (1 - REFUSED)) * REFUSED);
  const without = Math.round(assessed * WITHOUT_PLAN);
  const ended = Array.from({ length: refused + without }, (_, place) => {
    const receivedOn = addDays(pick(random, planned), -Math.floor(random() * 28));
    return drawEnded(random, { receivedOn, assessed: place >= refused, today });
  });
  for (let from = 0; from < ended.length; from += BATCH) {
    const batch = ended.slice(from, from + BATCH);
    const { rowCount } = await client.query('select 1 from children where id = $1', [batch[0]?.childId]);
    if (rowCount !== 0) continue;
    await client.query('begin');
    await insertCases(client, batch, today);
    await insertNoPlan(client, batch);
    await client.query('commit');
  }
}

type Drawn = { receivedOn: PlainDate; assessed: boolean; today: PlainDate };

function drawEnded(random: () => number, { receivedOn, assessed, today }: Drawn): Ended {
  const drawn = drawCase(random, receivedOn, today);
  const decided = addDays(receivedOn, decidedAfter(random()));
  // The 16 weeks that reg. 10(1) allows were kept by about a third in 2024.
  const after = 100 + Math.floor(random() * 36);
  return {
    ...drawn,
    decision: { assess: assessed, on: decided },
    adviceAskedOn: null,
    noPlanOn: assessed ? addDays(receivedOn, after) : null,
  };
}

async function insertNoPlan(client: pg.Client, batch: readonly Ended[]): Promise<void> {
  const authority_id = DEMO_AUTHORITY.code;
  const random = seeded(seedOf(batch) + 5);
  const ended = batch.flatMap((one) => (one.noPlanOn === null ? [] : [{ ...one, on: one.noPlanOn }]));
  await insert(
    client,
    'assessment_decisions',
    ended.map(({ assessmentId, childId, givenName, on }) => ({
      authority_id,
      assessment_id: assessmentId,
      child_id: childId,
      outcome: 'do not issue',
      evidence: 'All the advice, and what the family told us.',
      reasons: `The school can make what ${givenName} needs from what it has.`,
      what_would_change: 'New advice.',
      decided_on: on,
      notified_on: on,
      decided_by: 'Priya Raman',
      recorded_at: `${on}T11:00:00Z`,
    })),
  );
  await insert(
    client,
    'events',
    ended.map(({ assessmentId, childId, on }) => ({
      authority_id,
      id: drawUuid(random),
      recorded_at: `${on}T11:00:00Z`,
      child_id: childId,
      actor_kind: 'staff',
      actor_name: 'Priya Raman',
      kind: 'decided not to issue',
      subject: 'assessment',
      subject_id: assessmentId,
      data: {},
    })),
  );
}

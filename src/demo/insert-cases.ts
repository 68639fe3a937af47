import type pg from 'pg';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import type { DemoCase } from './cases.ts';
import { DEMO_AUTHORITY, DEMO_SERVICES } from './people.ts';
import { drawUuid, seeded } from './random.ts';

/* The demonstration is written as its owner, in bulk: a table at a time, from JSON, as the service itself would have left it. */

// So that a second batch draws other identifiers than the first, and the same batch always the same.
function seedOf(cases: readonly DemoCase[]): number {
  return Number.parseInt(cases[0]?.requestId.slice(0, 8) ?? '0', 16);
}

type Rows = readonly Record<string, unknown>[];

async function insert(client: pg.Client, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  await client.query(
    `insert into ${client.escapeIdentifier(table)} (${list})
     select ${list} from jsonb_populate_recordset(null::${client.escapeIdentifier(table)}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Puts the invented children, their requests, decisions and assessments into the demonstration's authority. */
export async function insertCases(
  client: pg.Client,
  cases: readonly DemoCase[],
  today: PlainDate,
): Promise<void> {
  const authority_id = DEMO_AUTHORITY.code;
  const at = (day: PlainDate) => `${day}T09:30:00Z`;
  await insert(
    client,
    'children',
    cases.map((one) => ({
      authority_id,
      id: one.childId,
      given_names: one.givenName,
      family_name: one.familyName,
      born_on: one.bornOn,
      sex: one.sex,
      address_lines: ['1 Example Street', 'Wexcombe'],
      postcode: one.postcode,
      version: 1,
      recorded_at: at(one.receivedOn),
    })),
  );
  await insert(
    client,
    'children_contacts',
    cases.map((one) => ({
      authority_id,
      id: one.contactId,
      child_id: one.childId,
      name: one.parent,
      relationship: one.relationship,
      email: one.prefers === 'email' ? `family.${one.childId.slice(0, 8)}@families.example` : null,
      address_lines: ['1 Example Street', 'Wexcombe'],
      postcode: one.postcode,
      parental_responsibility: true,
      is_the_young_person: false,
      restricted: false,
      prefers: one.prefers,
      recorded_at: at(one.receivedOn),
    })),
  );
  await insert(
    client,
    'requests',
    cases.map((one) => ({
      authority_id,
      id: one.requestId,
      reference: one.reference,
      child_id: one.childId,
      received_on: one.receivedOn,
      received_how: 'online',
      source: one.source,
      requester_name: one.source === 'school' ? 'Helen Marsh' : one.parent,
      contact_id: one.contactId,
      organisation_id: one.source === 'school' ? DEMO_SERVICES[0].id : null,
      stated: [
        {
          question: 'What is hard',
          answer: `${one.givenName} finds it hard ${one.needs.startsWith('following') ? 'when ' : ''}${one.needs}.`,
        },
      ],
      file_opened_at: at(one.receivedOn),
      recorded_at: at(one.receivedOn),
    })),
  );
  await insertDecisions(client, cases, at);
  await insertEvents(client, cases, at);
  await insertAdviceRequests(client, cases, today);
}

async function insertDecisions(
  client: pg.Client,
  cases: readonly DemoCase[],
  at: (day: PlainDate) => string,
) {
  const authority_id = DEMO_AUTHORITY.code;
  const decided = cases.flatMap((one) => (one.decision === null ? [] : [{ ...one, decision: one.decision }]));
  await insert(
    client,
    'request_decisions',
    decided.map((one) => ({
      authority_id,
      request_id: one.requestId,
      child_id: one.childId,
      outcome: one.decision.assess ? 'assess' : 'do not assess',
      has_or_may_have_sen: true,
      provision_may_be_necessary: one.decision.assess,
      evidence: 'The request, the school’s records and what the family told us.',
      reasons: one.decision.assess
        ? `${one.givenName} may need more help with ${one.needs} than the setting can give by itself.`
        : `The setting can give the help ${one.givenName} needs with ${one.needs} from what it has already.`,
      what_would_change: 'New evidence that the help given is not enough.',
      decided_on: one.decision.on,
      notified_on: one.decision.on,
      decided_by: 'Priya Raman',
      recorded_at: at(one.decision.on),
    })),
  );
  await insert(
    client,
    'assessments',
    decided
      .filter((one) => one.decision.assess)
      .map((one) => ({
        authority_id,
        id: one.assessmentId,
        request_id: one.requestId,
        child_id: one.childId,
        opened_on: one.decision.on,
        recorded_at: at(one.decision.on),
      })),
  );
}

async function insertEvents(client: pg.Client, cases: readonly DemoCase[], at: (day: PlainDate) => string) {
  const authority_id = DEMO_AUTHORITY.code;
  const random = seeded(seedOf(cases));
  await insert(
    client,
    'events',
    cases.flatMap((one) => {
      const event = (kind: string, day: PlainDate, actor_kind: string, actor_name: string) => ({
        authority_id,
        id: drawUuid(random),
        recorded_at: at(day),
        child_id: one.childId,
        actor_kind,
        actor_name,
        kind,
        subject: 'request',
        subject_id: one.requestId,
        data: {},
      });
      const received = event(
        'request received',
        one.receivedOn,
        one.source === 'school' ? 'organisation' : 'visitor',
        one.source === 'school' ? 'Helen Marsh' : one.parent,
      );
      if (one.decision === null) return [received];
      return [
        received,
        event(
          one.decision.assess ? 'decided to assess' : 'decided not to assess',
          one.decision.on,
          'staff',
          'Priya Raman',
        ),
      ];
    }),
  );
}

async function insertAdviceRequests(client: pg.Client, cases: readonly DemoCase[], today: PlainDate) {
  const authority_id = DEMO_AUTHORITY.code;
  const random = seeded(seedOf(cases) + 1);
  const [school, psychology, health, care] = DEMO_SERVICES;
  const asked = cases.flatMap((one) =>
    one.adviceAskedOn === null ? [] : [{ ...one, on: one.adviceAskedOn }],
  );
  const whom = [
    { paragraph: 'b', organisation_id: school.id, adviser_name: 'Helen Marsh' },
    { paragraph: 'c', organisation_id: health.id, adviser_name: 'Amina Yusuf' },
    { paragraph: 'd', organisation_id: psychology.id, adviser_name: 'David Lindqvist' },
    { paragraph: 'e', organisation_id: care.id, adviser_name: 'Joe Barnett' },
  ];
  await insert(
    client,
    'advice_requests',
    asked.flatMap((one) => [
      {
        authority_id,
        id: drawUuid(random),
        assessment_id: one.assessmentId,
        child_id: one.childId,
        paragraph: 'a',
        contact_id: one.contactId,
        organisation_id: null,
        adviser_name: one.parent,
        questions: 'What would you like us to know?',
        asked_on: one.on,
        received_on: one.on,
        already_provided: false,
        asked_by: 'Priya Raman',
        recorded_at: `${one.on}T10:00:00Z`,
      },
      ...whom.map((adviser) => ({
        authority_id,
        id: drawUuid(random),
        assessment_id: one.assessmentId,
        child_id: one.childId,
        contact_id: null,
        ...adviser,
        questions: `What help does ${one.givenName} need with ${one.needs}?`,
        asked_on: one.on,
        received_on: one.on,
        already_provided: false,
        asked_by: 'Priya Raman',
        recorded_at: `${one.on}T10:00:00Z`,
      })),
    ]),
  );
  const shared = asked.flatMap((one) =>
    whom.map(({ organisation_id }) => ({
      authority_id,
      child_id: one.childId,
      organisation_id,
      reason: 'advice asked for',
      from_on: one.on,
    })),
  );
  await insert(client, 'children_organisations', shared);
  await insertAdvice(client, asked, addDays(today, -30));
}

/** What each piece of the demonstration's advice says: one need, with its outcome and its provision. */
const ADVICE = {
  statement: { version: 1, text: 'Seen at school on two mornings, and the records read.', notKnown: false },
  rows: [
    {
      kind: 'need',
      id: '0d000000-0000-4000-8000-00000000a001',
      version: 1,
      area: 'communication and interaction',
      text: 'Finds it hard to follow spoken instructions of more than two steps.',
      evidence:
        'Followed two of ten three-step instructions in class; understood eight of ten with pictures.',
      noProvision: '',
    },
    {
      kind: 'outcome',
      id: '0d000000-0000-4000-8000-00000000a002',
      version: 1,
      under: '0d000000-0000-4000-8000-00000000a001',
      text: 'Will follow three-step spoken instructions in class on eight days of ten.',
      steps: 'Two steps with pictures by the end of the first term.',
      byWhen: 'the end of the key stage',
    },
    {
      kind: 'provision',
      id: '0d000000-0000-4000-8000-00000000a003',
      version: 1,
      under: '0d000000-0000-4000-8000-00000000a002',
      what: 'A language programme with picture prompts',
      who: 'a teaching assistant trained and supervised by a speech and language therapist',
      ratio: '1 to 1',
      frequency: 'three times a week in term time',
      durationEachTime: '20 minutes',
      review: 'every term by the therapist',
      text: '',
      section: '',
    },
  ],
};

// What was asked for more than a month ago has mostly come back.
async function insertAdvice(
  client: pg.Client,
  asked: readonly { assessmentId: string }[],
  before: PlainDate,
) {
  if (asked.length === 0) return;
  await client.query(
    `insert into advice (authority_id, id, advice_request_id, child_id, organisation_id, number, content, signed_on, signed_name, signed_role, returned_on)
     select authority_id, gen_random_uuid(), id, child_id, organisation_id, 1, $3, asked_on + 28, adviser_name, 'Adviser', asked_on + 28
     from advice_requests where authority_id = $1 and asked_on < $2
     on conflict do nothing`,
    [DEMO_AUTHORITY.code, before, JSON.stringify(ADVICE)],
  );
}

import type pg from 'pg';
import type { PlainDate } from '../shared/plain-date.ts';
import { type DemoCase, THE_YOUNG_PERSON } from './cases.ts';
import { insert } from './insert.ts';
import { insertAdvice } from './insert-advice.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE, DEMO_SERVICES } from './people.ts';
import { drawUuid, seeded, seedOf } from './random.ts';

/* The demonstration is written as its owner, in bulk: a table at a time, from JSON, as the service itself would have left it. */

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
      parental_responsibility: one.relationship !== THE_YOUNG_PERSON,
      is_the_young_person: one.relationship === THE_YOUNG_PERSON,
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
      file_opened_at: one.fileOpened ? at(one.receivedOn) : null,
      recorded_at: at(one.receivedOn),
    })),
  );
  await insert(
    client,
    'children_organisations',
    cases
      .filter(({ source }) => source === 'school')
      .map((one) => ({
        authority_id,
        child_id: one.childId,
        organisation_id: DEMO_SERVICES[0].id,
        reason: 'asked for an assessment',
        from_on: one.receivedOn,
      })),
  );
  await insertDecisions(client, cases, at);
  await insertEvents(client, cases, at);
  await insertAdvice(client, cases, today);
  await insertAllocations(client, cases, at);
  await insert(
    client,
    'case_changes',
    cases.map((one) => ({ authority_id, id: one.requestId, child_id: one.childId })),
  );
}

/** Most cases are somebody's; every sixth is still to be given to somebody. */
async function insertAllocations(
  client: pg.Client,
  cases: readonly DemoCase[],
  at: (day: PlainDate) => string,
): Promise<void> {
  const workers = DEMO_PEOPLE.filter((one) => one.kind === 'staff' && one.roles.includes('caseworker'));
  const random = seeded(seedOf(cases) + 2);
  const turns = [0, 0, 1, 2, 2, null];
  await insert(
    client,
    'case_allocations',
    cases.flatMap((one, place) => {
      const worker = workers[turns[place % turns.length] ?? -1];
      if (worker === undefined) return [];
      return [
        {
          authority_id: DEMO_AUTHORITY.code,
          id: drawUuid(random),
          child_id: one.childId,
          account_id: worker.id,
          name: worker.name,
          handover: '',
          allocated_by: 'Tom Ashdown',
          from_on: one.receivedOn,
          recorded_at: at(one.receivedOn),
        },
      ];
    }),
  );
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

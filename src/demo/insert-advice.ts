import type pg from 'pg';
import { addDays, type PlainDate } from '../shared/plain-date.ts';
import { adviceContent } from './advice.ts';
import { type DemoCase, isAdvised } from './cases.ts';
import { insert } from './insert.ts';
import { DEMO_AUTHORITY, DEMO_SERVICES } from './people.ts';
import { drawUuid, seeded, seedOf } from './random.ts';

type Whom = { paragraph: string; organisation_id: string; adviser_name: string };

const [SCHOOL, PSYCHOLOGY, HEALTH, CARE, , , , HOSPITAL] = DEMO_SERVICES;
const WHOM: readonly Whom[] = [
  { paragraph: 'b', organisation_id: SCHOOL.id, adviser_name: 'Helen Marsh' },
  { paragraph: 'c', organisation_id: HEALTH.id, adviser_name: 'Amina Yusuf' },
  { paragraph: 'd', organisation_id: PSYCHOLOGY.id, adviser_name: 'David Lindqvist' },
  { paragraph: 'e', organisation_id: CARE.id, adviser_name: 'Joe Barnett' },
];

// Of every sixth child medical advice is asked of the hospital they go to.
const AT_THE_HOSPITAL: readonly Whom[] = WHOM.map((whom) =>
  whom.paragraph === 'c' ? { ...whom, organisation_id: HOSPITAL.id, adviser_name: 'Dr Ruth Ferris' } : whom,
);
const whomFor = (place: number) => (place % 6 === 5 ? AT_THE_HOSPITAL : WHOM);

type Asked = DemoCase & { on: PlainDate };

/** Asks for the advice of every child being assessed. What was asked for more than a month ago has come back. */
export async function insertAdvice(client: pg.Client, cases: readonly DemoCase[], today: PlainDate) {
  const random = seeded(seedOf(cases) + 1);
  const asked = cases
    .flatMap((one) => (one.adviceAskedOn === null ? [] : [{ ...one, on: one.adviceAskedOn }]))
    .map((one, place) => {
      const whom = whomFor(place);
      return { one, whom, requests: requestsFor(one, whom, random) };
    });
  await insert(
    client,
    'advice_requests',
    asked.flatMap(({ requests }) => requests),
  );
  await insert(
    client,
    'children_organisations',
    asked.flatMap(({ one, whom }) =>
      whom.map(({ organisation_id }) => ({
        authority_id: DEMO_AUTHORITY.code,
        child_id: one.childId,
        organisation_id,
        reason: 'advice asked for',
        from_on: one.on,
      })),
    ),
  );
  await insert(
    client,
    'advice',
    asked
      .filter(({ one }) => isAdvised(one, today))
      .flatMap(({ one, requests }) => requests.map((request) => adviceOn(request, one, random))),
  );
}

function requestsFor(one: Asked, whom: readonly Whom[], random: () => number) {
  const shared = {
    authority_id: DEMO_AUTHORITY.code,
    assessment_id: one.assessmentId,
    child_id: one.childId,
    asked_on: one.on,
    received_on: one.on,
    already_provided: false,
    asked_by: 'Priya Raman',
    recorded_at: `${one.on}T10:00:00Z`,
  };
  const family = {
    paragraph: 'a',
    contact_id: one.contactId,
    organisation_id: null,
    adviser_name: one.parent,
  };
  return [
    { ...shared, id: drawUuid(random), ...family, questions: 'What would you like us to know?' },
    ...whom.map((adviser) => ({
      ...shared,
      id: drawUuid(random),
      contact_id: null,
      ...adviser,
      questions: `What help does ${one.givenName} need with ${one.needs}?`,
    })),
  ];
}

function adviceOn(request: ReturnType<typeof requestsFor>[number], one: Asked, random: () => number) {
  const signedOn = addDays(one.on, 28);
  return {
    authority_id: request.authority_id,
    id: drawUuid(random),
    advice_request_id: request.id,
    child_id: request.child_id,
    organisation_id: request.organisation_id,
    number: 1,
    content: adviceContent(request.paragraph, one.needs, one.givenName),
    signed_on: signedOn,
    signed_name: request.adviser_name,
    signed_role: request.paragraph === 'a' ? 'Parent' : 'Adviser',
    returned_on: signedOn,
  };
}

import type pg from 'pg';
import { addDays, type PlainDate, sayDate } from '../shared/plain-date.ts';
import type { DemoCase } from './cases.ts';
import { insert } from './insert.ts';
import { DEMO_AUTHORITY, DEMO_PEOPLE, DEMO_SERVICES } from './people.ts';
import { drawUuid, seeded, seedOf } from './random.ts';

/* Whom the law has the demonstration's authority tell of a request beside the family: its commissioning body has no inbox
   here and is written to by email; its social care and some schools have one. Where no setting is recorded, nobody there is. */

const RECENT_DAYS = 120;
const COMMISSIONER = {
  office: 'commissioning body',
  name: 'NHS Wexcombe Integrated Care Board',
  organisation_id: null,
  email: 'send-notices@wexcombe-icb.example',
} as const;
const SOCIAL_CARE = {
  office: 'social care',
  name: DEMO_SERVICES[3].name,
  organisation_id: DEMO_SERVICES[3].id,
  email: null,
} as const;
const SCHOOL = {
  office: 'setting',
  name: DEMO_SERVICES[0].name,
  organisation_id: DEMO_SERVICES[0].id,
  email: null,
} as const;

/** Names those who are told, and leaves the requests of the last months as the service would have left them. */
export async function insertNotices(
  client: pg.Client,
  cases: readonly DemoCase[],
  today: PlainDate,
): Promise<void> {
  const authority_id = DEMO_AUTHORITY.code;
  const random = seeded(seedOf(cases) + 7);
  const by = DEMO_PEOPLE.find(({ subject }) => subject === 'administrator')?.id ?? '';
  await insert(
    client,
    'notified_bodies',
    [COMMISSIONER, SOCIAL_CARE].map(({ office, name, organisation_id, email }) => ({
      authority_id,
      id: drawUuid(random),
      office,
      organisation_id,
      name: organisation_id === null ? name : null,
      email,
      said_by: by,
      said_at: `${addDays(today, -400)}T09:00:00Z`,
    })),
  );
  const recent = cases.filter((one) => one.fileOpened && one.receivedOn >= addDays(today, -RECENT_DAYS));
  const notices = recent.flatMap((one) =>
    [COMMISSIONER, SOCIAL_CARE, ...(one.source === 'school' ? [SCHOOL] : [])].flatMap((to) => [
      { one, to, letterId: drawUuid(random), on: one.receivedOn, ...considering(one) },
      ...(one.decision === null
        ? []
        : [
            {
              one,
              to,
              letterId: drawUuid(random),
              on: one.decision.on,
              ...decided(one, one.decision.assess),
            },
          ]),
    ]),
  );
  await insert(
    client,
    'letters',
    notices.map(({ one, to, letterId, on, template, subject, body, reason }) => ({
      authority_id,
      id: letterId,
      child_id: one.childId,
      organisation_id: to.organisation_id,
      recipient_name: to.name,
      channel: to.email === null ? 'portal' : 'email',
      address: to.email === null ? [] : [to.email],
      template,
      subject,
      body,
      reason,
      created_at: `${on}T09:30:00Z`,
      attempts: 1,
      sent_at: `${on}T09:31:00Z`,
      sent_by: to.email === null ? 'portal' : 'local outbox',
      short: false,
    })),
  );
  await insert(
    client,
    'request_notices',
    notices.map(({ one, to, letterId, on, notice }) => ({
      authority_id,
      request_id: one.requestId,
      child_id: one.childId,
      notice,
      office: to.office,
      name: to.name,
      organisation_id: to.organisation_id,
      letter_id: letterId,
      told_on: on,
      told_by: notice === 'decision' ? 'Priya Raman' : 'the service',
      recorded_at: `${on}T09:30:00Z`,
    })),
  );
}

function considering(one: DemoCase) {
  return {
    notice: 'considering',
    template: 'notice that an assessment is considered',
    reason: 'SEND Regulations 2014, reg. 4(2)',
    subject: `An assessment is being considered: ${nameOf(one)}`,
    body: `${DEMO_AUTHORITY.name} is considering whether to assess the education, health and care needs of ${nameOf(one)}, born on ${sayDate(one.bornOn)}. You do not have to answer. If we need advice from you, we ask for it separately.`,
  } as const;
}

function decided(one: DemoCase, assess: boolean) {
  return {
    notice: 'decision',
    template: 'notice of the decision whether to assess',
    reason: 'SEND Regulations 2014, reg. 5(2)',
    subject: `Whether we assess: ${nameOf(one)}`,
    body: `${DEMO_AUTHORITY.name} has decided ${assess ? 'to assess' : 'not to assess'} the education, health and care needs of ${nameOf(one)}, born on ${sayDate(one.bornOn)}. You do not have to answer. If we need advice from you, we ask for it separately.`,
  } as const;
}

function nameOf({ givenName, familyName }: DemoCase): string {
  return `${givenName} ${familyName}`;
}

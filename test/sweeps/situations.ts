import { randomUUID } from 'node:crypto';
import { anIssuedPlan, begin, notify, write } from '../../src/capabilities/plans/amending/examples.ts';
import { advisedBy, show } from '../../src/capabilities/plans/contributing/examples.ts';
import {
  aPlan,
  aSetting,
  later,
  onDay,
  readyToIssue,
  send,
  serve,
} from '../../src/capabilities/plans/plan-examples.ts';
import {
  filledIn,
  marked,
  sendBack,
  translated,
  translatorsFile,
} from '../../src/capabilities/plans/translating/examples.ts';
import {
  changedInWord,
  paragraph,
  putAfter,
  putOnFile,
} from '../../src/capabilities/plans/working/examples.ts';
import { DEMO_AUTHORITY, DEMO_SERVICES } from '../../src/demo/people.ts';
import { browser } from '../support/app.ts';
import { ownerPool } from '../support/database.ts';
import type { DemoService } from '../support/demo.ts';
import { aFamily, aProfessional, aStaffMember } from '../support/people.ts';

/* Children at the points where each page has something on it, so that the sweep can open every one. */

/** What stands where a page's address has a name: `childId` and so on. */
export type Ids = Readonly<Record<string, string>>;
export type Situations = {
  /** An assessment under way, its advice signed, and whatever else has an identifier. */
  first: Ids;
  /** Advice begun. */
  writing: Ids;
  /** A draft plan with the family. */
  planned: Ids;
  /** An issued plan that is being amended, before its notice and after. */
  amending: Ids;
  noticed: Ids;
  /** A plan issued, and the setting it names consulted before. */
  final: Ids;
  consulted: Ids;
  /** The same, placed at the setting it names, asked whether provision is in place, and told that a line is not happening. */
  placed: Ids;
  /** A round of audit: one plan drawn and not begun, another being graded by a manager of the demonstration. */
  audited: Ids;
  /** Another plan of that round, graded by two people who differ. */
  moderated: Ids;
  added: Ids;
  children: string[];
  /** The session of whoever acts for that setting. */
  head: string;
  /** The session of a health body's designated clinical officer. */
  officer: string;
};

const authority = DEMO_AUTHORITY.code;

export async function situations(service: DemoService): Promise<Situations> {
  const amending = await anAmendment(service, 'Hillcrest School', false);
  const noticed = await anAmendment(service, 'Lakeside School', true);
  const { head, consultationId, ...issued } = await aFinalPlan(service);
  const final = { ...issued, place: '1' };
  const consulted = { id: consultationId };
  const placed = { ...issued, place: '1', ...(await aPlacement(service, issued)) };
  const planned = await aServedPlan(service);
  const first = await anAssessment();
  const conversion = await aPlanFromElsewhere();
  const writing = { ...first, ...(await adviceBeingWritten(service)) };
  const children = [first, planned, final, amending, noticed].map(({ childId = '' }) => childId);
  const officer = await aClinicalOfficer(service);
  const added = await one(
    `insert into settings (name, type, status, content_hash, added_by) values ('Wex Childminding', 'Childminder', 'Open', 'written', $1)
     returning id`,
    [authority],
  );
  const { moderated, ...audited } = await anAudit(service, [amending, noticed, final]);
  return {
    first: { ...first, ...conversion },
    ...{
      writing,
      planned,
      amending,
      noticed,
      final,
      consulted,
      placed,
      audited,
      moderated,
      added,
      children,
      head,
      officer,
    },
  };
}

async function anAudit(service: DemoService, plans: readonly Ids[]) {
  const manager = browser(service);
  manager.signInWith(await aStaffMember(service, authority, 'manager', 'Ines Tolan'));
  const made = await send(manager, '/audits', {
    name: 'Spring term',
    ...onDay('issuedFrom', '2025-01-01'),
    ...onDay('issuedTo', '2025-12-31'),
    wanted: '200',
    secondShare: '100',
  });
  const auditId = made.to.split('/').at(-1) ?? '';
  const [drawn, begun, twice] = await Promise.all(
    plans.map(({ planId }) =>
      one('select id from audit_plans where round_id = $1 and plan_id = $2', [auditId, planId]),
    ),
  );
  const grading = await one(
    `insert into audit_gradings (authority_id, id, audit_plan_id, turn, auditor_id, auditor_name, agency, graded_by, begun_at)
     values ($1, gen_random_uuid(), $2, 1, '0d000000-0000-4000-8000-000000000002', 'Tom Ashdown', 'local authority', 'Tom Ashdown', now()) returning id`,
    [authority, begun?.['id']],
  );
  await one(
    `with given as (insert into audit_gradings (authority_id, id, audit_plan_id, turn, auditor_id, auditor_name, agency, graded_by, begun_at, given_at)
       select $1, gen_random_uuid(), $2, row_number() over (), id, name, 'local authority', name, now(), now()
       from (select id, name from accounts where kind = 'staff' order by id limit 2) staff returning id, turn)
     insert into audit_grades (authority_id, grading_id, question, grade, reason, version, saved_at)
     select $1, id, 'clear', case turn when 1 then 'partly met' else 'fully met' end, 'Read', 1, now() from given returning question`,
    [authority, twice?.['id']],
  );
  const moderated: Ids = { drawnId: twice?.['id'] ?? '' };
  const ids = { auditId, drawnId: drawn?.['id'] ?? '', gradingId: grading['id'] ?? '' };
  return { ...ids, question: 'specified', moderated };
}

async function aClinicalOfficer(service: DemoService): Promise<string> {
  const session = await aProfessional(service, DEMO_SERVICES[2].id, 'Nell Farrow');
  await one(
    `insert into organisation_officers (organisation_id, id, account_id, role, holds, said_by)
     select organisation_id, gen_random_uuid(), account_id, 'designated clinical officer', true, account_id
     from organisation_members where organisation_id = $1 and name = 'Nell Farrow' returning id`,
    [DEMO_SERVICES[2].id],
  );
  return session;
}

/** Files a family has sent and not yet added: whoever of them signed in last. */
export async function filesWaiting(childId: string): Promise<void> {
  for (const place of [1, 2]) {
    await one(
      `insert into uploads (authority_id, id, child_id, actor_id, name, byte_size, begun_at, place, title, media_type, kept_size, kept_sha256, storage_key)
       select $1, gen_random_uuid(), $2, id, 'Page.jpg', 9, created_at, $3, 'Page.jpg', 'image/jpeg', 9, repeat('0', 64), gen_random_uuid()::text
       from sessions where $2 = any (tracker_children) order by created_at desc limit 1 returning id`,
      [authority, childId, place],
    );
  }
}

async function one(text: string, values: readonly unknown[]): Promise<Ids> {
  const { rows } = await ownerPool().query(text, [...values]);
  if (rows[0] === undefined) throw new Error(`the demonstration has no such thing: ${text}`);
  return rows[0];
}

/** A child whose assessment is under way, with advice signed by the demonstration's school. */
async function anAssessment(): Promise<Ids> {
  const child = await one(
    `select s.child_id as "childId", s.request_id as "requestId", s.assessment_id as "assessmentId",
       q.id as "adviceRequestId", k.id as "contactId"
     from case_steps s
     join advice_requests q on q.assessment_id = s.assessment_id and q.organisation_id = $1
     join advice a on a.advice_request_id = q.id and a.signed_on is not null
     join children_contacts k on k.child_id = s.child_id
     where s.authority_id = $2 and s.step = 'assess' order by s.reference limit 1`,
    [DEMO_SERVICES[0].id, authority],
  );
  const letter = await one(
    `insert into letters (authority_id, id, child_id, recipient_name, channel, address, template, subject, body)
     values ($1, gen_random_uuid(), $2, 'Alex Example', 'post', '{1 Example Street}', 'test', 'A letter', 'Its words') returning id`,
    [authority, child['childId']],
  );
  const document = await one(
    `insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key)
     values ($1, gen_random_uuid(), $2, 'report', 'A report.pdf', 'application/pdf', 9, repeat('0', 64), gen_random_uuid()::text) returning id`,
    [authority, child['childId']],
  );
  await one(
    `insert into document_withholding_acts (authority_id, id, document_id, act, reason, review_by, acted_at, acted_by, acted_by_name)
     values ($1, gen_random_uuid(), $2, 'withheld', 'A risk', '2025-03-03', '2025-02-02', gen_random_uuid(), 'Priya Raman'),
       ($1, gen_random_uuid(), $2, 'lifted', 'No risk now', null, '2025-02-03', gen_random_uuid(), 'Priya Raman') returning id`,
    [authority, document['id']],
  );
  await one(
    `insert into document_readings (authority_id, document_id, read_at, page_count) values ($1, $2, '2025-02-03', 2) returning document_id`,
    [authority, document['id']],
  );
  await one(
    `insert into document_pages (authority_id, document_id, number, text) values ($1, $2, 1, 'She reads aloud.') returning number`,
    [authority, document['id']],
  );
  const keptBack = await one(
    `insert into document_kept_back (authority_id, id, child_id, document_id, contact_id, reader_name, shown_contact_id, kept_on)
     values ($1, gen_random_uuid(), $2, $3, $4, 'Alex Example', $4, '2025-02-03') returning id`,
    [authority, child['childId'], document['id'], child['contactId']],
  );
  const exception = await one(
    `insert into request_exceptions (authority_id, id, request_id, child_id, ground, from_on, reason, evidence, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'exceptional personal circumstances', '2025-01-06', 'In hospital', 'A letter', 'Priya Raman') returning id`,
    [authority, child['requestId'], child['childId']],
  );
  const missed = await one(
    `insert into missed_appointments (authority_id, id, advice_request_id, child_id, organisation_id, missed_on, what, evidence, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, '2025-01-06', 'A hearing test', 'A letter', 'Amina Yusuf') returning id`,
    [authority, child['adviceRequestId'], child['childId'], DEMO_SERVICES[0].id],
  );
  const existing = await one(
    `insert into existing_advice (authority_id, id, assessment_id, child_id, paragraph, author_name, author_role, advised_on, statement, proposed_on, proposed_by, organisation_id)
     values ($1, gen_random_uuid(), $2, $3, 'f', 'Joe Barnett', 'Therapist', '2025-01-06', 'Words', '2025-01-07', 'Priya Raman', $4) returning id`,
    [authority, child['assessmentId'], child['childId'], DEMO_SERVICES[0].id],
  );
  const agreed = randomUUID();
  await one(
    `insert into children_organisations (authority_id, child_id, organisation_id, reason, from_on, until_on)
     select $1, $2, $3, 'Whether advice given before is enough: ' || id, '2025-01-07', until_on
     from (values ($4, null), ($5, '2025-01-08'::date)) as put (id, until_on) returning reason`,
    [authority, child['childId'], DEMO_SERVICES[0].id, existing['id'], agreed],
  );
  // One person represents a child once: whichever sweep comes later begins anew.
  await ownerPool().query('delete from representatives where authority_id = $1 and contact_id = $2', [
    authority,
    child['contactId'],
  ]);
  const representative = await one(
    `insert into representatives (authority_id, id, child_id, contact_id, kind, paper_seen, from_on, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'deputy', 'An order', '2025-01-06', 'Priya Raman') returning id`,
    [authority, child['childId'], child['contactId']],
  );
  await one(
    `insert into rights_notices (authority_id, child_id, kind, last_day, young_person_told, sent_on)
     values ($1, $2, 'ahead', '2025-06-27', true, '2025-01-06')
     on conflict (authority_id, child_id, kind, last_day) do update set sent_on = excluded.sent_on returning child_id`,
    [authority, child['childId']],
  );
  const merge = await one(
    `with record as (insert into children (authority_id, id, given_names, family_name, born_on, joined_to)
       select authority_id, gen_random_uuid(), given_names, 'Misspelt', born_on, id from children where id = $2 returning id)
     insert into children_merges (authority_id, id, from_child_id, to_child_id, why, made_by)
     select $1, gen_random_uuid(), id, $2, 'The same UPN', 'Priya Raman' from record returning id`,
    [authority, child['childId']],
  );
  const question = await one(
    `insert into known_questions (authority_id, id, assessment_id, child_id, party, organisation_id, answer_by, asked_on, asked_by)
     values ($1, gen_random_uuid(), $2, $3, 'setting', $4, '2025-01-20', '2025-01-06', 'Priya Raman')
     on conflict (authority_id, assessment_id, party, organisation_id) do update set answer_by = excluded.answer_by returning id`,
    [authority, child['assessmentId'], child['childId'], DEMO_SERVICES[0].id],
  );
  const professional = await one(
    `insert into known_professionals (authority_id, id, child_id, name, role, workplace, how_known, known_since, consent_note, said_by, said_by_name, organisation_id, said_on)
     values ($1, gen_random_uuid(), $2, 'Sam Okafor', 'Nurse', '', '', '', '', 'setting', 'Helen Marsh', $3, '2025-01-07') returning id`,
    [authority, child['childId'], DEMO_SERVICES[0].id],
  );
  const asked = await one(
    `insert into experience_invitations (authority_id, id, child_id, contact_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
     values ($1, gen_random_uuid(), $2, $3, 'placing', 'family', gen_random_uuid(), '2025-01-06', '2025-01-13', '2035-01-13') returning id`,
    [authority, child['childId'], child['contactId']],
  );
  const askedOf = await one(
    `insert into experience_invitations (authority_id, id, child_id, organisation_id, stage, kind, subject_id, ended_on, asked_on, closes_on)
     values ($1, gen_random_uuid(), $2, $3, 'advising', 'professional', gen_random_uuid(), '2025-01-06', '2025-01-13', '2035-01-13') returning id`,
    [authority, child['childId'], DEMO_SERVICES[0].id],
  );
  const setting = await one(`select id from settings where name = 'Hollybank School' and la_code = $1`, [
    DEMO_AUTHORITY.code,
  ]);
  const team = await one(
    `insert into teams (authority_id, id, name, made_by, made_at) values ($1, gen_random_uuid(), 'North ' || left(gen_random_uuid()::text, 8), 'Tom Ashdown', now()) returning id`,
    [authority],
  );
  const view = await one(
    `insert into saved_views (authority_id, id, account_id, name, shared, chosen, saved_at)
     values ($1, gen_random_uuid(), '0d000000-0000-4000-8000-000000000002', 'My week ' || left(gen_random_uuid()::text, 8), true, '{"view": "this week"}', now()) returning id`,
    [authority],
  );
  const consent = await one(
    `insert into children_consents (authority_id, id, child_id, agency, what, given_by, given_on, given_how, recorded_by)
     values ($1, gen_random_uuid(), $2, 'health', 'That she is being assessed', 'Jo Example', '2025-01-06', 'on paper', 'Priya Raman') returning id`,
    [authority, child['childId']],
  );
  const circumstance = await one(
    `insert into children_circumstances (authority_id, id, child_id, kind, recorded_by)
     values ($1, gen_random_uuid(), $2, 'child in need', 'Priya Raman') returning id`,
    [authority, child['childId']],
  );
  const notice = await one(
    `select id from letters where organisation_id = $1 and template like 'notice %' limit 1`,
    [DEMO_SERVICES[0].id],
  );
  return {
    ...child,
    id: letter['id'] ?? '',
    letterId: notice['id'] ?? '',
    settingId: setting['id'] ?? '',
    askedId: asked['id'] ?? '',
    askedOfId: askedOf['id'] ?? '',
    viewId: view['id'] ?? '',
    teamId: team['id'] ?? '',
    circumstanceId: circumstance['id'] ?? '',
    consentId: consent['id'] ?? '',
    documentId: document['id'] ?? '',
    keptBackId: keptBack['id'] ?? '',
    exceptionId: exception['id'] ?? '',
    missedAppointmentId: missed['id'] ?? '',
    existingAdviceId: existing['id'] ?? '',
    agreedAdviceId: agreed,
    questionId: question['id'] ?? '',
    professionalId: professional['id'] ?? '',
    representativeId: representative['id'] ?? '',
    mergeId: merge['id'] ?? '',
    ruleId: 'T22',
    accountId: '0d000000-0000-4000-8000-000000000001',
    organisationId: DEMO_SERVICES[0].id,
    draftId: randomUUID(),
    situation: 'school',
    flagId: randomUUID(),
    sharingId: randomUUID(),
    secret: 'a-secret',
  };
}

/** Advice the demonstration's school has begun and not signed. */
async function adviceBeingWritten(service: DemoService): Promise<Ids> {
  const asked = await one(
    `select q.id as "adviceRequestId" from advice_requests q
     where q.organisation_id = $1 and q.withdrawn_on is null
       and not exists (select from advice a where a.advice_request_id = q.id and a.signed_on is not null)
     order by q.id limit 1`,
    [DEMO_SERVICES[0].id],
  );
  const helen = browser(service);
  helen.signInWith(await aProfessional(service, DEMO_SERVICES[0].id, 'Helen Marsh'));
  const at = `/advice/${asked['adviceRequestId']}`;
  const row = {
    area: 'cognition and learning',
    text: 'Forgets long instructions',
    evidence: 'Seen',
    noProvision: 'Met already',
  };
  const added = await send(helen, `${at}/rows`, { kind: 'need', under: '', ...row });
  if (added.status !== 303) throw new Error('no row was added');
  const rowId = /\/rows\/([0-9a-f-]{36})"/.exec((await helen.get(at)).body)?.[1] ?? '';
  return { ...asked, rowId };
}

/** A plan written elsewhere, read from a file: one passage placed, one to place, and one left aside. */
async function aPlanFromElsewhere(): Promise<Ids> {
  const passage = { from: 'paragraph 2', links: [], why: null };
  const place = { kind: 'need', area: 'cognition and learning', row: 'N1', part: 'text' };
  const reading = {
    passages: [
      { ...passage, number: 1, text: 'Finds reading hard', place },
      {
        ...passage,
        number: 2,
        text: 'Short breaks',
        place: null,
        why: 'Nothing says whether this is of Section H1 or H2',
      },
    ],
    ignored: [{ text: 'Section B', from: 'paragraph 1', why: 'A heading of the plan' }],
    notes: ['1 picture in the file is not read. Look at the file for what it shows.'],
  };
  const sent = await one(
    `with paper as (insert into documents (authority_id, id, draft_id, kind, title, media_type, byte_size, sha256, storage_key)
       values ($1, gen_random_uuid(), gen_random_uuid(), 'plan written elsewhere', 'A plan.docx', 'text/plain', 9, repeat('0', 64), gen_random_uuid()::text)
       returning authority_id, id, draft_id)
     insert into plan_conversions (authority_id, id, document_id, kind, title, reading, sent_by, sent_at)
     select authority_id, draft_id, id, 'word', 'A plan.docx', $2, 'Priya Raman', now() from paper returning id as "conversionId"`,
    [authority, JSON.stringify(reading)],
  );
  return { ...sent, passage: '2' };
}

/** A list of two settings far out at sea, one of them asked for by the family, with a note of theirs. */
async function aTailoredList({
  staff,
  family,
  planId,
  childId,
}: Awaited<ReturnType<typeof aPlan>>): Promise<Ids> {
  await one(
    `insert into postcodes (postcode, authority_code, latitude, longitude) values ('ZW1 1AA', $1, 57, 8)
     on conflict (postcode) do update set latitude = excluded.latitude returning postcode`,
    [authority],
  );
  const add = (name: string, phase: string) =>
    one(
      `insert into settings (name, status, content_hash, postcode, type, phase, fictional)
       values ($1, 'Open', 'invented', 'ZW1 1AA', 'Community school', $2, true) returning id`,
      [name, phase],
    );
  const [setting] = [
    await add('Sweeping Lane School', 'Primary'),
    await add('Sweeping Hill School', 'Secondary'),
  ];
  const asked = { ...onDay('startOn', '2025-09-01'), postcode: 'ZW1 1AA', miles: '10' };
  const made = await send(staff, `/plans/${planId}/tailored-lists`, asked);
  await send(family, `/family/${childId}/tailored-list/additions`, {
    settingName: 'By the Pond',
    from: 'Jo',
  });
  return { listId: made.to.split('/').at(-1) ?? '', settingId: setting['id'] ?? '' };
}

/** A draft with the family, who have commented and asked to meet. */
async function aServedPlan(service: DemoService): Promise<Ids> {
  const plan = await aPlan(service, authority);
  const citation = randomUUID();
  await one(
    `with paper as (insert into documents (authority_id, id, child_id, kind, title, media_type, byte_size, sha256, storage_key, written_by)
       values ($1, gen_random_uuid(), $2, 'report', 'A report.pdf', 'application/pdf', 9, repeat('0', 64), gen_random_uuid()::text, 'Dr A. Example')
       returning authority_id, id)
     insert into plan_citations (authority_id, id, plan_id, child_id, document_id, source, pages, cited_by, cited_at)
     select authority_id, $3, $4, $2, id, 'Dr A. Example, A report', '{3}', 'Priya Raman', now() from paper returning id`,
    [authority, plan.childId, citation, plan.planId],
  );
  await one(
    `update plan_drafts set content = jsonb_set(content, '{areas,cognition and learning,needs,0,sources}', $2::jsonb)
     where plan_id = $1 returning plan_id`,
    [plan.planId, JSON.stringify([{ citationId: citation }])],
  );
  await send(plan.staff, `/plans/${plan.planId}/sections/a1`, { a1: 'A history', version: '1' });
  await send(plan.staff, `/plans/${plan.planId}/sections/a1`, { a1: 'A longer history', version: '2' });
  const change = await one(
    `select id from plan_changes where plan_id = $1 and at = 'A1' order by recorded_at desc limit 1`,
    [plan.planId],
  );
  await serve(service, plan);
  await send(plan.staff, `/plans/${plan.planId}/withheld`, {
    words: 'remember what was just said',
    readers: 'settings consulted',
    reason: 'The family asked for it',
    ...onDay('reviewBy', '2025-11-01'),
  });
  const withheld = await one('select id from plan_withholdings where plan_id = $1', [plan.planId]);
  await translated(plan.staff, plan.planId, 'ur', marked);
  const again = filledIn(await translatorsFile(plan.staff, plan.planId, 'ur'), (_, english) => `${english}!`);
  const back = await sendBack(plan.staff, `/plans/${plan.planId}/translations/ur`, again);
  const inUrdu = { language: 'ur', translationId: back.to.split('/').at(-1) ?? '' };
  const base = `/family/${plan.childId}/plan`;
  await send(plan.family, `${base}/comments`, { about: 'the whole draft', words: 'More help', from: 'Jo' });
  await send(plan.family, `${base}/meetings`, { words: 'After school', from: 'Jo' });
  const line = /\/rows\/([0-9a-f-]{36})"/.exec(
    (await plan.staff.get(`/plans/${plan.planId}/sections/cognition-and-learning`)).body,
  );
  const words = {
    row: line?.[1] ?? '',
    how: 'other words',
    text: 'Other words',
    why: 'They are better',
    from: 'Jo',
  };
  await send(plan.family, `${base}/suggestions`, words);
  const suggestion = await one(`select id from plan_suggestions where plan_id = $1`, [plan.planId]);
  const organisationId = DEMO_SERVICES[0].id;
  await advisedBy(plan.planId, organisationId);
  const shown = await show(plan.staff, { planId: plan.planId, organisationId });
  const helen = browser(service);
  helen.signInWith(await aProfessional(service, organisationId, 'Nina Cole'));
  const shownLine = /suggestions\/new\?row=([0-9a-f-]{36})/.exec((await helen.get(shown)).body)?.[1] ?? '';
  await send(helen, `${shown}/comments`, { row: shownLine, words: 'Said at the visit' });
  await send(helen, `${shown}/suggestions`, { ...words, row: shownLine, what: 'Teaching' });
  const contributed = await one(`select id from plan_remarks where plan_id = $1`, [plan.planId]);
  const mine = { good: 'I like trains', howMade: 'By talking', writtenBy: 'Jo', version: '0' };
  await send(plan.family, `${base}/mine`, { ...mine, ...onDay('madeOn', '2025-01-06') });
  const listed = await aTailoredList(plan);
  const section = 'cognition-and-learning';
  const rows = (await plan.staff.get(`/plans/${plan.planId}/sections/${section}`)).body;
  const views = (await plan.staff.get(`/plans/${plan.planId}/views`)).body;
  return {
    childId: plan.childId,
    planId: plan.planId,
    section,
    changeId: change['id'] ?? '',
    showingId: shown.slice(-36),
    contributedId: contributed['id'] ?? '',
    suggestionId: suggestion['id'] ?? '',
    withholdingId: withheld['id'] ?? '',
    rowId: /\/rows\/([0-9a-f-]{36})"/.exec(rows)?.[1] ?? '',
    commentId: /\/comments\/([0-9a-f-]{36})"/.exec(views)?.[1] ?? '',
    meetingId: /\/meetings\/([0-9a-f-]{36})"/.exec(views)?.[1] ?? '',
    ...inUrdu,
    ...listed,
  };
}

/** A plan issued, with the setting it names. */
async function aFinalPlan(service: DemoService) {
  // Before anybody signs in: the plan is made on this day, and a session from months before would have ended.
  service.clock.now = new Date('2025-05-12T10:00:00Z');
  const setting = await aSetting(service, 'Brightwater School');
  const plan = await readyToIssue(service, authority, setting);
  await later(service, authority, plan, '2025-06-02');
  const issued = await send(plan.staff, `/plans/${plan.planId}/final`, {
    ...plan.final,
    recipients: plan.recipients,
  });
  if (issued.status !== 303) throw new Error('the plan was not issued');
  const version = await one(`select id from plan_versions where plan_id = $1 and kind = 'final'`, [
    plan.planId,
  ]);
  const head = await aProfessional(service, setting.organisationId, 'Ruth Adeyemi');
  const { childId, planId, consultationId } = plan;
  await translated(plan.staff, planId, 'ur', marked);
  const words = (await plan.staff.get(`/plans/${planId}/working-document.docx`)).rawPayload;
  const bytes = changedInWord(words, (xml) =>
    putAfter(
      xml.replace('4 times a week', '5 times a week').replace('Section E: Outcomes', 'Part E'),
      'Section F: Special educational provision',
      paragraph('New row: A quiet room'),
    ),
  );
  const onFile = { authorityId: authority, childId };
  const documentId = await putOnFile(service, onFile, { name: 'Came back.docx', bytes });
  const versionId = version['id'] ?? '';
  const rest = { versionId, documentId, party: 'family', language: 'ur', head };
  return { childId, planId, consultationId, id: versionId, ...rest };
}

/** Where the child of an issued plan is, a check that waits for answers, and a line said not to be happening. */
async function aPlacement(
  service: DemoService,
  { childId, versionId }: { childId: string; versionId: string },
) {
  const placement = await one(
    `insert into placements (authority_id, id, child_id, kind, rank, setting_id, setting_name, words, from_on, recorded_by)
     select authority_id, gen_random_uuid(), child_id, 'setting', 1, setting_id, setting_name, '', '2025-06-02', 'Priya Raman'
     from placement_namings where version_id = $1 returning id`,
    [versionId],
  );
  const check = await one(
    `insert into placement_checks (authority_id, id, child_id, placement_id, version_id, kind, organisation_id, asks_family, asked_on, answer_by)
     select authority_id, gen_random_uuid(), child_id, $2, version_id, 'in place', organisation_id, true, '2025-06-02', '2025-06-16'
     from placement_namings where version_id = $1 returning id`,
    [versionId, placement['id']],
  );
  const family = browser(service);
  family.signInWith(await aFamily(service, [childId ?? '']));
  const page = (await family.get(`/family/${childId}/placement`)).body;
  const rowId = /placement\/lines\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
  const said = await send(family, `/family/${childId}/placement/lines/${rowId}`, {
    words: 'Nobody came',
    from: 'Jo',
  });
  const problemId = said.to.split('/').at(-1) ?? '';
  return { placementId: placement['id'] ?? '', checkId: check['id'] ?? '', problemId, rowId };
}

/** An issued plan with an amendment open, and its notice sent where it is asked to be. */
async function anAmendment(service: DemoService, name: string, noticed: boolean) {
  const plan = await anIssuedPlan(service, authority, name);
  await later(service, authority, plan, '2025-06-02');
  await begin(plan, { basis: 'no review', why: 'Robin reads to others now' });
  await write(plan.staff, plan.planId, 'Robin reads to younger children');
  if (noticed) await notify(service, plan);
  return { childId: plan.childId, planId: plan.planId };
}

/** Whose identifiers stand in an address: a child at the point where that page has something on it. */
export function idsFor(url: string, at: Situations): Ids {
  if (/^(\/easy-read)?\/(areas|measures)\//.test(url))
    return { area: 'england', theme: 'places', measure: 'plans-within-20-weeks' };
  if (/\/experience\/:invitationId/.test(url))
    return { ...at.first, invitationId: at.first[/^\/inbox/.test(url) ? 'askedOfId' : 'askedId'] ?? '' };
  if (/^\/existing-advice\/.*\/ended/.test(url))
    return { ...at.first, existingAdviceId: at.first['agreedAdviceId'] ?? '' };
  if (/^\/settings\/added\/:/.test(url)) return { settingId: at.added['id'] ?? '' };
  if (/tailored-list/.test(url)) return at.planned;
  if (/^\/admissions|placement-checks|\/placements?(\/(:|admissions|checks|problems|lines)|$)/.test(url))
    return at.placed;
  if (/^\/audits\/.*\/moderation/.test(url)) return at.moderated;
  if (/^\/(audits|gradings)/.test(url)) return at.audited;
  if (/^\/consultations/.test(url)) return at.consulted;
  if (/consultations\/:consultationId/.test(url))
    return { ...at.final, consultationId: at.consulted['id'] ?? '' };
  if (/^\/plans\/:planId\/amendment/.test(url)) return at.amending;
  if (/plan\/amendment/.test(url)) return at.noticed;
  if (/plan(s\/:planId)?\/versions/.test(url)) return at.final;
  if (/final-plans|recipients|comparison|working-document|planId\/naming$/.test(url)) return at.final;
  if (/\/conversions\//.test(url)) return at.first;
  if (/shown-lines/.test(url)) return { ...at.planned, commentId: at.planned['contributedId'] ?? '' };
  if (/\/plans?(\/|$)/.test(url)) return at.planned;
  if (/^\/advice\/(?!.*correction)/.test(url)) return at.writing;
  return at.first;
}

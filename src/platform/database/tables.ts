// Generated from the migrated database by `node bootstrap.mjs schema`; a test keeps it fresh.
import type { ColumnType, Generated } from 'kysely';
import type { PlainDate } from '../../shared/plain-date.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type AccessEventsRow = {
  id: Generated<string>;
  recorded_at: Generated<Date>;
  kind: string;
  account_id: string | null;
  authority_id: number | null;
  route: string | null;
  subject_id: string | null;
};

export type AccountsRow = {
  id: string;
  kind: string;
  issuer: string | null;
  subject: string | null;
  email: string;
  name: string;
  created_at: Generated<Date>;
  disabled_at: Date | null;
};

export type AdviceRow = {
  authority_id: number;
  id: string;
  advice_request_id: string;
  child_id: string;
  organisation_id: string | null;
  number: number;
  correction_reason: string | null;
  content: ColumnType<Json, string, string>;
  version: Generated<number>;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
  signed_on: PlainDate | null;
  signed_name: string | null;
  signed_role: string | null;
  signed_by: string | null;
  returned_on: PlainDate | null;
};

export type AdviceAllocationsRow = {
  authority_id: number;
  advice_request_id: string;
  number: number;
  child_id: string;
  organisation_id: string;
  account_id: string | null;
  allocated_by: string;
  allocated_at: Date;
};

export type AdviceAskedRow = {
  authority_id: number | null;
  advice_request_id: string | null;
  child_id: string | null;
  organisation_id: string | null;
};

export type AdviceCopiesRow = {
  authority_id: number;
  advice_request_id: string;
  kind: string;
  subject_id: string;
  child_id: string;
  organisation_id: string;
  title: string;
  said_by: string;
  said_on: PlainDate;
  body: ColumnType<Json, string, string>;
  given_on: PlainDate;
  given_by: string;
  recorded_at: Generated<Date>;
};

export type AdviceDocumentsRow = {
  authority_id: number;
  advice_request_id: string;
  document_id: string;
  child_id: string;
  organisation_id: string | null;
  attached_by: string;
  attached_at: Date;
};

export type AdviceHeldRow = {
  authority_id: number | null;
  advice_request_id: string | null;
  number: number | null;
  organisation_id: string | null;
  holder_id: string | null;
  holder_name: string | null;
};

export type AdviceMeasuredRow = {
  authority_id: number | null;
  advice_request_id: string | null;
  paragraph: string | null;
  received_on: PlainDate | null;
  returned_on: PlainDate | null;
  ended_on: PlainDate | null;
};

export type AdvicePromisesRow = {
  authority_id: number;
  id: string;
  advice_request_id: string;
  child_id: string;
  organisation_id: string | null;
  ready_on: PlainDate;
  said_by: string;
  recorded_at: Generated<Date>;
};

export type AdviceQuestionsRow = {
  authority_id: number;
  id: string;
  advice_request_id: string;
  child_id: string;
  organisation_id: string | null;
  advice_id: string;
  row_id: string | null;
  question: string;
  asked_on: PlainDate;
  asked_by: string;
  recorded_at: Generated<Date>;
};

export type AdviceRefusalsRow = {
  authority_id: number;
  advice_request_id: string;
  child_id: string;
  organisation_id: string | null;
  reason: string;
  refused_on: PlainDate;
  refused_by: string;
  recorded_at: Generated<Date>;
  came_by: string | null;
  recorded_by: string | null;
};

export type AdviceRemindersRow = {
  authority_id: number;
  advice_request_id: string;
  kind: string;
  child_id: string;
  sent_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type AdviceRequestsRow = {
  authority_id: number;
  id: string;
  assessment_id: string;
  child_id: string;
  paragraph: string;
  organisation_id: string | null;
  contact_id: string | null;
  adviser_name: string;
  questions: string;
  asked_on: PlainDate;
  received_on: PlainDate;
  already_provided: Generated<boolean>;
  asked_by: string;
  withdrawn_on: PlainDate | null;
  withdrawn_reason: string | null;
  recorded_at: Generated<Date>;
  instead_of: string | null;
  unconfirmed: string[] | null;
  independent: Generated<boolean>;
};

export type AreaClinicalOfficersRow = {
  authority_id: number;
  id: string;
  organisation_id: string;
  sees: boolean;
  said_by: string;
  said_at: Generated<Date>;
};

export type AreaClinicalOfficersNowRow = {
  authority_id: number | null;
  organisation_id: string | null;
};

export type AssessmentDecisionsRow = {
  authority_id: number;
  assessment_id: string;
  child_id: string;
  outcome: string;
  evidence: string;
  reasons: string;
  what_would_change: string;
  decided_on: PlainDate;
  notified_on: PlainDate;
  decided_by: string;
  recorded_at: Generated<Date>;
};

export type AssessmentMissingAdviceRow = {
  authority_id: number;
  assessment_id: string;
  paragraph: string;
  missing: string;
  child_id: string;
  advice_request_id: string | null;
  reason: string;
  recorded_at: Generated<Date>;
};

export type AssessmentsRow = {
  authority_id: number;
  id: string;
  request_id: string;
  child_id: string;
  opened_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type AssessmentsMeasuredRow = {
  authority_id: number | null;
  assessment_id: string | null;
  request_id: string | null;
  child_id: string | null;
  opened_on: PlainDate | null;
  outcome: string | null;
  notified_on: PlainDate | null;
};

export type AssessmentsWithStageRow = {
  authority_id: number | null;
  id: string | null;
  request_id: string | null;
  reference: string | null;
  child_id: string | null;
  received_on: PlainDate | null;
  opened_on: PlainDate | null;
  asked: number | null;
  returned: number | null;
  outcome: string | null;
  decided_on: PlainDate | null;
  notified_on: PlainDate | null;
  stage: string | null;
};

export type AuditAgreedGradesRow = {
  authority_id: number;
  moderation_id: string;
  question: string;
  grade: string;
  reason: string;
};

export type AuditFormsRow = {
  authority_id: number;
  id: string;
  number: number;
  questions: ColumnType<Json, string, string>;
  made_by: string;
  made_at: Date;
};

export type AuditGradesRow = {
  authority_id: number;
  grading_id: string;
  question: string;
  grade: string | null;
  reason: string;
  version: number;
  saved_at: Date;
};

export type AuditGradingsRow = {
  authority_id: number;
  id: string;
  audit_plan_id: string;
  turn: number;
  auditor_id: string;
  auditor_name: string;
  agency: string;
  graded_by: string;
  begun_at: Date;
  given_at: Date | null;
};

export type AuditModerationsRow = {
  authority_id: number;
  id: string;
  audit_plan_id: string;
  present: string;
  met_on: PlainDate;
  recorded_by: string;
  recorded_at: Date;
};

export type AuditPlansRow = {
  authority_id: number;
  id: string;
  round_id: string;
  plan_id: string;
  version_id: string;
  place: number;
  twice: boolean;
  author_id: string | null;
  author_name: string | null;
  teams: string[];
  needs: string[];
  setting_type: string;
  issued_on: PlainDate;
};

export type AuditRepliesRow = {
  authority_id: number;
  id: string;
  audit_plan_id: string;
  body: string;
  written_by: string;
  written_by_name: string;
  written_at: Date;
};

export type AuditRoundsRow = {
  authority_id: number;
  id: string;
  name: string;
  issued_from: PlainDate;
  issued_to: PlainDate;
  team: string | null;
  need: string | null;
  setting_type: string | null;
  wanted: number;
  second_share: number;
  seed: string;
  eligible_ids: string[];
  form_number: number;
  questions: ColumnType<Json, string, string>;
  made_by: string;
  made_at: Date;
};

export type AuthoritiesRow = {
  code: number;
  name: string;
  region: string | null;
  ons_code: string | null;
  service_email: string | null;
  service_phone: string | null;
  postal_address: string | null;
  sendiass: string | null;
  mediation_adviser: string | null;
  brand_colour: string | null;
  fictional: Generated<boolean>;
  safeguarding: string | null;
  translation_notice: string | null;
};

export type BreachReasonKindsRow = {
  authority_id: number;
  id: string;
  words: string;
  added_by: string;
  added_at: Date;
  ended_at: Date | null;
};

export type BreachReasonsRow = {
  authority_id: number;
  id: string;
  request_id: string;
  child_id: string;
  time_limit: string;
  kind_id: string | null;
  reason: string;
  recorded_on: PlainDate;
  recorded_by: string;
  recorded_at: Generated<Date>;
  replaced_at: Date | null;
  amendment_id: string | null;
};

export type CapacityAssessmentsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  decision: string;
  has_capacity: boolean;
  assessed_on: PlainDate;
  assessed_by: string;
  reasons: string;
  recorded_by: string;
  recorded_at: Generated<Date>;
  parent_id: string | null;
};

export type CareMeasuredRow = {
  authority_id: number | null;
  child_id: string | null;
  from_on: PlainDate | null;
  until_on: PlainDate | null;
};

export type CaseAllocationsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  account_id: string;
  name: string;
  handover: string;
  allocated_by: string;
  from_on: PlainDate;
  recorded_at: Generated<Date>;
  ended_at: Date | null;
  left_at: Date | null;
};

export type CaseChangesRow = {
  authority_id: number;
  id: Generated<string>;
  child_id: string;
  organisation_id: string | null;
};

export type CaseRowsRow = {
  authority_id: number;
  request_id: string;
  child_id: string;
  reference: string;
  received_on: PlainDate;
  step: string;
  due_on: PlainDate;
  assessment_id: string | null;
  plan_id: string | null;
  issued_on: PlainDate | null;
  issue_decided_on: PlainDate | null;
  is_over: Generated<boolean>;
  decided_on: PlainDate | null;
  caseworker_id: string | null;
  caseworker: string | null;
  waits: Generated<string[]>;
  comments_until: PlainDate | null;
  waits_expected: Generated<PlainDate[]>;
  file_id: string;
  child_name: string;
  born_on: PlainDate;
  caseworker_left: Generated<boolean>;
};

export type CaseSearchesRow = {
  authority_id: number;
  id: string;
  account_id: string;
  words: string;
  searched_at: Date;
};

export type CaseStepsRow = {
  authority_id: number | null;
  child_id: string | null;
  request_id: string | null;
  reference: string | null;
  received_on: PlainDate | null;
  step: string | null;
  due_on: PlainDate | null;
  assessment_id: string | null;
  plan_id: string | null;
  issued_on: PlainDate | null;
  issue_decided_on: PlainDate | null;
  decided_on: PlainDate | null;
  caseworker_id: string | null;
  caseworker: string | null;
  caseworker_left: boolean | null;
};

export type CaseWaitsRow = {
  authority_id: number | null;
  request_id: string | null;
  child_id: string | null;
  subject_id: string | null;
  what: string | null;
  paragraph: string | null;
  who: string | null;
  organisation: string | null;
  since: PlainDate | null;
  due_on: PlainDate | null;
  promised_on: PlainDate | null;
};

export type ChildVoicesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  way: string;
  words: string;
  document_id: string | null;
  how_gathered: string;
  helped_by: string;
  gathered_on: PlainDate;
  said_by: string;
  organisation_id: string | null;
  recorded_by: string;
  confirmed_on: PlainDate | null;
  confirmed_how: string | null;
  confirmed_by: string | null;
  recorded_at: Generated<Date>;
};

export type ChildrenRow = {
  authority_id: number;
  id: string;
  given_names: string;
  family_name: string;
  preferred_name: string | null;
  born_on: PlainDate;
  sex: string | null;
  upn: string | null;
  uln: string | null;
  nhs_number: string | null;
  address_lines: Generated<string[]>;
  postcode: string | null;
  setting_id: string | null;
  joined_to: string | null;
  version: Generated<number>;
  recorded_at: Generated<Date>;
  names_form: Generated<string>;
};

export type ChildrenAccessRow = {
  authority_id: number;
  child_id: string;
  account_id: string;
  contact_id: string;
  basis: string;
  checked_by: string | null;
  joined_at: Date;
  ended_at: Date | null;
  given_by: string | null;
  ended_by: string | null;
  invitation_id: string | null;
  sees: string | null;
  until_on: PlainDate | null;
};

export type ChildrenCircumstancesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  kind: string;
  from_on: PlainDate | null;
  until_on: PlainDate | null;
  address_lines: Generated<string[]>;
  postcode: string | null;
  setting_id: string | null;
  by_authority: number | null;
  by_other: string | null;
  corrects: string | null;
  struck: Generated<boolean>;
  why: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  need: string | null;
  place: string | null;
  place_name: string | null;
};

export type ChildrenConsentsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  agency: string;
  organisation_id: string | null;
  what: string;
  given_by: string;
  given_on: PlainDate;
  given_how: string;
  recorded_by: string;
  recorded_at: Generated<Date>;
  withdrawn_by: string | null;
  withdrawn_on: PlainDate | null;
  withdrawn_how: string | null;
  withdrawal_recorded_by: string | null;
  withdrawal_recorded_at: Date | null;
};

export type ChildrenContactChangesRow = {
  authority_id: number;
  contact_id: string;
  version: number;
  was: ColumnType<Json, string, string>;
  became: ColumnType<Json, string, string>;
  by_kind: string;
  recorded_by: string;
  why: string | null;
  recorded_at: Generated<Date>;
};

export type ChildrenContactsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  name: string;
  relationship: string;
  email: string | null;
  phone: string | null;
  address_lines: Generated<string[]>;
  postcode: string | null;
  parental_responsibility: boolean;
  is_the_young_person: Generated<boolean>;
  restricted: Generated<boolean>;
  restricted_reason: string | null;
  prefers: Generated<string>;
  recorded_at: Generated<Date>;
  checked_how: string | null;
  checked_by: string | null;
  checked_at: Date | null;
  restricted_by: string | null;
  restricted_at: Date | null;
  format: Generated<string>;
  language: string | null;
  interpreter: string | null;
  bsl: Generated<boolean>;
  version: Generated<number>;
  lives_elsewhere: Generated<boolean>;
};

export type ChildrenHomesRow = {
  authority_id: number | null;
  child_id: string | null;
  address_lines: string[] | null;
  postcode: string | null;
  looked_after: boolean | null;
};

export type ChildrenMeasuredRow = {
  authority_id: number | null;
  child_id: string | null;
  born_on: PlainDate | null;
};

export type ChildrenMergeContactsRow = {
  authority_id: number;
  merge_id: string;
  contact_id: string;
};

export type ChildrenMergesRow = {
  authority_id: number;
  id: string;
  from_child_id: string;
  to_child_id: string;
  request_id: string | null;
  why: string;
  made_by: string;
  made_at: Generated<Date>;
  ended_why: string | null;
  ended_by: string | null;
  ended_at: Date | null;
};

export type ChildrenOrganisationsRow = {
  authority_id: number;
  child_id: string;
  organisation_id: string;
  reason: string;
  from_on: PlainDate;
  until_on: PlainDate | null;
  consent_id: string | null;
};

export type ChildrenParticularsRow = {
  authority_id: number;
  child_id: string;
  version: number;
  part: string;
  given_names: string;
  family_name: string;
  preferred_name: string | null;
  born_on: PlainDate;
  sex: string | null;
  ethnicity: string | null;
  first_language: string | null;
  home_languages: string | null;
  interpreter: string | null;
  bsl: Generated<boolean>;
  upn: string | null;
  uln: string | null;
  upn_unknown: string | null;
  nhs_number: string | null;
  nhs_unknown: string | null;
  why: string | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  from_child_id: string | null;
};

export type ComplexityWeightsRow = {
  authority_id: number;
  factor: string;
  weight: number;
  set_by: string;
  set_at: Date;
};

export type ConsultationActsRow = {
  authority_id: number;
  id: string;
  consultation_id: string;
  child_id: string;
  organisation_id: string;
  kind: string;
  on_day: PlainDate;
  due_on: PlainDate | null;
  words: string;
  by_name: string;
  recorded_at: Generated<Date>;
};

export type ConsultationAnswersRow = {
  authority_id: number;
  consultation_id: string;
  organisation_id: string;
  answered_by: string;
  answer: ColumnType<Json, string, string>;
  recorded_at: Generated<Date>;
  answered_on: PlainDate;
};

export type ConsultationsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  version_id: string;
  setting_id: string;
  organisation_id: string;
  why: string;
  sent_on: PlainDate;
  due_on: PlainDate | null;
  answered_on: PlainDate | null;
  recorded_at: Generated<Date>;
  opened_on: PlainDate | null;
  reviewed_by: string | null;
  copy_sent_on: PlainDate | null;
};

export type ConsultationsAskedRow = {
  authority_id: number | null;
  id: string | null;
  child_id: string | null;
  organisation_id: string | null;
};

export type ConsultationsMeasuredRow = {
  authority_id: number | null;
  id: string | null;
  sent_on: PlainDate | null;
  answered_on: PlainDate | null;
  ended_on: PlainDate | null;
};

export type DashboardBuildsRow = {
  one: Generated<boolean>;
  version: string;
  built_at: Date;
  notes: ColumnType<Json, string | undefined, string>;
};

export type DashboardCountsRow = {
  authority_id: number;
  measure: string;
  period_kind: string;
  year: number;
  topic: string;
  breakdown: string;
  numerator: number;
  denominator: number | null;
  as_of: PlainDate;
  computed_at: Date;
};

export type DashboardFiguresRow = {
  measure: string;
  area: string;
  period_kind: string;
  year: number;
  topic: string;
  breakdown: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  mark: string | null;
  release_id: string;
};

export type DashboardPartsRow = {
  dataset: string;
  version: string;
  notes: ColumnType<Json, string | undefined, string>;
};

export type DashboardReleasesRow = {
  authority_id: number;
  released_on: PlainDate;
  measure: string;
  period_kind: string;
  year: number;
  topic: string;
  breakdown: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  mark: string | null;
  policy: string;
  as_of: PlainDate;
};

export type DocumentKeptBackRow = {
  authority_id: number;
  id: string;
  child_id: string;
  document_id: string;
  contact_id: string | null;
  reader_name: string;
  shown_contact_id: string | null;
  kept_on: PlainDate;
  recorded_at: Generated<Date>;
  again_of: string | null;
};

export type DocumentKeptBackEndsRow = {
  authority_id: number;
  kept_back_id: string;
  done: string;
  ended_on: PlainDate;
  ended_by: string;
  ended_by_name: string;
  recorded_at: Generated<Date>;
};

export type DocumentPagesRow = {
  authority_id: number;
  document_id: string;
  number: number;
  text: string;
  place: string | null;
};

export type DocumentReadingsRow = {
  authority_id: number;
  document_id: string;
  read_at: Date;
  page_count: number | null;
  problem: string | null;
  laid_out: Generated<string>;
};

export type DocumentScansRow = {
  authority_id: number;
  document_id: string;
  scanned_at: Date;
  passed: boolean;
  finding: string | null;
};

export type DocumentSharesRow = {
  authority_id: number;
  document_id: string;
  organisation_id: string;
  shared_at: Generated<Date>;
  shared_by: string | null;
  ended_at: Date | null;
  though_withheld: Generated<boolean>;
};

export type DocumentWithholdingActsRow = {
  authority_id: number;
  id: string;
  document_id: string;
  act: string;
  ground: string | null;
  reason: string;
  review_by: PlainDate | null;
  acted_at: Date;
  acted_by: string;
  acted_by_name: string;
  raised_on: PlainDate | null;
  reviewer: string | null;
  reviewer_name: string | null;
};

export type DocumentsRow = {
  authority_id: number;
  id: string;
  child_id: string | null;
  draft_id: string | null;
  organisation_id: string | null;
  kind: string;
  title: string;
  media_type: string;
  byte_size: number;
  sha256: string;
  storage_key: string;
  uploaded_at: Generated<Date>;
  uploaded_by: string | null;
  uploaded_by_name: string | null;
  withheld_from_family: Generated<boolean>;
  withheld_reason: string | null;
  made_here: Generated<boolean>;
  written_by: string | null;
  written_on: PlainDate | null;
};

export type DraftSectionsRow = {
  authority_id: number;
  draft_id: string;
  question: string;
  version: Generated<number>;
  saved_by: string | null;
  saved_at: Date | null;
  held_by: string | null;
  held_name: string | null;
  held_until: Date | null;
};

export type DraftSharingsRow = {
  authority_id: number;
  id: string;
  draft_id: string;
  owner_id: string;
  owner_name: string;
  invites: string;
  invited_at: Date;
  editor_id: string | null;
  editor_name: string | null;
  joined_at: Date | null;
  ended_at: Date | null;
  ended_by: string | null;
};

export type EventsRow = {
  authority_id: number;
  id: Generated<string>;
  recorded_at: Generated<Date>;
  child_id: string | null;
  organisation_id: string | null;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  kind: string;
  subject: string;
  subject_id: string;
  data: ColumnType<Json, string | undefined, string>;
  unseen_child_id: string | null;
};

export type ExistingAdviceRow = {
  authority_id: number;
  id: string;
  assessment_id: string;
  child_id: string;
  paragraph: string;
  author_name: string;
  author_role: string;
  advised_on: PlainDate;
  statement: string;
  proposed_on: PlainDate;
  proposed_by: string;
  recorded_at: Generated<Date>;
  organisation_id: string | null;
};

export type ExistingAdviceAgreementsRow = {
  authority_id: number;
  existing_advice_id: string;
  party: string;
  child_id: string;
  satisfied: boolean;
  name: string;
  agreed_on: PlainDate;
  recorded_by: string;
  recorded_at: Generated<Date>;
};

export type ExperienceAnswersRow = {
  authority_id: number;
  id: Generated<string>;
  stage: string;
  kind: string;
  quarter_on: PlainDate;
  question: string;
  answer: number;
};

export type ExperienceChoicesRow = {
  authority_id: number;
  id: string;
  child_id: string | null;
  contact_id: string | null;
  organisation_id: string | null;
  asks: boolean;
  said_by: string;
  said_how: string;
  said_on: PlainDate;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
};

export type ExperienceInvitationsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  contact_id: string | null;
  organisation_id: string | null;
  stage: string;
  kind: string;
  subject_id: string;
  ended_on: PlainDate;
  asked_on: PlainDate;
  closes_on: PlainDate;
  letter_id: string | null;
};

export type ExperienceMeasuredRow = {
  authority_id: number | null;
  quarter_on: PlainDate | null;
  stage: string | null;
  kind: string | null;
  question: string | null;
  agreed: number | null;
  answered: number | null;
  written_down: number | null;
};

export type ExperienceRepliesRow = {
  authority_id: number;
  invitation_id: string;
  how: string;
  written_down: Generated<boolean>;
};

export type ExperienceStagesRow = {
  authority_id: number | null;
  stage: string | null;
  subject_id: string | null;
  child_id: string | null;
  organisation_id: string | null;
  ended_on: PlainDate | null;
};

export type ExperienceWordsRow = {
  authority_id: number;
  id: Generated<string>;
  stage: string;
  kind: string;
  quarter_on: PlainDate;
  words: string;
};

export type FamilyNewsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  organisation_id: string | null;
  kind: string;
  happened_at: Date;
  recorded_at: Generated<Date>;
  gathered_at: Date | null;
};

export type FamilyUpdatesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  contact_id: string;
  kinds: string[];
  due_at: Date;
  written_at: Date | null;
  letter_id: string | null;
};

export type HealthAdviceOutstandingRow = {
  authority_id: number | null;
  id: string | null;
  child_id: string | null;
  authority_name: string | null;
  child_name: string | null;
  paragraph: string | null;
  organisation_id: string | null;
  organisation_name: string | null;
  adviser_name: string | null;
  waiting_since: PlainDate | null;
  due_on: PlainDate | null;
};

export type IdempotencyKeysRow = {
  actor_id: string;
  key: string;
  route: string;
  location: string | null;
  created_at: Generated<Date>;
};

export type InboxItemsRow = {
  authority_id: number | null;
  organisation_id: string | null;
  kind: string | null;
  id: string | null;
  child_id: string | null;
  detail: string | null;
  waiting_since: PlainDate | null;
  due_on: PlainDate | null;
  answered_on: PlainDate | null;
  allocated: boolean | null;
  holder_id: string | null;
  holder_name: string | null;
  authority_name: string | null;
  child_name: string | null;
  search_form: string | null;
};

export type InstallationRow = {
  only_row: Generated<boolean>;
  demo: boolean;
  home_authority: number | null;
  installed_at: Generated<Date>;
};

export type InvitationCodesRow = {
  authority_id: number;
  id: string;
  invitation_id: string;
  secret_hash: Buffer;
  sent_at: Date;
  expires_at: Date;
  tries: Generated<number>;
  used_at: Date | null;
};

export type InvitationsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  contact_id: string;
  name: string;
  email: string;
  relationship: string;
  sees: string;
  until_on: PlainDate;
  invited_at: Date;
  said_by: string;
  said_how: string;
  said_on: PlainDate;
  recorded_by: string | null;
  account_id: string | null;
  accepted_at: Date | null;
  ended_at: Date | null;
  ended_by: string | null;
};

export type KnownAnswersRow = {
  authority_id: number;
  question_id: string;
  child_id: string;
  organisation_id: string | null;
  answered_on: PlainDate;
  answered_by: string;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
};

export type KnownProfessionalsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  name: string;
  role: string;
  workplace: string;
  how_known: string;
  known_since: string;
  paragraph: string | null;
  may_contact: boolean | null;
  consent_note: string;
  said_by: string;
  said_by_name: string;
  organisation_id: string | null;
  recorded_by: string | null;
  said_on: PlainDate;
  removed_on: PlainDate | null;
  removed_by: string | null;
  removed_reason: string | null;
  recorded_at: Generated<Date>;
};

export type KnownQuestionsRow = {
  authority_id: number;
  id: string;
  assessment_id: string;
  child_id: string;
  party: string;
  organisation_id: string | null;
  answer_by: PlainDate;
  asked_on: PlainDate;
  asked_by: string;
  recorded_at: Generated<Date>;
};

export type LanguagesMeasuredRow = {
  authority_id: number | null;
  child_id: string | null;
  first_language: string | null;
};

export type LeaveCoverRow = {
  authority_id: number;
  id: string;
  away_id: string;
  cover_id: string;
  from_on: PlainDate;
  until_on: PlainDate;
  recorded_by: string;
  recorded_at: Generated<Date>;
  ended_at: Date | null;
  cover_name: string;
  told_at: Date | null;
  end_told_at: Date | null;
};

export type LetterEasyReadsRow = {
  authority_id: number;
  letter_id: string;
  content: ColumnType<Json, string, string>;
  made_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type LettersRow = {
  authority_id: number;
  id: string;
  child_id: string | null;
  contact_id: string | null;
  organisation_id: string | null;
  recipient_name: string;
  channel: string;
  address: string[];
  template: string;
  subject: string;
  body: string;
  secret: string | null;
  document_id: string | null;
  reason: string | null;
  created_at: Generated<Date>;
  attempts: Generated<number>;
  by_hand_since: Date | null;
  sent_at: Date | null;
  sent_by: string | null;
  provider_reference: string | null;
  failed_at: Date | null;
  failure: string | null;
  short: Generated<boolean>;
  written_to: string[] | null;
  again_of: string | null;
  chosen_way: string | null;
};

export type ListCriteriaRow = {
  authority_id: number;
  number: number;
  base: string;
  bands: number[];
  usual_miles: number;
  why: string;
  from_on: PlainDate;
  saved_by_name: string;
  recorded_at: Generated<Date>;
};

export type MessagesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  from_kind: string;
  from_name: string;
  body: string;
  sent_at: Date;
  promised_on: PlainDate | null;
  answered_at: Date | null;
  closed_reason: string | null;
  seen_at: Date | null;
  heard_how: string | null;
  heard_on: PlainDate | null;
  recorded_by: string | null;
  contact_id: string | null;
};

export type MessagesMeasuredRow = {
  authority_id: number | null;
  id: string | null;
  said_on: PlainDate | null;
  promised_on: PlainDate | null;
  answered_on: PlainDate | null;
};

export type MissedAppointmentDecisionsRow = {
  authority_id: number;
  missed_appointment_id: string;
  child_id: string;
  organisation_id: string;
  exception_id: string | null;
  reason: string;
  decided_on: PlainDate;
  decided_by: string;
  recorded_at: Generated<Date>;
};

export type MissedAppointmentsRow = {
  authority_id: number;
  id: string;
  advice_request_id: string;
  child_id: string;
  organisation_id: string;
  missed_on: PlainDate;
  what: string;
  evidence: string;
  recorded_by: string;
  recorded_at: Generated<Date>;
};

export type MyPlansRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  number: number;
  good: string;
  hard: string;
  helps: string;
  hopes: string;
  more: string;
  how_made: string;
  helped_by: string;
  made_on: PlainDate;
  written_by: string;
  said_by: string;
  confirmed_on: PlainDate | null;
  confirmed_how: string | null;
  confirmed_helped_by: string | null;
  confirmed_by: string | null;
  recorded_at: Generated<Date>;
};

export type NeedsMeasuredRow = {
  authority_id: number | null;
  child_id: string | null;
  need: string | null;
  from_on: PlainDate | null;
  until_on: PlainDate | null;
  recorded_at: Date | null;
};

export type NotifiedBodiesRow = {
  authority_id: number;
  id: string;
  office: string;
  organisation_id: string | null;
  name: string | null;
  email: string | null;
  said_by: string;
  said_at: Generated<Date>;
};

export type OrganisationChoicesRow = {
  organisation_id: string;
  id: string;
  anyone_allocates: boolean;
  chosen_by: string;
  chosen_at: Generated<Date>;
};

export type OrganisationJoiningsRow = {
  organisation_id: string;
  id: string;
  account_id: string;
  through_authority: number;
  name: string;
  email: string;
  asked_at: Date;
  let_in: boolean | null;
  answered_at: Date | null;
  answered_by: string | null;
  told_at: Date | null;
};

export type OrganisationMembersRow = {
  organisation_id: string;
  account_id: string;
  name: string;
  email: string;
  administrator: Generated<boolean>;
  added_by: string | null;
  added_at: Generated<Date>;
  removed_at: Date | null;
  rejoined_at: Date | null;
};

export type OrganisationMessagesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  organisation_id: string;
  from_kind: string;
  from_name: string;
  from_account: string | null;
  body: string;
  sent_at: Date;
  promised_on: PlainDate | null;
  answered_at: Date | null;
  closed_reason: string | null;
  seen_at: Date | null;
};

export type OrganisationOfficersRow = {
  organisation_id: string;
  id: string;
  account_id: string;
  role: string;
  holds: boolean;
  said_by: string;
  said_at: Generated<Date>;
};

export type OrganisationsRow = {
  id: string;
  kind: string;
  name: string;
  setting_id: string | null;
  email: string | null;
};

export type ParentsInvolvementRow = {
  authority_id: number;
  id: string;
  child_id: string;
  involved: boolean;
  said_on: PlainDate;
  how: string;
  recorded_by: string;
  recorded_at: Generated<Date>;
};

export type ParticularsMeasuredRow = {
  authority_id: number | null;
  child_id: string | null;
  sex: string | null;
  ethnicity: string | null;
};

export type PlacementAdmissionsRow = {
  authority_id: number;
  id: string;
  version_id: string;
  place: number;
  child_id: string;
  organisation_id: string | null;
  admitted_on: PlainDate | null;
  why_not: string;
  expected_on: PlainDate | null;
  said_by: string;
  said_on: PlainDate;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
};

export type PlacementAnswersRow = {
  authority_id: number;
  id: string;
  check_id: string;
  child_id: string;
  party: string;
  organisation_id: string | null;
  lines: ColumnType<Json, string, string>;
  said_by: string;
  said_on: PlainDate;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
};

export type PlacementChecksRow = {
  authority_id: number;
  id: string;
  child_id: string;
  placement_id: string;
  version_id: string;
  kind: string;
  term_ends_on: PlainDate | null;
  organisation_id: string | null;
  asks_family: boolean;
  asked_on: PlainDate;
  answer_by: PlainDate;
  reminded_on: PlainDate | null;
  ended_on: PlainDate | null;
  recorded_at: Generated<Date>;
};

export type PlacementEndsRow = {
  authority_id: number;
  placement_id: string;
  child_id: string;
  how: string;
  words: string;
  ended_on: PlainDate;
  ended_by: string;
  recorded_at: Generated<Date>;
};

export type PlacementNamedRow = {
  authority_id: number | null;
  child_id: string | null;
  version_id: string | null;
  plan_id: string | null;
  place: number | null;
  kind: string | null;
  setting_id: string | null;
  setting_name: string | null;
  setting_now_id: string | null;
  setting_type: string | null;
  attendance: string | null;
  must_admit: boolean | null;
  organisation_id: string | null;
  named_on: PlainDate | null;
};

export type PlacementNamingsRow = {
  authority_id: number;
  version_id: string;
  place: number;
  plan_id: string;
  child_id: string;
  version_number: number;
  kind: string;
  setting_id: string | null;
  setting_name: string | null;
  setting_type: string | null;
  attendance: string | null;
  must_admit: Generated<boolean>;
  organisation_id: string | null;
  named_on: PlainDate;
  until_on: PlainDate | null;
  recorded_at: Generated<Date>;
};

export type PlacementProblemActsRow = {
  authority_id: number;
  id: string;
  problem_id: string;
  child_id: string;
  number: number;
  kind: string;
  words: string;
  due_on: PlainDate | null;
  by_name: string;
  on_day: PlainDate;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
};

export type PlacementProblemsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  version_id: string;
  row_id: string;
  words: string;
  since: string;
  said_by: string;
  contact_id: string | null;
  said_on: PlainDate;
  due_on: PlainDate;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
};

export type PlacementSettingsRow = {
  setting_id: string | null;
  now_id: string | null;
  type: string | null;
  type_group: string | null;
  early_years: boolean | null;
};

export type PlacementSpellsRow = {
  authority_id: number | null;
  child_id: string | null;
  id: string | null;
  kind: string | null;
  rank: number | null;
  from_on: PlainDate | null;
  until_on: PlainDate | null;
  ended_how: string | null;
  setting_id: string | null;
  setting_name: string | null;
  setting_now_id: string | null;
  setting_now_name: string | null;
  urn: number | null;
  ukprn: string | null;
  sen_setting: string | null;
  recorded_on: PlainDate | null;
  residential: string | null;
  sen_unit: boolean | null;
  resourced_provision: boolean | null;
};

export type PlacementTravelRow = {
  authority_id: number;
  id: string;
  child_id: string;
  placement_id: string;
  needs: string;
  handed_to: string;
  letter_id: string | null;
  handed_on: PlainDate;
  handed_by: string;
  recorded_at: Generated<Date>;
};

export type PlacementsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  kind: string;
  rank: number;
  setting_id: string | null;
  setting_name: string | null;
  weeks: string | null;
  provided_in: string | null;
  words: string;
  from_on: PlainDate;
  recorded_by: string;
  recorded_at: Generated<Date>;
};

export type PlanActsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  kind: string;
  on_day: PlainDate;
  by_name: string;
  about: string | null;
  body: ColumnType<Json, string, string>;
  recorded_at: Generated<Date>;
};

export type PlanAmendmentEndsRow = {
  authority_id: number;
  amendment_id: string;
  plan_id: string;
  child_id: string;
  how: string;
  reasons: string;
  ended_on: PlainDate;
  ended_by: string;
  recorded_at: Generated<Date>;
};

export type PlanAmendmentEvidenceRow = {
  authority_id: number;
  version_id: string;
  document_id: string;
  plan_id: string;
  child_id: string;
  title: string;
};

export type PlanAmendmentNoticesRow = {
  authority_id: number;
  version_id: string;
  amendment_id: string;
  plan_id: string;
  child_id: string;
  section_i_may_change: boolean;
  rests_on: string;
};

export type PlanAmendmentsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  number: number;
  from_version_id: string;
  review_meeting_on: PlainDate | null;
  why: string;
  begun_on: PlainDate;
  begun_by: string;
  recorded_at: Generated<Date>;
};

export type PlanChangesRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  act_id: string;
  at: string;
  section: string;
  how: string;
  about: string | null;
  place: number | null;
  before: ColumnType<Json | null, string | null | undefined, string | null>;
  after: ColumnType<Json | null, string | null | undefined, string | null>;
  actor_id: string | null;
  by_name: string;
  proposed_by: string | null;
  changed_at: Date;
  recorded_at: Generated<Date>;
};

export type PlanCheckLimitsRow = {
  authority_id: number;
  advice_months: number | null;
  reading_age: number | null;
  set_by: string;
  set_at: Date;
};

export type PlanCitationsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  document_id: string;
  source: string;
  written_on: PlainDate | null;
  pages: number[] | null;
  place: string | null;
  cited_by: string;
  cited_at: Date;
};

export type PlanConversionAcceptancesRow = {
  authority_id: number;
  conversion_id: string;
  child_id: string;
  plan_id: string;
  settled: string;
  strength: string | null;
  candidates: number;
  reason: string;
  accepted_by: string;
  accepted_at: Date;
};

export type PlanConversionDecisionsRow = {
  authority_id: number;
  conversion_id: string;
  passage: number;
  version: number;
  place: ColumnType<Json | null, string | null | undefined, string | null>;
  text: string;
  links: string[];
  left_out_reason: string | null;
  decided_by: string;
  decided_at: Date;
};

export type PlanConversionsRow = {
  authority_id: number;
  id: string;
  document_id: string;
  kind: string;
  title: string;
  reading: ColumnType<Json, string, string>;
  sent_by: string;
  sent_at: Date;
  set_aside_reason: string | null;
  set_aside_by: string | null;
  set_aside_at: Date | null;
};

export type PlanDraftsRow = {
  authority_id: number;
  plan_id: string;
  child_id: string;
  content: ColumnType<Json, string, string>;
  versions: ColumnType<Json, string, string>;
  saved_at: Generated<Date>;
  answers: ColumnType<Json, string | undefined, string>;
};

export type PlanExceptionsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  rule: string;
  section: string;
  row_id: string | null;
  words: string;
  why: string;
  reason: string;
  recorded_by: string;
  recorded_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type PlanLayoutRefusalsRow = {
  authority_id: number;
  run_id: string;
  version_id: string;
  why: string;
  recorded_at: Generated<Date>;
};

export type PlanLayoutRunsRow = {
  authority_id: number;
  id: string;
  layout: number;
  asked_by: string;
  asked_at: Date;
  recorded_at: Generated<Date>;
};

export type PlanNamingsRow = {
  authority_id: number;
  version_id: string;
  plan_id: string;
  child_id: string;
  decision: ColumnType<Json, string, string>;
  decided_by: string;
  recorded_at: Generated<Date>;
};

export type PlanNeedPlacesRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  advice_id: string;
  need_id: string;
  words: string;
  place: string;
  row_id: string | null;
  reason: string;
  recorded_by: string;
  recorded_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type PlanRecipientsRow = {
  authority_id: number;
  id: string;
  version_id: string;
  child_id: string;
  kind: string;
  name: string;
  reason: string;
  contact_id: string | null;
  organisation_id: string | null;
  letter_id: string | null;
  chosen_by: string;
  recorded_at: Generated<Date>;
};

export type PlanRemarksRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  kind: string;
  side: string;
  by_name: string;
  organisation_id: string | null;
  row_id: string | null;
  representation_id: string | null;
  comment_id: string | null;
  words: string;
  said_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type PlanSendingsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  version_id: string;
  contact_id: string;
  recipient_name: string;
  letter_id: string;
  concerns: string[];
  reason: string;
  sent_by: string;
  sent_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type PlanSendingsHeldRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  version_id: string;
  reader: string;
  organisation_id: string;
  setting_id: string | null;
  name: string;
  reason: string;
  held_on: PlainDate;
  chosen_by: string;
  recorded_at: Generated<Date>;
};

export type PlanSendingsWaitingRow = {
  authority_id: number | null;
  id: string | null;
  plan_id: string | null;
  child_id: string | null;
  version_id: string | null;
  reader: string | null;
  organisation_id: string | null;
  setting_id: string | null;
  name: string | null;
  reason: string | null;
  held_on: PlainDate | null;
  chosen_by: string | null;
  recorded_at: Date | null;
  kind: string | null;
  number: number | null;
};

export type PlanShowingsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  organisation_id: string;
  words: string;
  shown_on: PlainDate;
  shown_by: string;
  looked_at: Date | null;
  looked_by: string | null;
  plan_issued_on: PlainDate | null;
  ended_on: PlainDate | null;
  ended_by: string | null;
  recorded_at: Generated<Date>;
};

export type PlanShownLinesRow = {
  authority_id: number;
  showing_id: string;
  row_id: string;
  child_id: string;
  place: number;
  section: string;
  name: string;
  line: ColumnType<Json, string, string>;
  taken_back_on: PlainDate | null;
};

export type PlanSuggestionsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  at: string;
  section: string;
  base: ColumnType<Json | null, string | null | undefined, string | null>;
  proposed: ColumnType<Json | null, string | null | undefined, string | null>;
  why: string;
  proposer: string;
  by_name: string;
  representation_id: string | null;
  suggested_on: PlainDate;
  answered_on: PlainDate | null;
  outcome: string | null;
  reasons: string | null;
  answered_by: string | null;
  recorded_at: Generated<Date>;
  organisation_id: string | null;
};

export type PlanTranslationsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  version_id: string;
  language: string;
  words_hash: string;
  rows: ColumnType<Json, string, string>;
  received_on: PlainDate;
  received_by: string;
  recorded_at: Generated<Date>;
  translator: string | null;
  translated_on: PlainDate | null;
  checked_how: string | null;
  kept_on: PlainDate | null;
  kept_by: string | null;
  kept_at: Date | null;
};

export type PlanVersionCitationsRow = {
  authority_id: number;
  version_id: string;
  citation_id: string;
  child_id: string;
};

export type PlanVersionCopiesRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  version_id: string;
  reader: string;
  kind: string;
  number: number;
  content: ColumnType<Json, string, string>;
  content_hash: string;
  sent_on: PlainDate;
  served_on: PlainDate;
  officer: string | null;
  document_id: string | null;
  all_shown: boolean;
  recorded_at: Generated<Date>;
  citations: ColumnType<Json | null, string | null | undefined, string | null>;
};

export type PlanVersionsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  kind: string;
  number: number;
  content: ColumnType<Json, string, string>;
  content_hash: string;
  sent_on: PlainDate;
  served_on: PlainDate;
  last_day_for_views: PlainDate | null;
  officer: string | null;
  changes: ColumnType<Json, string | undefined, string>;
  preference_not_followed: ColumnType<Json | null, string | null | undefined, string | null>;
  document_id: string | null;
  recorded_at: Generated<Date>;
  archive_document_id: string | null;
  amendment_id: string | null;
};

export type PlanWithholdingMendsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  withholding_id: string;
  as_withholding_id: string | null;
  version_id: string | null;
  reason: string | null;
  mended_on: PlainDate;
  mended_by: string;
  mended_by_name: string;
  recorded_at: Generated<Date>;
};

export type PlanWithholdingReviewsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  withholding_id: string;
  outcome: string;
  reason: string;
  review_by: PlainDate | null;
  reviewed_on: PlainDate;
  reviewed_by: string;
  reviewed_by_name: string;
  recorded_at: Generated<Date>;
};

export type PlanWithholdingsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  row_id: string | null;
  words: string | null;
  readers: string[];
  ground: string | null;
  reason: string;
  review_by: PlainDate;
  withheld_on: PlainDate;
  withheld_by: string;
  withheld_by_name: string;
  recorded_at: Generated<Date>;
  left_out: string[] | null;
};

export type PlanWordsRow = {
  authority_id: number;
  version_id: string;
  plan_id: string;
  child_id: string;
  layout: number;
  sections: ColumnType<Json, string, string>;
  words_hash: string;
  recorded_at: Generated<Date>;
  document_id: string | null;
  run_id: string | null;
  archive_document_id: string | null;
};

export type PlanWorkingCopiesRow = {
  authority_id: number;
  plan_id: string;
  actor_id: string;
  form: string;
  child_id: string;
  fields: ColumnType<Json, string, string>;
  saved_at: Date;
};

export type PlanWritersRow = {
  authority_id: number;
  plan_id: string;
  form: string;
  actor_id: string;
  child_id: string;
  by_name: string;
  seen_at: Date;
};

export type PlansRow = {
  authority_id: number;
  id: string;
  child_id: string;
  request_id: string | null;
  assessment_id: string | null;
  opened_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type PlansInForceRow = {
  authority_id: number | null;
  version_id: string | null;
  layout: number | null;
};

export type PlansMeasuredRow = {
  authority_id: number | null;
  plan_id: string | null;
  child_id: string | null;
  request_id: string | null;
  assessment_id: string | null;
  issued_on: PlainDate | null;
  is_first: boolean | null;
};

export type PlansPlacedRow = {
  authority_id: number | null;
  plan_id: string | null;
  child_id: string | null;
  kind: string | null;
  setting_id: string | null;
};

export type PlansWithStageRow = {
  authority_id: number | null;
  id: string | null;
  child_id: string | null;
  request_id: string | null;
  assessment_id: string | null;
  issued_on: PlainDate | null;
  draft_number: number | null;
  last_day_for_views: PlainDate | null;
  stage: string | null;
};

export type PostcodesRow = {
  postcode: string;
  authority_code: number;
  latitude: number;
  longitude: number;
  terminated_in: PlainDate | null;
};

export type PublishedPlansRow = {
  la_code: number;
  measure: string;
  year: number;
  age: number | null;
  count: number;
};

export type QuietNoticesRow = {
  authority_id: number;
  child_id: string;
  since_on: PlainDate;
  told_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type RepresentationsMeasuredRow = {
  authority_id: number | null;
  id: string | null;
  said_on: PlainDate | null;
  answered_on: PlainDate | null;
};

export type RepresentativesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  contact_id: string;
  kind: string;
  paper_seen: string;
  from_on: PlainDate;
  until_on: PlainDate | null;
  recorded_by: string;
  recorded_at: Generated<Date>;
  ended_by: string | null;
  parent_id: string | null;
};

export type RequestAttentionRow = {
  authority_id: number;
  request_id: string;
  child_id: string;
  teller_name: string;
  teller_role: string;
  teller_organisation: string;
  teller_email: string | null;
  told_parent: string;
  told_words: string;
  family_told_on: PlainDate | null;
  family_told_by: string | null;
  recorded_at: Generated<Date>;
  not_told_why: string | null;
  not_told_by: string | null;
  not_told_on: PlainDate | null;
};

export type RequestCodesRow = {
  authority_id: number;
  id: string;
  purpose: string;
  request_id: string | null;
  draft_id: string | null;
  secret_hash: Buffer;
  sent_at: Date;
  expires_at: Date;
  tries: Generated<number>;
  used_at: Date | null;
};

export type RequestDecisionsRow = {
  authority_id: number;
  request_id: string;
  child_id: string;
  outcome: string;
  has_or_may_have_sen: boolean;
  provision_may_be_necessary: boolean;
  evidence: string;
  reasons: string;
  what_would_change: string;
  decided_on: PlainDate;
  notified_on: PlainDate;
  decided_by: string;
  recorded_at: Generated<Date>;
};

export type RequestDraftsRow = {
  authority_id: number;
  id: string;
  owner_id: string;
  source: string;
  answers: ColumnType<Json, string | undefined, string>;
  version: Generated<number>;
  begun_at: Date;
  saved_at: Date;
  kept_until: Date;
  request_id: string | null;
  sent_at: Date | null;
};

export type RequestExceptionsRow = {
  authority_id: number;
  id: string;
  request_id: string;
  child_id: string;
  ground: string;
  from_on: PlainDate;
  until_on: PlainDate | null;
  reason: string;
  evidence: string;
  recorded_at: Generated<Date>;
  recorded_by: string;
  advice_request_id: string | null;
  organisation_id: string | null;
  advice_asked_on: PlainDate | null;
  withdrawn_on: PlainDate | null;
  withdrawn_reason: string | null;
  withdrawn_by: string | null;
};

export type RequestFilesRow = {
  authority_id: number;
  request_id: string;
  child_id: string;
  settled: string;
  strength: string | null;
  candidates: number;
  reason: string;
  contact_check: string | null;
  settled_by: string;
  settled_at: Generated<Date>;
};

export type RequestFlagsRow = {
  authority_id: number;
  id: string;
  request_id: string;
  child_id: string;
  kind: string;
  words: string;
  raised_by: string;
  raised_at: Date;
  ended_at: Date | null;
  ended_by: string | null;
  ended_reason: string | null;
};

export type RequestNoticesRow = {
  authority_id: number;
  request_id: string;
  child_id: string;
  notice: string;
  office: string;
  name: string;
  organisation_id: string | null;
  letter_id: string | null;
  told_how: string | null;
  told_on: PlainDate;
  told_by: string;
  recorded_at: Generated<Date>;
};

export type RequestReferralsRow = {
  authority_id: number;
  request_id: string;
  child_id: string;
  to_authority: number;
  referred_on: PlainDate;
  referred_by: string;
  arrives_as: string | null;
  recorded_at: Generated<Date>;
};

export type RequestWithdrawalsRow = {
  authority_id: number;
  request_id: string;
  child_id: string;
  withdrawn_on: PlainDate;
  withdrawn_by: string;
  reason: string;
  recorded_at: Generated<Date>;
  kind: Generated<string>;
};

export type RequestsRow = {
  authority_id: number;
  id: string;
  reference: string;
  child_id: string;
  received_on: PlainDate;
  received_how: string;
  source: string;
  requester_name: string;
  contact_id: string | null;
  organisation_id: string | null;
  stated: ColumnType<Json, string, string>;
  file_opened_at: Date | null;
  recorded_at: Generated<Date>;
  place: string | null;
};

export type RequestsExceptedRow = {
  authority_id: number | null;
  request_id: string | null;
};

export type RequestsMeasuredRow = {
  authority_id: number | null;
  request_id: string | null;
  child_id: string | null;
  received_on: PlainDate | null;
  outcome: string | null;
  notified_on: PlainDate | null;
  ended_on: PlainDate | null;
  ended_how: string | null;
};

export type RequestsWithStageRow = {
  authority_id: number | null;
  id: string | null;
  reference: string | null;
  child_id: string | null;
  received_on: PlainDate | null;
  source: string | null;
  organisation_id: string | null;
  outcome: string | null;
  notified_on: PlainDate | null;
  withdrawn_on: PlainDate | null;
  stage: string | null;
};

export type RightsNoticesRow = {
  authority_id: number;
  child_id: string;
  kind: string;
  last_day: PlainDate;
  young_person_told: boolean;
  sent_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type SavedComparisonsRow = {
  authority_id: number;
  id: string;
  name: string;
  chosen: string;
  saved_by: string;
  saved_at: Date;
};

export type SavedViewsRow = {
  authority_id: number;
  id: string;
  account_id: string;
  name: string | null;
  shared: Generated<boolean>;
  chosen: ColumnType<Json, string, string>;
  saved_at: Date;
};

export type SchemaMigrationsRow = {
  name: string;
  hash: string;
  applied_at: Generated<Date>;
};

export type Section41EntriesRow = {
  published_on: PlainDate;
  place: number;
  urn: number | null;
  ukprn: string | null;
  name: string;
  type: string | null;
  postcode: string | null;
  approved_on: PlainDate | null;
  setting_id: string | null;
};

export type Section41ListsRow = {
  published_on: PlainDate;
  content_hash: string;
  imported_at: Generated<Date>;
};

export type SessionsRow = {
  id: string;
  token_hash: Buffer;
  account_id: string | null;
  tracker_children: string[] | null;
  draft_id: string | null;
  second_factor: Generated<boolean>;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  tracker_contact: string | null;
};

export type SettingAdditionsRow = {
  authority_id: number;
  id: string;
  setting_id: string;
  kind: string;
  words: string;
  on_day: PlainDate;
  by_name: string;
  recorded_at: Generated<Date>;
};

export type SettingDeclarationsRow = {
  setting_id: string;
  number: number;
  part: string;
  said_on: PlainDate;
  organisation_id: string | null;
  told_authority: number | null;
  needs: string[] | null;
  age_from: number | null;
  age_to: number | null;
  unit_places: number | null;
  resourced_places: number | null;
  has: string[] | null;
  words: string | null;
  contact_role: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  recorded_at: Date;
};

export type SettingDeclaredPlacesRow = {
  setting_id: string;
  number: number;
  line: number;
  need: string | null;
  band: string;
  band_from: number;
  band_to: number;
  places: number;
  vacancies: number;
};

export type SettingDeclarersRow = {
  setting_id: string;
  number: number;
  organisation_id: string | null;
  told_authority: number | null;
  account_id: string;
  name: string;
};

export type SettingLinksRow = {
  urn: number;
  link_urn: number;
  link_type: string;
  established_on: PlainDate | null;
  link_name: string | null;
};

export type SettingNudgesRow = {
  setting_id: string;
  nudged_on: PlainDate;
  through_authority: number;
  recorded_at: Generated<Date>;
};

export type SettingPriceLinesRow = {
  setting_id: string;
  number: number;
  line: number;
  what: string;
  pence: number;
  per: string;
};

export type SettingPricesRow = {
  setting_id: string;
  number: number;
  said_on: PlainDate;
  organisation_id: string | null;
  told_authority: number | null;
  account_id: string;
  said_by: string;
  recorded_at: Date;
};

export type SettingsRow = {
  id: Generated<string>;
  urn: number | null;
  ukprn: string | null;
  name: string;
  la_code: number | null;
  la_name: string | null;
  establishment_number: string | null;
  type: string | null;
  type_group: string | null;
  status: string | null;
  phase: string | null;
  age_from: number | null;
  age_to: number | null;
  gender: string | null;
  address_lines: Generated<string[]>;
  postcode: string | null;
  easting: number | null;
  northing: number | null;
  website: string | null;
  phone: string | null;
  capacity: number | null;
  pupils: number | null;
  pupils_with_plan: number | null;
  pupils_with_sen_support: number | null;
  boarding: string | null;
  section_41: boolean | null;
  need_types: Generated<string[]>;
  resourced_provision: string | null;
  resourced_provision_capacity: number | null;
  resourced_provision_on_roll: number | null;
  sen_unit_capacity: number | null;
  sen_unit_on_roll: number | null;
  fictional: Generated<boolean>;
  content_hash: string;
  imported_at: Generated<Date>;
  town: string | null;
  hospital: boolean | null;
  established_on: PlainDate | null;
  closed_on: PlainDate | null;
  search_text: Generated<string>;
  ofsted_number: string | null;
  added_by: number | null;
  added_at: Date | null;
};

export type SignInAttemptsRow = {
  id: string;
  state_hash: Buffer;
  nonce: string;
  code_verifier: string;
  return_to: string;
  created_at: Date;
  used_at: Date | null;
};

export type StaffRolesRow = {
  authority_id: number;
  account_id: string;
  role: string;
  name: string;
  given_at: Generated<Date>;
  ended_at: Date | null;
};

export type StatisticsCurrentRow = {
  source: string | null;
  release_id: string | null;
  dataset: string | null;
  area: string | null;
  period_kind: string | null;
  year: number | null;
  topic: string | null;
  breakdown: string | null;
  values: number[] | null;
  marks: string[] | null;
};

export type StatisticsDatasetsRow = {
  release_id: string;
  dataset: string;
  indicators: string[];
  rates: Generated<string[]>;
};

export type StatisticsDefinitionsRow = {
  release_id: string;
  measure: string;
  subject: string;
  name: string;
  title: string | null;
  unit: string | null;
  polarity: string | null;
  description: string | null;
  method: string | null;
  owner: string | null;
  year_kind: string | null;
  addresses: string | null;
};

export type StatisticsDifferencesRow = {
  place: Generated<number>;
  release_id: string;
  earlier_id: string;
  dataset: string;
  area: string;
  period_kind: string;
  year: number;
  topic: string;
  breakdown: string;
  indicator: string;
  was_value: number | null;
  was_mark: string | null;
  is_value: number | null;
  is_mark: string | null;
};

export type StatisticsReleasesRow = {
  id: string;
  source: string;
  title: string;
  publisher: string;
  address: string;
  licence: string;
  published_on: PlainDate | null;
  reporting_year: number;
  revision: number;
  sha256: string;
  file_name: string;
  imported_at: Generated<Date>;
  notes: ColumnType<Json, string | undefined, string>;
};

export type StatisticsRowsRow = {
  release_id: string;
  dataset: string;
  area: string;
  period_kind: string;
  year: number;
  topic: string;
  breakdown: string;
  values: number[];
  marks: string[] | null;
};

export type TailoredListNotesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  contact_id: string;
  setting_id: string;
  kind: string;
  words: string;
  visit_on: PlainDate | null;
  recorded_at: Generated<Date>;
};

export type TailoredListSayingsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  list_id: string;
  kind: string;
  setting_id: string | null;
  setting_name: string | null;
  words: string;
  said_by: string;
  said_by_name: string;
  said_on: PlainDate;
  recorded_at: Generated<Date>;
};

export type TailoredListsRow = {
  authority_id: number;
  id: string;
  plan_id: string;
  child_id: string;
  number: number;
  criteria: string;
  made_on: PlainDate;
  made_by: string;
  start_on: PlainDate;
  km: number;
  asked: ColumnType<Json, string, string>;
  placeless: number;
  settings: ColumnType<Json, string, string>;
  recorded_at: Generated<Date>;
};

export type TeamMembersRow = {
  authority_id: number;
  team_id: string;
  account_id: string;
};

export type TeamsRow = {
  authority_id: number;
  id: string;
  name: string;
  made_by: string;
  made_at: Date;
  ended_at: Date | null;
};

export type UntoldRequestsRow = {
  authority_id: number | null;
  request_id: string | null;
  child_id: string | null;
};

export type UpdateChoicesRow = {
  authority_id: number;
  id: string;
  child_id: string;
  contact_id: string;
  how_often: string;
  said_by: string;
  said_how: string;
  said_on: PlainDate;
  recorded_by: string | null;
  recorded_at: Generated<Date>;
  way: string | null;
};

export type UploadPartsRow = {
  authority_id: number;
  upload_id: string;
  first_byte: number;
  byte_size: number;
  storage_key: string;
};

export type UploadsRow = {
  authority_id: number;
  id: string;
  child_id: string;
  actor_id: string;
  name: string;
  byte_size: number;
  sha256: string | null;
  begun_at: Date;
  place: number;
  title: string | null;
  media_type: string | null;
  kept_size: number | null;
  kept_sha256: string | null;
  storage_key: string | null;
};

export type Tables = {
  access_events: AccessEventsRow;
  accounts: AccountsRow;
  advice: AdviceRow;
  advice_allocations: AdviceAllocationsRow;
  advice_asked: AdviceAskedRow;
  advice_copies: AdviceCopiesRow;
  advice_documents: AdviceDocumentsRow;
  advice_held: AdviceHeldRow;
  advice_measured: AdviceMeasuredRow;
  advice_promises: AdvicePromisesRow;
  advice_questions: AdviceQuestionsRow;
  advice_refusals: AdviceRefusalsRow;
  advice_reminders: AdviceRemindersRow;
  advice_requests: AdviceRequestsRow;
  area_clinical_officers: AreaClinicalOfficersRow;
  area_clinical_officers_now: AreaClinicalOfficersNowRow;
  assessment_decisions: AssessmentDecisionsRow;
  assessment_missing_advice: AssessmentMissingAdviceRow;
  assessments: AssessmentsRow;
  assessments_measured: AssessmentsMeasuredRow;
  assessments_with_stage: AssessmentsWithStageRow;
  audit_agreed_grades: AuditAgreedGradesRow;
  audit_forms: AuditFormsRow;
  audit_grades: AuditGradesRow;
  audit_gradings: AuditGradingsRow;
  audit_moderations: AuditModerationsRow;
  audit_plans: AuditPlansRow;
  audit_replies: AuditRepliesRow;
  audit_rounds: AuditRoundsRow;
  authorities: AuthoritiesRow;
  breach_reason_kinds: BreachReasonKindsRow;
  breach_reasons: BreachReasonsRow;
  capacity_assessments: CapacityAssessmentsRow;
  care_measured: CareMeasuredRow;
  case_allocations: CaseAllocationsRow;
  case_changes: CaseChangesRow;
  case_rows: CaseRowsRow;
  case_searches: CaseSearchesRow;
  case_steps: CaseStepsRow;
  case_waits: CaseWaitsRow;
  child_voices: ChildVoicesRow;
  children: ChildrenRow;
  children_access: ChildrenAccessRow;
  children_circumstances: ChildrenCircumstancesRow;
  children_consents: ChildrenConsentsRow;
  children_contact_changes: ChildrenContactChangesRow;
  children_contacts: ChildrenContactsRow;
  children_homes: ChildrenHomesRow;
  children_measured: ChildrenMeasuredRow;
  children_merge_contacts: ChildrenMergeContactsRow;
  children_merges: ChildrenMergesRow;
  children_organisations: ChildrenOrganisationsRow;
  children_particulars: ChildrenParticularsRow;
  complexity_weights: ComplexityWeightsRow;
  consultation_acts: ConsultationActsRow;
  consultation_answers: ConsultationAnswersRow;
  consultations: ConsultationsRow;
  consultations_asked: ConsultationsAskedRow;
  consultations_measured: ConsultationsMeasuredRow;
  dashboard_builds: DashboardBuildsRow;
  dashboard_counts: DashboardCountsRow;
  dashboard_figures: DashboardFiguresRow;
  dashboard_parts: DashboardPartsRow;
  dashboard_releases: DashboardReleasesRow;
  document_kept_back: DocumentKeptBackRow;
  document_kept_back_ends: DocumentKeptBackEndsRow;
  document_pages: DocumentPagesRow;
  document_readings: DocumentReadingsRow;
  document_scans: DocumentScansRow;
  document_shares: DocumentSharesRow;
  document_withholding_acts: DocumentWithholdingActsRow;
  documents: DocumentsRow;
  draft_sections: DraftSectionsRow;
  draft_sharings: DraftSharingsRow;
  events: EventsRow;
  existing_advice: ExistingAdviceRow;
  existing_advice_agreements: ExistingAdviceAgreementsRow;
  experience_answers: ExperienceAnswersRow;
  experience_choices: ExperienceChoicesRow;
  experience_invitations: ExperienceInvitationsRow;
  experience_measured: ExperienceMeasuredRow;
  experience_replies: ExperienceRepliesRow;
  experience_stages: ExperienceStagesRow;
  experience_words: ExperienceWordsRow;
  family_news: FamilyNewsRow;
  family_updates: FamilyUpdatesRow;
  health_advice_outstanding: HealthAdviceOutstandingRow;
  idempotency_keys: IdempotencyKeysRow;
  inbox_items: InboxItemsRow;
  installation: InstallationRow;
  invitation_codes: InvitationCodesRow;
  invitations: InvitationsRow;
  known_answers: KnownAnswersRow;
  known_professionals: KnownProfessionalsRow;
  known_questions: KnownQuestionsRow;
  languages_measured: LanguagesMeasuredRow;
  leave_cover: LeaveCoverRow;
  letter_easy_reads: LetterEasyReadsRow;
  letters: LettersRow;
  list_criteria: ListCriteriaRow;
  messages: MessagesRow;
  messages_measured: MessagesMeasuredRow;
  missed_appointment_decisions: MissedAppointmentDecisionsRow;
  missed_appointments: MissedAppointmentsRow;
  my_plans: MyPlansRow;
  needs_measured: NeedsMeasuredRow;
  notified_bodies: NotifiedBodiesRow;
  organisation_choices: OrganisationChoicesRow;
  organisation_joinings: OrganisationJoiningsRow;
  organisation_members: OrganisationMembersRow;
  organisation_messages: OrganisationMessagesRow;
  organisation_officers: OrganisationOfficersRow;
  organisations: OrganisationsRow;
  parents_involvement: ParentsInvolvementRow;
  particulars_measured: ParticularsMeasuredRow;
  placement_admissions: PlacementAdmissionsRow;
  placement_answers: PlacementAnswersRow;
  placement_checks: PlacementChecksRow;
  placement_ends: PlacementEndsRow;
  placement_named: PlacementNamedRow;
  placement_namings: PlacementNamingsRow;
  placement_problem_acts: PlacementProblemActsRow;
  placement_problems: PlacementProblemsRow;
  placement_settings: PlacementSettingsRow;
  placement_spells: PlacementSpellsRow;
  placement_travel: PlacementTravelRow;
  placements: PlacementsRow;
  plan_acts: PlanActsRow;
  plan_amendment_ends: PlanAmendmentEndsRow;
  plan_amendment_evidence: PlanAmendmentEvidenceRow;
  plan_amendment_notices: PlanAmendmentNoticesRow;
  plan_amendments: PlanAmendmentsRow;
  plan_changes: PlanChangesRow;
  plan_check_limits: PlanCheckLimitsRow;
  plan_citations: PlanCitationsRow;
  plan_conversion_acceptances: PlanConversionAcceptancesRow;
  plan_conversion_decisions: PlanConversionDecisionsRow;
  plan_conversions: PlanConversionsRow;
  plan_drafts: PlanDraftsRow;
  plan_exceptions: PlanExceptionsRow;
  plan_layout_refusals: PlanLayoutRefusalsRow;
  plan_layout_runs: PlanLayoutRunsRow;
  plan_namings: PlanNamingsRow;
  plan_need_places: PlanNeedPlacesRow;
  plan_recipients: PlanRecipientsRow;
  plan_remarks: PlanRemarksRow;
  plan_sendings: PlanSendingsRow;
  plan_sendings_held: PlanSendingsHeldRow;
  plan_sendings_waiting: PlanSendingsWaitingRow;
  plan_showings: PlanShowingsRow;
  plan_shown_lines: PlanShownLinesRow;
  plan_suggestions: PlanSuggestionsRow;
  plan_translations: PlanTranslationsRow;
  plan_version_citations: PlanVersionCitationsRow;
  plan_version_copies: PlanVersionCopiesRow;
  plan_versions: PlanVersionsRow;
  plan_withholding_mends: PlanWithholdingMendsRow;
  plan_withholding_reviews: PlanWithholdingReviewsRow;
  plan_withholdings: PlanWithholdingsRow;
  plan_words: PlanWordsRow;
  plan_working_copies: PlanWorkingCopiesRow;
  plan_writers: PlanWritersRow;
  plans: PlansRow;
  plans_in_force: PlansInForceRow;
  plans_measured: PlansMeasuredRow;
  plans_placed: PlansPlacedRow;
  plans_with_stage: PlansWithStageRow;
  postcodes: PostcodesRow;
  published_plans: PublishedPlansRow;
  quiet_notices: QuietNoticesRow;
  representations_measured: RepresentationsMeasuredRow;
  representatives: RepresentativesRow;
  request_attention: RequestAttentionRow;
  request_codes: RequestCodesRow;
  request_decisions: RequestDecisionsRow;
  request_drafts: RequestDraftsRow;
  request_exceptions: RequestExceptionsRow;
  request_files: RequestFilesRow;
  request_flags: RequestFlagsRow;
  request_notices: RequestNoticesRow;
  request_referrals: RequestReferralsRow;
  request_withdrawals: RequestWithdrawalsRow;
  requests: RequestsRow;
  requests_excepted: RequestsExceptedRow;
  requests_measured: RequestsMeasuredRow;
  requests_with_stage: RequestsWithStageRow;
  rights_notices: RightsNoticesRow;
  saved_comparisons: SavedComparisonsRow;
  saved_views: SavedViewsRow;
  schema_migrations: SchemaMigrationsRow;
  section_41_entries: Section41EntriesRow;
  section_41_lists: Section41ListsRow;
  sessions: SessionsRow;
  setting_additions: SettingAdditionsRow;
  setting_declarations: SettingDeclarationsRow;
  setting_declared_places: SettingDeclaredPlacesRow;
  setting_declarers: SettingDeclarersRow;
  setting_links: SettingLinksRow;
  setting_nudges: SettingNudgesRow;
  setting_price_lines: SettingPriceLinesRow;
  setting_prices: SettingPricesRow;
  settings: SettingsRow;
  sign_in_attempts: SignInAttemptsRow;
  staff_roles: StaffRolesRow;
  statistics_current: StatisticsCurrentRow;
  statistics_datasets: StatisticsDatasetsRow;
  statistics_definitions: StatisticsDefinitionsRow;
  statistics_differences: StatisticsDifferencesRow;
  statistics_releases: StatisticsReleasesRow;
  statistics_rows: StatisticsRowsRow;
  tailored_list_notes: TailoredListNotesRow;
  tailored_list_sayings: TailoredListSayingsRow;
  tailored_lists: TailoredListsRow;
  team_members: TeamMembersRow;
  teams: TeamsRow;
  untold_requests: UntoldRequestsRow;
  update_choices: UpdateChoicesRow;
  upload_parts: UploadPartsRow;
  uploads: UploadsRow;
};

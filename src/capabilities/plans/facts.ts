import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { Amendment } from './amending/amendment.ts';
import type { NamingDecision } from './naming/decision.ts';
import type { DraftContent, FinalContent, SettingType } from './plan.ts';
import type { EditableSection, WorkingDraft } from './sections.ts';

/** What has happened to a plan. Everything else (the stage, who may do what next) is worked out from these. */
export type PlanFacts = {
  working: WorkingDraft;
  /** The draft now with the family; null until one is served. An earlier draft is replaced, and kept in `versions`. */
  served: ServedDraft | null;
  /** Each change from the draft served, with the representations it was made for. */
  answers: readonly AnsweredChange[];
  representations: readonly Representation[];
  /** Each meeting with an officer that the family asked for (s. 38(2)(b)). */
  meetings: readonly Meeting[];
  preference: Preference | null;
  /** What others of the family want, each as they said last: nobody's request is undone by another's. */
  otherPreferences: readonly Preference[];
  /** The day the parent or young person said they have nothing more to add to this draft. */
  finishedOn: PlainDate | null;
  /** Once somebody has finished: who else was sent the draft and has not, and still has their time. For the authority. */
  notFinished: readonly string[];
  /** The day a new draft was found to be needed (Code 9.125); null again once it is served. */
  redraftingSince: PlainDate | null;
  /** Who agreed Section G for the responsible commissioning body (reg. 12(2)), and in which words; null where that was not kept. */
  healthAgreement: { body: string; on: PlainDate; agreed: readonly string[] | null } | null;
  /** Every setting the authority has consulted (s. 39(2), s. 40(3)), in order, and whether it said it could meet the needs. */
  consulted: readonly Consulted[];
  /** What staff let go out though a check stopped it, each for the words it was recorded for. */
  exceptions: readonly PlanException[];
  /** The plan issued, which ends this draft; null while one is written, or an amendment of one is. */
  issued: IssuedPlan | null;
  /** The plan in force: the one last issued, also while an amendment of it is open. */
  inForce: IssuedPlan | null;
  /** The amendment that is open; everything above is then about it, from its own first draft on. */
  amendment: Amendment | null;
  /** How many versions were issued before the one this draft is for: 0 for a first plan. */
  issuedBefore: number;
  /** How many drafts were served before the first of these. */
  draftsBefore: number;
};

/** A consultation that was not withdrawn. What it answered is known to the authority alone. */
export type Consulted = {
  settingId: Uuid;
  on: PlainDate;
  /** The day its copy of the draft went; null while that waits. It is consulted all the same. */
  copySentOn?: PlainDate | null;
  canMeetNeeds?: boolean | null;
  /** The other authority that maintains it, and the day that was told; null where none does. */
  maintainedBy?: { name: string; toldOn: PlainDate | null } | null;
};

/** A finding that stops a plan, let out all the same: for these words and no others. */
export type PlanException = {
  rule: string;
  section: string;
  row: string | null;
  text: string;
  why: string;
  reason: string;
  by: string;
  on: PlainDate;
};

/** A draft as it was served: never altered. `contentHash` is the SHA-256 of its canonical JSON. */
export type ServedDraft = {
  number: number;
  sentOn: PlainDate;
  /** The day it was served: the day it was handed over or sent electronically, or the day the post is deemed to bring it. */
  servedOn: PlainDate;
  /** The 15th day, counting the day of service as the first (reg. 13(1)(a)). */
  lastDayForViews: PlainDate;
  content: DraftContent;
  contentHash: string;
};

export type Representation = {
  id: Uuid;
  draftNumber: number;
  from: string;
  receivedOn: PlainDate;
  about: EditableSection | 'setting' | 'the whole draft';
  words: string;
  /** The statement of the draft it is about, where it is about one. */
  rowId?: Uuid;
  answer: Answer | null;
};

export type Answer = {
  outcome: 'accepted' | 'partly accepted' | 'declined';
  reasons: string;
  answeredOn: PlainDate;
  answeredBy: string;
};

export type Meeting = {
  id: Uuid;
  from: string;
  askedOn: PlainDate;
  words: string;
  settled: { on: PlainDate; outcome: MeetingOutcome; note: string } | null;
};

export const MEETING_OUTCOMES = ['held', 'no longer wanted'] as const;
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];

/** What the parent or young person asked for; `none` where they say they have no preference. */
export type Preference = Stated &
  (
    | { kind: 'request'; paragraph: string; setting: PreferredSetting }
    | { kind: 'representation'; why: string; setting: PreferredSetting }
    | { kind: 'none' }
  );

/** Who said it, and on which day; whose it is of those on the file, where they said it here themself. */
type Stated = { from: string; receivedOn: PlainDate; contactId: Uuid | null };

export type PreferredSetting = {
  /** Null where the setting is not on the register. */
  settingId: Uuid | null;
  name: string;
  type: SettingType;
  reasons: string;
};

export const SECTION_39_GROUNDS = [
  'unsuitable for age, ability, aptitude or special educational needs',
  'incompatible with the provision of efficient education for others',
  'incompatible with the efficient use of resources',
] as const;
export type Section39Ground = (typeof SECTION_39_GROUNDS)[number];

/** Why the setting asked for is not named, as it was kept before each step of the decision was (`naming`). */
export type PreferenceNotFollowed = { ground: Section39Ground | null; reasons: string };

/** A final plan as issued: never altered. */
export type IssuedPlan = {
  version: number;
  issuedOn: PlainDate;
  officer: string;
  content: FinalContent;
  contentHash: string;
  /** Each change from the served draft, with the representations it answers. */
  changes: readonly AnsweredChange[];
  preferenceNotFollowed: PreferenceNotFollowed | null;
  /** The decision on Section I, step by step, as it is made; null of one read back, whose decision is in `plan_namings`. */
  naming: NamingDecision | null;
};

export type AnsweredChange = { at: string; representationIds: readonly Uuid[] };

import type { Variant } from '../../law/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

/** What happened to a request. The stage is never stored: it is what these facts come to. */
export type RequestFacts = {
  receivedOn: PlainDate;
  fileOpened: boolean;
  withdrawnOn: PlainDate | null;
  decision: { outcome: Outcome; notifiedOn: PlainDate } | null;
};

export const OUTCOMES = ['assess', 'do not assess'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const REQUEST_STAGES = [
  'file to open',
  'awaiting decision',
  'assessing',
  'refused',
  'withdrawn',
] as const;
export type RequestStage = (typeof REQUEST_STAGES)[number];

/** Where a request is. A withdrawal ends it whatever else happened. */
export function stageOf(facts: RequestFacts): RequestStage {
  if (facts.withdrawnOn !== null) return 'withdrawn';
  if (facts.decision?.outcome === 'assess') return 'assessing';
  if (facts.decision?.outcome === 'do not assess') return 'refused';
  return facts.fileOpened ? 'awaiting decision' : 'file to open';
}

/** The words for each stage, for each who reads it. A stage without words does not compile. */
export const STAGE_WORDS = {
  'file to open': { staff: 'File to open', family: 'We have your request', api: 'file-to-open' },
  'awaiting decision': {
    staff: 'Awaiting decision',
    family: 'We are deciding whether to assess',
    api: 'awaiting-decision',
  },
  assessing: { staff: 'Assessing', family: 'We are finding out what help is needed', api: 'assessing' },
  refused: { staff: 'Not assessing', family: 'We decided not to assess', api: 'refused' },
  withdrawn: { staff: 'Withdrawn', family: 'The request was taken back', api: 'withdrawn' },
} as const satisfies Record<RequestStage, { staff: string; family: string; api: string }>;

export type DecisionForm = {
  /** s36(8)(a): the child or young person has or may have special educational needs. */
  hasOrMayHaveSen: boolean | null;
  /** s36(8)(b): it may be necessary for special educational provision to be made in accordance with an EHC plan. */
  provisionMayBeNecessary: boolean | null;
  evidence: string;
  reasons: string;
  whatWouldChange: string;
  decidedOn: PlainDate | null;
};

export type Decision = {
  outcome: Outcome;
  hasOrMayHaveSen: boolean;
  provisionMayBeNecessary: boolean;
  evidence: string;
  reasons: string;
  whatWouldChange: string;
  decidedOn: PlainDate;
  notifiedOn: PlainDate;
};

/** Whether a request may be decided now: once its file is open, and once. */
export function mayDecide(facts: RequestFacts): Result<null> {
  const stage = stageOf(facts);
  return stage === 'awaiting decision' ? accepted(null) : refused('decision', alreadyAt(stage));
}

/**
 * The decision whether to secure an EHC needs assessment: Children and Families Act 2014, s36(8). Both limbs met means
 * assess; either not met means do not; there is no other test and no other outcome. Refuses a decision without the
 * evidence considered, its reasons and what would change it, one already made, and one dated before receipt or after today.
 */
export function decide(facts: RequestFacts, form: DecisionForm, today: PlainDate): Result<Decision> {
  const decidable = mayDecide(facts);
  if (!decidable.ok) return decidable;
  const { hasOrMayHaveSen, provisionMayBeNecessary, decidedOn } = form;
  if (hasOrMayHaveSen === null) {
    return refused('hasOrMayHaveSen', 'Select whether the child has or may have special educational needs');
  }
  if (provisionMayBeNecessary === null) {
    return refused(
      'provisionMayBeNecessary',
      'Select whether it may be necessary for provision to be made through a plan',
    );
  }
  if (form.evidence === '') return refused('evidence', 'Enter the evidence you considered');
  if (form.reasons === '') return refused('reasons', 'Enter the reasons for the decision');
  if (form.whatWouldChange === '') return refused('whatWouldChange', 'Enter what would change the decision');
  if (decidedOn === null) return refused('decidedOn', 'Enter the date of the decision');
  if (decidedOn < facts.receivedOn)
    return refused(
      'decidedOn',
      'The date of the decision must be on or after the day the request was received',
    );
  if (decidedOn > today) return refused('decidedOn', 'The date of the decision must be today or in the past');
  return accepted({
    outcome: hasOrMayHaveSen && provisionMayBeNecessary ? 'assess' : 'do not assess',
    hasOrMayHaveSen,
    provisionMayBeNecessary,
    evidence: form.evidence,
    reasons: form.reasons,
    whatWouldChange: form.whatWouldChange,
    decidedOn,
    // The letter goes out with the decision, so the day it is recorded is the day the family is notified.
    notifiedOn: today,
  });
}

function alreadyAt(stage: RequestStage): string {
  switch (stage) {
    case 'file to open':
      return 'Settle whose file this is before deciding';
    case 'withdrawn':
      return 'This request was withdrawn, so there is nothing to decide';
    default:
      return 'This request has already been decided';
  }
}

/**
 * Who asked (Children and Families Act 2014, s36(1)), of somebody detained the person in charge of where they are too (s71(2));
 * or other, where somebody brought them to attention and nobody asked (ss36(3) and 71(4)).
 */
export const REQUEST_SOURCES = ['parent', 'young person', 'school', 'person in charge', 'other'] as const;
export type RequestSource = (typeof REQUEST_SOURCES)[number];

/** A request as the lists and other capabilities see it. */
export type Request = RequestFacts & {
  authorityId: number;
  id: Uuid;
  reference: string;
  childId: Uuid;
  source: RequestSource;
  /** Which kind of request it was on the day it was received. */
  variant: Variant;
  requesterName: string;
  contactId: Uuid | null;
  organisationId: Uuid | null;
};

import { addDays, type PlainDate, parsePlainDate } from '../../shared/plain-date.ts';
import { isUuid, type Uuid } from '../../shared/uuid.ts';

/** What has to be done next on a case, in the order the law takes it. */
export const STEPS = [
  'file to open',
  'decide whether to assess',
  'assess',
  'make the plan',
  'plan issued',
  'amend the plan',
  'closed',
] as const;
export type Step = (typeof STEPS)[number];

type Words = { staff: string; family: string; next: string; who: string; api: string };

/** The words for each step: for staff, for the family, what comes after it, and who has it now. */
export const STEP_WORDS = {
  'file to open': {
    staff: 'Open the file',
    family: 'We have your request',
    next: 'We decide whether to carry out an assessment, and write to you with our reasons.',
    who: 'The SEND team',
    api: 'file-to-open',
  },
  'decide whether to assess': {
    staff: 'Decide whether to assess',
    family: 'We are deciding whether to assess',
    next: 'We write to you with our decision and the reasons for it. If we assess, we ask you and the people who know the child for advice.',
    who: 'The SEND team',
    api: 'decide-whether-to-assess',
  },
  assess: {
    staff: 'Assess',
    family: 'We are finding out what help is needed',
    next: 'When the advice is in we decide whether a plan is needed, and write to you.',
    who: 'The people we have asked for advice, and the SEND team',
    api: 'assess',
  },
  'make the plan': {
    staff: 'Make the plan',
    family: 'We are making the plan with you',
    next: 'We send you a draft. You have at least 15 days to say what you think and which setting you want. Then we send the final plan.',
    who: 'The SEND team',
    api: 'make-the-plan',
  },
  'plan issued': {
    staff: 'Plan issued',
    family: 'The plan is final',
    next: 'We must make sure the special educational provision in Section F is made (Children and Families Act 2014, section 42). The plan is reviewed within 12 months (section 44).',
    who: 'The SEND team, and the setting named in the plan',
    api: 'plan-issued',
  },
  'amend the plan': {
    staff: 'Amend the plan',
    family: 'We are looking at changing the plan',
    next: 'The plan stays as it is until you have had your say. Then we send you an amended plan, or tell you why we are not changing it.',
    who: 'The SEND team',
    api: 'amend-the-plan',
  },
  closed: {
    staff: 'Closed',
    family: 'This is finished',
    next: 'Nothing more is due on this request. You can still contact us, or ask again.',
    who: 'Nobody',
    api: 'closed',
  },
} as const satisfies Record<Step, Words>;

export function stepOf(text: string | null): Step {
  return STEPS.find((step) => step === text) ?? 'closed';
}

/** The steps every case goes through; a plan may never be amended, so that is shown only while it is. */
const SHOWN: readonly Step[] = STEPS.filter(
  (step) => step !== 'file to open' && step !== 'amend the plan' && step !== 'closed',
);

export type Progress = { step: Step; at: 'done' | 'now' | 'not yet' };

/** How far a case is. Nothing of one that has ended: its later steps may not have been done, and are not said to be. */
export function progressOf(now: Step): Progress[] {
  if (now === 'closed') return [];
  return [...SHOWN, ...(now === 'amend the plan' ? [now] : [])].map((step) => ({
    step,
    at: atOf(step, now),
  }));
}

function atOf(shown: Step, now: Step): Progress['at'] {
  const [at, current] = [STEPS.indexOf(shown), STEPS.indexOf(now)];
  if (at < current) return 'done';
  return shown === now || (now === 'file to open' && at === 1) ? 'now' : 'not yet';
}

/** Nothing more is due on the request itself. */
export function isOver(step: Step): boolean {
  return step === 'plan issued' || step === 'closed';
}

export type Case = {
  authorityId: number;
  /** The file that stands, where files were merged; and so for the names. */
  childId: Uuid;
  requestId: Uuid;
  reference: string;
  childName: string;
  bornOn: PlainDate;
  receivedOn: PlainDate;
  step: Step;
  dueOn: PlainDate;
  assessmentId: Uuid | null;
  planId: Uuid | null;
  decidedOn: PlainDate | null;
  issueDecidedOn: PlainDate | null;
  issuedOn: PlainDate | null;
  /** Whose work it is; null for nobody's, and once whoever had it no longer works on cases. */
  caseworker: { accountId: Uuid; name: string } | null;
  /** Whoever had it and no longer works on cases, until it is given to somebody; only staff read who. */
  leaver: { accountId: Uuid; name: string } | null;
};

/** A case as a list says it. */
export type ListedCase = Pick<
  Case,
  | 'childId'
  | 'requestId'
  | 'reference'
  | 'childName'
  | 'bornOn'
  | 'receivedOn'
  | 'step'
  | 'dueOn'
  | 'caseworker'
  | 'leaver'
>;

/**
 * What a caseworker's list shows: everything open, what is late, what falls due in the coming week, what will
 * probably be late, what waits for somebody else. */
export const VIEWS = ['open', 'overdue', 'this week', 'likely late', 'waiting', 'closed'] as const;
export type View = (typeof VIEWS)[number];

/** Each view's name. */
export const VIEW_WORDS = {
  open: 'All open',
  overdue: 'Overdue',
  'this week': 'Due within 7 days',
  'likely late': 'Likely to be late',
  waiting: 'Waiting on others',
  closed: 'Finished',
} as const satisfies Record<View, string>;

/** The due dates a view takes, from and to, both included; null leaves an end open. */
export function dueRange(view: View, today: PlainDate): { from: PlainDate | null; to: PlainDate | null } {
  switch (view) {
    case 'overdue':
      return { from: null, to: addDays(today, -1) };
    case 'this week':
      return { from: today, to: addDays(today, 7) };
    // What is late already is in a list of its own.
    case 'likely late':
      return { from: today, to: null };
    default:
      return { from: null, to: null };
  }
}

/** Whose cases a list shows: everybody's, those the reader looks after today, nobody's, a team's, or one person's. */
export type Whose = 'everybody' | 'mine' | 'nobody' | `team-${Uuid}` | Uuid;

/** The team a list shows the cases of; null where it shows others'. */
export function teamOf(whose: Whose): Uuid | null {
  const id = whose.startsWith('team-') ? whose.slice('team-'.length) : '';
  return isUuid(id) ? id : null;
}

/** A place between two cases of the list, by due date: what comes after the one named, or before it. */
export type Place = { dueOn: PlainDate; requestId: Uuid; towards: 'after' | 'before' };

/** A place as an address has it: `after 2025-02-03 0d00…`; null for anything else, which is the list's beginning. */
export function readPlace(text: string): Place | null {
  const [towards, day = '', requestId = ''] = text.split(' ');
  const dueOn = parsePlainDate(day);
  if ((towards !== 'after' && towards !== 'before') || dueOn === null || !isUuid(requestId)) return null;
  return { dueOn, requestId, towards };
}

export function sayPlace({ towards, dueOn, requestId }: Place): string {
  return `${towards} ${dueOn} ${requestId}`;
}

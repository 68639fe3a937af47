import type { PlanFacts } from './facts.ts';

export const STAGES = ['drafting', 'views awaited', 'views in', 'redrafting', 'final'] as const;
export type Stage = (typeof STAGES)[number];

type StageFacts = Pick<PlanFacts, 'served' | 'finishedOn' | 'redraftingSince' | 'issued'>;

/** Where a plan stands, from what has happened to it, or where the amendment of it does. Total: every set of facts has one stage. */
export function stageOf(facts: StageFacts): Stage {
  if (facts.issued !== null) return 'final';
  if (facts.redraftingSince !== null) return 'redrafting';
  if (facts.served === null) return 'drafting';
  return facts.finishedOn === null ? 'views awaited' : 'views in';
}

/** What staff are told while an issued plan is amended: the same stages, of the amendment. */
export const AMENDING_WORDS = {
  drafting: 'Writing an amendment',
  'views awaited': 'Amendment notice with the family for their views',
  'views in': 'Views on the amendment in: answer them, and decide',
  redrafting: 'Writing a new amendment notice',
  final: 'Final plan issued',
} as const satisfies Record<Stage, string>;

type Words = { staff: string; family: string; api: string };

/** What each audience is told. Dates are the page's to add. */
export const STAGE_WORDS = {
  drafting: { staff: 'Writing the draft', family: 'We are writing a draft plan', api: 'drafting' },
  'views awaited': {
    staff: 'With the family for their views',
    family: 'The draft plan is with you. Tell us what you think, and which setting you want',
    api: 'views-awaited',
  },
  'views in': {
    staff: 'Views in: answer them, and decide the setting',
    family: 'We have your comments, and are deciding on the setting',
    api: 'views-in',
  },
  redrafting: {
    staff: 'Writing a new draft',
    family: 'We are changing the draft plan, and will send you a new one to comment on',
    api: 'redrafting',
  },
  final: { staff: 'Final plan issued', family: 'The plan is final', api: 'final' },
} as const satisfies Record<Stage, Words>;

import type { PlainDate } from '../../shared/plain-date.ts';
import { type Paragraph, statutoryMinimum } from './paragraphs.ts';

/** What has happened in an assessment. The stage is never stored: it is what these facts come to. */
export type AssessmentFacts = {
  /** The day the authority received the request, or became responsible: the 16 weeks start here. */
  receivedOn: PlainDate;
  openedOn: PlainDate;
  bornOn: PlainDate;
  /** Advice asked for and not taken back. */
  asked: readonly AskedAdvice[];
  decision: { outcome: Outcome; notifiedOn: PlainDate } | null;
};

export type AskedAdvice = {
  id: string;
  paragraph: Paragraph;
  adviser: string;
  organisation: string | null;
  askedOn: PlainDate;
  /** The day the advice-giver received the request: their six weeks start here. */
  receivedOn: PlainDate;
  /** The day the authority had the signed advice; null until then. */
  returnedOn: PlainDate | null;
  /** Given before, and found enough by all three: not sought again (reg. 6(4)). */
  alreadyProvided: boolean;
  /** Nobody was asked: it is a report the family sent. */
  independent?: boolean;
  /** Whoever was asked will not give it, and why. */
  refused: { on: PlainDate; reason: string; cameBy?: string | null; recordedBy?: string | null } | null;
};

export const OUTCOMES = ['issue', 'do not issue'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const STAGES = [
  'advice to ask',
  'awaiting advice',
  'awaiting decision',
  'issuing',
  'not issuing',
] as const;
export type Stage = (typeof STAGES)[number];

/** Where an assessment is. */
export function stageOf(facts: AssessmentFacts): Stage {
  if (facts.decision !== null) return facts.decision.outcome === 'issue' ? 'issuing' : 'not issuing';
  const gaps = missingAdvice(facts);
  if (gaps.some((gap) => gap.asked === null)) return 'advice to ask';
  return gaps.length > 0 ? 'awaiting advice' : 'awaiting decision';
}

/** The words for each stage, for each who reads it. A stage without words does not compile. */
export const STAGE_WORDS = {
  'advice to ask': {
    staff: 'Advice to ask for',
    family: 'We are asking people who know your child for advice',
    api: 'advice-to-ask',
  },
  'awaiting advice': {
    staff: 'Awaiting advice',
    family: 'We are waiting for advice we have asked for',
    api: 'awaiting-advice',
  },
  'awaiting decision': {
    staff: 'Awaiting decision whether to issue',
    family: 'We have all the advice and are deciding whether a plan is needed',
    api: 'awaiting-decision',
  },
  issuing: {
    staff: 'Issuing a plan',
    family: 'We decided that a plan is needed',
    api: 'issuing',
  },
  'not issuing': {
    staff: 'Not issuing a plan',
    family: 'We decided that a plan is not needed',
    api: 'not-issuing',
  },
} as const satisfies Record<Stage, { staff: string; family: string; api: string }>;

/** Advice that is not in: asked for and not returned, or required by reg. 6(1) and never asked for. */
export type MissingAdvice = { key: string; paragraph: Paragraph; asked: AskedAdvice | null };

/**
 * Every piece of advice the assessment is not complete without, in the paragraphs' order. `key` names each: the request
 * that was not answered, or the paragraph under which nobody was asked.
 */
export function missingAdvice(
  facts: Pick<AssessmentFacts, 'bornOn' | 'openedOn' | 'asked'>,
): MissingAdvice[] {
  // What was refused is still to be had, of somebody else: it is as if they had not been asked.
  const open = facts.asked.filter(({ refused }) => refused === null);
  const neverAsked = statutoryMinimum(facts)
    .filter((paragraph) => !open.some((asked) => asked.paragraph === paragraph))
    .map((paragraph): MissingAdvice => ({ key: paragraph, paragraph, asked: null }));
  const notReturned = open
    .filter((asked) => asked.returnedOn === null)
    .map((asked): MissingAdvice => ({ key: asked.id, paragraph: asked.paragraph, asked }));
  return [...neverAsked, ...notReturned].sort((one, other) => one.paragraph.localeCompare(other.paragraph));
}

import type { PlainDate } from '../shared/plain-date.ts';

/** Where a rule comes from, and how sure we are of our reading of it. */
export type Citation = {
  provision: string;
  url: string;
  confidence: 'high' | 'medium' | 'low';
  note?: string;
};

/** How a period is counted. "Within N weeks of" leaves out the day itself; "beginning with" counts it as the first. */
export type Period =
  | { unit: 'weeks'; count: number }
  | { unit: 'days'; count: number; firstDayCounts: boolean }
  | { unit: 'months'; count: number; firstDayCounts: boolean }
  | { unit: 'working days'; count: number; firstDayCounts: boolean; notCounted?: 'tribunal holidays' }
  | { unit: 'school days'; nth: number }
  | { unit: 'weeks before'; count: number }
  | { unit: 'months before'; count: number }
  /** The last day before a date in the year of the start. */
  | { unit: 'before'; month: number; day: number }
  /** The law sets no number: at once, or when something else ends. */
  | { unit: 'same day' };

/** What starts a period, as a clause that follows "when". */
export type Limb = { starts: string; period: Period };

/** A kind of lawful exception, as an officer records it. */
export type Ground =
  | 'school closed'
  | 'early years provider closed'
  | 'exceptional personal circumstances'
  | 'absent from the area'
  | 'absent two weeks'
  | 'appointment missed'
  | 'late representations'
  | 'public examinations taken'
  | 'plan specifies fewer hours';

/** One exception a rule knows, and the paragraph that gives it. */
export type Exception = { ground: Ground; provision: string };

export const RULE_GROUPS = [
  'Assessment and plan',
  'Reviews and moves between phases',
  'Reassessment',
  'Moving between authorities',
  'Mediation',
  'Appeals',
  'After a tribunal’s order',
  'After an appeal is not opposed',
  'Exclusion, ceasing and custody',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

export type Rule = {
  id: string;
  name: string;
  group: RuleGroup;
  /** A duty can be breached. A right is someone's time to act, which ends. A bar is a time before which nobody may act. */
  kind: 'duty' | 'right' | 'bar';
  /** With two, the later of them is the limit. */
  limbs: readonly [Limb] | readonly [Limb, Limb];
  /** Whether the second limb must be known: without it the limit would be said to end too early. */
  second: 'none' | 'where there is one' | 'always';
  stops: string;
  /** A limit that ends on a day the tribunal does not work moves forward. */
  rolls: 'tribunal' | null;
  /** Whose date stands instead of this limit, where they have fixed one. */
  fixedBy: 'tribunal’s direction' | 'tribunal’s extension' | 'agreement in writing' | null;
  /** Circumstances in which the limit need not be kept, if they make that impractical. They never shorten it. */
  exceptions: readonly Exception[];
  cite: Citation;
  /** By the date of the act that starts the clock, never by today: inclusive, null while in force. */
  inForce: { from: PlainDate; until: PlainDate | null };
};

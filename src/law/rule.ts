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

/** What starts a period; with two, the later of them is the limit. */
export type Limb = { starts: string; period: Period };

/** A lawful exception, by the paragraph that gives it. */
export type Ground =
  | 'school closed'
  | 'early years provider closed'
  | 'exceptional personal circumstances'
  | 'absent from the area'
  | 'absent two weeks'
  | 'appointment missed'
  | 'late representations';

export type Rule = {
  id: string;
  name: string;
  limbs: readonly [Limb] | readonly [Limb, Limb];
  stops: string;
  /** A limit that ends on a day the tribunal does not work moves forward. */
  rolls?: 'tribunal';
  /** Circumstances in which the authority need not comply if they make it impractical. They never shorten a limit. */
  exceptions: readonly Ground[];
  cite: Citation;
  /** By the date of the act that starts the clock, never by today: inclusive, null while in force. */
  inForce: { from: PlainDate; until: PlainDate | null };
};

import { LEAVES_OUT } from '../../../shared/left-out.ts';
import { type PlainDate, sayDate } from '../../../shared/plain-date.ts';
import type { Citation } from '../citing.ts';
import type { Placement, PlanContent } from '../plan.ts';
import type { Appendix } from './appendices.ts';

/** A version of a plan, as one reader may see it. What the PDF and the page are drawn from. */
export type PlanView = {
  authority: { name: string; colour?: string };
  reference: string;
  version: DraftVersion | FinalVersion;
  content: PlanContent & { sectionI: Placement | null };
  /** By statutory section, or by the national template's rows of need, provision and outcome. */
  layout: 'sections' | 'rows';
  /** The reports its statements cite, those alone that this reader may know of; a statement says nothing of any other. */
  citations: readonly Citation[];
  /** A copy for a reader from whom something in it is withheld; marked where it was. */
  notAll?: true;
  /** A copy for one of the family, without how to reach another on the child's file. */
  leavesOut?: true;
  /** The advice it goes out with (reg. 12(4)); none where it is read beside it. */
  appendices?: readonly Appendix[];
};

/** A draft as it was served on a day; or as it stood on one, where it is being written or has changed since. */
type DraftVersion = {
  kind: 'draft';
  number: number;
  on: PlainDate;
  unsent?: 'being written' | 'changed since it was served';
};
type FinalVersion = {
  kind: 'final';
  number: number;
  on: PlainDate;
  officer: string;
  /** The hash of what it says, on the paper that is issued, so that the paper can be held against what is kept. */
  contentHash?: string;
};

export function fullName({ personalDetails: { forename, middleNames, surname } }: PlanContent): string {
  return [forename, middleNames, surname].filter((name) => name.trim() !== '').join(' ');
}

/** What the whole plan is called, on paper and in a file. */
export function titleOf({ content }: PlanView): string {
  return `Education, health and care plan for ${fullName(content)}`;
}

/** What a copy says of itself on every page. */
const NOT_ALL = 'This copy does not show everything the plan says';

/** `Draft 1` or `Final plan, version 1`: stamped on every page, so that two versions are never taken for one another. */
export function versionLabel({ version }: PlanView): string {
  return version.kind === 'draft' ? `Draft ${version.number}` : `Final plan, version ${version.number}`;
}

/** The version with its day, as every page of every face is stamped: `Draft 2, served 2 March 2026`. */
export function stampOf(view: PlanView): string {
  const marks = [...(view.notAll ? [NOT_ALL] : []), ...(view.leavesOut ? [LEAVES_OUT] : [])];
  return [`${versionLabel(view)}, ${datedOf(view)}`, ...marks].join('. ');
}

/** Whose plan it is and which version, as the foot of every page says: `Asha Example · FN-2026-0001 · Draft 2, served …`. */
export function sayWhose(view: PlanView): string {
  return [fullName(view.content), view.reference, stampOf(view)].filter((words) => words !== '').join(' · ');
}

/** What was done with the version, and when; nothing that was not sent says that it was. */
export function datedOf({ version }: PlanView): string {
  const on = sayDate(version.on);
  if (version.kind === 'final') return `issued ${on}`;
  return version.unsent === undefined ? `served ${on}` : `${version.unsent}, as it stood on ${on}`;
}

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
  /** The advice it goes out with (reg. 12(4)); none where it is read beside it. */
  appendices?: readonly Appendix[];
};

type DraftVersion = { kind: 'draft'; number: number; on: PlainDate };
type FinalVersion = { kind: 'final'; number: number; on: PlainDate; officer: string };

export function fullName({ personalDetails: { forename, middleNames, surname } }: PlanContent): string {
  return [forename, middleNames, surname].filter((name) => name.trim() !== '').join(' ');
}

/** `Draft 1` or `Final plan, version 1`: stamped on every page, so that two versions are never taken for one another. */
export function versionLabel({ version }: PlanView): string {
  return version.kind === 'draft' ? `Draft ${version.number}` : `Final plan, version ${version.number}`;
}

/** The version with its day, as every page of every paper is stamped: `Draft 2, served 2 March 2026`. */
export function stampOf(view: PlanView): string {
  return `${versionLabel(view)}, ${view.version.kind === 'draft' ? 'served' : 'issued'} ${sayDate(view.version.on)}`;
}

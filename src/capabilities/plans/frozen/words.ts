import { canonicalJson } from '../changes.ts';
import type { PlanContent } from '../plan.ts';
import { planSections } from '../rendering/sections.ts';
import type { PlanView } from '../rendering/view.ts';
import type { PlanSection } from '../rendering/wording.ts';
import type { Hash } from '../serving.ts';

/** The layout of the template that plans are laid out under today. Raise it when `planSections` lays a plan out otherwise. */
const LAYOUT = 1;

/** A layout of the template: its number, and how it lays a plan out. */
export type Layout = { number: number; layOut: (view: PlanView) => readonly PlanSection[] };
export const TEMPLATE: Layout = { number: LAYOUT, layOut: planSections };

/** A version's words as its readers are shown them, and the hash that says whether they still are those. */
export type Frozen = { layout: number; sections: readonly PlanSection[]; wordsHash: string };

/** Lays a version out once, so that it need never be laid out again. The advice it goes out with is kept as its paper. */
export function freeze(view: PlanView, hash: Hash, layout = TEMPLATE): Frozen {
  const sections = layout.layOut({ ...view, appendices: [] });
  return { layout: layout.number, sections, wordsHash: hash(canonicalJson(sections)) };
}

/** Whether what is kept of a version is still what its hashes were taken of: its content and, where they are kept, its words. */
export function isAsIssued(
  { content, contentHash }: { content: PlanContent; contentHash: string },
  words: Frozen | null,
  hash: Hash,
): boolean {
  const same = hash(canonicalJson(content)) === contentHash;
  return same && (words === null || hash(canonicalJson(words.sections)) === words.wordsHash);
}

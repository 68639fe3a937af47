import { setImmediate } from 'node:timers/promises';
import type { Block, Part } from '../../../platform/pdf/blocks.ts';
import { drawDocument, drawDocumentToKeep, type PdfDocument } from '../../../platform/pdf/index.ts';
import { appendixSections } from './appendices.ts';
import { isWide, planSections } from './sections.ts';
import { type PlanView, sayWhose, stampOf, titleOf } from './view.ts';
import type { PlanSection } from './wording.ts';

/**
 * A plan as tagged PDF/UA-1: every section a bookmark, every table with its header row, and the version and date on every
 * page. A draft says so under its title and in each footer. Takes the view one recipient may have (`contentFor`): it hides
 * nothing of its own accord.
 */
export async function renderPlanPdf(view: PlanView): Promise<Uint8Array> {
  await othersFirst();
  return drawDocument(paperOf(view));
}

/** The same pages to read, and to keep for as long as the plan is kept: an archival copy, PDF/A-2a. */
export async function renderPlanToKeep(view: PlanView): Promise<{ read: Uint8Array; kept: Uint8Array }> {
  await othersFirst();
  return drawDocumentToKeep(paperOf(view));
}

// Whoever draws many, one after another, lets others be answered between two, and what the last one held be let go.
function othersFirst(): Promise<void> {
  return setImmediate();
}

/** A version laid out since it was issued, which says so beside its stamp, with its advice; to read, and to keep. */
export async function renderLaidOut(
  view: PlanView,
  { sections, says }: { sections: readonly PlanSection[]; says: string },
): Promise<{ read: Uint8Array; kept: Uint8Array }> {
  await othersFirst();
  const paper = paperOf(view, [...sections, ...appendixSections(view.appendices ?? [])]);
  return drawDocumentToKeep({ ...paper, label: `${paper.label}. ${says}` });
}

/** A version in the words it was laid out in when it was sent, as one reader may have them, with its advice; to read alone. */
export async function renderCopy(view: PlanView, sections: readonly PlanSection[]): Promise<Uint8Array> {
  await othersFirst();
  return drawDocument(paperOf(view, [...sections, ...appendixSections(view.appendices ?? [])]));
}

function paperOf(view: PlanView, sections: readonly PlanSection[] = planSections(view)): PdfDocument {
  const stamp = stampOf(view);
  return {
    authority: view.authority,
    title: titleOf(view),
    label: `${stamp}${afterStamp(view)}`,
    date: view.version.on,
    footer: sayWhose(view),
    contents: true,
    parts: parts(sections),
  };
}

function afterStamp({ version }: PlanView): string {
  if (version.kind === 'draft') return '. This is not a final plan.';
  return version.contentHash === undefined ? '' : `. Its hash (SHA-256) is ${version.contentHash}`;
}

/** The sections of a plan as parts of a paper. */
export function planParts(view: PlanView): Part[] {
  return parts(planSections(view));
}

/** Runs of sections that want the same way up, so that a page turns only where the tables begin and end. */
function parts(sections: readonly PlanSection[]): Part[] {
  const runs: { sideways: boolean; blocks: Block[] }[] = [];
  for (const section of sections) {
    const sideways = isWide(section);
    const last = runs.at(-1);
    const run = last?.sideways === sideways ? last : { sideways, blocks: [] };
    if (run !== last) runs.push(run);
    run.blocks.push({ kind: 'heading', level: 2, text: section.title }, ...section.blocks);
  }
  return runs;
}

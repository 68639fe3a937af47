import type { Block } from '../../../platform/pdf/blocks.ts';
import type { PlanContent } from '../plan.ts';
import type { PlanView } from '../rendering/index.ts';
import type { PlanSection } from '../rendering/wording.ts';
import type { Hash } from '../serving.ts';
import { type Frozen, freeze, isAsIssued, type Layout } from './words.ts';

/** Why a version is not laid out anew: it might say something else. */
export type Why = 'not kept' | 'altered' | 'other words';

type Kept = { version: { content: PlanContent; contentHash: string }; words: Frozen | null; view: PlanView };

/**
 * Lays a version out under another layout, beside the words it was sent in. Refuses one whose words were not kept, one that
 * is no longer what its hashes were taken of, and one that would say anything else.
 */
export function layOutAnew(
  { version, words, view }: Kept,
  layout: Layout,
  hash: Hash,
): { ok: true; value: Frozen } | { ok: false; why: Why } {
  if (words === null) return { ok: false, why: 'not kept' };
  if (!isAsIssued(version, words, hash)) return { ok: false, why: 'altered' };
  const laidOut = freeze(view, hash, layout);
  const same = saidIn(words.sections).symmetricDifference(saidIn(laidOut.sections)).size === 0;
  return same ? { ok: true, value: laidOut } : { ok: false, why: 'other words' };
}

/**
 * Everything a plan says: each answer, paragraph and cell, whatever the order and however often. Headings and labels are
 * the template's.
 */
function saidIn(sections: readonly PlanSection[]): Set<string> {
  const said = sections.flatMap(({ blocks }) => blocks.flatMap(saidInBlock));
  return new Set(said.flatMap((text) => text.split(/\n+/)).map((line) => line.trim()));
}

function saidInBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [];
    case 'text':
      return [block.text];
    case 'bullets':
    case 'steps':
      return block.items;
    case 'pairs':
      return block.rows.map(({ value }) => value);
    case 'table':
      return block.rows.flat(2).map(({ text }) => text);
  }
}

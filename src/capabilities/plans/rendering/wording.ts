import type { Block, Pair } from '../../../platform/pdf/blocks.ts';

/** One separately identified part of a plan, under its own heading, with an anchor. */
export type PlanSection = { id: string; title: string; blocks: readonly Block[] };

export function pairs(rows: readonly (readonly [string, string])[]): Block {
  return { kind: 'pairs', rows: rows.map(([label, value]): Pair => ({ label, value: orNone(value) })) };
}

export function orNone(text: string): string {
  return text.trim() === '' ? 'Not given' : text.trim();
}

export function yesNo(answer: boolean): string {
  return answer ? 'Yes' : 'No';
}

import { code, regs, si } from '../../../law/index.ts';
import type { Cite } from '../citations.ts';

/** The provisions amending rests on, each as sure as our reading of it. */
export const AMENDING = {
  amending: asCite(si('ukpga/2014/6/section/44', 'Children and Families Act 2014, s44(1) to (4)')),
  afterReview: asCite(regs(22, 'reg. 22')),
  withoutReview: asCite(regs(28, 'reg. 28')),
  notice: asCite(regs(22, 'reg. 22(2)')),
  outcome: asCite(regs(22, 'reg. 22(3) to (4)')),
  notAmending: asCite(regs(22, 'reg. 22(4)')),
  changesAfterNotice: asCite(code('Code of Practice, 9.125')),
} as const satisfies Record<string, Cite>;

function asCite({ provision, url }: Cite): Cite {
  return { provision, url };
}

import type { Citation } from '../../../../law/index.ts';
import { type Check, type Checked, provisionsOf, type Severity } from '../check.ts';
import type { Missing, Part } from './line.ts';
import { missingParts } from './specificity.ts';

type Asked = {
  id: string;
  part: Part;
  severity: Severity;
  name: string;
  why: string;
  suggestion: string;
  cite: Citation;
};

/** The rule that asks every provision for one part. */
export function asksFor({ part, why, ...rule }: Asked): Check {
  return {
    ...rule,
    find: (plan) =>
      read(plan).flatMap(({ id, section, line, leftOut }) =>
        leftOut
          .filter((missing) => missing.part === part)
          .map(({ span }) => ({ section, row: id, text: line, span, why })),
      ),
  };
}

type Read = ReturnType<typeof provisionsOf>[number] & { leftOut: readonly Missing[] };
const alreadyRead = new WeakMap<Checked, readonly Read[]>();

/** Six rules ask of the same words: they are read once for as long as the plan is being checked. */
function read(plan: Checked): readonly Read[] {
  const before = alreadyRead.get(plan);
  if (before !== undefined) return before;
  const now = provisionsOf(plan).map((provision) => ({
    ...provision,
    leftOut: missingParts(provision.line),
  }));
  alreadyRead.set(plan, now);
  return now;
}

import type { Citation } from '../../../../law/index.ts';
import { kept } from '../../../../shared/kept.ts';
import { type Check, type Checked, provisionsOf, type Severity } from '../check.ts';
import { type Missing, type Part, plainLine } from './line.ts';
import { reviewMissing } from './review.ts';
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
      read(plan).flatMap(({ id, section, line, review, leftOut }) =>
        leftOut
          .filter((missing) => missing.part === part && !(part === 'review' && saysWhen(review)))
          .map(({ span }) => ({ section, row: id, text: line, span, why })),
      ),
  };
}

// In the template's own place for it, “every term” is a review without the word.
function saysWhen(review: string): boolean {
  return review.trim() !== '' && !reviewMissing(`reviewed ${plainLine(review)}`);
}

// A draft is checked whenever somebody opens a part of it, and most of its lines are as they were: about fifty plans' worth.
const leftOutOf = kept(2000, (line: string): readonly Missing[] => missingParts(line));

type Read = ReturnType<typeof provisionsOf>[number] & { leftOut: readonly Missing[] };
const alreadyRead = new WeakMap<Checked, readonly Read[]>();

/** Six rules ask of the same words: they are read once for as long as the plan is being checked. */
function read(plan: Checked): readonly Read[] {
  const before = alreadyRead.get(plan);
  if (before !== undefined) return before;
  const now = provisionsOf(plan).map((provision) => ({
    ...provision,
    leftOut: leftOutOf(provision.line),
  }));
  alreadyRead.set(plan, now);
  return now;
}

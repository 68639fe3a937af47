import { accepted, type Result, refused } from '../../shared/result.ts';
import { checkOf, type Placed, withPlaces } from './checking.ts';
import type { Checked, Finding } from './checks/check.ts';
import { blockingIn } from './checks/index.ts';
import { CITES, type PlanRefusal, refuse } from './citations.ts';
import type { PlanException, PlanFacts } from './facts.ts';

type Excepted = Pick<PlanFacts, 'exceptions'>;

/**
 * What keeps this content from going to a family: what blocks it, but where staff recorded an exception for just these
 * words. The same rules stand before a draft is served and before a plan is made final.
 */
export function stoppedBy(checked: Checked, { exceptions }: Excepted): Placed[] {
  const blocking = withPlaces(checked.content, blockingIn(checked));
  return blocking.filter((finding) => !exceptions.some((one) => holdsFor(one, finding)));
}

/** The same as refusals, each at the part of the draft where it is put right. */
export function stopping(checked: Checked, facts: Excepted): PlanRefusal[] {
  return stoppedBy(checked, facts).map((finding) =>
    refuse(finding.place, sayStopped(finding), checkOf(finding)?.cite ?? CITES.planContents),
  );
}

/** Whether an exception is for this finding, in these words: when they change, it holds no longer. */
export function holdsFor(exception: PlanException, { rule, section, row, text }: Finding): boolean {
  return (
    exception.rule === rule &&
    exception.section === section &&
    exception.row === row &&
    exception.text === text
  );
}

/** Whether staff may let a finding out: all but one, which the law leaves no room for. */
export function mayExcept(finding: Finding): boolean {
  return checkOf(finding)?.noException === undefined;
}

type Excepting = {
  /** Which findings, by the names their page gave them. */
  chosen: readonly string[];
  reason: string;
  by: string;
  on: PlanException['on'];
};

/**
 * Lets findings out for one reason. Refuses a finding that stops the plan no longer, or whose words have changed since it was
 * read: an exception is for what was read, and for nothing else.
 */
export function recordExceptions(
  stopped: readonly Placed[],
  { chosen, ...why }: Excepting,
  nameOf: (finding: Finding) => string,
): Result<PlanException[]> {
  const now = new Map(stopped.filter(mayExcept).map((finding) => [nameOf(finding), finding]));
  const found = chosen.flatMap((name) => now.get(name) ?? []);
  if (chosen.length === 0) return refused('findings', 'Select what goes out as it is');
  if (found.length < chosen.length) {
    return refused('findings', 'The plan has changed since you opened this page. Read what stops it now');
  }
  return accepted(
    found.map(({ rule, section, row, text, why: wrong }) => ({
      ...{ rule, section, row, text, why: wrong },
      ...why,
    })),
  );
}

export function sayStopped({ suggestion, text }: Finding): string {
  return text.trim() === '' ? suggestion : `${suggestion}: ${short(text)}`;
}

function short(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}…`;
}

import { durationMissing } from './duration.ts';
import { frequencyMissing } from './frequency.ts';
import { type Kind, kindOf } from './kind.ts';
import { type Missing, type Part, plainLine, type Span } from './line.ts';
import { ratioMissing } from './ratio.ts';
import { reviewMissing } from './review.ts';
import { whatMissing } from './what.ts';
import { whoMissing } from './who.ts';

/**
 * What a line of provision does not say, of the six things it is asked for, read alone. A part that cannot apply to its kind
 * of provision is not missing; where not even the kind is told, every part not given is.
 */
export function missingParts(text: string): Missing[] {
  const line = plainLine(text);
  const what = whatMissing(line);
  const kind = what === null ? kindOf(line) : onlyWhatIsTold(kindOf(line));
  const often = frequencyMissing(line, kind, what !== null);
  const found: readonly (readonly [Part, boolean, Span | null])[] = [
    ['what', what !== null, what],
    ['who', whoMissing(line, kind), null],
    ['ratio', ratioMissing(line, text, kind, what !== null), null],
    ['frequency', often !== null, often === true ? null : often],
    ['durationEachTime', durationMissing(line, kind, what !== null), null],
    ['review', reviewMissing(line), null],
  ];
  return found.filter(([, missing]) => missing).map(([part, , span]) => ({ part, span }));
}

// Of what nobody could see done, no words show that a part cannot apply.
function onlyWhatIsTold(kind: Kind): Kind {
  return { ...kind, adjustment: false, moment: false };
}

/** Whether nothing is missing but, at most, a review: the whole plan is reviewed within twelve months anyway. */
export function isSpecific(missing: readonly Missing[]): boolean {
  return missing.every(({ part }) => part === 'review');
}

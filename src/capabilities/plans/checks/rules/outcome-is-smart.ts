import { code } from '../../../../law/index.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';

const MEASURED =
  /\d|\b(?:once|twice|one|two|three|four|five|six|every|each|all|always|daily|weekly|without|independently|alone|by (?:him|her|them)self|on (?:his|her|their) own|or more|at least|out of|unaided)\b/iu;

// What stands where a day should, and names none.
const NO_DAY =
  /^(?:on-?going|continu(?:ous|ing|al)(?:ly)?|asap|as soon as (?:possible|practicable)|t\.?b\.?[ac]\.?|(?:to be|as) (?:agreed|confirmed|decided|reviewed)|when(?:ever)? (?:\w+ ){0,2}(?:ready|able|possible|appropriate)|in (?:due course|time|the (?:future|(?:long|longer|medium|short) term))|(?:long|longer|medium|short)[ -]term|over time|eventually|n\/?a|none|(?:not )?(?:un)?known|[-–—?.]+)\.?$/iu;

export const outcomeIsSmart: Check = {
  id: 'outcome-is-smart',
  name: 'Every outcome can be measured and says by when',
  severity: 'warning',
  cite: code('Code of Practice, 9.66'),
  suggestion: 'Say what the child will do, how anyone could tell, and by when',
  find: ({ content }) =>
    AREAS.flatMap((name) =>
      content.areas[name].outcomes.flatMap(({ id, text, byWhen }) => [
        ...(MEASURED.test(text)
          ? []
          : [{ section: 'E', row: id, text, why: 'Nobody could tell whether it had been reached' }]),
        ...(byWhen.trim() === '' ? [{ section: 'E', row: id, text, why: 'It does not say by when' }] : []),
        ...(NO_DAY.test(byWhen.trim())
          ? [{ section: 'E', row: id, text: byWhen, why: 'Nobody could tell when this is over' }]
          : []),
      ]),
    ),
};

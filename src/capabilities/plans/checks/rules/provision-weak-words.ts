import { code } from '../../../../law/index.ts';
import { kept } from '../../../../shared/kept.ts';
import { apart, vagueSpansIn } from '../../../../shared/vague-words.ts';
import { type Check, provisionsOf } from '../check.ts';

/** The words themselves, wherever they are not used lawfully; the parts they leave open are rules of their own. */
export const weakWords: Check = {
  id: 'provision-weak-words',
  name: 'Provision has no words that promise nothing',
  severity: 'advice',
  cite: code('Code of Practice, 9.69'),
  suggestion: 'Put what will be done, by whom, how often and for how long in place of these words',
  find: (plan) =>
    provisionsOf(plan).flatMap(({ id, section, line }) =>
      vagueIn(line).map(({ question, span }) => ({
        section,
        row: id,
        text: line,
        span,
        why: question,
      })),
    ),
};

// A draft is checked whenever somebody opens a part of it, and most of its lines are as they were.
const vagueIn = kept(2000, (line: string) => apart(vagueSpansIn(line)));

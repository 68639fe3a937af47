import { code } from '../../../../law/index.ts';
import { AREAS } from '../../plan.ts';
import type { Check } from '../check.ts';
import { plainLine, spanOf, words } from '../parts/line.ts';

const PROVISION = words(
  'will (?:receive|be given|be provided with|be offered|have (?:access|support|regular|weekly|daily|a programme)|attend (?:a|the) [\\w ]*(?:group|session|club))',
  'will (?:continue to )?access',
  '(?:staff|teachers?|school|adults?|a? ?therapist|the authority) will',
  'sessions? (?:of|with|from)',
  '(?:support|input) from',
);

export const outcomeIsNotProvision: Check = {
  id: 'outcome-is-not-provision',
  name: 'No outcome is provision in disguise',
  severity: 'warning',
  cite: code('Code of Practice, 9.66'),
  suggestion: 'Say what the child will be able to do because of it, and move the support to Section F',
  find: ({ content }) =>
    AREAS.flatMap((name) =>
      content.areas[name].outcomes.flatMap(({ id, text }) => {
        const span = spanOf(plainLine(text), PROVISION);
        return span === null
          ? []
          : [
              {
                section: 'E',
                row: id,
                text,
                span,
                why: 'This says what will be given, not what will come of it',
              },
            ];
      }),
    ),
};

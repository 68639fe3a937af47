import { isActivity } from './activity.ts';
import type { Kind } from './kind.ts';
import { AMOUNT, CLOCK, figures, inFigures, NUMBER, words } from './line.ts';

const UNIT = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|hr)';
// What is long by itself: a lesson, a meal, a night.
const STRETCH =
  '(?:lessons?|lectures?|seminars?|workshops?|sessions?|class(?:es)?|assembl(?:y|ies)|papers?|exam\\w*|breaks?|break-?times?|lunch\\w*|meals?|snacks?|journeys?|days?|mornings?|afternoons?|evenings?|nights?|weekends?|shifts?|terms?|years?)';
const GIVEN = figures(
  CLOCK,
  `${AMOUNT}[ -]?(?:full |whole |clock |further |more )?${UNIT}`,
  '(?:the|an|one|same|first|last|next|further|whole|full|clock|double|free) hour',
  `(?:${NUMBER}[- ])?hour-long|(?:three-)?quarter[- ]hour`,
  `${NUMBER}\\+ ?${UNIT}|${NUMBER} or so ${UNIT}`,
  `half (?:an?|the|of|each|every|his|her) (?:the |each |every |a )?(?:[\\w-]+ )?${STRETCH}`,
  '(?:0[6-9]|1\\d)[0-5]\\d(?:-| - | to | until )(?:0[6-9]|1\\d)[0-5]\\d',
  '(?:register|registration|break|lunch|assembly|arrival|start|beginning) (?:to|until|till) (?:register|registration|break|lunch|assembly|home ?time|finish|end)',
  '(?:all|right through|through|every minute of) (?:of )?(?:the )?(?:lunch\\w*|break\\w*)',
  `as long as (?:the |each |every )?${STRETCH} lasts?`,
  'for (?:one|two|three|the|a|each|every) (?:[\\w-]+ )?(?:lessons?|morning|afternoon)',
  '\\d?[½¼¾] ?(?:hours?|hrs?|h|day)',
  "\\d+'(?!\\w)",
  '(?:one|a|two|double|full|whole|entire) (?:full |whole |double )?periods?',
  '(?:throughout|for the duration of|whole of|all of|entire) (?:the |each |every |his |her )?(?:[\\w-]+ )?(?:lessons?|session|class|meals?|lunch\\w*|break|journeys?|registration|assembly|lecture)',
  'until (?:lunch|break|noon|midday|registration|home ?time|half past|quarter past|\\d{1,2}[.:]\\d\\d)',
  '(?:half|third|quarter|thirds|quarters|fifth) of (?:an?|each|every|the|all|his|her|their)',
  `(?:entire|whole|full|complete|length|duration) (?:of )?(?:each |every |the |her |his |their )?(?:[\\w-]+ ){0,3}${STRETCH}`,
  `(?:a|each|one|half a|${NUMBER}) (?:whole |full )?(?:mornings?|afternoons?|days?|evenings?|nights?) (?:each|apiece|a time|at a time|long|every|running)`,
  `(?:spends?|attends?|takes?|for) (?:an?|one|the) (?:whole |full )?(?:half[- ]day|morning|afternoon|day|evening|lunch\\w*|night)`,
  `(?:half|full|whole|inset|training|one|two|three|\\d)[- ]days?`,
  '(?:an?|one) (?:whole )?(?:lunch\\w*|morning|afternoon|day|evening) of',
  '(?:until|till) the (?:bell|end of (?:the )?(?:school|day|lesson|session|afternoon|morning))',
  'from (?:the )?(?:first |opening |start of the |beginning of the )?\\w+ (?:to|until|till) (?:the )?(?:last|end|bell|close|home\\w*|lunch\\w*|break|noon)',
  '(?:fri|satur|sun|mon)day(?: [\\w.]+){0,2} (?:to|until|till) (?:satur|sun|mon)day',
  'all of (?:the |each |every )?(?:[\\w-]+ ){0,4}(?:lesson|session|break|lunch|day|morning|afternoon)s?',
  '(?:all|both|each|every) (?:[\\w-]+ ){0,4}(?:lessons?|journeys?|meals?|breaks?)',
  '(?:at|during|for) (?:each|every) (?:meal|snack|journey|break|lunch\\w*)',
  'lunch (?:in|with|at)[^.;]*every day',
  '(?:both|each) ways?|there and back|(?:lunch|break|dinner) hour',
  '(?:in|at|during|for) (?:all|every|each|any|both) (?:[\\w-]+ ){0,3}(?:lectures?|tutorials?|seminars?|workshops?|assembl(?:y|ies)|tests?|exam\\w*)',
  'in (?:all |any |every |public |internal |mock )*(?:examinations|exams|tests|mocks)',
  '(?:return )?journeys?',
  '\\d+ ?(?:m|h)',
  '(?:three[- ])?quarters? of an hour',
  'quarter of an hour',
  'all (?:day|morning|afternoon)',
  'double lesson',
  `(?:each|every) (?:lasting|of) ${NUMBER}`,
  `${NUMBER} (?:full |whole )?(?:days?|mornings?|afternoons?|nights?)(?= (?:a|each|per|of|in|for|every))`,
  '(?:two|three|\\w+) half days',
  'full[- ]time',
  '(?:in|for) (?:all|every|each) (?:[\\w-]+ ){0,3}(?:lessons?|sessions?|class(?:es)?)',
  'throughout the school day',
  'at all times',
  `from \\d[\\d.:]*(?: ?[ap]m)? (?:to|until) \\d`,
  'from gate to gate',
  'overnight',
  'from \\d+ ?[ap]m',
  'half[- ]hours?',
  'half a day',
  'length of',
);
const CEILING = new RegExp(
  `(?:up to|maximum of|no more than|not more than|at most) (?:an? )?${NUMBER}(?: ?- ?|[ -])?${UNIT}`,
  'u',
);
const YEARLY = new RegExp(
  `annual(?:ly)? (?:allocation|total|allowance|entitlement|budget) of|${UNIT} (?:of [\\w ]+ )?(?:a|per|each|in each) (?:school |academic )?(?:year|annum|term)`,
  'u',
);
const EACH_WEEK = words(
  '(?:hours?|minutes?|sessions?) [\\w ]{0,30}(?:a|per|each|every) (?:school )?(?:day|week|fortnight)',
);
const STAYS = words(
  'interpret',
  'class of',
  'at break and lunch\\w*',
  'group \\(',
  'in a classroom',
  'will be taught in',
  '(?<!to )attends?',
);

/** Whether a line leaves open how long each time. */
export function durationMissing(line: string, kind: Kind, unpromised: boolean): boolean {
  if (CEILING.test(line) && !/no less than|at least|homework/.test(line)) return true;
  if (YEARLY.test(line) && !kind.adults && !EACH_WEEK.test(line)) return true;
  if (GIVEN.test(inFigures(line))) return false;
  if (STAYS.test(line) && !unpromised) return false;
  if (kind.adults)
    return (
      /training|workshop/.test(line.replaceAll(/\([^)]*\)/gu, ' ')) &&
      !/certificate|trained|(?:has|with) (?:[\w-]+ )*training/.test(line)
    );
  if (kind.moment || kind.medical || kind.assessment) return /careers/.test(line);
  if (kind.equipment) return /lessons of|will teach/.test(line);
  if (kind.care) return /short breaks/.test(line);
  if (kind.adjustment) return /breaks/.test(line);
  return unpromised || isActivity(line);
}

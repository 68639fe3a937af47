import type { Kind } from './kind.ts';
import { CLOCK, NUMBER, words } from './line.ts';

const UNIT = '(?:minutes?|mins?|hours?|hrs?|hr)';
const GIVEN = words(
  CLOCK,
  'whole of (?:the |each |every )?(?:[\\w-]+ ){0,2}(?:lesson|session|break|day|morning|afternoon|meal)',
  'all of (?:the |each |every )?(?:[\\w-]+ ){0,4}(?:lesson|session|break|lunch|day|morning|afternoon)s?',
  '(?:all|both|each|every) (?:[\\w-]+ ){0,2}(?:lessons?|journeys?|meals?|breaks?)',
  '(?:at|during|for) (?:each|every) (?:meal|snack|journey|break|lunch\\w*)',
  'lunch (?:in|with|at)[^.;]*every day',
  'both ways',
  '(?:return )?journeys?',
  '\\d+ ?(?:m|h)',
  'an hour and (?:a half|three quarters)',
  '(?:three[- ])?quarters? of an hour',
  'quarter of an hour',
  'whole of (?:the|each|every) (?:lesson|session|break|day|morning|afternoon)',
  'all (?:day|morning|afternoon)',
  'double lesson',
  'full (?:lesson|session|length)',
  `(?:each|every) (?:lasting|of) ${NUMBER}`,
  `${NUMBER}(?:[ -]|(?: ?- ?| to )${NUMBER}[ -])?(?:full )?${UNIT}`,
  `\\d+${UNIT}`,
  `${NUMBER}[- ](?:minute|hour|min)`,
  `${NUMBER} (?:full |whole )?(?:days?|mornings?|afternoons?|nights?)(?= (?:a|each|per|of|in|for|every))`,
  '(?:two|three|\\w+) half days',
  'full[- ]time',
  'whole (?:lesson|session|break|day|meal|year|morning|afternoon|term)',
  '(?:in|for) (?:all|every|each) (?:[\\w-]+ ){0,3}(?:lessons?|sessions?|class(?:es)?)',
  'throughout the school day',
  'at all times',
  `from \\d[\\d.:]*(?: ?[ap]m)? (?:to|until) \\d`,
  '\\d+\\.\\d+ ?(?:-|to) \\d+\\.\\d+',
  'from gate to gate',
  'full mornings?',
  'overnight',
  'from \\d+ ?[ap]m',
  'half an hour',
  'half[- ]hour',
  'half a day',
  'an hour',
  'full day',
  'one day',
  'length of',
);
const CEILING = new RegExp(
  `(?:up to|maximum of|no more than|not more than|at most) (?:an? )?${NUMBER}(?: ?- ?|[ -])?${UNIT}`,
  'u',
);
const YEARLY = new RegExp(
  `${UNIT} (?:of [\\w ]+ )?(?:a|per|each|in each) (?:school |academic )?(?:year|annum|term)`,
  'u',
);
const STAYS = words(
  'interpret',
  'class of',
  'at break and lunch\\w*',
  'group \\(',
  'in a classroom',
  'will be taught in',
  'attend',
);

// Without any of these nothing shows that it is a time spent at all.
const WITH_SOMEBODY = words(
  'sessions?',
  'lessons?',
  'teach(?:es|ing)?(?! assistants?)',
  'taught',
  'tuition',
  'therap(?:y|ist|ists)',
  'physio\\w*',
  'counsell\\w+',
  'group',
  'support',
  'help',
  'work',
  'programme',
  'practi[cs]e',
  'reading',
  'read',
  'play',
  'adults?',
  'assistants?',
  'mentor\\w*',
  'training',
  'breaks?',
  'course',
  'intervention',
  'phonics',
  'maths',
  'speech',
  'language',
  'exercises?',
  'activit(?:y|ies)',
  'skills',
  'input',
  'visits?',
  'swimming',
  'riding',
);

/** Whether a line leaves open how long each time. */
export function durationMissing(line: string, kind: Kind, unpromised: boolean): boolean {
  if (CEILING.test(line) && !/no less than|at least|homework/.test(line)) return true;
  if (YEARLY.test(line) && !kind.adults) return true;
  if (GIVEN.test(line)) return false;
  if (STAYS.test(line) && !unpromised) return false;
  if (kind.adults) return /training|workshop/.test(line) && !/certificate|trained/.test(line);
  if (kind.moment || kind.medical || kind.assessment) return /careers/.test(line);
  if (kind.equipment) return /lessons of|will teach/.test(line);
  if (kind.care) return /short breaks/.test(line);
  if (kind.adjustment) return /breaks/.test(line);
  return unpromised || WITH_SOMEBODY.test(line);
}

import { isActivity, whatHappens } from './activity.ts';
import type { Kind } from './kind.ts';
import { figures, inFigures, NUMBER, words } from './line.ts';

const ADULTS =
  '(?:adults?|staff|teachers?|tutors?|therapists?|assistants?|tas?|carers?|members? of staff|coach(?:es)?)';
const LEARNERS =
  '(?:pupils|children|child|learners|students|peers|young people|teenagers|classmates|friends|others|boys|girls|participants|members|interns|year \\d+s|trainees|siblings|infants|toddlers|readers)';
const CEILING =
  '(?:about |around |between |up to |at most |fewer than |(?:no|not|never) (?:more|larger|bigger|greater) than |an? maximum of |not exceeding |capped at |limited to )';
const MEASURED =
  '(?:minutes?|mins?|hours?|hrs?|days?|weeks?|words?|steps?|times|sessions?|pages?|seconds?|terms?|months?|years?)';
const GIVEN = figures(
  `(?:form|class(?:es)?|sets?|tables?|groups?(?: size)?|circles?|teams?|bands?|halves|party|parties) ?(?:of|=|:|\\(|(?=not|capped|limited|no|\\d)) ?${CEILING}?${NUMBER}(?! ?${MEASURED})`,
  `(?:capped at|limited to|not exceeding) ${NUMBER}(?! ?${MEASURED})`,
  `all ${NUMBER}(?= of| in)`,
  `(?:with|and|among|alongside|beside) (?:just |only )?(?:another|one other|an? single|(?:his|her) (?:own )?(?:twin|brother|sister|cousin|friend))(?: (?!adult)[\\w-]+)?`,
  `(?:with|and|among|alongside) ${NUMBER} of (?:his|her|their|the|these)`,
  'without (?:any |the )?(?:other|others)',
  `max(?:imum)?\\.? ?(?:of |= ?)?${NUMBER}(?! ?${MEASURED})|${NUMBER} max(?:imum)?`,
  '(?:one|1)[- ]on[- ](?:one|1)',
  `${NUMBER}-(?:pupil|child|person|student|learner|place|strong)|${NUMBER} strong`,
  `(?:as|is|being) one of ${NUMBER}`,
  `(?:and|with) ${NUMBER} more`,
  `half (?:of )?(?:the|his|her|their) class`,
  `(?:class|group) sizes? (?:of )?${CEILING}?${NUMBER}`,
  `(?:(?:does|do|will|shall|should|must) not exceed|kept (?:to|at|below|under)|never (?:above|over)) ${NUMBER}(?! ?${MEASURED})`,
  `(?:one|1) (?:to|:) (?:two|three|four|five|six|eight|ten|\\d)(?! ?(?:\\w+ ){0,2}${MEASURED})`,
  `(?:no ?one|nobody|none) but (?:him|her|them)|no others|others? (?:is |are |being )?(?:present|absent)`,
  'in private|privately|singly|one by one|(?:one|two|three|four) at (?:a time|once)',
  '(?:with|and|alongside) an? (?:[\\w-]+ ){0,2}(?:pupil|child|student|companion|buddy|learner|friend)',
  `${NUMBER} (?:in all|altogether|in total)|numbering ${NUMBER}`,
  'everyone in (?:the|his|her) (?:class|form)|all (?:of )?(?:the class|year \\d+)|year group',
  '(?:he|she) and (?:one|an?|the|his|her) [\\w-]+',
  'exclusively|undivided|solely|one against one|no other [\\p{L}]+',
  // Riders, swimmers, players: however many of them there are.
  `${NUMBER} (?!teach|help|work|care|numb|lett|ord|pap|corn|manag|supervis|offic|train|quart|comput|rul|tut|memb|sist|broth)[\\p{L}]{2,}ers`,
  'trio|duo|twosome|threesome|foursome|quartet|quintet|in tandem',
  'rest of (?:the|his|her|their) (?:class|form|group)',
  `(?:never|no|not) (?:has |have |having |be |being )?(?:more|larger|bigger|greater) than ${NUMBER}(?! ?(?:[\\w-]+ ){0,2}${MEASURED})`,
  `(?:one|two|three|\\d) (?!${MEASURED})(?:[\\w-]+ ){1,3}(?:to|for|among|between|with) (?:every |each )?${NUMBER} (?!${MEASURED})[\\w-]+`,
  `${NUMBER} (?:[\\w-]+ ){0,2}(?:and|plus|with) (?:just )?(?:one|two|three|four|five)(?: others?)?`,
  `plus (?:one|two|three|four|five)`,
  '\\d ?\\+ ?\\d',
  '(?:the|just the) (?:two|pair|three|four) (?:of (?:them|us|you)|alone|together)',
  `only (?:him|her|them|child|pupil|learner|student)`,
  '(?:sole|only) (?:[\\w-]+ ){0,2}(?:pupil|child|learner|student)',
  `(?:one|a single) (?:pupil|child|learner|student|person) at a time`,
  '(?:and|with|but) (?:no|not any) other',
  'no other (?:[\\w-]+ ){0,2}(?:pupil|child|learner|student|person|passengers?|candidates?|trainees?|children|pupils)',
  '(?:no ?one|nobody|no-one) (?:else|with (?:him|her|them))',
  `${NUMBER} in (?:the |a |each )?group`,
  '(?:one|1) (?:pupil|child|learner|student)',
  '(?:of|to) (?:his|her|their|your) own',
  '(?:by|to) (?:him|her|them|your)sel(?:f|ves)',
  'on (?:your|my) own',
  "and (?:(?:his|her|their|my|your) )?[\\w']+ (?:alone|only|together)",
  '(?:and|with) (?:an?|one) (?:chosen |[\\w-]+ )?(?:partner|friend|classmate|peer|sibling)',
  'whole (?:[\\w-]+ ){0,2}(?:class|year|form|school|group|team)',
  '(?:as|in) (?:a )?(?:whole|pairs?|twos|threes|fours)',
  `(?:and|with) (?:[\\w-]+ ){0,2}(?:up to |no more than |at most )?${NUMBER} (?:or ${NUMBER} )?(?:other )?(?:[\\w-]+ ){0,2}(?:${LEARNERS})`,
  `(?:and|with) (?:a|one) (?:partner|friend|classmate|peer)`,
  `(?:and|with) (?:up to |no more than |at most )?${NUMBER} (?:[\\w-]+ ){0,2}(?:${LEARNERS})`,
  `${NUMBER} (?:[\\w-]+ ){0,2}${LEARNERS}`,
  '(?:one|1) adult (?:and|with) \\w+',
  '(?:and |with )?(?:no ?one|nobody) else',
  '(?:and|with) no other (?:child|pupil|learner|student|person)',
  '(?:just |only )?the two of (?:them|us)',
  '(?:only|just) (?:with|for) (?:him|her|them)',
  '(?:and|with|for) (?:him|her|them) (?:only|alone)',
  '(?:him|her|them) (?:only|alone)',
  'and the \\w+ only',
  'to (?:himself|herself|themself)',
  'whole family',
  'group ?(?:=|of|:) ?\\d+',
  '1 ?(?:to|-to-|-|on) ?1',
  'one (?:to|on) one',
  `${NUMBER} (?:\\w+ ){0,2}${ADULTS} (?:to|for|per|between) (?:every |each )?${NUMBER} (?:[\\w-]+ ){0,2}${LEARNERS}`,
  `groups? of (?:about |around |between |up to |no (?:more|larger|bigger) than |fewer than |at most |a maximum of |not more than )?${NUMBER}`,
  `(?:no|not) (?:more|larger|bigger|greater) than ${NUMBER} ${LEARNERS}`,
  `(?:with|among|alongside) (?:up to |no more than |at most |about )?${NUMBER} (?:or ${NUMBER} )?(?:other |of (?:his|her|their) )?(?:[\\w-]+ ){0,2}${LEARNERS}`,
  `${NUMBER} (?:or|to|-) ?${NUMBER} (?:other )?${LEARNERS}`,
  'in (?:twos|threes|fours)',
  'in a (?:two|three|four|trio)',
  'paired with',
  'by (?:him|her|them)self',
  '(?:his|her|their|your|my) own (?:adult|assistant|tutor|teacher)',
  'a single (?:pupil|child|learner)',
  `group \\((?:up to |maximum |max |of )?${NUMBER}`,
  '\\d+ ?: ?\\d+',
  '\\d-(?:to-)?\\d',
  'one[- ]to[- ]one',
  'two[- ]to[- ]one',
  '\\d+ (?:\\w+ ){0,2}to \\d+ (?:\\w+)',
  'individual(?:ly)?',
  'on (?:his|her|their) own',
  'alone',
  '(?:sole|dedicated) (?:adult|\\w+ support assistant|\\w+ assistant|\\w+)',
  'pairs?',
  '(?:whole|full) class',
  'class of',
  'at (?:his|her|their) side',
  'by (?:himself|herself) with',
  `groups? of (?:about |around |up to |no more than |not more than |at most |a maximum of )?${NUMBER}`,
  `(?:up to|no more than|not more than|at most|maximum of|max) ${NUMBER} (?:other )?(?:\\w+ ){0,2}(?:pupils?|children|learners?|students?|peers?|young people|others?)`,
  'no more than (?:four|five|six|eight|ten|twelve|three|\\d+)(?! (?:words|minutes))',
  `\\(?${NUMBER} (?:pupils|children|peers|learners|students|young people)`,
  `(?:and|with) ${NUMBER} (?:other )?(?:peers?|pupils?|children)`,
  'and one other',
  'with one other',
  'one other pupil',
  'solo',
  'just (?:him|her)',
  'table of three',
);
const WITH_A_ROLE = words('check[ -]in', 'mentoring', 'check[ -]out');
// A moment is asked with how many only where it is part of something longer.
const LASTS = words(
  'visit|teach(?:es|ing)?(?! assistants?)|taught|therapy|sessions?|programme|stay|interpret|support(?:ed)?(?! worker)',
);
const CARER = words('personal assistant', 'support worker');

// A name with “only” beside it; the calendar has capitals too.
const ONLY_A_NAME =
  /\b(?:[Oo]nly|[Jj]ust) (?!\p{L}+days?\b)\p{Lu}\p{Ll}+|(?!\p{L}+days?\b)\b\p{Lu}\p{Ll}+ (?:only|alone|by (?:him|her|them)self)\b/u;

/** Whether a line leaves open one to one, or a group of what size. */
export function ratioMissing(line: string, text: string, kind: Kind, unpromised: boolean): boolean {
  if (ONLY_A_NAME.test(text)) return false;
  if (GIVEN.test(inFigures(line)) || WITH_A_ROLE.test(line)) return false;
  if (kind.care) return CARER.test(line) && !kind.adults && !/direct payment/.test(line);
  if (kind.medical) return false;
  if (kind.adults)
    return /will (?:support|teach)|named adult/.test(line) && !/\b(?:parents|team)\b/.test(line);
  if (kind.equipment && !/will teach|will show|lessons of/.test(line)) return false;
  if (kind.adjustment) return /led by an adult/.test(line);
  if (kind.assessment) return /careers adviser/.test(line);
  if (kind.moment) return LASTS.test(whatHappens(line));
  return unpromised || isActivity(line);
}

import type { Kind } from './kind.ts';
import { NUMBER, words } from './line.ts';

const ADULTS =
  '(?:adults?|staff|teachers?|tutors?|therapists?|assistants?|tas?|carers?|members? of staff|coach(?:es)?)';
const LEARNERS =
  '(?:pupils?|children|child|learners?|students?|peers?|young people|classmates?|friends|others?|boys|girls|participants|members)';
const GIVEN = words(
  `(?:and|with) (?:a|one) (?:partner|friend|classmate|peer)`,
  `(?:and|with) (?:up to |no more than |at most )?${NUMBER} (?:[\\w-]+ )?(?:${LEARNERS})`,
  `${NUMBER} (?:[\\w-]+ )?(?:pupils|children|learners|students|young people|interns|boys|girls)`,
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
  `${NUMBER} (?:\\w+ )?${ADULTS} (?:to|for|per|between) (?:every |each )?${NUMBER} (?:[\\w-]+ )?${LEARNERS}`,
  `groups? of (?:about |around |between |up to |no (?:more|larger|bigger) than |fewer than |at most |a maximum of |not more than )?${NUMBER}`,
  `(?:no|not) (?:more|larger|bigger|greater) than ${NUMBER} ${LEARNERS}`,
  `(?:with|among|alongside) (?:up to |no more than |at most |about )?${NUMBER} (?:or ${NUMBER} )?(?:other |of (?:his|her|their) )?(?:[\\w-]+ )?${LEARNERS}`,
  `${NUMBER} (?:or|to|-) ?${NUMBER} (?:other )?${LEARNERS}`,
  'in (?:twos|threes|fours)',
  'in a (?:two|three|four|trio)',
  'paired with',
  'by (?:him|her|them)self',
  '(?:his|her|their) own (?:adult|assistant|tutor|teacher)',
  'a single (?:pupil|child|learner)',
  `group \\((?:up to |maximum |max |of )?${NUMBER}`,
  '\\d+ ?: ?\\d+',
  '\\d-(?:to-)?\\d',
  'one[- ]to[- ]one',
  'two[- ]to[- ]one',
  '\\d+ (?:\\w+ )?to \\d+ (?:\\w+)',
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
  `(?:up to|no more than|not more than|at most|maximum of|max) ${NUMBER} (?:other )?(?:\\w+ )?(?:pupils?|children|learners?|students?|peers?|young people|others?)`,
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
const DIRECT = words(
  'visit',
  'play',
  'teach(?:es|ing)?(?! assistants?)',
  'taught',
  'therapy',
  'sessions?',
  'group',
  'lessons?',
  'support(?:ed)?(?! worker)',
  'programme',
  'stay',
  'interpret',
);
const BY_SOMEBODY = words(
  'overlearning',
  'support',
  'help',
  'input',
  'adults?',
  'mentor\\w*',
  'counsell\\w+',
  'physio\\w*',
  'reading',
  'phonics',
  'work',
  'skills',
  'training',
  'tuition',
  'swimming',
  'interventions?',
  'exercises?',
  'activit(?:y|ies)',
  'course',
  'facilitation',
  'approach',
  'buddies',
);
const CARER = words('personal assistant', 'support worker');

/** Whether a line leaves open one to one, or a group of what size. */
export function ratioMissing(line: string, kind: Kind, unpromised: boolean): boolean {
  if (GIVEN.test(line) || WITH_A_ROLE.test(line)) return false;
  if (kind.care) return CARER.test(line) && !/direct payment/.test(line);
  if (kind.medical) return false;
  if (kind.adults)
    return /will (?:support|teach)|named adult/.test(line) && !/\b(?:parents|team)\b/.test(line);
  if (kind.equipment && !/will teach|will show|lessons of/.test(line)) return false;
  if (kind.adjustment) return /led by an adult/.test(line);
  if (kind.assessment) return /careers adviser/.test(line);
  if (kind.moment) return DIRECT.test(line);
  return unpromised || DIRECT.test(line) || BY_SOMEBODY.test(line);
}

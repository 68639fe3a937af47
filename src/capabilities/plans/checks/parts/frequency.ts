import type { Kind } from './kind.ts';
import { NUMBER, type Span, spanOf, words } from './line.ts';

const PERIOD =
  '(?:school |college |working |week ?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|quarters?|shifts?|days?|weeks?|weekdays?|fortnights?|months?|terms?|half[- ]terms?|years?|mornings?|afternoons?|evenings?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|academic years?|annum|week-?ends?|nights?|visits?)';
const COUNT = `(?:${NUMBER}|once|twice|thrice|other|second)`;
const GIVEN = words(
  'throughout',
  'annual',
  'in the (?:autumn|spring|summer) term',
  `on the (?:other|remaining) (?:${NUMBER} )?(?:school )?days`,
  `\\d+ ?x ?\\d+ ?(?:min\\w*|hours?|hrs?)? ?\\/ ?(?:day|wk|week|term|month|fortnight)`,
  `\\/ ?(?:day|wk|week|term|fortnight)`,
  `${NUMBER} (?:times|visits|sessions|meetings|interviews?) in (?:the )?(?:first |last |next )?(?:${NUMBER} )?${PERIOD}`,
  `(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri)(?: ?(?:\\/|,|and) ?(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri))+`,
  'for (?:everything|anything|all)',
  '(?:each|every|any) (?:time|occasion|change)',
  'of any change',
  'before (?:he|she|they|\\w+) (?:starts|joins|begins|moves)',
  'in year \\d+ and',
  'after every (?:\\w+ )?\\w+',
  `(?:${NUMBER}|half) (?:half )?days in (?:the )?\\w+`,
  'on the day',
  `(?:${COUNT}|\\d+ ?x|x ?\\d+)(?: times)?[ -](?:daily|weekly|fortnightly|monthly|termly|yearly|annually|half[- ]termly)`,
  'termly',
  'yearly',
  `on ${NUMBER} (?:school )?(?:days|mornings|afternoons)`,
  `alternate ${PERIOD}`,
  `\\d+ ?x ?(?:\\d+ ?)?(?:[\\w-]+ ){0,3}(?:a|per|each|every) ${PERIOD}`,
  `${NUMBER} (?:[\\w-]+ ){1,4}(?:a|per|each|every|in each|in every) ${PERIOD}`,
  'by the (?:start|first day|end) of',
  'daily',
  'weekly',
  'fortnightly',
  'monthly',
  'nightly',
  'half-?termly',
  'bi-?weekly',
  'full[- ]time',
  'at all times',
  `(?:each|every|per|a|an|in each|on each|in every) (?:${COUNT} )?${PERIOD}`,
  `${COUNT} (?:times |days |mornings |afternoons |hours |sessions )?(?:each|every|per|a|an|in each|in every) (?:\\w+ )?${PERIOD}`,
  'every (?:[\\w-]+ ){0,4}\\w+',
  'each (?:[\\w-]+ )?(?:lesson|break|lunch\\w*|morning|time|task|session|written|incident|topic|meal|test|occasion|visit|day|of (?:the )?(?:\\w+ )?days|of years)',
  'all (?:[\\w-]+ )?(?:lessons|sessions|subjects|written work|independent work|extended writing|tests)',
  'all (?:academic|vocational|core) \\w+',
  'throughout the school day',
  'whenever',
  'after each',
  'before (?:each|every)',
  'at (?:the )?(?:start|end) of (?:each|every)',
  'at lunch(?:time)?',
  'in (?:all|every|each)',
  'for (?:all|any|every|each)',
  'in the (?:first|last|final) term',
  'by \\d[\\d.]* ?am',
  'each of',
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?',
  'on (?:the )?(?:friday|monday)',
  'including at break',
  'before 1 \\w+',
  'in (?:september|october|november|december|january|february|march|april|may|june|july)',
  `${NUMBER}[ -]weekly`,
  'twice weekly',
  'annually',
  'once a',
  'for (?:the )?summer term',
  'in one twilight',
  `${NUMBER} (?:minutes|hours|hrs) (?:daily|weekly)`,
  `in each of years`,
  'at each',
  'at any time',
  'start with',
);
const UNSAID = words(
  'regular(?:ly|ity)?(?! (?:verb|past|plural|and irregular|spelling))',
  'frequent(?:ly)?(?! words)',
  "(?:if|where|when|as|provided|so far as) (?:[\\w’']+ ){1,3}(?:allows?|permits?|recommends?|agrees?)",
  'should (?:the |an? )?\\w+ (?:recommend|advise|agree|wish)',
  `(?:no more than|not more than|at most|maximum of) ${NUMBER} (?:times|sessions|visits|hours)`,
  `up to an hour`,
  'as timetabled',
  'flexibly',
  'frequency to be',
  'as (?:and )?when(?: \\w+)?(?! he shows| she shows)',
  'as (?:required|needed|appropriate|necessary|clinically appropriate|clinically indicated|regularly as)',
  '(?:when|if|where)(?:ever)? (?:needed|necessary|appropriate|possible|available|required|practicable|feasible)',
  'where possible',
  'subject to',
  'at (?:appropriate|frequent|regular|suitable|unstructured) (?:times|intervals|points)',
  'ongoing',
  'consistently?',
  'on a regular basis',
  'from time to time',
  'depending on',
  'according to (?:his|her|their)',
  'to be determined',
  'to be agreed',
  'to be arranged',
  'as often as',
  'periodic(?:ally)?',
  'throughout the (?:day|week)',
  'at (?:his|her|their) (?:own )?pace',
  `up to ${NUMBER} (?:times|hours|sessions|days|hrs)`,
  'when (?:he|she|they) (?:feels?|is|are|becomes?|needs?|struggles?)',
  'when feeling',
  'timetable will allow',
  'timetable allows',
  'staffing allows',
  'several',
  'some',
  'occasional(?:ly)?',
);
const REVIEWING =
  /(?:[,;.]|\band\b)\s*(?:(?:to be |which will be |this will be |will be |is |are )?(?:reviewed|re-tested|updated|revised|monitored|evaluated)|with (?:a )?(?:[\w-]+ )?(?:review|assessment|video)[^.;]*|the [\w ]{1,40}?(?:reviews|will review|updates|will update|will be changed|is changed)|review(?:ing|s)?)\b[^.;]*/gu;
const NEVER = words('equipment', 'fitted at', 'licence', 'supplied');

/** The words that stand where a line should say how often; `true` where none do, null where it says it. */
export function frequencyMissing(line: string, kind: Kind): Span | true | null {
  const unsaid = spanOf(line, UNSAID);
  if (unsaid !== null && !/in any case|whenever/.test(line)) return unsaid;
  const body = line.replace(REVIEWING, (found, at) => (at === 0 ? found : ' '));
  if (GIVEN.test(body))
    return /(?:hours?|minutes?|sessions?) (?:a|per|each) (?:year|annum)\b/.test(body) &&
      !/weekly|daily|each week/.test(body) &&
      !kind.adults
      ? true
      : null;
  if (kind.equipment && !/used|visit/.test(line)) return null;
  if (NEVER.test(line)) return null;
  // What everybody does as they teach stands all the time; a break comes and goes.
  if (kind.adjustment && !/breaks?\b|time-?out|\bcheck/.test(line)) return null;
  if (
    /\b(?:in|for) \w+ (?:weekly )?(?:sessions|lessons|meetings)\b|weekly sessions|twelve individual sessions/.test(
      line,
    ) &&
    /week|term/.test(line)
  )
    return null;
  return true;
}

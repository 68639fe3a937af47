import type { Kind } from './kind.ts';
import { figures, inFigures, NUMBER, type Span, spanOf, words } from './line.ts';

const PERIOD =
  '(?:school |college |working |week ?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|quarters?|shifts?|days?|weeks?|weekdays?|fortnights?|months?|terms?|half[- ]terms?|years?|mornings?|afternoons?|evenings?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|academic years?|annum|week-?ends?|nights?|visits?)';
const COUNT = `(?:${NUMBER}|once|twice|thrice|other|second)`;
const STATE =
  '(?:is|are|feels?|becomes?|needs?|seems?|appears?|struggl\\w+|gets?|finds?|requires?|permits?|allows?|able|wish\\w*)';
const UNIT_OF_TIME =
  '(?:days?|weeks?|weekdays?|fortnights?|months?|terms?|half[- ]terms?|years?|mornings?|afternoons?|evenings?|lessons?|sessions?|lectures?|weekends?|(?:satur|sun|mon|tues|wednes|thurs|fri)days?)';
const ABBREVIATED = '(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)';
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const GIVEN = figures(
  `one (?:[\\w-]+ )?(?:in|out of) (?:every |each )?${NUMBER}`,
  `any (?:[\\w-]+ )?(?:${UNIT_OF_TIME}|time|trip|visit|change|test|journey|task|piece|film|text)`,
  `(?:on|for|over|across|within) (?:the )?(?:first |last |next |those )?(?:${NUMBER} )?(?:consecutive |successive )?${UNIT_OF_TIME} (?:when|that|on which|running|in a row|of (?:the|each|every))`,
  `${NUMBER} (?:consecutive|successive) ${UNIT_OF_TIME}`,
  `${NUMBER} (?:[\\w-]+ ){1,4}(?:over|across|within|in) (?:the )?(?:${NUMBER} )(?:weeks?|terms?|months?|years?|days?)`,
  `${ABBREVIATED}(?: ?(?:\\/|,|and|\\+|&|-) ?${ABBREVIATED})+`,
  `\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}`,
  `${MONTH} \\d{1,2}`,
  `(?:and )?in (?:early |late |mid-?)?${MONTH}`,
  `(?:wkly|fortnight|p\\/?w|pw|per wk|a wk)`,
  '(?:on arrival|before (?:home|bed|school|lunch)\\w*(?: time)?|after (?:lunch|break|registration|register|school)|at (?:registration|home ?time|bedtime|snack|break|dinner))',
  '(?:always|never|not once|as soon as|the moment|while)',
  'in (?:the )?(?:autumn|spring|summer|winter)',
  '(?:in|during|takes?|for|sits?) (?:all |any |every |public |internal |mock |his |her |their |the )*(?:examinations?|exams?|tests?|mocks?|assessments)',
  '(?:no|none of) (?:[\\w-]+ ){0,3}(?:teachers?|staff|adults?)|nobody|no ?one(?! else)',
  '(?:days?|weeks?|evenings?) (?:ahead|before|in advance)',
  '(\\w+) in,? (?:\\w+) out',
  `(?:first|second|third|last|final) (?:day|week|lesson|\\w+day) of (?:each|every|the|a|term|school|half|${MONTH})`,
  '(?:before|after|until|once) (?:he|she|they|\\w+ing)',
  `when (?:(?:an?|the|any|his|her|their) )?(?:[\\w'-]+ )?(?!(?:[\\w'-]+ )?${STATE})\\w+(?:s|ed)(?= )`,
  '(?:his|her|their) first (?:[\\w-]+ )?(?:day|lesson|week|morning|session)',
  `all ${NUMBER} (?:[\\w-]+ )?${UNIT_OF_TIME}`,
  `${ABBREVIATED}(?:s|day)? ?(?:am|pm)`,
  'throughout',
  'annual',
  'in the (?:autumn|spring|summer) term',
  `on the (?:other|remaining) (?:${NUMBER} )?(?:school )?days`,
  `[\\w.]+ ?\\/ ?(?:day|wk|week|term|month|fortnight|half[- ]term|year)`,
  '(?:m|tu?|w|th|f)(?:\\/(?:m|tu?|w|th|f))+',
  `within ${NUMBER} (?:school |working )?(?:minutes|hours|days)`,
  `(?:per|\\/|\\d+x?) ?(?:ht|wk|pa|p\\.a)`,
  `(?:${ABBREVIATED}|m) ?(?:to|-) ?(?:${ABBREVIATED}|f)`,
  '(?:mon|tues?|weds?|thurs?|fri)(?=[.,;)]|$)',
  '(?:week-?day|school) (?:mornings|afternoons)',
  '(?:each|every) [ap]\\.m|a\\.m\\. and p\\.m|(?:mornings?|afternoons?) and (?:mornings?|afternoons?|evenings?)|am and pm',
  'at (?:breakfast|lunch|break|play|meal|snack|song|bed|home|story)(?:-| )?times?|break times',
  'on (?:the )?(?:[\\w-]+ )?days',
  `before (?:the )?(?:${MONTH}|half[- ]term|christmas|easter|start|end)`,
  'at the (?:start|end|beginning) of an? [\\w-]+',
  // Mornings that somebody attends, so many of so long, are those of a week.
  `(?:two|three|four|five|\\d) (?:full |half |whole )?(?:days|mornings|afternoons) of (?:${NUMBER})`,
  '(?:before|after|at|during|in) any [\\w-]+|before the (?:lesson|day|trip|visit|session|class)',
  `when an? [\\w-]+ (?:is|are) (?:set|given|read|called|due|shown|[\\p{L}]+ed)`,
  '^(?:all|any) (?!staff|adults|teachers|those|the staff|key)',
  'between (?:lessons|classes|sessions)',
  '(?:at )?the (?:start|end|beginning) (?:and (?:the )?end )?of the (?:school |college )?day|first thing|last thing',
  `at (?:[\\w-]+ o'clock|\\d{1,2}[.:]\\d\\d|\\d{1,2} ?[ap]m)`,
  '(?:any|a|each|every) (?:one |normal |full |typical |single )?(?:week|day|fortnight|month|term)',
  `intervals of (?:[\\w-]+ ){0,3}${NUMBER}|${NUMBER}[- ](?:week|month|term|day)(?:ly)? intervals`,
  'quarterly|bimonthly|bi-?annually|six-?monthly|all the time',
  `(?:during|end of|start of|in) ${MONTH}`,
  'hourly|p\\.w|(?:odd|even)(?:-numbered)? (?:weeks|days)|weeks? (?:a|b|1|2) and',
  `(?:on|at) (?:school ?days|week-?days|week-?ends)`,
  `${NUMBER} times (?:across|over|in|during|through) (?:the|a|each|every) [\\w-]+|(?:once|twice) (?:in|during|across) (?:the|each|every) [\\w-]+`,
  'spread (?:across|over)',
  '(?:per|each) (?!of|other|lasting|for|with|and|one|child|pupil|student|member|to|in|on|at|by)[\\w-]{4,}',
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
  `alternate (?:${PERIOD}|${ABBREVIATED})`,
  '(?:shows?|uses?|puts?|holds? up|hands?|gives?) (?:in |up |down )?(?:his|her|my|their|your|an?|the) (?:[\\w-]+ )?(?:card|counter|token|pass|symbol|sign)',
  `(?:before|after|when) an? [\\w-]+ (?!${STATE})[\\p{L}]+s(?= )`,
  '(?:in |^)(?:sept?|oct|nov|dec|jan|feb|apr|jun|jul|aug)(?=[ .,;|]|$)|(?:sept?|oct|nov|dec|jan|feb|apr|jun|jul|aug) and',
  '^in (?:pe|english|maths|science|art|music|assembly|registration)',
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
  `(?:no more than|not more than|at most|maximum of) (?:once|twice|thrice|${NUMBER} (?:times|sessions|visits|hours))`,
  'ideally|now and then|on occasion',
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
  'as often as(?! (?:he|she|they) asks?)',
  'periodic(?:ally)?',
  'throughout the (?:day|week)',
  'at (?:his|her|their) (?:own )?pace',
  `up to (?:£ ?[\\d,.]+|${NUMBER} (?:[\\w-]+ )?(?:times|hours|sessions|days|hrs|nights|visits|weeks|lessons|meetings))`,
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
// What stands is not counted.
const STANDS = words(
  '(?:sits?|stands?|stays?|hangs?|lives?|faces?) (?:where|so that|near|by|beside|in|on|at|facing)',
  '(?:is|are|be) (?:kept|turned|left|hung|placed|stored|seated|put)(?= )',
  '(?:placed|kept|hung|stored|fixed|marked) (?:by|at|in|on|near|beside|for)',
  '(?:comes?|goes|go|travels?) with (?:him|her|them)',
  '^(?:an?|one) (?:set|pair) of',
);
const NEVER = words('equipment', 'fitted at', 'licence', 'supplied');

/** The words that stand where a line should say how often; `true` where none do, null where it says it. */
export function frequencyMissing(line: string, kind: Kind, unpromised: boolean): Span | true | null {
  const unsaid = spanOf(line, UNSAID);
  if (unsaid !== null && !/in any case|whenever/.test(line)) return unsaid;
  const body = line.replace(REVIEWING, (found, at) => (at === 0 ? found : ' '));
  if (GIVEN.test(inFigures(body)))
    return /(?:hours?|minutes?|sessions?) (?:a|per|each) (?:year|annum)\b/.test(body) &&
      !/weekly|daily|(?:each|every|a|per) (?:school )?(?:day|week|fortnight|month)/.test(body) &&
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
  return unpromised || !STANDS.test(line) ? true : null;
}

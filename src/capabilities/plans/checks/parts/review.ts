import { figures, inFigures, NUMBER, words } from './line.ts';

const MONTH = '(?:sept?|oct|nov|dec|jan|feb|mar|apr|may|june?|july?|aug)\\w*';
const EVERY = `(?:(?:each|every|once a|once every|once each|twice a|per|at the end of (?:each|every|the)|at each|on) (?:[\\w-]+ ){0,3}\\w+|termly|half[- ]?termly|monthly|weekly|annually|yearly|fortnightly|six-monthly|at (?:six|three|\\w+) (?:weeks|months)|at (?:session|week) \\w+|in (?:january|february|march|april|may|june|july|september|october|november|december|the (?:autumn|spring|summer) term|the last week)[\\w ]*|by (?:the )?\\w+)`;
const REVIEWED =
  '(?:re-?view(?:ed|ing|s)?|updat(?:ed?|es|ing)|re-?writ(?:e|ten)|revis(?:e|ed|ing)|(?:is|are|be) changed|re-?tested|refitted|go(?:es)? (?:over|through)|adjusts|alters|retunes|retrains?|re-trains?|audit(?:ed|s)?|assess(?:es|ed)?|rewrites|(?:puts?|adds?) new|sets? (?:the )?(?:targets|next)|re-?assessed|check(?:s|ed)? (?:the )?(?:fit|system)|looks? at|compared|renewed|replaced|measured|looked at|re-?set|recalculated|re-?measured|weighed|revisited|tested|serviced|maintained|progress|repeat(?:ed)? it|fresh assessment|serviced|adjusted|re-?measured|evaluated|set the next)';
const GIVEN = figures(
  '(?:all|the whole|this) year',
  'to (?:change|rewrite|update) (?:it|them|the plan)',
  '(?:stops|ends|finishes|stopping|ending) (?:at|when|after|on|in) [^.;]+',
  'ends? of (?:the )?(?:block|course|term|year)',
  '(?:redone|retest(?:ed)?|re-?assess\\w*|half-termly assessment|report) (?:at|each|every|in|after)? ?[^.;]*',
  '(?:new|fresh) [\\w ]+ (?:each|every) \\w+',
  'up to (?:easter|christmas|the \\w+ (?:holiday|term)\\w*)',
  'for (?:one|an?|the whole|this|the) (?:academic|school) year',
  `for (?:${NUMBER}|the next \\w+) (?:weeks|terms|months|years|sessions|half[- ]terms|term)`,
  `(?:^|[,;] ?)(?:${NUMBER}) (?:weeks|terms|meetings|sessions)`,
  `(?:${NUMBER}) (?:weekly )?sessions of`,
  `weekly ?x ?\\d+`,
  `in (?:the )?(?:${NUMBER}) weeks`,
  `(?:${NUMBER}) meetings`,
  '(?:from )?(?:sept?|oct|nov|dec|jan|feb|mar|apr|may|june?|july?)\\w*(?: \\d{4})? to (?:the )?\\w+',
  'from \\d{1,2} \\w+ to [^.;]+',
  'renewed (?:yearly|annually|termly|each \\w+)',
  'review(?:ed)? ?(?:=|:) ?(?!ongoing|as )[^.;]+',
  '(?:changes|revises|rewrites|checks|looks at|updates) (?:it |them |this |the [\\w ]{1,30})?(?:with \\w+ )?(?:at the end of|each|every|once|in) [^.;]+',
  '(?:which|whom|that) (?:she|he|they) (?:changes|revises|updates) [^.;]+',
  'year \\d+(?= ?:)',
  `${REVIEWED} (?:[\\w' -]{0,60})?(?:after|in|within) (?:every )?(?:${NUMBER}) (?:\\w+ )?(?:weeks|months|terms|sessions|half[- ]terms|lessons|visits)`,
  `after (?:${NUMBER}) (?:weeks|months|terms|sessions)[^.;]{0,60}${REVIEWED}`,
  'by (?:easter|christmas|the summer)',
  '(?:termly|half[- ]termly|monthly|annual|yearly|six[- ]monthly|weekly) (?:review|report|check|update)s?',
  `${REVIEWED}[^.;]{0,60}?\\b${EVERY}`,
  `${EVERY}[^.,;]{0,40}?\\b${REVIEWED}`,
  '(?:with )?(?:an? )?reviews? (?:of [\\w ]+ )?(?:at|in|every|each|by [\\w ]+ (?:every|each))[^.;]*',
  '(?:six|eight|ten|twelve|\\d+|four|three)[- ]week (?:block|course|programme|period)',
  'blocks? of',
  'for the (?:next|first|coming|remaining) [\\w ]+',
  'over (?:the|a|one|two|three) [\\w -]*(?:terms?|year|half[- ]terms?|weeks|months|holidays)',
  'during (?:the )?(?:first|last|summer|autumn|spring) [\\w ]+',
  '(?:up to|by|to|at) the end of (?!each|every)[^.;]+',
  `(?:${MONTH}|christmas|easter|half[- ]term) ?(?:-|to|until|till) ?(?:the )?(?:end of )?(?:${MONTH}|christmas|easter|summer|half[- ]term)`,
  `between (?:\\d{1,2} )?(?:${MONTH}) and`,
  `${NUMBER} (?:consecutive |successive )?(?:[\\w-]+ )?(?:weeks?|wks|terms|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|evenings|mornings)(?: running| in a row|(?=\\.|,|;|$| (?:of year|in year)))`,
  `${NUMBER} (?:sessions|lessons|meetings|appointments|visits|hours)[^.;]{0,40}(?:over|in|across|within) ${NUMBER} (?:weeks|terms|months)`,
  'for the (?:\\w+ )?(?:years?|terms?|weeks?) of',
  'all (?:two|three|six|\\d) terms',
  'at the start and (?:the )?end of',
  'from (?:years?|september|january|reception|nursery) [\\w ]*(?:to|until) [^.;]+',
  '(?:at|before|after) (?:each|every|the) annual review',
  'for as long as',
  'until (?!he is calm|she is calm|\\d)[^.;]+',
  `for (?:the (?:whole|full) (?:of|year)|${NUMBER} (?:weeks|terms|months|school years|years|half[- ]terms|term))`,
  `for (?:one|two|three|a) (?:terms?|years?)`,
  `(?:in|for|during|through|throughout|over) (?:the whole of )?(?:years? \\d+|key stage|this school year|this academic year|the (?:autumn|spring|summer) (?:term|holidays)|reception)`,
  'for this school year',
  'for (?:the )?(?:whole|rest|duration) of',
  'throughout (?:his|her|their) time',
  'in years? \\w+',
  'from \\w+ (?:\\d{4} )?(?:until|to) \\w+ \\d{4}',
  `(?:${NUMBER}) (?:weekly |individual )?(?:sessions|lessons) of (?:[\\w ]+)(?:in|before|between)`,
  'between (?:september|january|april|\\w+) and (?:july|\\w+)',
  `for (?:the )?(?:length|duration) of`,
  'whole of year',
  `over (?:${NUMBER}|six|twelve) weeks`,
  'before 1 \\w+',
  'in \\w+ steps of \\w+ weeks',
  'for the (?:autumn|spring|summer) and (?:autumn|spring|summer) terms',
  'in the (?:first|last|final) term',
  'in each of years',
  'in (?:september|january)[^.;]*for this',
  'for the (?:autumn|spring|summer)[\\w ]*term',
);
const CLINIC = words(
  '(?:nurse|doctor|dietitian|orthoptist|optician|audiologist|paediatrician|dentist|psychiatrist)s?[^.;]* (?:reviews?|tests?|checks?|weighs?)[^.;]*(?:each|every|once) [^.;]+',
  'weigh[^.;]*every [^.;]+',
  '(?:refit|service|maintain)\\w*[^.;]*(?:every|each|yearly|annually)[^.;]*',
  '(?:trains?|repeat|repeats)[^.;]*(?:each|every) (?:year|september|autumn|twelve months)',
  'clinic every',
  'clinic once',
  `(?:every|once (?:every|a)) (?:${NUMBER} )?(?:months?|years?|weeks?)[^.;]*(?:check|review)`,
  `(?:check|review|watch [\\w ]+ eat)[^.;]* every (?:${NUMBER} )?(?:months|years|weeks|month|year)`,
);
const EMPTY = words(
  'reviewed regularly',
  'regular review',
  'ongoing review',
  'kept under review',
  'under (?:constant|regular|continual) review',
  'reviewed as (?:needed|necessary|required|appropriate)',
);

const EVERY_EMPTY = new RegExp(EMPTY.source, 'gu');

/** Whether a line leaves open for how long in all, or when it is reviewed. */
export function reviewMissing(line: string): boolean {
  const said = line.replaceAll(EVERY_EMPTY, ' ');
  return !(GIVEN.test(inFigures(said)) || CLINIC.test(said));
}

import { words } from './line.ts';

const ACTIVITY = words(
  "sessions?|lessons?|tuition|course|clubs?|visits?|groups?(?!')|programmes?|projects?|training|breaks?|input|approach",
  'teach(?:es|ing)?(?! assistants?)|taught|learns?|overlearning|practi[cs]es?(?! nurse)|practising|work|works|play|plays|playing',
  'reads?|reading|hears?|talks?|talking|draws|drawing|listens?|cooks?|cookery|sings?|walks?|takes? (?!part)|take (?:him|her|them|part|[\\p{L}]+ (?:out|to))',
  '(?!therapist)\\p{L}*therapy|therapies|physio\\w*|counsell(?:ing|or sees)|[cd]bt|emdr|mentor\\w*|tutorials?|coaching|facilitat\\w+|interventions?',
  'support(?:ed)?(?! worker)|help|adults?|assistants?|volunteers?|budd(?:y|ies)|partners|peers',
  '(?:phonics|maths|art|drama|speech|language)(?! (?:and language|teachers?|lessons?|rooms?|department|\\p{L}*therap\\p{L}*|lead|service|team))|skills|exercises?|stretches|activit(?:y|ies)|games?|songs?|stories|circle time',
  'swim\\w*|riding|internship|placement|workstation time',
);
// A lesson may be when or where a thing happens, and not what is given.
const WHERE_OR_WHEN =
  /(?:whenever|when|while|after|before|during|in|at|between|of|until|from|for|to|between) (?:every|each|all|the|any|his|her|their|both|some) (?:[\w-]+ ){0,3}(?:lessons?|sessions?|breaks?|visits?|games?)(?! of)|\w+'s (?:lessons?|groups?)|lessons?'s? |(?:in|during) (?:group|pair|class|whole-class) (?:work|lessons?|discussion)|at \w+ time|(?:support|lesson|care|behaviour|action|training) plans?/gu;

/** The line without when or where it happens. */
export function whatHappens(line: string): string {
  return line.replaceAll(WHERE_OR_WHEN, ' ');
}

/** Whether a line tells of a time spent with somebody: it is asked how long it is, and with how many. */
export function isActivity(line: string): boolean {
  return ACTIVITY.test(whatHappens(line));
}

import { type Span, spanOf, words } from './line.ts';

const NOTHING_PROMISED = words(
  '(?<!(?:in|and|to|each|every|until|before|by|from|of|early|late|mid|since|till|through|\\d|st|nd|rd|th) )may (?!and |or |go|leave|use|choose|ask|take|sit|\\d)\\p{L}+',
  'might',
  '(?<!\\b(?:what|which|that|where|who|how|if|when|whatever|whether) (?:[\\w-]+ ){0,4})could',
  '(?:would|may|will|could) benefit from',
  '(?:will )?(?:be )?consider(?:ed|ation|ing)?',
  '(?:will|to|should) be encouraged',
  'encourage\\w*',
  '(?:opportunit(?:y|ies))',
  'explore the use',
  'endeavour',
  'aim to',
  'offered appropriate',
  'be explored',
);
const ACCESS = words('(?:have |has |given |with )?access(?:ing)? to');
// Words of which a reader could not see whether they were done.
const VAGUE_KIND = words(
  '(?:adult |staff |additional |1:1 |1-1 |one-to-one |one to one |individual |targeted |in-class |classroom |key |pastoral |emotional |specialist |therapeutic |lsa |ta |qtvi |wrap-around |high level of |level of |extra |ongoing |appropriate |shared |full[- ]time |supportive )*(?:support|(?<!\\b(?:who|that|to) )help|input|assistance|supervision|staffing|guidance|involvement|oversight)(?! (?:[^.;]{0,30}(?:for|of) (?:[^ ]+ ){0,3}(?:adult|staff|assistant|elsa|hlta|mentor)|assistant|worker|worker|practitioner|service|plan|teacher|staff))',
  '(?<!-)supported',
  '(?:targeted|focused|additional|extra|individual) work',
  '^nurture(?=,|\\.| (?!group|room|teacher|class))|^small steps|^encouragement',
  'time with an? (?:trusted|familiar|key|named) (?:adult|person)',
  '(?:assistant|ta|lsa|adult|mentor) (?:assigned|allocated|deployed|attached)',
  '(?:1:1|one-to-one|1-1|full[- ]time) (?:from|by|with) an? (?:[\\w-]+ )*(?:assistant|ta|lsa|adult)(?=\\.|,|$)',
  'strategies',
  'interventions?',
  '(?:a|an|the|physio|physiotherapy|ot|individualised|bespoke|personalised|structured) (?:[\\w-]+ )?programme(?= (?:to|of support|as)|\\.|,|$)',
  'programme of support',
  'therapeutic (?:approach|work|activities)',
  'scaffolds',
  'differentiat\\w+',
  'high expectations',
  '(?:nurture|flexible|consistent|multi-sensory|holistic|whole[- ]school|total communication) approach',
  'flexible in their approach',
  'low[- ]arousal',
  'appropriate (?:equipment|resources|curriculum|environment)',
  'use of ict',
  'social skills group',
  'nurture provision',
  'monitor(?:ing)?(?: of| his| her| their)?',
  'package',
  'activities',
  'therapy as advised',
  'quality first teaching',
  'high staffing',
  'staffing ratio',
  'resources',
  '(?<!residential )short breaks',
  'social skills(?: training| work)?',
  'nurturing',
  'environment',
  'wave \\w+',
  'provision',
  'liaise',
  'reasonable adjustments',
  'clear boundaries',
  'graduated approach',
  'mentoring and support',
  'reading intervention',
  'approach(?:es)?',
  'techniques',
  '(?:adapted|modified|personalised|tailored|bespoke|broad and balanced|sensory) curriculum',
  '(?:small )?group work',
  'pastoral care',
  '(?:literacy|numeracy|maths|language|social|friendship|life) (?:intervention|programme|work|group|skills)',
  'therapy(?: as|\\.|$)',
  'sessions? to (?:develop|support|improve)',
);
// What anyone could say was done, or was not: `to support learning` is no task.
const VAGUE_TASK =
  'access|engage|develop|address|improve|support|meet|manage|close|help|promote|enhance|achieve|make|ensure|enable|build|participate|cope|succeed|reduce|increase|raise|foster|reach|progress|learn|be|have|aid|regulate|self-regulate|overcome|facilitate|maximise|boost|provide|advise|become|feel|thrive|attend|remain|maintain|function|integrate|interact|socialise|communicate|understand|express|focus|concentrate|attain|allow|assist|encourage|give|include|catch|transition|consider|explore|fulfil|strengthen|use|accommodate|deliver|implement|follow|receive|continue|work|complete|secure|grow|respond|benefit|further|extend|consolidate|monitor|minimise|prevent|scaffold|stay (?:on|focused)|keep (?:up|on)|begin|start';
const NO_VERB =
  'assessment|availability|staffing|funding|him|his|her|the|their|them|school|college|home|work|a|an|all|each|every|any|need|needs|staff|those|this|that|these|be|one|two|three|four|five|six|year|key|adult|age|speech|lessons?|learning|curriculum|time|place|whom|which|ratio|text|children|pupils|interns|parents|and|or|level|end|small|other|group|class|peers|education|support|transport|literacy|maths|english|social|emotional|september|july|june|march|april|services|bed|date|day|july|play';
const TASK = new RegExp(
  `(?<!access |according |respect |due |relation |one |close |response |regard |addition |up |back |opportunities |opportunity |encouraged |approach |benefit |in order |able |-)\\bto (?:help (?:him|her|them|\\p{L}+) (?:to )?)?(?!(?:${VAGUE_TASK}|${NO_VERB})(?![\\p{L}-]))[\\p{L}-]{3,}`,
  'u',
);
// A plan may be written as what happens, with no `will`.
const DONE_NOW =
  /\b(?:reads|writes|teaches|hears|walks|takes|sits|shows|stays|signs|gives|tells|asks|starts|repeats|plays|prompts|models|practises|rides|makes|leads|runs|checks|watches|trains|stretch|hands|handed|filled|telephoned|rewrite|sees (?:him|her|them|\p{L}+) for|knows (?:him|her)|fitted|refit|supply|supplies)\b/u;
const DONE =
  /(?<!will be |be )\b(?:will|should|must) (?:not )?(?:re-?read|read|scribe|model|sign|practise|talk|prompt|teach|take|write|explain|repeat|break|check|cut|carry|guide|interpret|note|rehearse|hear|say|record|show|sit|draw|listen|retell|sort|put|pack|collect|walk|cross|cook|ask|tell|greet|warn|hold|give (?:him|her|them)|name|point|print|fit|supply|lend|pay|wear|train|press|read|play|run|stay|meet (?:him|her|them))\b/u;

// Words that name nothing done, whatever else stands beside them.
const SAYS_NOTHING = words(
  '(?:be|being) (?:mindful|conscious|sensitive|understanding|flexible|identified|considered|accommodated|sought|confirmed|explored)',
  '^(?:improved|increased|better|greater|enhanced|good|strong|close|positive)(?! (?:[\\w-]+ )?(?:table|chair))',
  '(?:programme|diet|plan|strategies|recommendations|advice|targets) (?:to be |will be |should be |being )?(?:implemented|followed|embedded|applied|adhered)',
  '(?:remain|be|stay|continue to be|become) involved',
  'involvement',
  'at an? (?:appropriate|suitable) (?:level|pace)',
  'as (?:set out|detailed|described|identified|outlined|specified|agreed) (?:in|at|by|with)',
  '^(?:refer|referral)',
  'follow the advice (?:from|of)',
  "(?:to|will) meet (?:[\\w']+|his|her|their) needs",
  'meets (?:his|her|their) needs',
  '(?:be|being) aware of',
  'high[- ]quality teaching',
  'to be available(?=\\.|$)',
  'signpost\\w*',
  'tbc',
  'to reduce isolation',
  'programme (?:devised|written|designed|drawn up|set) by (?:an?|the) [\\w ]+, (?:carried out|delivered|run)',
  'time for liaison',
  'to monitor and advise',
  '^key ?worker for',
  '^visits from (?:an?|the) [\\w ]+ at a',
);

// A named thing to do or have: enough, whatever else is said.
const NAMED = words(
  'speech and language therapist will',
  'physiotherapy',
  '(?:play|music|art|drama|narrative|rebound|hydro|lego[- ]based|occupational|cognitive behaviour(?:al)?|dialectical behaviour|family|equine|animal assisted) ?therapy',
  'hydrotherapy',
  'counselling',
  'mentoring from',
  'phonics',
  'numicon',
  'makaton',
  'lessons?',
  'teach(?:es|ing)?',
  'taught',
  'tuition',
  'tutor',
  'sensory circuits?',
  'exercises',
  'training',
  'trained? all',
  'will train',
  'visual timetable',
  'social stor(?:y|ies)',
  'movement breaks?',
  'hours? of consultation',
  'consultation (?:to|for|with (?:the )?(?:staff|teachers))',
  'attend (?:college|nursery|school)',
  'meet(?:ing)?s?',
  'circle of friends',
  'intensive interaction',
  'attention autism',
  'precision teaching',
  'pre-teaching',
  'braille',
  'scribe',
  'reader',
  'laptop',
  'hoist',
  'overnight',
  'respite',
  'residential',
  'clinic',
  'individual sessions? of',
  'check[ -]in',
  'comic strip',
  'work experience',
  'internship',
  'splints?',
  'wheelchair',
  'radio aid',
  'standing frame',
  'careers guidance',
  'medication',
  'workshop',
  'communication aid',
  'quiet space',
  'toilet\\w*',
  'weight',
  'direct payments',
  'advice on',
  'play scheme',
  'swimming',
  'forest school',
  'riding',
  'personal assistant',
  'nursery for',
  'precision',
  'zones of regulation',
  'colourful semantics',
  'shape coding',
  'extra time',
  'games?',
  'positive handling',
  'overlearning',
);

// The lessons it happens in are not what is done.
const IN_LESSONS =
  /(?:in|for|across|during|throughout) (?:all |every |each |his |her |their |the )*(?:[\w-]+ ){0,2}lessons?|, (?:all|every|each) lessons?/gu;

// “Help with tying his laces”, “skills: greeting, waiting, losing”: the kind is vague, and the task is said after it.
const SAID_AFTER =
  /^ (?:in the form of |(?:in|with|for|of) (?:him |her |them )?(?!(?:learn|read|writ|spell|speak|listen|play|social)ing(?:[.,;]|$))(?!(?:engag|access|develop|address|improv|support|manag|promot|enhanc|achiev|build|participat|cop|meet|mak|increas|reduc|regulat|communicat|transition)(?:t?ing))[\p{L}]+ing \p{L}|(?:by|with|on|using) (?:[\p{L}-]+,? (?:and )?){1,3}(?:for|cards|games|sheets)|[^.;:]{0,50}: ?\p{L}[^.;:\d]*, \p{L})/u;

/** What stands where the line should say what will be done, or null where it says it. */
export function whatMissing(line: string): Span | null {
  const unpromised = spanOf(line, NOTHING_PROMISED);
  if (
    unpromised !== null &&
    !/will consider (?:the|his|her|their) (?:data|results|progress|targets|charts|report)/.test(line) &&
    !/(?:asked|prompted|helped) to/.test(line)
  )
    return unpromised;
  const empty = spanOf(line, SAYS_NOTHING);
  if (empty !== null) return empty;
  if (TASK.test(line) || DONE.test(line) || DONE_NOW.test(line)) return null;
  const access = spanOf(line, ACCESS);
  if (access !== null) return / (?:through|by means of) /.test(line.slice(access[1])) ? null : access;
  if (NAMED.test(line.replaceAll(IN_LESSONS, ' ')) || /^short breaks?[:,-].*\p{L}{3,}ing\b/u.test(line))
    return null;
  const vague = spanOf(line, VAGUE_KIND);
  return vague === null || SAID_AFTER.test(line.slice(vague[1])) ? null : vague;
}

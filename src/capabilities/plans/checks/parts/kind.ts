import { BETWEEN_ADULTS } from './between-adults.ts';
import { words } from './line.ts';
import { ADJUSTMENT, EQUIPMENT, EVERYBODY, HANDED_OVER } from './things.ts';

/* What sort of provision a line is, since a part that cannot apply is not missing. */

const MEDICAL = words(
  'bowel',
  'chest physio\\w*',
  'height and weight',
  'sight',
  'vision test',
  'hospital',
  'appointments?',
  'blood tests?',
  'scans?',
  'prescri\\w+',
  'epilepsy',
  'asthma',
  'diabet\\w+',
  'allerg\\w+',
  'adrenaline',
  'stoma',
  'ventilat\\w+',
  'nebuli\\w+',
  'dental',
  'eye tests?',
  'gp',
  'botulinum',
  'tube',
  'medication',
  'midazolam',
  'clinics?',
  'gastrostomy',
  'catheter\\w*',
  'suction\\w*',
  'insulin',
  'inhaler',
  'blood (?:glucose|pressure)',
  'bloods',
  'seizures?',
  'toxin',
  'paediatrician',
  'psychiatrist',
  'psychiatric',
  'dietitian',
  'feeds?',
  'feeding',
  'continence',
  'hearing test',
  '(?:wound|change\\w*) (?:the |his |her )?dressings?',
  'oxygen',
  'tracheostomy',
  'watch (?:\\w+ ){1,3}eat',
  'positive handling',
  'moving and handling',
  'physical intervention',
  'eating disorder nurse',
  'nurse will (?:check|visit|review|weigh|monitor)',
  'audiolog\\w+',
  'orthoptist',
  'optometrist',
  'immunisation',
  'health check',
  'care plan',
);
const CARE = words(
  '(?:sitter|childminder|stays at|lives at)',
  'home care',
  'domiciliary',
  'sitting service',
  'befriend\\w*',
  'travel pass',
  'passenger assistant',
  'holiday club',
  'child(?:minder',
  ' minder)',
  'foster carers?',
  'overnights?',
  'nights?',
  'short breaks?',
  'respite',
  'direct payments?',
  'shared lives',
  'foster',
  'residential',
  'social worker',
  'family support worker',
  'sleep advice',
  'transport',
  'taxi',
  'minibus',
  'escort',
);
const ASSESSMENT = words(
  '(?<!(?:risk|needs|family|the|to|of|in|by) )assessments?',
  '(?:measur|weigh|x-?ray|retun|refit|prescrib|screen)(?:e|es|s|ed|ing)?(?! (?:out|up|on|for example))',
  'assess(?:ment)?(?:ed)? (?:by|of|will|for)',
  're-?assess\\w*',
  'careers adviser',
);
const MOMENT = words(
  '(?:is|are) (?:asked|told|reminded|handed) (?:by|the|an?|each|every)',
  'reads? (?:out |him |her |them |[\\p{L}]+ )?(?:each|the|every) (?:questions?|notices|instructions?|title|names?|menu)',
  '(?:rings?|telephones?|phones?|e-?mails?|writes?|texts?) (?:home|to)',
  '(?:gives?|give) (?:him|her|them) (?:the|an?|his|her|their) (?!(?:[\\w-]+ ){0,2}(?:lessons?|sessions?|hours?|half|course|therapy))',
  '(?:lets?|puts?|pauses?|explains?|checks?|keeps?|makes sure|asks?|tells?|points?|starts? each|ends? each|begins? each) (?:that |his |her |him |them |the |each |every |it |lesson )',
  '(?:says?|said|menu|flush\\w*|answers?|notes?) (?:all|is|it|that|to|by|weekly|daily|each|every)',
  '(?:photocop|circulat|e-?mail|telephon|photograph|rephras|collect|switch|pour|send|tick|carr|greet)(?:s|es|ies|ed|ing|y)',
  '(?:seats?|marks?|copies|copy) (?:\\w+)',
  '(?:puts?|sets?|lays?|writes?|draws?) (?:[^ .;]+ ){0,4}(?:on|in|out|up|down|beside|there)',
  '(?:talked|gone) through with',
  'handed to',
  'hearing aids? work',
  'change of lesson',
  'each time a new',
  'at each change',
  'check[ -]in',
  'has understood',
  'prompt(?:s|ed)?',
  'will tell',
  'to tell',
  'will be told',
  'form tutor',
  'card',
  'praise',
  'warn\\w*',
  'hand-?over',
  'given by a member of staff',
  'midazolam',
  'will accept',
  'accepted',
  'hold out two',
  'hoist',
  'whenever',
  'for any piece of writing',
  'communication book',
  'ready in',
  'medication',
  'will check',
  'positive handling',
  'seizures?',
  'every test',
  'public examination',
  'extra time',
  'for every transfer',
  'after each visit',
  'advice on routines',
  'will ask',
  'remind\\w*',
  'greet\\w*',
);

// Whoever is trained, sits in a meeting or has so much time set aside does more than adjust.
const SET_ASIDE = words(
  '(?:minutes?|mins?|hours?|hrs?)(?! (?:early|before|late|after|earlier))|(?:sessions?|training|trained|course|workshop|meets?|meetings?|attends?|tuition|therapy|individually)',
);

export type Kind = {
  equipment: boolean;
  /** Lent, bought or fitted, whatever it is. */
  handed: boolean;
  adjustment: boolean;
  adults: boolean;
  medical: boolean;
  care: boolean;
  assessment: boolean;
  moment: boolean;
};

export function kindOf(line: string): Kind {
  return {
    equipment: EQUIPMENT.test(line) || HANDED_OVER.test(line),
    handed: HANDED_OVER.test(line),
    adjustment:
      ADJUSTMENT.test(line) || (EVERYBODY.test(line) && !SET_ASIDE.test(line.replaceAll(/\([^)]*\)/g, ''))),
    adults: BETWEEN_ADULTS.test(line),
    medical: MEDICAL.test(line),
    care: CARE.test(line),
    assessment: ASSESSMENT.test(line),
    moment: MOMENT.test(line),
  };
}

import { isActivity } from './activity.ts';
import type { Kind } from './kind.ts';
import { words } from './line.ts';

const PROFESSION = [
  '\\p{L}{3,}(?:ologist|iatrist|therapist|tician|optist|metrist|pathist|opathist)s?',
  '(?:speech and language |occupational |physio|play |music |art |drama |equine |family |specialist )?therapists?',
  'physiotherapists?',
  'physios?',
  '(?:vice |assistant |deputy )?principal',
  '(?:mental health|wellbeing|behaviour|attendance) practitioner',
  'specialist(?=$|[.,;:)]| (?:will|to|who|and|in|with|for|from|on|has|teaches|works|takes|visits|runs|meets|sees|reads|gives))',
  'head of [\\p{L}]+',
  '(?:literacy|reading|maths|numeracy|english|science|subject|department|faculty|curriculum|phase|inclusion) (?:head|lead(?:er)?|co-?ordinator)',
  '(?!(?:a|an|the|home|online|private|peer|one|1:1|individual|by|with|and|his|her|their|maths|trained|from|of) )[\\p{L}-]+ tutors?',
  '(?<!(?:suitably|appropriately|adequately|properly) )qualified (?:[\\w-]+ )?(?:tutor|instructor|coach|trainer|practitioner|leader|educator)',
  // A service by itself promises nobody; before a verb, a comma or a number it is the person.
  `(?:ots?|eps?|sa?lts?|slts?)(?! (?:to be (?:delivered|provided|arranged|given)|input|programmes?|advice|report|services?|team|support|sessions?|provision|involvement|assessment|recommendations|strategies|targets))(?!-trained)(?!'s (?:programme|report|advice|recommendations))`,
  'q?tods?',
  'mq-?vi',
  'dr \\p{L}+',
  '(?:art |drama |systemic family |child )?psychotherapists?',
  'leader(?=, an? elsa)',
  'psychologists?',
  'psychiatrists?',
  '(?:community )?paediatricians?',
  'nurses?',
  'doctors?',
  'consultants?',
  'social workers?',
  'senco',
  'sendco',
  'teachers?(?! assistant)',
  'qtvi',
  'qtod',
  'tutors? (?:with|who|holding|qualified)',
  'elsa',
  'emotional literacy support assistants?',
  'interpreters?',
  'counsellors?',
  'hltas?',
  'higher[- ]level teaching assistants?',
  'job coach(?:es)?',
  'lecturers?',
  '(?:re)?habilitation (?:officer|specialist|worker)s?|rehab worker|mobility officer',
  'dietitians?',
  'orthotist',
  'audiologists?',
  'orthoptist',
  '(?:assistant |deputy )?head ?teacher',
  'head of year',
  'form tutor',
  'educational audiologist',
  'behaviour analyst',
  'careers advisers?',
  'registered (?:short breaks )?home',
  "registered (?:children's|care) home",
  'optometrist',
  'clinical scientist',
  'midwife',
  'exams officer',
  'examinations officer',
  'deputy head',
  'assistant head',
  'health visitors?',
  'gps?',
  'general practitioner',
  'podiatrist',
  'dentist',
  'pharmacist',
  'optician',
  'clinicians?',
  'surgeon',
  'engineer',
  'prosthetist',
  'neurologist',
  'youth worker',
  'advocate',
  '(?:independent )?reviewing officer',
  'matron',
  'art therapist',
  'advis[eo]rs?',
  'early years (?:teacher|professional)',
  'nutritionist',
  'occupational health',

  'caseworker',
  'coach',
  'adaptations team',
  '(?:college|subject|course|personal|group) tutors?',
  'instructor',
  'technician',
].join('|');
const BY_PROFESSION = words(`(?:${PROFESSION})s?`);
const ASSISTANT =
  '(?:teaching|learning support|learning) assistants?|tas?|lsas?|(?:communication |family |learning |personal )?support (?:workers?|practitioners?|staff)|key ?workers?|key adults?|personal assistants?|(?:learning |peer )?mentors?|adults?|school staff|staff|practitioners?|facilitators?|supervisors?|managers?|carers?|members? of (?:[\\w-]+ )?staff|visitors?|trainers?|intervenor|escort|nursery nurse|somebody|someone|scribes?|readers?|notetakers?|note-takers?|childminder|tutor|assistants?|practitioner|key person|grown-ups?|worker|person|instructors?|mechanic|reporter|transcriber|educators?|role model|librarian|student|guide|chaperone|attendant|aide|companion|technicians?';
const QUALIFIED = words(
  // A qualification in brackets after the role, and whoever has had their training from somebody.
  '\\([^)]*(?:workshop|course|award|level|certificate|diploma|degree|pgce|qualifi\\w+|accredit\\w+|regist\\w+|member|hons|years|yrs|trained|specialism|mbacp|qts|aid|awareness|training|checked)[^)]*',
  `(?:whom|who|which|that) (?:[\\w'-]+ ){1,7}(?:has |have |had )?(?:trained|taught|coached|shown|certified|assessed|signed|passed|instructed|supervises|watches|approved)`,
  '(?:coached|observed|passed|assessed|watched over|shown|mentored|certificated|inducted) (?:[\\w-]+ ){0,3}by',
  '(?:has|have|having|had) (?:[\\w-]+ )?(?:passed|completed|done|attended|finished|gained|taken|worked)',
  '(?:bsl|cacdp|nvq|level) ?(?:level )?\\d',
  'with (?:[\\w-]+ ){1,3}training',
  '(?:holds?|holding|having) (?:an?|the|his|her|level|[\\w-]+) ',
  '(?:nneb|cache|btec|hnd|hnc|qts|qtls|pgce|pgde|bsc|msc|ambda|ocr|mbacp|bacp|hcpc|rsli|nrcpd|elklan|dip|cert)',
  'under the (?:[\\w-]+ ){0,2}(?:supervision|guidance|direction|eye) of',
  '[\\w-]+[- ]trained',
  'qualified [\\w -]{2,30} (?:leader|instructor|coach|practitioner|worker)',
  '(?:first[- ]aid|makaton|elklan|signing|autism|team[- ]teach|thrive|elsa|tpm)[- ](?:trained|qualified|certificated)',
  'qualification in',
  'with (?:a|an) (?:level|degree|diploma|certificate|qualification|award)',
  'with (?:training|experience|expertise|knowledge) (?:in|of)',
  'trained (?:in|by|and supervised|to)',
  'train(?:ed)? (?:\\w+ ){0,3}(?:by|in)',
  '(?:been|being|be) (?:\\w+ )?trained',
  'training in',
  "completed (?:[\\w' -]+ )?training",
  'had (?:\\w+ )*training',
  'has had',
  'have had',
  'taught (?:how )?by',
  'shown (?:how )?by',
  'supervised by',
  "with (?:at least )?[\\w-]+ years?' experience",
  'years? of experience',
  'experience(?:d)? (?:of|in|with)',
  'who (?:has|have) (?:attended|been on|completed|a |had)',
  '(?:holds?|holding) (?:a|an|qtls|level)',
  'level \\d',
  'qualified (?:in|to|teacher status|as)',
  'qualified teacher',
  'accredited',
  'certificate',
  'one-day course',
  'day course',
  'shadowed',
  'approved',
  'fluent',
  'signs? at',
  'lived experience',
  'show it to',
  'monitored by',
  'overseen by',
  'under the supervision',
  'modelled by',
  'coached by',
  'instructed by',
  'signed off (?:by|as)',
  'certified',
  'registered',
  'chartered',
  'licensed',
  'competen(?:t|cy)',
  'diploma',
  'degree',
  'nvq',
  'qualification',
  'background in',
  'guided by',
  'observed by',
  'led by',
  'mentored by',

  'trained',
);
const STRIPPED = [
  // Trained in what, nobody says.
  /(?:suitably|appropriately|adequately|fully|properly) (?:trained|qualified|experienced|skilled)(?! (?:in|by|to)\b)/gu,
  /(?<=^|\b(?:a|by|with|the|from|of) )(?:trained|experienced) (?=(?:adults?|staff|persons?|people|members?|professionals?)\b(?! (?:in|by|of|with)\b))/gu,
  new RegExp(
    `(?:devised|written|advised|recommended|set|designed|prescribed|drawn up|provided|agreed|suggested|produced) (?:and \\w+ )?by (?:an?|the|her|his) (?:[\\w-]+ ){0,4}?(?:${PROFESSION})`,
    'gu',
  ),
  new RegExp(
    `(?<!^)(?:the )?(?:${PROFESSION})'s (?:[\\w-]+ )?(?:review|programme|plan|advice|report|recommendations|sheet|list|instructions|notes|guidance|exercises|targets|strategies)`,
    'gu',
  ),
  // Somebody else’s work looked at, which is the last thing a line says and not the first.
  new RegExp(
    `(?<=[,;.(].*|\\band .*)(?:reviewed|updated|changed|monitored|re-written|checked) (?:[\\w' -]{0,40})?by (?:an?|the|her|his) (?:[\\w-]+ ){0,4}?(?:${PROFESSION})`,
    'gu',
  ),
  new RegExp(
    `(?<=[.;] ?)(?:the|an?|his|her) (?:[\\w-]+ ){0,4}?(?:${PROFESSION}) (?:will )?(?:reviews?|updates?|changes?|looks? at)\\b[^.;]*`,
    'gu',
  ),
  /(?:sounds|programme|targets) set by [^,;.]*/gu,
];
// Those who are trained are not those who train them.
const TRAINEES =
  /^(?:all |key |the )?(?:staff|adults)[^.]*\b(?:will|to|should|must|shall) (?:each |all )?(?:receive|have|attend|be given|undertake|complete) [^.]*training|^(?:whole[- ]school |all |key )?(?:staff|team) training[^.;]*?(?= by | from | given |\.|;|\||$)/u;
const SUPPLIER = words(
  '(?:nhs|service|authority|council|school|nursery|college|local authority|hospital|trust|icb)',
  PROFESSION,
  'paid for by',
  'supplied by',
  'team',
  'commissioning',
  'services?',
  'academy(?: trust)?',
  'hub',
  'clinic',
  'funds?',
  'department',
  'provider',
  'employer',
  'charity',
);
const ORDINARY = words(
  '(?:all|those|everyone|anyone) who',
  'all know',
  'leader',
  '(?:invigilator|caretaker|receptionist|secretary|cook|bursar|driver|contractor)',
  '(?:whoever|whichever|nobody|no ?one|everyone|everybody)',
  '(?:members? of (?:the )?(?:[\\w-]+ )?staff)',
  '(?:whichever|every|each|any) adult',
  '(?:all|every) (?:staff|adults)',
  'staff',
  '(?<!forest )school',
  'college',
  'nursery',
  'teachers?',
  'adults?',
  'tutors?',
  'lecturers?',
  'authority',
  'council',
  'service',
  'supervisor',
  PROFESSION,
);

// Who is with a child needs skill for it, whatever they do.
const CLOSE_BY = words(
  'adults?|assistants?|tas?|lsas?|key ?\\w+|carers?|somebody|someone|mentors?|staff|support workers?|volunteers?',
);
// Whoever it is, for what needs no skill.
const NAMES_SOMEBODY =
  /\bby (?:the |an? |his |her )?(?!the\b|end\b|half\b|way\b|means\b|himself\b|herself\b|name\b|bus\b|taxi\b|e-?mail\b|\w+ing\b|\d)[\p{L}'-]{3,}|\b(?:school|authority|council|college|nursery|academy|trust|caretaker|office|hospital|manager|lead)(?= (?:will|shall|must|has|keeps|holds|makes|sends|sets|gives|lets|does|counts|takes|puts|provides|arranges|prints|orders|books|stores|charges|uses|knows)\b)/u;
const BY_ASSISTANT = words(ASSISTANT);
// A potter, a chef: whoever it is, it is said what they hold.
const ANYBODY_WITH =
  /\b(?:an?|the|one|whom?) (?:[\p{L}-]+ )?(?!programme|room|course|scheme|place|setting|school)[\p{L}-]+ (?:with an?|who (?:holds|has)|holding|qualified|accredited|registered|certified|licensed|trained by|\()|[\p{L}-]{4,} with an? (?:[\p{L}-]+ ){0,3}(?:diploma|degree|certificate|qualification|award)/u;
const EMPLOYED = words(
  'enabler',
  'leader',
  'employed by',
  'companion',
  'buddy',
  'trainer',
  'librarian',
  'befriender',
);
// Whoever lends, buys or fits a thing may be of any name.
const SUPPLIED_BY =
  /(?:supplied|lent|loaned|issued|bought|paid for|provided|fitted|built|installed|laid|made|funded|put in|put up|maintained|serviced|hired|leased|ordered|purchased)(?: and [\w ]+?)? by (?:the |an? |her |his )?[\w'-]+|(?:with|from|out of) (?:the )?(?:[\w'-]+ ){0,3}(?:funds?|budget)|from the (?:authority|council|school|college|trust|board)\b|on loan from|(?:authority|council|nhs|school|college|nursery|trust|board|service|team|department) (?:\w+ ){0,2}(?:pays?|reimburses?|refunds?|funds?|lends?|supply|supplies|provides?|buys?)\b/;
const DELIVERED = new RegExp(
  `(?:delivered|run|led|given|supervised|carried out|provided) (?:\\w+ )?by (?:(?:an?|the|school|class) )*(?:${ASSISTANT})(?!\\p{L})`,
  'u',
);

/** Whether a line leaves open who gives it and with what expertise. */
export function whoMissing(line: string, kind: Kind): boolean {
  const said = STRIPPED.reduce((text, pattern) => text.replace(pattern, ' '), line);
  if (TRAINEES.test(line)) return !BY_PROFESSION.test(said.replace(TRAINEES, ' '));
  if (QUALIFIED.test(said) && ANYBODY_WITH.test(said)) return false;
  if (QUALIFIED.test(said) && (BY_ASSISTANT.test(said) || BY_PROFESSION.test(said) || EMPLOYED.test(said)))
    return false;
  if (kind.medical && BY_PROFESSION.test(line) && !BY_ASSISTANT.test(line)) return false;
  if (DELIVERED.test(said)) return true;
  if (BY_PROFESSION.test(said)) return false;
  if (kind.handed && SUPPLIED_BY.test(said)) return false;
  if (kind.equipment && !BY_ASSISTANT.test(said)) return !SUPPLIER.test(said);
  if (kind.adjustment) return !ORDINARY.test(said);
  if (kind.care && /\b(?:registered|approved|council|authority)\b/.test(said)) return false;
  return !(NAMES_SOMEBODY.test(said) && !CLOSE_BY.test(said) && !isActivity(line));
}

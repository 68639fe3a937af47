import type { Kind } from './kind.ts';
import { words } from './line.ts';

const PROFESSION = [
  '\\p{L}{3,}(?:ologist|iatrist|therapist|tician|optist|metrist|pathist|opathist)s?',
  '(?:speech and language |occupational |physio|play |music |art |drama |equine |family |specialist )?therapists?',
  'physiotherapists?',
  'sa?lts?',
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
  '(?:re)?habilitation (?:officer|specialist)s?',
  'dietitians?',
  'orthotist',
  'audiologists?',
  'orthoptist',
  'headteacher',
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
  'independent reviewing officer',
  'art therapist',
  'advis[eo]rs?',
  'early years (?:teacher|professional)',
  'nutritionist',
  'occupational health',

  'caseworker',
  'coach',
  'adaptations team',
  'college tutor',
  'subject tutor',
  'instructor',
  'technician',
].join('|');
const BY_PROFESSION = words(PROFESSION);
const ASSISTANT =
  '(?:teaching|learning support|learning) assistants?|tas?|lsas?|(?:communication |family |learning |personal )?support (?:workers?|practitioners?|staff)|key ?workers?|key adults?|personal assistants?|(?:learning |peer )?mentors?|adults?|school staff|staff|practitioners?|facilitators?|supervisors?|managers?|carers?|members? of staff|visitors?|trainers?|intervenor|escort|nursery nurse|somebody|someone|scribes?|readers?|notetakers?|note-takers?|childminder|tutor';
const QUALIFIED = words(
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
  new RegExp(
    `(?:devised|written|advised|recommended|set|designed|prescribed|drawn up|provided|agreed|suggested|produced) (?:and \\w+ )?by (?:an?|the|her|his) (?:[\\w-]+ ){0,4}?(?:${PROFESSION})`,
    'gu',
  ),
  new RegExp(`(?:the )?(?:${PROFESSION})'s (?:review|programme|plan|advice|report|recommendations)`, 'gu'),
  new RegExp(
    `(?:reviewed|updated|changed|monitored|re-written|checked) (?:[\\w' -]{0,40})?by (?:an?|the|her|his) (?:[\\w-]+ ){0,4}?(?:${PROFESSION})`,
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
  /^(?:all |key |the )?(?:staff|adults)[^.]*\b(?:receive|have|attend|be given|undertake) [^.]*training/u;
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
);
const ORDINARY = words(
  '(?:whichever|every|each|any) adult',
  '(?:all|every) (?:staff|adults)',
  'staff',
  '(?<!forest )school',
  'college',
  'nursery',
  'teachers?',
  'adults?',
  'tutor',
  'authority',
  'council',
  'service',
  'supervisor',
  PROFESSION,
);

const BY_ASSISTANT = words(ASSISTANT);
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
const DELIVERED = new RegExp(
  `(?:delivered|run|led|given|supervised|carried out|provided) (?:\\w+ )?by (?:(?:an?|the|school|class) )*(?:${ASSISTANT})(?!\\p{L})`,
  'u',
);

/** Whether a line leaves open who gives it and with what expertise. */
export function whoMissing(line: string, kind: Kind): boolean {
  const said = STRIPPED.reduce((text, pattern) => text.replace(pattern, ' '), line);
  if (TRAINEES.test(line)) return !BY_PROFESSION.test(said.replace(TRAINEES, ' '));
  if (QUALIFIED.test(line) && (BY_ASSISTANT.test(said) || BY_PROFESSION.test(said) || EMPLOYED.test(said)))
    return false;
  if (DELIVERED.test(said)) return true;
  if (BY_PROFESSION.test(said)) return false;
  if (kind.equipment && !BY_ASSISTANT.test(said)) return !SUPPLIER.test(said);
  if (kind.adjustment) return !ORDINARY.test(said);
  if (kind.care && /\b(?:registered|approved|council|authority)\b/.test(said)) return false;
  return true;
}

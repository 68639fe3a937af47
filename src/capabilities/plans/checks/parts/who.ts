import { isActivity } from './activity.ts';
import type { Kind } from './kind.ts';
import { words } from './line.ts';
import { ASSISTANT, BY_ASSISTANT, BY_PROFESSION, PROFESSION } from './people.ts';
import { QUALIFIED, STRIPPED } from './qualified.ts';

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

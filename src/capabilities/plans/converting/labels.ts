import { folded, type Letter } from './headings.ts';
import type { Field } from './place.ts';

/* What forms call their boxes, for the parts of a plan that are filled in rather than written. */

const LABELS: readonly (readonly [RegExp, Field])[] = [
  [
    /^(full |child('s)? |young person's |pupil('s)? |student('s)? )*name( of (the )?(child|young person|child or young person|child\/young person|pupil))?$/,
    'name',
  ],
  [/^(child\/young person's|child or young person's|cyp) name$/, 'name'],
  [/^(preferred|known) (name|as)$|^likes to be called$/, 'preferredName'],
  [/^(date of birth|d\.?o\.?b|born( on)?|birth date)( \(.*\))?$/, 'dateOfBirth'],
  [/^(sex|gender)$/, 'sex'],
  [/^ethnic(ity| origin| group)$/, 'ethnicity'],
  [
    /^((child or young person|child|young person|pupil)('s)? )?(first|home) language( spoken)?$|^language (spoken )?at home$/,
    'firstLanguage',
  ],
  [/^(parent or carer|parent|parent\/carer)('s)? (first|home) language$/, 'parentFirstLanguage'],
  [/^(upn|unique pupil number)( \(upn\))?$/, 'upn'],
  [/^nhs (number|no)( \(if available\))?$/, 'nhsNumber'],
  [/^(home |child's )?address$/, 'homeAddress'],
  [/^(ehcp |ehc plan |case |our )?ref(erence)?( number| no)?$/, 'reference'],
  [
    /^(name of )?(parent|carer|parent or carer|parent\/carer|parents?\/carers?|parents)( 1)?( name| names|\(s\)|'s name)?$/,
    'contact 1 name',
  ],
  [/^(name of )?(parent|carer|parent or carer|parent\/carer) 2( name|'s name)?$/, 'contact 2 name'],
  [/^relationship( to (the )?(child|young person|child or young person))?$/, 'contact 1 relationship'],
  [/^e-?mail( address)?$/, 'contact 1 email'],
  [
    /^(tele)?phone( number| no)?$|^telephone number$|^mobile( number)?$|^contact number$/,
    'contact 1 telephone',
  ],
  [
    /^(current )?(school|setting|education(al)? setting|nursery|college|early years setting)( attended)?$/,
    'setting',
  ],
  [/^(gp|gp practice|gp and key health professional|name of gp)$/, 'gp'],
  [/^other professionals( involved)?$/, 'otherProfessionals'],
  [/^known to social care( y\/n)?$/, 'knownToSocialCare'],
  [/^(currently a )?looked[- ]after child( y\/n)?$|^looked after$/, 'lookedAfterNow'],
  [
    /^(date (of )?(final )?(ehc |ehcp )?plan( was)?( issued)?|(final )?plan (was )?issued( on)?|date issued|issued on|date of issue|date of (this )?plan|final plan date|date of final plan)$/,
    'issuedOn',
  ],
  [
    /^(la |local authority |ehc )?(officer|plan writer|case ?officer|signed by|ehc coordinator|send officer)( name)?$/,
    'officer',
  ],
];

const A_LABELS: readonly (readonly [RegExp, Field])[] = [
  [
    /^(a1|history|summary of history|my story|background|family circumstances|my history|about my family)$/,
    'A1',
  ],
  [
    /^(how to communicate with me|how best to communicate with me|communication with me|how i communicate)$/,
    'A1',
  ],
  [
    /^(my |child's |parents?'? |the child's )?views( of .*)?$|^(parents?|carers?|parental)('s|')? (and carers' )?views$|^what is important to me$|^(a2)$/,
    'A2 views',
  ],
  [/^(my )?interests( and hobbies)?$|^(things|what) i (like|enjoy).*$|^hobbies.*$/, 'A2 interests'],
  [
    /^(my )?strengths$|^what people (like and )?admire about me$|^what i am good at$|^(things )?i am good at$/,
    'A2 strengths',
  ],
  [
    /^(my )?((hopes|goals|dreams) (and|&) )?(aspirations|dreams|goals)( for the future)?$|^my future$|^(hopes|my hopes).*$/,
    'A2 aspirations',
  ],
  [/^how (these|the|my) views were (collected|gathered|obtained).*$/, 'A2 how'],
];

/** The part of the plan a box's label names, where it does. In Section A a label names a part of that. */
export function labelled(label: string, letter: Letter | null): Field | null {
  const text = folded(label).replace(/\s*\?$/, '');
  if (text.length > 80) return null;
  const inA = letter === 'A' || letter === 'A1' || letter === 'A2';
  const own = inA ? A_LABELS.find(([like]) => like.test(text))?.[1] : undefined;
  if (own !== undefined) return own;
  return letter === null || inA ? (LABELS.find(([like]) => like.test(text))?.[1] ?? null) : null;
}

/** A line as `label: what it says`; null where it is not one. */
export function labelAndRest(line: string): { label: string; rest: string } | null {
  const at = line.search(/[:\t]/);
  if (at < 2 || at > 80) return null;
  const label = line.slice(0, at + 1).trim();
  const rest = line.slice(at + 1).trim();
  return rest === '' ? null : { label, rest };
}

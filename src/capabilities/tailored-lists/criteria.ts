import { type PlainDate, plainDate } from '../../shared/plain-date.ts';

/* What a tailored list goes by, as data: published, dated, in versions. A change is another version; a list keeps its own. */

export const CRITERIA_NAMES = [
  'asked for',
  'open',
  'age',
  'phase',
  'needs',
  'unit',
  'wishes',
  'legal category',
  'places',
  'distance',
] as const;
export type CriterionName = (typeof CRITERIA_NAMES)[number];

export type Criterion = {
  name: CriterionName;
  /** As it is headed for people. */
  title: string;
  /** What it asks of each setting. */
  asks: string;
  /** Whether its "no" can leave a setting off the list, and whether it decides who comes first. What is not known does neither. */
  effect: 'keeps on' | 'leaves off' | 'orders' | 'informs';
  what: string;
  source: { words: string; url: string | null; confidence: 'high' | 'medium' | 'own' };
};

export type Criteria = { version: string; from: PlainDate; criteria: readonly Criterion[] };

const ACT = 'https://www.legislation.gov.uk/ukpga/2014/6/section';
const OWN = {
  words: 'This service’s own. No Act, Regulation or guidance gives it',
  url: null,
  confidence: 'own',
} as const;

const FIRST: readonly Criterion[] = [
  {
    name: 'asked for',
    title: 'Whether the family asks for it',
    asks: 'Has the parent or young person asked for this setting, or added it to the list?',
    effect: 'keeps on',
    what: 'It is always on the list, and first, whatever else is found. Everything else is only told about it.',
    source: {
      words: 'Children and Families Act 2014, section 38(2)(b) and (3): the right to ask for a setting',
      url: `${ACT}/38`,
      confidence: 'high',
    },
  },
  {
    name: 'open',
    title: 'Whether it is open',
    asks: 'Does the national register show it as closed?',
    effect: 'leaves off',
    what: 'A closed setting is left off. One the register says nothing of is not.',
    source: OWN,
  },
  {
    name: 'age',
    title: 'Age',
    asks: 'Does it take somebody of this age on the day they would start?',
    effect: 'leaves off',
    what: 'Where its ages are known and this one is outside them, it is left off. A setting for ages 4 to 11 has pupils who are 4 to 10 when a school year begins. What a setting says of itself comes before the register.',
    source: OWN,
  },
  {
    name: 'phase',
    title: 'Phase',
    asks: 'Is it for the school year they would be in?',
    effect: 'leaves off',
    what: 'Asked only where its ages are not known. Primary is taken to be Reception to Year 6, secondary Year 7 to Year 11, 16 plus from Year 12. Whether a primary school has a nursery class, a secondary school a sixth form, and which years a middle school has is not known, and leaves nothing off. Nor does a phase where the school’s name says otherwise: infant, junior, first, lower, middle, or ages such as 3 to 16.',
    source: OWN,
  },
  {
    name: 'needs',
    title: 'The needs behind each line of Section F',
    asks: 'Does it say that it provides for the needs that each line of provision is for?',
    effect: 'leaves off',
    what: 'Settings that say so for more lines come first. Only a special school that names needs, and none of these, is left off. A setting that names none is not known, and so is a mainstream school that names others: every mainstream school has duties to pupils with any need.',
    source: {
      words:
        'This service’s own. The kinds of need in each of the four areas are those of the SEND Code of Practice, 6.28 to 6.35',
      url: 'https://www.gov.uk/government/publications/send-code-of-practice-0-to-25',
      confidence: 'own',
    },
  },
  {
    name: 'unit',
    title: 'SEN unit, resourced provision or special school',
    asks: 'Does the register show a SEN unit, resourced provision, or a special school?',
    effect: 'informs',
    what: 'It changes neither whether a setting is on the list nor its place.',
    source: OWN,
  },
  {
    name: 'wishes',
    title: 'What the family would like',
    asks: 'Is it the kind of setting that the family said it would like?',
    effect: 'orders',
    what: 'Among settings that say they provide for as much, the kind they would like comes first.',
    source: OWN,
  },
  {
    name: 'legal category',
    title: 'What the law says of asking for it',
    asks: 'Is it one of the settings that may be asked for under section 38(3)?',
    effect: 'orders',
    what: 'Among settings alike in everything above, those outside section 38(3), and independent ones that are not shown to be approved under section 41, come after the others. Approved ones count like any other. What is not known of another setting changes nothing. No setting is left off by it: any may still be asked for.',
    source: {
      words: 'Children and Families Act 2014, sections 38(3), 39(4) and 41',
      url: `${ACT}/38`,
      confidence: 'high',
    },
  },
  {
    name: 'places',
    title: 'Places',
    asks: 'What has it said of its places for this age, on which day, and how long ago?',
    effect: 'informs',
    what: 'It changes neither whether a setting is on the list nor its place. Being full does not of itself end the right to ask: places change, and whether there is room is for the consultation.',
    source: OWN,
  },
  {
    name: 'distance',
    title: 'Distance',
    asks: 'How far is it from home in a straight line?',
    effect: 'orders',
    what: 'Among settings alike in everything above, the nearer come first. It is no road distance. The list says how far it looked; a setting further away may still be asked for.',
    source: OWN,
  },
];

/** Every version there has been, oldest first. */
export const VERSIONS: readonly Criteria[] = [
  { version: '1', from: plainDate('2026-11-30'), criteria: FIRST },
];

/** What counts for nothing, said wherever the criteria are. */
export const NEVER =
  'What a setting costs is no part of this: the list is never given it. Nor is the area a setting is in: one across the boundary counts as one within it.';

/** The criteria on a day: the latest that were in force, or the first there were. */
export function criteriaOn(day: PlainDate): Criteria {
  const [first, ...later] = VERSIONS;
  if (first === undefined) throw new Error('no criteria');
  return later.findLast(({ from }) => from <= day) ?? first;
}

/**
 * The criteria of a version that made a list, under its name: one of the service's, or an authority's own over it (`1.2`). Throws
 * for one there never was: a list is made by no other.
 */
export function criteriaOf(version: string): Criteria {
  const found = VERSIONS.find((one) => one.version === version.split('.')[0]);
  if (found === undefined) throw new Error('no such version of the criteria');
  return { ...found, version };
}

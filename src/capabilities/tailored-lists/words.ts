import type { CriterionName } from './criteria.ts';
import { CRITERIA_NAMES } from './criteria.ts';
import { BANDS, type Bands } from './own-criteria.ts';
import type { Reason } from './reasons.ts';

/* What each reason is in words, for staff, for a family, and in Easy Read: in this one place. */

export type Audience = 'staff' | 'family' | 'easy read';

type Words = { [C in CriterionName]: { [R in Reason<C>]: { staff: string; easy: string; family?: string } } };

const WORDS: Words = {
  'asked for': {
    'not asked for': { staff: '', easy: '' },
    'asked for': {
      staff: 'The family asks for it: it is on the list whatever else is found',
      family: 'You ask for it: it is on your list whatever else is found',
      easy: 'You ask for this place.',
    },
  },
  open: {
    open: { staff: '', easy: '' },
    closed: { staff: 'The national register shows it as closed', easy: 'This place has closed.' },
  },
  age: {
    'takes this age': { staff: 'It takes this age', easy: 'It is for your age.' },
    'for older': {
      staff: 'It is for those who are older on the day of starting',
      easy: 'It is for older children or young people.',
    },
    'for younger': {
      staff: 'It is for those who are younger on the day of starting',
      easy: 'It is for younger children.',
    },
    'ages not known': { staff: 'Its ages are not known', easy: 'We do not know what ages it is for.' },
  },
  phase: {
    'decided by age': { staff: '', easy: '' },
    'teaches this year': { staff: 'It is for this school year', easy: 'It is for your school year.' },
    'another phase': {
      staff: 'It is for another phase than the school year they would be in',
      family: 'It is for another phase than the school year at the start',
      easy: 'It is not for your school year.',
    },
    'phase not known': {
      staff: 'Whether it is for this school year is not known',
      easy: 'We do not know if it is for your school year.',
    },
  },
  needs: {
    'every line': {
      staff: 'It names the needs behind every line of Section F',
      family: 'It says that it helps with the needs behind every line of Section F',
      easy: 'It says it can help with all your needs.',
    },
    'some lines': {
      staff: 'It names the needs behind some lines of Section F',
      family: 'It says that it helps with the needs behind some lines of Section F',
      easy: 'It says it can help with some of your needs.',
    },
    'names other needs': {
      staff: 'It names other needs than these: a mainstream setting may still provide for them',
      family: 'It names other needs than these. A mainstream setting may still help with them: ask it',
      easy: 'It talks about other needs. You can ask if it can help you.',
    },
    'special for other needs': {
      staff: 'It is a special setting that names other needs than these',
      family: 'It is a special setting that says it is for other needs than these',
      easy: 'It is a special school for other needs.',
    },
    'needs not known': {
      staff: 'Whether it provides for these needs is not known',
      family: 'We do not know whether it provides for these needs: ask it',
      easy: 'We do not know if it can help with your needs.',
    },
    'no lines': {
      staff: 'There are no lines of Section F to go by',
      easy: 'Your plan does not say what help you need yet.',
    },
  },
  unit: {
    'no unit shown': {
      staff: 'No SEN unit or resourced provision is shown',
      easy: 'It does not say it has a special unit.',
    },
    unit: { staff: 'It has a SEN unit or resourced provision', easy: 'It has a special unit.' },
    'special school': { staff: 'It is a special school', easy: 'It is a special school.' },
  },
  wishes: {
    'no wish': { staff: '', easy: '' },
    'as wished': {
      staff: 'It is the kind the family would like',
      family: 'It is the kind you said you would like',
      easy: 'It is the kind of place you like.',
    },
    'another kind': {
      staff: 'It is another kind than the family would like',
      family: 'It is another kind than you said you would like',
      easy: 'It is a different kind of place.',
    },
    'kind not known': {
      staff: 'What kind it is, is not known',
      easy: 'We do not know what kind of place it is.',
    },
  },
  'legal category': {
    'may be asked for': {
      staff: 'If asked for it must be named, unless section 39(4) applies',
      family: 'If you ask for it the authority must name it, unless section 39(4) applies',
      easy: 'The law says you can ask for this place.',
    },
    'approved independent': {
      staff: 'It is approved under section 41: if asked for it must be named, unless section 39(4) applies',
      family:
        'It is approved under section 41: if you ask for it the authority must name it, unless section 39(4) applies',
      easy: 'The law says you can ask for this place.',
    },
    'outside section 38': {
      staff:
        'It is outside section 38(3): the family may make representations, and it may be named if it agrees',
      family:
        'The right in section 38 does not reach it: you may still say that you want it, and it may be named if it agrees',
      easy: 'The law is different for this place. You can still say you want it.',
    },
    'approval not known': {
      staff:
        'It is independent, and the register does not show that it is approved under section 41: it may still be asked for',
      family:
        'It is independent, and the register does not show that it is approved under section 41: you may still ask for it',
      easy: 'We do not know what the law says about this place. You can still ask for it.',
    },
    'category not known': {
      staff: 'The register does not show whether section 38(3) reaches it: it may still be asked for',
      family:
        'The register does not show whether the right in section 38 reaches it: you may still ask for it',
      easy: 'We do not know what the law says about this place. You can still ask for it.',
    },
  },
  places: {
    'said it has room': { staff: 'It said that it has a place for this age', easy: 'It said it has room.' },
    'said it is full': {
      staff: 'It said that it had no place for this age: places change, and it may be asked for',
      easy: 'It said it was full. This can change. You can still ask.',
    },
    'said long ago': {
      staff: 'What it said of its places is too old to go by: ask it',
      easy: 'It told us about room a long time ago. Ask again.',
    },
    'full by census': {
      staff: 'The census counts as many pupils as it has places for, or more: it may still be asked for',
      easy: 'It may be full. You can still ask.',
    },
    'room by census': {
      staff: 'The census counts fewer pupils than it has places for, in the whole school',
      easy: 'It may have room.',
    },
    'places not known': { staff: 'Its places are not known', easy: 'We do not know if it has room.' },
  },
  distance: {
    'band 1': { staff: 'Up to {1} miles away', easy: 'It is near.' },
    'band 2': { staff: 'Up to {2} miles away', easy: 'It is up to {2} miles away.' },
    'band 3': { staff: 'Up to {3} miles away', easy: 'It is up to {3} miles away.' },
    'band 4': { staff: 'Up to {4} miles away', easy: 'It is up to {4} miles away.' },
    further: { staff: 'More than {4} miles away', easy: 'It is more than {4} miles away.' },
    'distance not known': {
      staff: 'How far it is, is not known',
      easy: 'We do not know how far away it is.',
    },
  },
};

/**
 * What was found by each criterion, in words and in the order of the criteria; what goes without saying is left out. `bands` are
 * the distances the list was made by.
 */
export function sayReasons(
  reasons: { readonly [C in CriterionName]: Reason<C> },
  audience: Audience,
  bands: Bands = BANDS,
): { criterion: CriterionName; reason: Reason; words: string }[] {
  return CRITERIA_NAMES.flatMap((criterion) => {
    const words = inMiles(said(criterion, reasons, audience), bands);
    return words === '' ? [] : [{ criterion, reason: reasons[criterion], words }];
  });
}

/** The distances of a list in its words: {1} is the nearest. */
function inMiles(words: string, bands: Bands): string {
  return words.replaceAll(/\{([1-4])\} miles/g, (_, band: string) => {
    const miles = bands[Number(band) - 1] ?? 0;
    return `${miles} ${miles === 1 ? 'mile' : 'miles'}`;
  });
}

function said<C extends CriterionName>(
  criterion: C,
  reasons: { readonly [K in C]: Reason<K> },
  audience: Audience,
): string {
  const of: { [R in Reason<C>]: { staff: string; easy: string; family?: string } } = WORDS[criterion];
  const { staff, family, easy } = of[reasons[criterion]];
  if (audience === 'easy read') return easy;
  return audience === 'family' ? (family ?? staff) : staff;
}

/* What people say of how things went (experience), counted as every other measure is. */

const CAVEAT =
  'Of those who answered only: see beside it how many did. The statements are this service’s own, and follow no published questionnaire.';

type Who = { id: 'family' | 'young-person' | 'school' | 'professional'; many: string };
const FAMILY: Who = { id: 'family', many: 'Families' };
const YOUNG_PERSON: Who = { id: 'young-person', many: 'Young people' };
const SCHOOL: Who = { id: 'school', many: 'Schools and other settings that were consulted' };
const PROFESSIONAL: Who = { id: 'professional', many: 'Professionals who gave advice' };

/** By measure: whose answers, and to which statement; `answered` is whether they answered at all. */
export const EXPERIENCE_MEASURES = {
  'families-who-answered': answered(FAMILY),
  'family-told-clearly': said(FAMILY, 'told-clearly', 'I knew what would happen next, and when'),
  'family-listened-to': said(FAMILY, 'listened-to', 'I was listened to'),
  'family-child-heard': said(FAMILY, 'child-heard', 'What my child wants and feels was taken into account'),
  'family-fair-effort': said(FAMILY, 'fair-effort', 'It did not take too much of my time'),
  'family-plan-understood': said(FAMILY, 'plan-understood', 'I understand the plan'),
  'family-plan-says-needs': said(FAMILY, 'plan-says-needs', 'The plan says what help is needed'),
  'family-help-happening': said(FAMILY, 'help-happening', 'The help in the plan is happening'),
  'young-people-who-answered': answered(YOUNG_PERSON),
  'young-person-told-clearly': said(YOUNG_PERSON, 'told-clearly', 'I knew what would happen next, and when'),
  'young-person-listened-to': said(YOUNG_PERSON, 'listened-to', 'I was listened to'),
  'young-person-child-heard': said(YOUNG_PERSON, 'child-heard', 'What I want was taken into account'),
  'young-person-fair-effort': said(YOUNG_PERSON, 'fair-effort', 'It did not take too much of my time'),
  'young-person-plan-understood': said(YOUNG_PERSON, 'plan-understood', 'I understand the plan'),
  'young-person-plan-says-needs': said(YOUNG_PERSON, 'plan-says-needs', 'The plan says what help is needed'),
  'young-person-help-happening': said(YOUNG_PERSON, 'help-happening', 'The help in the plan is happening'),
  'schools-who-answered': answered(SCHOOL),
  'school-told-clearly': said(SCHOOL, 'told-clearly', 'It was clear what we were asked'),
  'school-time-enough': said(SCHOOL, 'time-enough', 'We had the time to do it well'),
  'school-taken-into-account': said(SCHOOL, 'taken-into-account', 'What we said was taken into account'),
  'professionals-who-answered': answered(PROFESSIONAL),
  'professional-told-clearly': said(PROFESSIONAL, 'told-clearly', 'It was clear what we were asked'),
  'professional-time-enough': said(PROFESSIONAL, 'time-enough', 'We had the time to do it well'),
  'professional-taken-into-account': said(
    PROFESSIONAL,
    'taken-into-account',
    'What we said was taken into account',
  ),
} as const;

export type ExperienceMeasureId = keyof typeof EXPERIENCE_MEASURES;
export const EXPERIENCE_MEASURE_IDS = Object.keys(EXPERIENCE_MEASURES).filter(isExperience);

export function isExperience(id: string): id is ExperienceMeasureId {
  return Object.hasOwn(EXPERIENCE_MEASURES, id);
}

const RESPONSES = {
  family: 'families-who-answered',
  'young-person': 'young-people-who-answered',
  school: 'schools-who-answered',
  professional: 'professionals-who-answered',
} as const satisfies Record<Who['id'], string>;

/** The measure of how many answered, which stands beside whatever they said. */
export function responseOf(id: ExperienceMeasureId): ExperienceMeasureId {
  return RESPONSES[EXPERIENCE_MEASURES[id].who];
}

function said({ id, many }: Who, question: string, words: string) {
  return {
    kind: 'share',
    periods: 'calendar years',
    published: '',
    caveat: CAVEAT,
    who: id,
    question,
    words,
    counts: `${many} who agree, or agree a lot: ${words}`,
    of: `${many} asked in the year who gave an answer to it`,
  } as const;
}

function answered({ id, many }: Who) {
  return {
    kind: 'share',
    periods: 'calendar years',
    published: '',
    who: id,
    question: 'answered',
    words: '',
    counts: `${many} who answered how it went`,
    of: `${many} asked in the year who answered, said no, or can answer no longer`,
    caveat:
      'Those who can still answer are not among them: while people can, it is higher than it will be. One person asked about several stages counts as often.',
  } as const;
}

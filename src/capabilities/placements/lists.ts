/** The lists of what is not as it should be. */
export const LISTS = ['no place', 'not admitted', 'not in place', 'not happening'] as const;
export type ListName = (typeof LISTS)[number];

export const LIST_WORDS = {
  'no place': {
    title: 'No place',
    says: 'A plan is in force, and no place is recorded, or one is awaited or has yet to start. The duty to secure what is in Section F runs from the day the plan was made final, whether or not there is a place.',
    none: 'Every child with a plan has a place recorded.',
  },
  'not admitted': {
    title: 'Not admitted',
    says: 'The plan names a setting that must admit the child, and it has not said that it has. Days are counted from when the plan was made final: no time is allowed after it.',
    none: 'Every setting that must admit a child has said that it has.',
  },
  'not in place': {
    title: 'Not in place',
    says: 'What a setting or a family answered to the last check, where something is not happening; and who has not answered by the day. No answer is never taken as yes.',
    none: 'Nobody has said that something is not in place, and everybody asked has answered or still has time.',
  },
  'not happening': {
    title: 'Said not to be happening',
    says: 'What families and young people say is not happening, soonest due first. The day it is due by is the authority’s own promise.',
    none: 'Nothing that a family said is not happening is open.',
  },
} as const satisfies Record<ListName, { title: string; says: string; none: string }>;

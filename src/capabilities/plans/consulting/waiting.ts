import type { PlainDate } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';

/** Consultations that are not answered, by what is to be done about them. */
export const WAITS = ['overdue', 'to come', 'copy waits'] as const;
export type Waits = (typeof WAITS)[number];

export const WAITS_WORDS = {
  overdue: { title: 'Overdue', says: 'Their answer was due before today.', none: 'No answer is overdue.' },
  'to come': {
    title: 'Not due yet',
    says: 'They have their copy of the draft, and their answer is due today or later.',
    none: 'No answer is waited for.',
  },
  'copy waits': {
    title: 'Copy not sent',
    says: 'They are consulted, and their copy of the draft waits here to be released.',
    none: 'No copy waits here.',
  },
} as const satisfies Record<Waits, { title: string; says: string; none: string }>;

/** Whose: everybody's, a caseworker's own with those they cover, one colleague's, or nobody's. */
export type Whose = 'everybody' | 'mine' | 'nobody' | Uuid;

/** One setting that has not answered, with whose case it is. */
export type NotAnswered = {
  id: Uuid;
  planId: Uuid;
  childId: Uuid;
  childName: string;
  settingName: string;
  why: string;
  sentOn: PlainDate;
  dueOn: PlainDate | null;
  chasedOn: PlainDate | null;
  caseworker: string | null;
};

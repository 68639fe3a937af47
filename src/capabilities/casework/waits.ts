import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { capital } from '../../shared/words.ts';
import { type Paragraph, sayParagraph } from '../assessments/index.ts';

/** What a case may wait for of somebody who is not the SEND team. */
export const WAITS = [
  'advice',
  'answer about advice',
  'agreement that advice is enough',
  'setting’s answer',
  'family’s views',
  'family’s comments',
] as const;
export type Awaited = (typeof WAITS)[number];

/** One thing waited for: of whom, since when, and by when; `dueOn` null where neither law nor Code gives a day. */
export type Wait = {
  childId: Uuid;
  requestId: Uuid;
  subjectId: Uuid;
  what: Awaited;
  paragraph: Paragraph | null;
  who: string;
  organisation: string | null;
  since: PlainDate;
  dueOn: PlainDate | null;
  /** The day they themselves said; null where they did not. */
  promisedOn: PlainDate | null;
};

/** On whom a list of cases may be narrowed to wait. */
export const WAITED_ON = ['anybody', 'advisers', 'settings', 'family'] as const;
export type WaitedOn = (typeof WAITED_ON)[number];

export const WAITED_ON_WORDS = {
  anybody: 'anybody else',
  advisers: 'somebody asked for advice',
  settings: 'a setting that was consulted',
  family: 'the family',
} as const satisfies Record<WaitedOn, string>;

/** What each group is waited for. */
export const WAITS_OF = {
  anybody: WAITS,
  advisers: ['advice', 'answer about advice', 'agreement that advice is enough'],
  settings: ['setting’s answer'],
  family: ['family’s views', 'family’s comments'],
} as const satisfies Record<WaitedOn, readonly Awaited[]>;

/** What is waited for, whoever is to give it. */
export function sayAwaited({ what, paragraph }: Pick<Wait, 'what' | 'paragraph'>): string {
  const kind = paragraph === null ? '' : `, ${sayParagraph(paragraph)}`;
  return what === 'family’s views' ? capital(what) : `${capital(what)}${kind}`;
}

/** Each in words: `(d) Psychological advice, Ruth Adeyemi, Wexcombe Educational Psychology Service`. */
export function sayWait({ what, paragraph, who, organisation }: Wait): string {
  const of = organisation === null || organisation === who ? who : `${who}, ${organisation}`;
  const kind = paragraph === null ? '' : sayParagraph(paragraph);
  switch (what) {
    case 'advice':
      return `${kind}: ${of}`;
    case 'answer about advice':
      return `Answer to a question about ${kind}: ${of}`;
    case 'agreement that advice is enough':
      return `Whether earlier advice is enough, ${kind}: ${of}`;
    case 'setting’s answer':
      return `Answer to a consultation: ${of}`;
    case 'family’s views':
      return `The family’s views: ${of}`;
    case 'family’s comments':
      return 'The family’s comments on the draft plan';
  }
}

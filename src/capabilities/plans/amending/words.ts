import { sayDate } from '../../../shared/plain-date.ts';
import type { StatementChange } from '../comparing/compare.ts';
import { type Piece, sideOf } from '../comparing/words.ts';
import type { Amendment } from './amendment.ts';

/** What the family may do about a notice, and until when: the same on the page, the paper and in the letter. */
export function whatYouCanDo(lastDay: string): string[] {
  return [
    `Tell us what you think of any part of it, by the end of ${lastDay}. We read what you say after that day too, until we decide.`,
    'Ask for a particular nursery, school or college to be named. If section 38(3) of the Children and Families Act 2014 lists it, we must name it unless one of three reasons in section 39(4) applies.',
    'Ask to meet one of our officers about it.',
  ];
}

/** What follows a notice: an amended plan, or a decision not to amend, and the right of appeal that either brings. */
export function whatHappensNext(dueBy: string): string[] {
  return [
    `By ${dueBy} we send you the amended plan, or tell you that we are not amending it and why. The law gives us eight weeks from this notice (SEND Regulations 2014, reg. 22(3) to (4)).`,
    'Until then the plan you have stays in force, word for word, and the help in it must be given.',
    'When you have our answer you have the right to appeal to the First-tier Tribunal about Sections B, F and I, or about our not amending the plan.',
  ];
}

/** `After the review meeting on 3 March 2026 (reg. 22)`. */
export function sayBasis({ reviewMeetingOn }: Pick<Amendment, 'reviewMeetingOn'>): string {
  return reviewMeetingOn === null
    ? 'Without a review (SEND Regulations 2014, reg. 28)'
    : `After the review meeting on ${sayDate(reviewMeetingOn)} (SEND Regulations 2014, reg. 22)`;
}

/** What a notice says of the setting. */
export function saySectionI(mayChange: boolean, placed: string): string {
  return mayChange
    ? `The plan now names ${placed}. We propose to decide this again. We do not say which setting before you have had your say.`
    : `The plan now names ${placed}. We do not propose to change this. You may still ask for another.`;
}

/** One side of a change: what the plan says now, or what it would say. */
export function side(words: readonly Piece[], which: 'now' | 'proposed'): string {
  return sideOf(words, which === 'now' ? 'out' : 'in');
}

/** `B2, changed`: which statement, and what becomes of it. */
export function titleOf({ name, section, how, movedFrom }: StatementChange): string {
  const becomes = [how === 'the same' ? '' : how, movedFrom === null ? '' : 'moved'].filter(
    (word) => word !== '',
  );
  return `${name === '' ? section : name}: ${becomes.join(' and ')}`;
}

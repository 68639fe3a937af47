import type { PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import type { Answer as Answered } from '../facts.ts';

/** An answer with the moment it was recorded, by which it stands among what else was said. */
type Answer = Answered & { answeredAt: Date };

/** Who says something about a line of a draft. */
export const SIDES = ['family', 'contributor', 'staff'] as const;
export type Side = (typeof SIDES)[number];
export const REMARK_KINDS = ['comment', 'reply', 'settled'] as const;

/** Something said about a line, or after a comment; never altered. */
export type Remark = {
  id: Uuid;
  kind: (typeof REMARK_KINDS)[number];
  side: Side;
  by: string;
  /** The organisation whose comment it is, or is about; null of what follows a comment of the family's. */
  organisation: { id: Uuid; name: string } | null;
  /** The line a contributor's comment is about. */
  rowId: Uuid | null;
  /** The comment it follows: the family's, or a contributor's. */
  about: Uuid | null;
  words: string;
  on: PlainDate;
  at: Date;
};

/** What followed a comment, in order. */
export type Following = {
  remarks: readonly Remark[];
  /** Somebody said that it is settled, and nobody has said more since. */
  settled: boolean;
  /** Whose turn it is: nobody's once settled, or where nothing followed. */
  waitsFor: 'staff' | 'the other side' | null;
};

/** What followed one comment. */
export function following(remarks: readonly Remark[], commentId: Uuid): Following {
  const after = remarks
    .filter(({ about }) => about === commentId)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const last = after.at(-1);
  const settled = last?.kind === 'settled';
  const waitsFor = last === undefined || settled ? null : last.side === 'staff' ? 'the other side' : 'staff';
  return { remarks: after, settled, waitsFor };
}

/** A contributor's comment on a line of a draft, and what followed. */
export type Comment = Remark & { rowId: Uuid; following: Following };

/** The contributors' comments among these, in order. */
export function commentsIn(remarks: readonly Remark[]): Comment[] {
  return remarks.flatMap((one) =>
    one.kind === 'comment' && one.rowId !== null
      ? [{ ...one, rowId: one.rowId, following: following(remarks, one.id) }]
      : [],
  );
}

/** Whether a contributor's comment waits for staff: at once, and whenever they say more. */
export function waitsForStaff({ following }: Pick<Comment, 'following'>): boolean {
  return following.remarks.length === 0 || following.waitsFor === 'staff';
}

/** A comment with what followed, whoever's it is. */
export type Discussion = {
  id: Uuid;
  /** Whose comment it is. */
  side: Exclude<Side, 'staff'>;
  by: string;
  organisation: { id: Uuid; name: string } | null;
  on: PlainDate;
  words: string;
  /** Of a family's: its one answer with reasons, beside whatever else is said. */
  answer: Answer | null;
  following: Following;
  /** More may be said: until the plan is final. */
  open: boolean;
};

export type MoreSaid = { does: 'say more' | 'settle'; side: Side; by: string; words: string };

/** Whether this may be said after a comment: more of it, or that it is settled, for which no words are needed. */
export function mayFollow(
  { side, answer, following, open }: Pick<Discussion, 'side' | 'answer' | 'following' | 'open'>,
  { does, words }: Pick<MoreSaid, 'does' | 'words'>,
): Result<true> {
  if (!open) return refused('words', 'This plan is final, so nothing more can be said about its draft');
  if (does === 'say more' && words.trim() === '') return refused('words', 'Enter what you want to say');
  if (does === 'say more') return accepted(true);
  if (following.settled) return refused('does', 'This is settled already');
  if (side === 'family' && answer === null)
    return refused('does', 'This can be settled once it has been answered: taken, taken in part or not');
  return accepted(true);
}

/** What followed a comment and its answer, in order: each with who and when. */
export type Entry = { kind: 'answer'; answer: Answer } | { kind: 'reply' | 'settled'; remark: Remark };

export function entriesOf({ answer, following }: Pick<Discussion, 'answer' | 'following'>): Entry[] {
  const entries = following.remarks.map(
    (remark): Entry => ({ kind: remark.kind === 'settled' ? 'settled' : 'reply', remark }),
  );
  if (answer === null) return entries;
  const before = following.remarks.filter(({ at }) => at < answer.answeredAt).length;
  return entries.toSpliced(before, 0, { kind: 'answer', answer });
}

/** The words of a comment or a reply; refuses none. */
export function saidWords(words: string): Result<string> {
  return words.trim() === '' ? refused('words', 'Enter what you want to say') : accepted(words);
}

import type { PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../../shared/result.ts';
import type { Uuid } from '../../../shared/uuid.ts';

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

/** The words of a comment or a reply; refuses none. */
export function saidWords(words: string): Result<string> {
  return words.trim() === '' ? refused('words', 'Enter what you want to say') : accepted(words);
}

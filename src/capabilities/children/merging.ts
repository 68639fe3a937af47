import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';

export type Merge = {
  id: Uuid;
  fromId: Uuid;
  toId: Uuid;
  requestId: Uuid | null;
  why: string;
  by: string;
  at: Date;
  ended: { why: string; by: string; at: Date } | null;
};

type File = { id: Uuid; joinedTo: Uuid | null };

/** Refuses to merge a file into itself, or when either was merged meanwhile: one file stands for a child. */
export function merging(from: File, into: File | undefined, why: string): Result<{ from: Uuid; into: Uuid }> {
  if (into === undefined) return refused('into', 'Select the file it is merged into');
  if (from.joinedTo !== null)
    return refused('into', 'Somebody has merged this file already. Go back to see into which');
  if (from.id === into.id) return refused('into', 'These are one file already. Select another');
  if (into.joinedTo !== null)
    return refused('into', 'Somebody has merged that file into another. Select the one that stands');
  if (why === '') return refused('why', 'Enter how you know that they are the same child');
  return accepted({ from: from.id, into: into.id });
}

/** Refuses to take apart what has been taken apart, and to do it without saying why. */
export function takingApart(merge: Merge, why: string): Result<Merge> {
  if (merge.ended !== null) return refused('why', `${merge.ended.by} has taken these files apart already`);
  return why === '' ? refused('why', 'Enter why they are not the same child') : accepted(merge);
}

/** What tells a merged record from the others: `Ivy Salow, R-7K2M-9QXA`. */
export function nameRecord(record: { name: string; references: readonly string[] } | undefined): string {
  return record === undefined
    ? 'A record merged into this file'
    : [record.name, ...record.references].join(', ');
}

type OnFile = {
  id: Uuid;
  name: string;
  email: string | null;
  phone: string | null;
  restricted: boolean;
  /** The accounts that read the file as them, or did. */
  accounts?: readonly Uuid[];
};

/**
 * Who becomes restricted when two files are merged: whoever is, on the one, somebody whom the other restricts. They are
 * taken for one person when a name, an email address, a telephone number or an account is the same: better one too many.
 */
export function restrictedByMerge<C extends OnFile>(
  one: readonly C[],
  other: readonly C[],
): { contact: C; because: C }[] {
  const across = (from: readonly C[], to: readonly C[]) =>
    to
      .filter(({ restricted }) => !restricted)
      .flatMap((contact) => {
        const because = from.find((known) => known.restricted && samePerson(known, contact));
        return because === undefined ? [] : [{ contact, because }];
      });
  return [...across(one, other), ...across(other, one)];
}

function samePerson(one: OnFile, other: OnFile): boolean {
  return (
    sameName(one, other) ||
    sameEmailOrPhone(one, other) ||
    (one.accounts ?? []).some((account) => other.accounts?.includes(account) === true)
  );
}

type Known = Pick<OnFile, 'name' | 'email' | 'phone'> & { relationship: string };

/**
 * Whether two entries on one file are of one person, so that what was asked for on the one holds for the other: called the same,
 * and reached the same way or of the same relationship, as far as that is known. A father and a young person may have one name,
 * and one telephone.
 */
export function onePerson(one: Known, other: Known): boolean {
  if (!sameName(one, other)) return false;
  if (isKnown(one) && isKnown(other) && isThemself(one) !== isThemself(other)) return false;
  if (sameEmailOrPhone(one, other)) return true;
  if (isKnown(one) && isKnown(other)) return plain(one.relationship) === plain(other.relationship);
  return !isThemself(one) && !isThemself(other);
}

function isKnown({ relationship }: Known): boolean {
  return !['', 'not known'].includes(plain(relationship));
}

function isThemself({ relationship }: Known): boolean {
  return /^(the )?young person$/.test(plain(relationship));
}

function sameName(one: { name: string }, other: { name: string }): boolean {
  return plain(one.name) === plain(other.name);
}

function sameEmailOrPhone(one: Pick<OnFile, 'email' | 'phone'>, other: Pick<OnFile, 'email' | 'phone'>) {
  return (
    (one.email !== null && other.email !== null && plain(one.email) === plain(other.email)) ||
    (one.phone !== null && other.phone !== null && figures(one.phone) === figures(other.phone))
  );
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function figures(text: string): string {
  return text.replace(/\D/g, '').replace(/^44/, '0');
}

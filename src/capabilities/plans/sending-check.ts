import { sayDate } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Rights } from '../rights/index.ts';
import { CITES, type Cite } from './citations.ts';
import { type Party, whyNotSent } from './recipients.ts';
import type { Version } from './version-store.ts';

/** What stops a sending until whoever sends has said why they go on. */
export type Concern = { title: string; why: string; cite: Cite | null };

export type Sending = {
  version: Version;
  /** Every version of the plan, in the order they were sent. */
  versions: readonly Version[];
  to: Party;
  rights: Pick<Rights, 'holder' | 'acts'>;
};

/**
 * What is wrong with sending this version to this person: that it is not the newest, or not theirs to have. Either may be
 * gone on from with a reason. Refused outright for somebody marked restricted, who is sent nothing.
 */
export function concernsAbout({ version, versions, to, rights }: Sending): Result<Concern[]> {
  if (to.restricted) {
    return refused('contactId', `${to.name} is marked restricted on the child’s file and is sent nothing`);
  }
  const newest = overtakenBy(version, versions);
  const theirs = whyNotSent(to, rights);
  return accepted([
    ...(newest === null ? [] : [overtaken(version, newest)]),
    ...(theirs === null
      ? []
      : [{ title: `${to.name} would not be sent this plan`, why: theirs, cite: CITES.finalRecipients }]),
  ]);
}

/**
 * The version that has taken the place of this one; null where none has. A plan in force is not overtaken by a draft of its
 * amendment: it stays in force, and only another final plan takes its place (CFA s. 44; regs 22 and 28).
 */
export function overtakenBy<One extends Pick<Version, 'id' | 'kind'>>(
  { id, kind }: Pick<Version, 'id' | 'kind'>,
  versions: readonly One[],
): One | null {
  const later = versions.slice(versions.findIndex((one) => one.id === id) + 1);
  return later.findLast((one) => kind === 'draft' || one.kind === 'final') ?? null;
}

function overtaken(version: Version, newest: Version): Concern {
  const [old, now] = [nameOf(version), nameOf(newest)];
  const how = newest.kind === 'final' ? 'issued' : 'served';
  const why =
    newest.kind === 'final'
      ? `${now} was ${how} on ${sayDate(newest.sentOn)}, after it, and is the plan now in force`
      : `${now} was ${how} on ${sayDate(newest.sentOn)}, after it, and replaces it`;
  return { title: `${old} is not the newest version`, why, cite: null };
}

/** `Draft 2`, or `Final plan, version 1`. */
export function nameOf({ kind, number }: Pick<Version, 'kind' | 'number'>): string {
  return kind === 'draft' ? `Draft ${number}` : `Final plan, version ${number}`;
}

import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { type Circumstance, soOn } from './circumstances.ts';
import { listCircumstances, showWhatIsSo } from './circumstances-store.ts';
import { shareWhatWasAsked } from './contact-sending.ts';
import {
  carryContacts,
  endMerge,
  findMerge,
  findRecordOf,
  insertMerge,
  listAccounts,
  listFiles,
  lockMerges,
  mergeAccess,
  standAgain,
} from './merge-store.ts';
import { type Merge, merging, restrictedByMerge, takingApart } from './merging.ts';
import { fieldsChanged, PARTS, withAnswers, withoutChosen } from './particulars.ts';
import { isPart, lockParticulars, saveParticulars } from './particulars-store.ts';
import { listPeople, restrict } from './people-store.ts';

export type Merging = {
  from: Uuid;
  into: Uuid;
  why: string;
  /** The request found to be about a child on file, where that is how it came about. */
  requestId: Uuid | null;
  /** How everybody on the record was checked just now; null where only those checked before are carried. */
  contactCheck: string | null;
};

/**
 * Merges one file of a child into another, which stands for both from then on. Nothing recorded moves but the people whom
 * somebody has checked, who are carried; the others wait on the record. Whoever one of the two restricts is restricted on
 * both. Whoever follows by a code must be shown out by the caller, once this is done: sessions are not the lens's.
 */
export async function mergeFiles(
  tx: Tx,
  { from, into, why, requestId, contactCheck }: Merging,
  { by, at }: { by: string; at: Date },
): Promise<Outcome> {
  await lockMerges(tx);
  const [own, other] = [found(await findRecordOf(tx, from)), await findRecordOf(tx, into)];
  const allowed = merging(own, other, why);
  if (!allowed.ok) return allowed;
  const { authorityId } = own;
  const [under, over] = [await listFiles(tx, from), await listFiles(tx, into)];
  const restricted = restrictedByMerge(await withAccounts(tx, from), await withAccounts(tx, into));
  const id = await insertMerge(tx, { authorityId, fromId: from, toId: into, requestId, why, by });
  const checked = contactCheck === null ? null : { how: contactCheck, by, at };
  const carried = await carryContacts(tx, { authorityId, id, fromId: from, toId: into }, checked);
  for (const { contact, because } of restricted) {
    const reason = `Restricted on the file that was merged: ${because.restriction?.reason ?? ''}`;
    await restrict(tx, { authorityId, childId: contact.childId, contactId: contact.id }, { reason, by, at });
  }
  await shareWhatWasAsked(tx, { authorityId, childId: into }, carried, { by, at });
  await mergeAccess(tx, id, { under, over }, at);
  // Both files' rows of the list are written anew.
  for (const childId of [from, into])
    await recordEvent(tx, { authorityId, childId, kind: 'files merged', subject: 'merge', subjectId: id });
  return { ok: true, value: `/cases/${into}/merges` };
}

async function withAccounts(tx: Tx, childId: Uuid) {
  const people = await listPeople(tx, childId);
  const ids = people.map(({ id }) => id);
  const accounts = await listAccounts(tx, ids);
  return people.map((person) => ({ ...person, accounts: accounts.get(person.id) ?? [] }));
}

/** Takes two merged files apart: each shows again what was recorded on it. Who was restricted stays so. */
export async function takeApart(
  tx: Tx,
  { mergeId, why }: { mergeId: Uuid; why: string },
  { by, at }: { by: string; at: Date },
): Promise<Outcome> {
  await lockMerges(tx);
  const allowed = takingApart(found(await findMerge(tx, mergeId)), why);
  if (!allowed.ok) return allowed;
  const merge = allowed.value;
  const { authorityId } = found(await findRecordOf(tx, merge.fromId));
  const shown = await listCircumstances(tx, merge.toId);
  await standAgain(tx, merge);
  await unchoose(tx, merge, shown, { by, at });
  await endMerge(tx, mergeId, { why, by, at });
  for (const childId of [merge.fromId, merge.toId]) {
    const kind = 'merged files taken apart';
    await recordEvent(tx, { authorityId, childId, kind, subject: 'merge', subjectId: mergeId });
  }
  return { ok: true, value: `/cases/${merge.toId}/merges` };
}

/** Lets what stood before stand again on the file, where somebody had chosen the other record's. */
async function unchoose(
  tx: Tx,
  { fromId, toId }: Merge,
  shown: readonly Circumstance[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const gone = new Set(await listFiles(tx, fromId));
  const { saves, now } = found(await lockParticulars(tx, toId));
  const stood = withoutChosen(saves, now, gone);
  const changed = fieldsChanged(now, stood);
  for (const part of Object.keys(PARTS).filter(isPart)) {
    if (!PARTS[part].some((field) => changed.includes(field))) continue;
    const before = found(await lockParticulars(tx, toId));
    const particulars = withAnswers(before.now, part, stood);
    await saveParticulars(tx, before, { part, particulars, why: APART, by, at, fromRecord: null });
  }
  const today = englishDay(at);
  for (const kind of ['address', 'setting'] as const) {
    // What a record that has gone said may be what the file shows; and it may have been ended while they were one.
    const was = soOn(shown, kind, today);
    if (was !== undefined && gone.has(was.childId)) {
      await showWhatIsSo(tx, toId, kind, today);
      await showWhatIsSo(tx, fromId, kind, today);
    }
  }
}

const APART = 'As it stood before the files were merged, which were taken apart';

import { recordEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { askedElsewhere } from './contact-details.ts';
import { saveDetails } from './contact-store.ts';
import { sameName } from './merging.ts';
import { listPeople, lockPerson } from './people-store.ts';

const WHY = 'Asked for under the same name on another record of the child, which is part of this file';

/**
 * Lets whoever is on a file already, and is now on it again by another record, be written and spoken to as they asked on
 * either: what one says and the other does not. What both say stays as it is, and staff are shown both.
 */
export async function shareWhatWasAsked(
  tx: Tx,
  { authorityId, childId }: { authorityId: number; childId: Uuid },
  joined: readonly Uuid[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const onFile = (await listPeople(tx, childId)).filter(({ waiting, restricted }) => !waiting && !restricted);
  for (const one of onFile.filter(({ id }) => joined.includes(id)))
    for (const other of onFile.filter((person) => person.id !== one.id && sameName(person, one)))
      for (const [to, from] of [
        [one.id, other.id],
        [other.id, one.id],
      ] as const)
        await take(to, from);

  async function take(to: Uuid, from: Uuid): Promise<void> {
    const [here, there] = [await lockPerson(tx, childId, to), await lockPerson(tx, childId, from)];
    if (here === undefined || there === undefined) return;
    const became = askedElsewhere(here, there);
    const fields = Object.keys(became);
    if (fields.length === 0) return;
    const was = Object.fromEntries(Object.entries(here).filter(([field]) => fields.includes(field)));
    await saveDetails(tx, authorityId, here, { was, became, byKind: 'staff', by, why: WHY, at });
    const kind = 'contact details changed';
    await recordEvent(tx, { authorityId, childId, kind, subject: 'contact', subjectId: to });
  }
}

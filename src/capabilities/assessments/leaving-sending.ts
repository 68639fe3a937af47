import { listDocuments, stopSharingDocument } from '../../platform/documents/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { endSharing } from '../children/index.ts';
import type { KnownQuestion } from './known.ts';

/** Ends one reason a child is before an organisation. With its last it no longer sees the child, nor what was put before it. */
export async function leaveLens(
  tx: Tx,
  sharing: Parameters<typeof endSharing>[1],
  today: PlainDate,
): Promise<void> {
  if (!(await endSharing(tx, sharing, today))) return;
  for (const document of await listDocuments(tx, sharing.childId))
    await stopSharingDocument(tx, document, sharing.organisationId);
}

/** Why a child is before an organisation that is asked who knows it. */
export const ASKED_WHO_KNOWS = 'asked who knows the child';

/** Ends what somebody asked who knows a child saw for that alone: they have answered, or nobody waits for it any more. */
export async function stopAskingWhoKnows(
  tx: Tx,
  questions: readonly KnownQuestion[],
  today: PlainDate,
): Promise<void> {
  for (const { authorityId, childId, organisationId } of questions) {
    if (organisationId === null) continue;
    await leaveLens(tx, { authorityId, childId, organisationId, reason: ASKED_WHO_KNOWS }, today);
  }
}

/**
 * Why a child is before the organisation of whoever gave advice before: one reason for each piece of it. The policy of
 * existing_advice says the same words, since the advice is theirs to read for as long as this stands.
 */
export function askedIfEnough(id: Uuid): string {
  return `Whether advice given before is enough: ${id}`;
}

/** Ends what the authors of advice given before see for having to say whether it is enough: nobody waits for it any more. */
export async function stopAskingAuthors(
  tx: Tx,
  { authorityId, childId }: { authorityId: number; childId: Uuid },
  existing: readonly { id: Uuid; organisationId: Uuid | null }[],
  today: PlainDate,
): Promise<void> {
  for (const { id, organisationId } of existing) {
    if (organisationId === null) continue;
    await leaveLens(tx, { authorityId, childId, organisationId, reason: askedIfEnough(id) }, today);
  }
}

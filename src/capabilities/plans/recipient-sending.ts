import { findDocument, shareDocument } from '../../platform/documents/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { shareWithOrganisation } from '../children/index.ts';
import { finalNotice } from './letters.ts';
import { insertRecipient } from './recipient-store.ts';
import type { Plan } from './store.ts';
import type { ReaderClass } from './withholding/rule.ts';

/** As which class of reader each body that reg. 13(2) names has a final plan. */
export const READER_OF = {
  setting: 'settings named',
  'commissioning body': 'commissioning body',
} as const satisfies Record<'setting' | 'commissioning body', ReaderClass>;

export type SendingFinal = {
  plan: Plan;
  versionId: Uuid;
  version: number;
  issuedOn: PlainDate;
  /** The day it is put before them. */
  on: PlainDate;
  childName: string;
  /** The paper they are sent, and every word of the plan. */
  documentId: Uuid;
  documentWords: string;
  by: string;
};
type Body = { kind: keyof typeof READER_OF; name: string; reason: string; organisationId: Uuid };

/** Sends a setting named, or the commissioning body, the final plan in its inbox (reg. 13(2)), with the paper it is given. */
export async function sendFinalTo(tx: Tx, sending: SendingFinal, to: Body): Promise<void> {
  const { plan, versionId, version, issuedOn, on: fromOn, childName, documentId, documentWords } = sending;
  const { authorityId, childId } = plan;
  const { kind, name, reason, organisationId } = to;
  const why = kind === 'setting' ? 'named in the final plan' : 'commissions the health care in the plan';
  await shareWithOrganisation(tx, { authorityId, childId, organisationId, reason: why, fromOn });
  await shareDocument(tx, found(await findDocument(tx, documentId)), organisationId);
  const letterId = await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'organisation', organisationId, name },
    template: 'final plan',
    ...finalNotice({ childName, issuedOn, version, named: kind === 'setting' }),
    documentId,
    documentWords,
    reason,
  });
  const sent = { kind, name, reason, contactId: null, organisationId, letterId };
  await insertRecipient(tx, plan, versionId, sent, sending.by);
}

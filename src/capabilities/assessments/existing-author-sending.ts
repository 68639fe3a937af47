import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { shareWithOrganisation } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import type { NewExisting } from './existing.ts';
import { askedIfEnough } from './leaving-sending.ts';
import { existingAdviceOfAuthor } from './letters.ts';

type Asking = NewExisting & { id: Uuid; organisationId: Uuid; on: PlainDate };

/**
 * Puts advice given before, and the child it is about, before the organisation of whoever gave it, which is asked whether it
 * is enough.
 */
export async function askAuthor(
  tx: Tx,
  services: Services,
  child: { authorityId: number; childId: Uuid; childName: string },
  asking: Asking,
): Promise<void> {
  const { authorityId, childId, childName } = child;
  const { id, organisationId, authorName, on } = asking;
  const reason = askedIfEnough(id);
  await shareWithOrganisation(tx, { authorityId, childId, organisationId, reason, fromOn: on });
  const about = { ...asking, childName, href: `${services.config.baseUrl}/existing-advice/${id}` };
  await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'organisation', organisationId, name: authorName },
    template: 'advice given before',
    ...existingAdviceOfAuthor(about, whereToTurn(services.authority)),
  });
}

import type { Person } from '../../platform/identity/first-person.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { shareWithOrganisation } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import type { NewExisting } from './existing.ts';
import { askedIfEnough } from './leaving-sending.ts';
import { existingAdviceOfAuthor, existingAdviceWaits } from './letters.ts';
import { peopleToRemind } from './reminders.ts';

type Asking = NewExisting & { id: Uuid; organisationId: Uuid; people: readonly Person[]; on: PlainDate };

/**
 * Puts advice given before, and the child it is about, before the organisation of whoever gave it, which is asked whether it
 * is enough; and tells whoever looks after its inbox by email, which does not say of whom.
 */
export async function askAuthor(
  tx: Tx,
  services: Services,
  child: { authorityId: number; childId: Uuid; childName: string },
  asking: Asking,
): Promise<void> {
  const { authorityId, childId, childName } = child;
  const { id, organisationId, authorName, people, on } = asking;
  const reason = askedIfEnough(id);
  await shareWithOrganisation(tx, { authorityId, childId, organisationId, reason, fromOn: on });
  const about = { ...asking, childName, href: `${services.config.baseUrl}/existing-advice/${id}` };
  const turn = whereToTurn(services.authority);
  await sendLetter(tx, {
    authorityId,
    childId,
    to: { kind: 'organisation', organisationId, name: authorName },
    template: 'advice given before, to its author',
    ...existingAdviceOfAuthor(about, turn),
  });
  for (const { name, email } of peopleToRemind('asked', null, people)) {
    const to = { kind: 'somebody', name, email } as const;
    const template = 'advice given before in the inbox';
    await sendLetter(tx, { authorityId, childId, to, template, ...existingAdviceWaits(about, turn) });
  }
}

import { z } from 'zod';
import type { NewEvent } from '../../platform/events/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { Services } from '../../platform/services.ts';
import { findChild, fullName, listConsents, listContacts } from '../children/index.ts';
import { consentTakenBack } from './letters.ts';
import { findRights } from './post.ts';
import { whoIsTold } from './rights.ts';

/**
 * A consent was taken back: everybody else on the file who is written to about the case is told, since one of them may have given
 * it. Whoever took it back knows; where the service does not know which of them that was, all are told.
 */
export function tellOthersOfConsent(services: Services) {
  return async (tx: Tx, { authorityId, childId, subjectId, data }: NewEvent): Promise<void> => {
    const child = childId === null ? undefined : await findChild(tx, childId);
    if (child === undefined) return;
    const consent = (await listConsents(tx, child.id)).find(({ id }) => id === subjectId);
    if (consent === undefined || consent.withdrawn === null) return;
    const { by, on } = consent.withdrawn;
    const who = z
      .object({ contactId: z.string().nullable().catch(null) })
      .catch({ contactId: null })
      .parse(data);
    const decision = 'taking part in the assessment';
    const rights = await findRights(tx, services, { child, decision });
    const others = whoIsTold(rights, await listContacts(tx, child.id)).filter(
      ({ id, name }) => id !== who.contactId && !same(name, by),
    );
    const of = { childName: fullName(child), whom: consent.organisationName ?? consent.agency };
    const href = `${services.config.baseUrl}/family/${child.id}/consents`;
    const { authority } = services;
    const turn = { authority: authority.name, reach: reachOf(authority), sendiass: authority.sendiass };
    const words = consentTakenBack({ ...of, what: consent.what, by, on, href }, turn);
    for (const contact of others) {
      const to = { kind: 'contact', contact } as const;
      await sendLetter(tx, { authorityId, childId: child.id, to, template: 'consent taken back', ...words });
    }
  };
}

function same(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}

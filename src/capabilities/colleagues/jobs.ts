import { z } from 'zod';
import { findPeople, type Person } from '../../platform/identity/first-person.ts';
import type { JobPayload } from '../../platform/jobs/index.ts';
import { withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { isUuid } from '../../shared/uuid.ts';
import { takeUntold } from './joining-store.ts';
import { administers, answered, somebodyAsks, somebodyJoined } from './letters.ts';
import { findOrganisation } from './store.ts';

const payloadSchema = z.object({
  authorityId: z.number().int(),
  organisationId: z.string().refine(isUuid),
  joiningId: z.string().refine(isUuid),
});

/**
 * Tells of somebody who came by their own sign-in: the organisation's administrators; the authority where there are none;
 * and, once it is answered, whoever came. What is to be told is taken in the transaction that writes it, so it is told once.
 */
export async function tellOfJoining(payload: JobPayload, services: Services): Promise<void> {
  const { authorityId, organisationId, joiningId } = payloadSchema.parse(payload);
  const { authority, config, database } = services;
  const people = await findPeople(database, [organisationId]);
  await withLens(database, { kind: 'system', authorityId }, async (tx) => {
    const came = await takeUntold(tx, organisationId, joiningId, services.now());
    const organisation = await findOrganisation(tx, organisationId);
    if (came === undefined || organisation === undefined) return;
    const about = {
      name: came.name,
      organisation: organisation.name,
      href: `${config.baseUrl}${came.answeredBy === null ? '/colleagues' : '/sign-in'}`,
    };
    const toThem = came.answeredBy !== null;
    const others = people.filter(({ accountId }) => accountId !== came.accountId);
    const administrates = people.some((one) => one.accountId === came.accountId && one.administrator);
    const words = toThem
      ? answered(came.letIn === true, about)
      : came.letIn !== true
        ? somebodyAsks(about)
        : administrates && others.length > 0
          ? administers(about)
          : somebodyJoined(about);
    const template = toThem ? 'joining answered' : 'somebody joins';
    for (const { name, email } of toThem ? [came] : told(others, administrates, authority)) {
      await sendLetter(tx, {
        authorityId,
        childId: null,
        to: { kind: 'somebody', name, email },
        template,
        ...words,
      });
    }
  });
}

// Whoever becomes an administrator by no colleague's act is told of to everybody there.
function told(others: readonly Person[], administrates: boolean, authority: Services['authority']) {
  const people = administrates ? others : others.filter((one) => one.administrator);
  if (people.length > 0) return people;
  return authority.email === null ? [] : [{ name: authority.name, email: authority.email }];
}

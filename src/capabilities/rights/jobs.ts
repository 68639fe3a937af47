import { recordEvent } from '../../platform/events/index.ts';
import { endTrackers } from '../../platform/identity/trackers.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import { reachOf } from '../../platform/reach.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName, listContacts } from '../children/index.ts';
import { toParentAhead, toParentNow, toYoungPersonAhead, toYoungPersonNow } from './letters.ts';
import { claimNotice, listComingOfAge } from './notice-store.ts';
import { bornBetween, type Notice, noticeDue } from './notices.ts';
import { canBeTold, isThemself, lastDayOfParents } from './rights.ts';
import { endWhoMayNotFollow } from './sending.ts';

type Due = { childId: Uuid; kind: Notice; lastDay: PlainDate };

/**
 * Tells everyone in good time that the rights will pass to a young person, and again once they have: them and their
 * parents by letter, the caseworker by the file's history and the list of young people, their setting in its inbox. Run
 * nightly; each notice is claimed in the transaction that writes it, so a second run says nothing again. Returns how many
 * there were.
 */
export async function tellOfRights(services: Services): Promise<number> {
  const { database, config, authority } = services;
  const system = { kind: 'system', authorityId: authority.code } as const;
  const today = englishDay(services.now());
  const born = bornBetween(today, config.rightsNoticeWeeks);
  const known = await withLens(database, system, (tx) => listComingOfAge(tx, born));
  let said = 0;
  let failure: unknown;
  for (const { childId, bornOn } of known) {
    const lastDay = lastDayOfParents({ bornOn, schoolYears: config.schoolYears });
    const kind = noticeDue(lastDay, today, config.rightsNoticeWeeks);
    if (kind === null) continue;
    try {
      const told = await withLens(database, system, (tx) => tell(tx, services, { childId, kind, lastDay }));
      if (!told.said) continue;
      said += 1;
      if (told.accessEnded) await endTrackers(database, [childId], services.now());
    } catch (error) {
      // One that cannot be written keeps nobody else waiting; the night is tried again for it alone.
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  return said;
}

async function tell(tx: Tx, services: Services, due: Due): Promise<{ said: boolean; accessEnded: boolean }> {
  const { childId, kind, lastDay } = due;
  const now = services.now();
  const child = await findChild(tx, childId);
  if (child === undefined) return { said: false, accessEnded: false };
  const contacts = await listContacts(tx, childId);
  const { authorityId } = child;
  const youngPersonTold = canBeTold(contacts);
  const sent = { youngPersonTold, on: englishDay(now) };
  if (!(await claimNotice(tx, { authorityId, ...due }, sent))) return { said: false, accessEnded: false };
  const about = { childName: fullName(child), lastDay };
  const { name, sendiass } = services.authority;
  const turn = { authority: name, reach: reachOf(services.authority), sendiass };
  for (const contact of contacts) {
    const words = isThemself(contact)
      ? (kind === 'ahead' ? toYoungPersonAhead : toYoungPersonNow)(about, turn)
      : (kind === 'ahead' ? toParentAhead : toParentNow)(about, turn);
    const to = { kind: 'contact', contact } as const;
    await sendLetter(tx, { authorityId, childId, to, template: `rights ${kind}`, ...words });
  }
  await recordEvent(tx, {
    authorityId,
    childId,
    kind: kind === 'ahead' ? 'told that the rights will pass' : 'told that the rights have passed',
    subject: 'child',
    subjectId: childId,
    data: { lastDay, youngPersonTold },
  });
  const ended = kind === 'passed' ? await endWhoMayNotFollow(tx, services, child, now) : 0;
  return { said: true, accessEnded: ended > 0 };
}

import { recordEvent } from '../../platform/events/index.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import { type BegunCover, listBegunCover, listCasesOf, takeCover } from './cover-store.ts';
import { caseworkerAway } from './letters.ts';

/**
 * Tells families who looks after their case while whoever has it is away: once, when cover begins that is not short. What is
 * refused or taken back is not told of; its page says it all the same. Each cover is one transaction, so that a run broken off
 * tells nobody twice. Returns how many covers families were told of.
 */
export async function tellOfCover(services: Services): Promise<number> {
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const inLens = <T>(work: (tx: Tx) => Promise<T>) => withLens(services.database, system, work);
  const begun = await inLens((tx) => listBegunCover(tx, englishDay(services.now())));
  for (const cover of begun) await inLens((tx) => tellFamiliesOf(tx, services, cover));
  return begun.length;
}

async function tellFamiliesOf(tx: Tx, services: Services, cover: BegunCover): Promise<void> {
  // Ended meanwhile, or told of by another run.
  if (!(await takeCover(tx, cover.id, services.now()))) return;
  for (const { childId, caseworker } of await listCasesOf(tx, cover.awayId))
    await tellFamily(tx, services, { ...cover, childId, caseworker });
}

async function tellFamily(
  tx: Tx,
  services: Services,
  { childId, caseworker, cover, untilOn, coverId }: BegunCover & { childId: Uuid; caseworker: string },
): Promise<void> {
  const child = await findChild(tx, childId);
  if (child === undefined) return;
  const { authorityId } = child;
  const about = { authorityId, childId, subject: 'child', subjectId: childId } as const;
  await recordEvent(tx, { ...about, kind: 'case covered', data: { accountId: coverId } });
  const words = caseworkerAway(
    { childName: fullName(child), caseworker, cover, untilOn },
    whereToTurn(services.authority),
  );
  for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment'))
    await sendLetter(tx, {
      authorityId,
      childId,
      to: { kind: 'contact', contact },
      template: 'caseworker away',
      ...words,
    });
}

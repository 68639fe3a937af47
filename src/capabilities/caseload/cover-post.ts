import { recordEvent } from '../../platform/events/index.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild, fullName } from '../children/index.ts';
import { whereToTurn } from '../requests/index.ts';
import { listToTell } from '../rights/index.ts';
import {
  findCoverNow,
  listBegunCover,
  listCasesOf,
  listEndedCover,
  type ToldCover,
  takeCover,
  takeEndOfCover,
} from './cover-store.ts';
import { caseworkerAway, coverEndedEarly } from './letters.ts';
import { listWorkers } from './store.ts';

/**
 * Tells families who looks after their case while whoever has it is away: once, when cover begins that is not short, and once
 * more where it ended sooner than they were told. Of short cover their page alone says it; of cover that was ended before it
 * began nothing does. Each cover is one transaction, so that a run broken off tells nobody twice; one that cannot be told of
 * keeps no other waiting, and is tried again. Returns how many covers families were told of.
 */
export async function tellOfCover(services: Services): Promise<number> {
  const system = { kind: 'system', authorityId: services.authority.code } as const;
  const inLens = <T>(work: (tx: Tx) => Promise<T>) => withLens(services.database, system, work);
  const today = englishDay(services.now());
  // Ends first: what took the place of cover that ended is told of with its end, and not again.
  const done = [
    await each(await inLens((tx) => listEndedCover(tx, today)), (cover) =>
      inLens((tx) => tellFamiliesOfEnd(tx, services, cover, today)),
    ),
    await each(await inLens((tx) => listBegunCover(tx, today)), (cover) =>
      inLens((tx) => tellFamiliesOf(tx, services, cover)),
    ),
  ];
  for (const { failure } of done) if (failure !== undefined) throw failure;
  return done.reduce((sum, { told }) => sum + told, 0);
}

async function each<T>(list: readonly T[], work: (one: T) => Promise<boolean>) {
  let told = 0;
  let failure: unknown;
  for (const one of list) {
    try {
      if (await work(one)) told += 1;
    } catch (error) {
      failure ??= error;
    }
  }
  return { told, failure };
}

async function tellFamiliesOf(tx: Tx, services: Services, cover: ToldCover): Promise<boolean> {
  // Ended meanwhile, or told of by another run.
  if (!(await takeCover(tx, cover.id, services.now()))) return false;
  const turn = whereToTurn(services.authority);
  for (const { childId, caseworker } of await listCasesOf(tx, cover.awayId))
    await tellFamily(tx, services, childId, {
      event: { kind: 'case covered', data: { accountId: cover.coverId } },
      template: 'caseworker away',
      words: (childName) => caseworkerAway({ ...cover, childName, caseworker }, turn),
    });
  return true;
}

async function tellFamiliesOfEnd(
  tx: Tx,
  services: Services,
  ended: ToldCover,
  today: PlainDate,
): Promise<boolean> {
  if (!(await takeEndOfCover(tx, ended.id, services.now()))) return false;
  const instead = await findCoverNow(tx, ended.awayId, today);
  if (instead !== null) await takeCover(tx, instead.id, services.now());
  // Whoever covered may have left, and not whoever was away be back.
  const isBack = (await listWorkers(tx)).some(({ accountId }) => accountId === ended.coverId);
  const turn = whereToTurn(services.authority);
  for (const { childId, caseworker } of await listCasesOf(tx, ended.awayId))
    await tellFamily(tx, services, childId, {
      event: { kind: 'cover of a case ended early', data: {} },
      template: 'cover ended early',
      words: (childName) => coverEndedEarly({ childName, caseworker, told: ended, instead, isBack }, turn),
    });
  return true;
}

type Telling = {
  event: { kind: string; data: Record<string, string> };
  template: string;
  words: (childName: string) => { subject: string; body: string };
};

async function tellFamily(
  tx: Tx,
  services: Services,
  childId: Uuid,
  { event, template, words }: Telling,
): Promise<void> {
  const child = await findChild(tx, childId);
  if (child === undefined) return;
  const { authorityId } = child;
  await recordEvent(tx, { authorityId, childId, subject: 'child', subjectId: childId, ...event });
  for (const contact of await listToTell(tx, services, childId, 'taking part in the assessment'))
    await sendLetter(tx, {
      authorityId,
      childId,
      to: { kind: 'contact', contact },
      template,
      ...words(fullName(child)),
    });
}

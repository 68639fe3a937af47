import { withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { NEED_WORDS, needOf } from '../children/index.ts';
import { listAsked, listGroups, listMeasured, listWords } from './counting-store.ts';
import { agreements, groupsShown, quartersOn, responses, wordsShown } from './counts.ts';
import { quarterOf } from './survey.ts';

/**
 * How it went over the last four quarters, as managers are shown it. The service counts in nobody's name, since no one who is
 * signed in may; what it counts of too few is left out here, before anything is shown.
 */
export async function readPerformance(services: Services) {
  const { database, authority, config } = services;
  const least = config.disclosure.minimumDenominator;
  const quarters = quartersOn(englishDay(services.now()));
  const from = quarters[0] ?? quarterOf(englishDay(services.now()));
  const system = { kind: 'system', authorityId: authority.code } as const;
  const read = await withLens(database, system, async (tx) => ({
    measured: await listMeasured(tx, from),
    asked: await listAsked(tx, from),
    words: await listWords(tx, from),
    groups: await listGroups(tx, from),
  }));
  return {
    quarters,
    least,
    responses: responses(read, least),
    agreements: agreements(read.measured, quarters, least),
    groups: groupsShown(read.groups, least, needName),
    words: wordsShown(read.words, read.measured, least),
  };
}
export type Performance = Awaited<ReturnType<typeof readPerformance>>;

function needName(code: string): string {
  const need = needOf(code);
  return need === null ? code : NEED_WORDS[need];
}

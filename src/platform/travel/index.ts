import type { Logger } from 'pino';
import { kmBetween, type Place } from '../../shared/on-the-ground.ts';
import type { Config } from '../config/index.ts';
import { drivesFrom } from './osrm.ts';

/**
 * How far by road: as a routing server says; or an estimate, which is the straight line times a factor, the authority's or ours; or
 * not said at all. The straight line is always there, and is never called anything else.
 */
export type Journey = {
  straightKm: number;
  road:
    | { how: 'routed'; km: number; minutes: number }
    | { how: 'estimated'; km: number; factor: number }
    | { how: 'no road' }
    | null;
};

export type Roads = (from: Place, to: readonly Place[]) => Promise<Journey[]>;

const WAIT = 1500;
/** After a server failed it is left alone this long, so that nobody waits for it page after page. */
const LEFT_ALONE = 30_000;

/**
 * Answers how far places are from one, in their order. Never throws and never waits long: where the routing server refuses, is
 * slow or talks nonsense, or none is set, what is left is the estimate, or the straight line if the authority wants no estimate.
 */
export function roadsOf(
  { travel }: Pick<Config, 'travel'>,
  logger: Pick<Logger, 'warn'>,
  clock: () => number = () => performance.now(),
): Roads {
  let notBefore = Number.NEGATIVE_INFINITY;
  return async (from, to) => {
    const straight = to.map((place) => kmBetween(from, place));
    const { server, factor } = travel;
    if (server !== null && clock() >= notBefore) {
      try {
        const drives = await drivesFrom(server, from, to, WAIT);
        return straight.map((straightKm, nth) => {
          const drive = drives[nth] ?? null;
          return { straightKm, road: drive === null ? { how: 'no road' } : { how: 'routed', ...drive } };
        });
      } catch (error) {
        notBefore = clock() + LEFT_ALONE;
        // Where somebody looks from stands in the question: only the kind of failure is logged.
        logger.warn(
          { failure: error instanceof Error ? error.name : 'unknown' },
          'the routing server did not answer',
        );
      }
    }
    return straight.map((straightKm) => ({
      straightKm,
      road: factor === null ? null : { how: 'estimated', km: straightKm * factor, factor },
    }));
  };
}

import { withLens } from '../../platform/lens/index.ts';
import type { EasyReadOf } from '../../platform/notifications/index.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { whatTheyCanDo } from './family-acts.ts';
import { forecastOf } from './forecast.ts';
import { durationsForFamilies } from './forecast-store.ts';
import { trackerInEasyRead } from './pages/easy-read/tracker.ts';
import { whereThingsAre } from './tracker-store.ts';

/** Where the case is in Easy Read, to go with a letter to its family; null where the child has no case. */
export const easyReadOf: EasyReadOf = async (services, { authorityId, childId }) => {
  const today = englishDay(services.now());
  const system = { kind: 'system', authorityId } as const;
  const found = await withLens(services.database, system, (tx) =>
    whereThingsAre(tx, services, { childId, today }),
  );
  if (found === undefined) return null;
  const { now, shown } = found;
  const forecast = forecastOf(now, await durationsForFamilies(services, authorityId, today), today);
  const todo = whatTheyCanDo(childId, now, null);
  const { sendiass } = services.authority;
  return trackerInEasyRead({ ...shown, childId, sendiass, forecast, todo, documents: [], invited: false });
};

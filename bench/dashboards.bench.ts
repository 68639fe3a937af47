import { AUTHORITIES } from '../src/capabilities/dashboards/areas/areas.ts';
import { deriveFigures } from '../src/capabilities/dashboards/figures/import-store.ts';
import { importStatistics } from '../src/capabilities/statistics/index.ts';
import { sharedData } from '../test/support/shared-data.ts';
import { type Asked, paced, rate } from './support/load.ts';
import { aService } from './support/service.ts';
import type { Measured } from './support/table.ts';

/* How areas are doing, as anybody looks at it: every kind of page, over the Department's release where it is, else over the
   headline figures that come with the project. */

const CASES = 1000;
const A_SECOND = 100;
const MEASURE = 'plans-within-20-weeks';

/** Loads each kind of page, beside /health; and says what making the figures took. */
export async function dashboards(): Promise<Measured[]> {
  const service = await aService(CASES);
  try {
    const made = await fill(service.ownerUrl);
    const health = await rate(service.address, [{ path: '/health', cookie: '' }]);
    const measured: Measured[] = [made];
    for (const [what, asked] of Object.entries(PAGES)) {
      await rate(service.address, asked);
      const { perSecond, p50, failed } = await rate(service.address, asked);
      const { p99, failed: late } = await paced(service.address, asked, A_SECOND);
      measured.push({
        what: `${what}: web process ${await service.memory()} MB`,
        ...{ perSecond, p50, p99, wrong: failed + late },
        beside: `1/${(health.perSecond / perSecond).toFixed(0)} of /health`,
      });
    }
    return measured;
  } finally {
    await service.stop();
  }
}

const all = (path: (slug: string) => string): Asked[] =>
  AUTHORITIES.map(({ slug }) => ({ path: path(slug), cookie: '' }));
const PAGES: Readonly<Record<string, Asked[]>> = {
  'an area in ten sentences': all((slug) => `/areas/${slug}`),
  'an area, one theme': all((slug) => `/areas/${slug}/experiences`),
  'an area, one measure': all((slug) => `/areas/${slug}/measures/${MEASURE}`),
  'a measure on the map': [{ path: `/measures/${MEASURE}`, cookie: '' }],
  'every area in one table': [{ path: `/measures/${MEASURE}/areas`, cookie: '' }],
  'two areas compared': all((slug) => `/compare?measure=${MEASURE}&area=${slug}&area=england`),
  'a measure as CSV': [{ path: `/measures/${MEASURE}/figures.csv`, cookie: '' }],
};

async function fill(ownerUrl: string): Promise<Measured> {
  const release = sharedData('ees/education-health-and-care-plans_2025.zip');
  if (release !== null)
    await importStatistics({ ownerUrl, path: release, publishedOn: null, onProgress: () => undefined });
  const started = performance.now();
  const made = await deriveFigures(ownerUrl);
  const seconds = (performance.now() - started) / 1000;
  const figures = Number(/^[\d,]+/.exec(made)?.[0].replaceAll(',', '') ?? 0);
  return { what: made, perSecond: figures / seconds, beside: `${seconds.toFixed(1)} s`, wrong: 0 };
}

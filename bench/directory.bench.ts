import { importPostcodes } from '../src/capabilities/postcodes/import-store.ts';
import { importRegister } from '../src/capabilities/settings/import-store.ts';
import { sharedData } from '../test/support/shared-data.ts';
import { type Asked, paced, rate } from './support/load.ts';
import { aService } from './support/service.ts';
import type { Measured } from './support/table.ts';

/* The directory of settings as anybody looks through it: by name, by what a setting is, and from a postcode; over the real
   register and the real postcodes where they are, else over an invented register of the same size. */

const CASES = 1000;
const A_SECOND = 200;
const PLACES = 200;
type Service = Awaited<ReturnType<typeof aService>>;

/** Loads the directory's searches, each beside /health, and says how long the postcodes took to import. */
export async function directory(): Promise<Measured[]> {
  const service = await aService(CASES);
  try {
    const imported = await fillRegister(service);
    const health = await rate(service.address, [{ path: '/health', cookie: '' }]);
    const measured: Measured[] = [];
    for (const [what, asked] of Object.entries(await searches(service))) {
      await rate(service.address, asked);
      const { perSecond, p50, failed } = await rate(service.address, asked);
      const { p99, failed: late } = await paced(service.address, asked, A_SECOND);
      measured.push({
        what: `${what}: web process ${await service.memory()} MB`,
        ...{ perSecond, p50, p99, wrong: failed + late },
        beside: `1/${(health.perSecond / perSecond).toFixed(0)} of /health`,
      });
    }
    return [...imported, ...measured];
  } finally {
    await service.stop();
  }
}

async function searches(service: Service): Promise<Record<string, Asked[]>> {
  const { rows } = await service.owner.query<{ postcode: string }>(
    'select postcode from postcodes tablesample system (5) order by random() limit $1',
    [PLACES],
  );
  const near = rows.map(({ postcode }) => postcode.replace(' ', '+'));
  const asked = (paths: readonly string[]) => paths.map((path) => ({ path, cookie: '' }));
  const autism = encodeURIComponent('ASD - Autistic Spectrum Disorder');
  return {
    'directory, first page': asked(['/settings']),
    'directory, by phase and unit': asked(['/settings?phase=Secondary&unit=yes', '/settings?phase=Primary']),
    'directory, words of a name': asked(['/settings?q=st+mary', '/settings?q=hill', '/settings?q=academy']),
    'directory, nearest to 200 postcodes': asked(near.map((one) => `/settings?near=${one}`)),
    'directory, within 10 miles and a need': asked(
      near.map((one) => `/settings?near=${one}&within=10&need=${autism}`),
    ),
  };
}

async function fillRegister({ owner, ownerUrl }: Service): Promise<Measured[]> {
  const register = sharedData('schools/edubasealldata-derived.csv');
  const postcodes = sharedData('geography/postcodes-england.csv.gz');
  if (register === null) await owner.query(INVENTED);
  else await importRegister(ownerUrl, register, () => undefined);
  if (postcodes === null) return [];
  const started = performance.now();
  const { read, unusable } = await importPostcodes(ownerUrl, postcodes, () => undefined);
  const seconds = (performance.now() - started) / 1000;
  await owner.query('vacuum analyze');
  return [
    {
      what: `import of ${read.toLocaleString('en-GB')} postcodes: ${seconds.toFixed(0)} s, at most 60`,
      perSecond: read / seconds,
      beside: '',
      wrong: unusable.length,
    },
  ];
}

// As many as are open in England, spread over a box of it, a tenth of them with a need and one in twenty with a unit.
const INVENTED = `
  insert into settings (urn, name, la_code, la_name, type, phase, status, easting, northing, need_types, resourced_provision, content_hash)
  select 100000 + n, 'Invented ' || (array['Hill', 'St Mary', 'Park', 'Academy', 'Lane'])[1 + n % 5] || ' School ' || n,
    700 + n % 150, 'Bench ' || (700 + n % 150), 'Community school', (array['Primary', 'Primary', 'Primary', 'Secondary'])[1 + n % 4], 'Open',
    (350000 + random() * 250000)::int, (100000 + random() * 400000)::int,
    case when n % 10 = 0 then array['ASD - Autistic Spectrum Disorder'] else '{}' end,
    case when n % 20 = 0 then 'SEN unit' end, 'invented'
  from generate_series(1, 23755) n`;

import pg from 'pg';
import { areaAt, ENGLAND, readCurrent } from '../../capabilities/statistics/index.ts';
import { DATASETS, type Dataset, type Published, type PublishedRow } from './published.ts';

/** The release as it was imported into the database of this owner; null where it was not, or not whole. */
export async function readImported(ownerUrl: string): Promise<Published | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await readFrom(client);
  } finally {
    await client.end();
  }
}

async function readFrom(client: pg.Client): Promise<Published | null> {
  const all: PublishedRow[][] = [];
  for (const dataset of DATASETS) all.push(await rowsOf(client, dataset));
  if (all.some((rows) => rows.length === 0)) return null;
  const [caseload = [], needs = [], newplans = [], requests = [], assessments = [], timeliness = []] = all;
  return {
    ...{ caseload, newplans, requests, assessments },
    sen_needs_all_plans: needs,
    timeliness_20_week: timeliness,
  };
}

async function rowsOf(client: pg.Client, dataset: Dataset): Promise<PublishedRow[]> {
  const rows = await readCurrent(client, { dataset });
  return rows
    .filter(({ release }) => release.source === 'ees-ehc-plans')
    .map(({ area, year, topic, breakdown, value }) => ({
      area: areaOf(area),
      year,
      topic,
      breakdown,
      value,
    }));
}

function areaOf(code: string): string {
  if (code === ENGLAND) return 'england';
  const area = areaAt(code);
  return area?.kind === 'region' ? area.name : code;
}

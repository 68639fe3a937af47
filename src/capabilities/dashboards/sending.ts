import type { FastifyReply, FastifyRequest } from 'fastify';
import { partIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { type Tx, withLens } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { type Area, areaAt } from './areas/areas.ts';
import { getFigures, type Held, type Release } from './figures/held-store.ts';
import type { Across } from './figures/view.ts';
import { besidePublished, peopleSaid, type ReleasedSaying } from './live/beside.ts';
import type { ReleasedCount } from './live/count.ts';
import { EXPERIENCE_MEASURE_IDS } from './live/experience-measures.ts';
import { isLiveMeasure } from './live/measures.ts';
import { listReleasedCounts } from './live/read-store.ts';
import { findMeasure } from './measures/catalogue.ts';
import type { Measure } from './measures/measure.ts';

/** Whoever asks, and from wherever: official statistics are everybody's. */
export const open = { config: { access: 'public' } } as const;
export const LICENCE_URL = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** The figures held, and whatever else `work` reads in the same transaction. */
export function readFigures<T>(services: Services, work: (held: Held, tx: Tx) => Promise<T> | T): Promise<T> {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;
  return withLens(services.database, anyone, async (tx) => work(await getFigures(tx, services.database), tx));
}

/** The area an address names; a page that is not there where it names none. */
export function areaIn(request: FastifyRequest): Area {
  return found(areaAt(partIn(request, 'area')));
}

export function measureIn(request: FastifyRequest): Measure {
  return found(findMeasure(partIn(request, 'measure')));
}

/**
 * What the authority whose service this is released of its own live count of a measure, to stand beside what is published;
 * nothing where it has released none.
 */
export async function countedHere(
  services: Services,
  { live }: Measure,
  across: Across | null,
): Promise<ReleasedCount[]> {
  if (live === null || !isLiveMeasure(live)) return [];
  const asked = { authorityIds: [services.authority.code], measures: [live] };
  const published = across === null ? null : { kind: across.series.kind, year: across.year };
  return besidePublished(await listReleasedCounts(services.database, asked), published);
}

/** What the authority whose service this is released of what people say; nothing where it has released none. */
export async function saidHere({ database, authority }: Services): Promise<ReleasedSaying[]> {
  const asked = { authorityIds: [authority.code], measures: EXPERIENCE_MEASURE_IDS };
  return peopleSaid(await listReleasedCounts(database, asked));
}

/** The releases some measures are from, each once: with the population, where one is out of how many live there. */
export function releasesOf(held: Held, measures: readonly Measure[]): Release[] {
  const shown = measures.filter(({ id }) => held.series.has(id));
  const ids = new Set(shown.flatMap(({ id }) => held.series.get(id)?.releaseId ?? []));
  const releases = [...ids].flatMap((id) => held.releases.get(id) ?? []);
  if (!shown.some(({ published }) => published?.ages !== undefined)) return releases;
  const [newest] = [...held.releases.values()]
    .filter(({ source }) => source === 'population')
    .sort((one, other) => other.reportingYear - one.reportingYear || other.revision - one.revision);
  return newest === undefined ? releases : [...releases, newest];
}

/**
 * Data that stays the same until figures are made anew: sent with a tag, and not again to whoever has it. `as` tells apart
 * forms of one address.
 */
export function sendData(
  request: FastifyRequest,
  reply: FastifyReply,
  { version, as, type, body }: { version: string; as: string; type: string; body: () => string },
) {
  const etag = `"${version}-${as}"`;
  reply.headers({ etag, 'cache-control': 'public, no-cache', link: `<${LICENCE_URL}>; rel="license"` });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.type(type).send(body());
}

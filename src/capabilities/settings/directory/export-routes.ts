import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withLens } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { allSettings, versionOfDirectory } from './export-store.ts';
import { asObject, csvHead, csvLines, type Listed } from './table.ts';

const LICENCE_URL = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';
const LICENCE = 'Contains public sector information licensed under the Open Government Licence v3.0.';

/** The whole directory, for anyone to take: as CSV and as JSON, sent as it is read, and not again while it is the same. */
export function exportRoutes(app: FastifyInstance, services: Services): void {
  const anyone = { kind: 'system', authorityId: services.authority.code } as const;
  const rateLimit = { max: services.config.publicFormLimit, timeWindow: '1 minute' };
  const open = { config: { access: 'public', rateLimit } } as const;

  app.get('/settings.csv', open, (request, reply) =>
    send(request, reply, { type: 'text/csv; charset=utf-8', as: 'csv', parts: asCsv }),
  );
  app.get('/settings.json', open, (request, reply) =>
    send(request, reply, { type: 'application/json; charset=utf-8', as: 'json', parts: asJson }),
  );

  async function send(request: FastifyRequest, reply: FastifyReply, { type, as, parts }: Sending) {
    const version = await withLens(services.database, anyone, versionOfDirectory);
    const etag = `"${version}-${as}"`;
    reply.headers({
      etag,
      'cache-control': 'public, no-cache',
      link: `<${LICENCE_URL}>; rel="license"`,
    });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="settings.${as}"`)
      .send(Readable.from(parts(allSettings(services))));
  }
}

type Lots = AsyncIterable<Listed[]>;
type Sending = { type: string; as: 'csv' | 'json'; parts: (lots: Lots) => AsyncIterable<string> };

async function* asCsv(lots: Lots): AsyncGenerator<string> {
  yield csvHead();
  for await (const lot of lots) yield csvLines(lot);
}

async function* asJson(lots: Lots): AsyncGenerator<string> {
  yield `{"licence":${JSON.stringify(LICENCE)},"licenceUrl":${JSON.stringify(LICENCE_URL)},"settings":[`;
  let first = true;
  for await (const lot of lots) {
    yield (first ? '' : ',') + lot.map((one) => JSON.stringify(asObject(one))).join(',\n');
    first = false;
  }
  yield ']}\n';
}

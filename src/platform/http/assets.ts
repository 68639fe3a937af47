import type { FastifyInstance } from 'fastify';
import { assets, themeOf } from '../../design-system/index.ts';

/** The stylesheets, scripts and images the pages ask for: from memory, under addresses that say what is in them. */
export function serveAssets(app: FastifyInstance, brandColour: string | null): void {
  for (const asset of assets(themeOf(brandColour))) {
    app.get(asset.url, { config: { access: 'public' } }, (_request, reply) =>
      reply
        .type(asset.contentType)
        .header(
          'cache-control',
          asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        )
        .send(asset.body),
    );
  }
}

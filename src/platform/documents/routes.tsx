import type { FastifyInstance } from 'fastify';
import { idIn } from '../http/address.ts';
import { found, NotTheirs } from '../http/errors.ts';
import type { Services } from '../services.ts';
import { checkOf, isHeld } from './check.ts';
import type { Document } from './document.ts';
import { HeldPage } from './held-page.tsx';
import { attachment } from './name.ts';
import { findKept, openContent } from './open.ts';
import { readRange } from './range.ts';

/**
 * `GET /documents/:id`: a document on a child's file, to whoever the lens shows it. Only ever as a download, or played by
 * one of the service's own pages; a part of it to a player that asks for one.
 */
export function documentRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/documents/:id',
    { config: { access: 'anyone signed in', childFile: true } },
    async (request, reply) => {
      const id = idIn(request, 'id');
      const kept = found(await request.act((tx) => findKept(tx, id)));
      const { document } = kept;
      if (document.childId === null) throw new NotTheirs();
      const check = checkOf(document, services.config.clamd !== null);
      if (isHeld(check))
        return reply.page(
          <HeldPage page={request.pageContext()} title={document.title} check={check} />,
          409,
        );
      const size = document.byteSize;
      const range = readRange(request.headers.range, size);
      if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${size}`).send();
      const content = await openContent(services.documents, kept, range);
      request.readsChildFile({ authorityId: document.authorityId, childId: document.childId });
      content.on('error', () =>
        services.logger.error({ documentId: document.id }, 'a document could not be sent whole'),
      );
      if (range !== null)
        reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${size}`);
      return reply
        .headers({
          ...asDownload(document),
          'content-length': range === null ? size : range.last - range.first + 1,
          'accept-ranges': 'bytes',
        })
        .send(content);
    },
  );
}

/** How a file somebody sent is answered: saved, never shown or run. */
export function asDownload({ mediaType, title }: Pick<Document, 'mediaType' | 'title'>) {
  return {
    'content-type': mediaType,
    'content-disposition': attachment(title),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  };
}

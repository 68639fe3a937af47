import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { found, NotTheirs } from '../http/errors.ts';
import type { Services } from '../services.ts';
import { attachment } from './name.ts';
import { openDocument } from './open.ts';

const params = z.object({ id: z.uuid() });

/** `GET /documents/:id`: a document on a child's file, to whoever the lens shows it. Only ever as a download. */
export function documentRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/documents/:id',
    { config: { access: 'anyone signed in', childFile: true } },
    async (request, reply) => {
      const asked = params.safeParse(request.params);
      if (!asked.success) throw new NotTheirs();
      const { document, content } = found(
        await request.act((tx) => openDocument(services, tx, asked.data.id)),
      );
      if (document.childId === null) {
        content.destroy();
        throw new NotTheirs();
      }
      request.readsChildFile({ authorityId: document.authorityId, childId: document.childId });
      content.on('error', () =>
        services.logger.error({ documentId: document.id }, 'a document could not be sent whole'),
      );
      return reply
        .headers({
          'content-type': document.mediaType,
          'content-length': document.byteSize,
          'content-disposition': attachment(document.title),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, no-store',
        })
        .send(content);
    },
  );
}

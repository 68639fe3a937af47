import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { checkOf, findDocument, isHeld } from '../../platform/documents/index.ts';
import {
  findPageWords,
  findReading,
  matchesIn,
  searchPages,
} from '../../platform/documents/reading/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import { typedIn } from '../../platform/http/forms.ts';
import { saidTo } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { findChild, fullName } from '../children/index.ts';
import { WordsPage } from './pages/words.tsx';

const asked = z.object({ page: z.coerce.number().int().min(1).max(2000).catch(1) });
const LONGEST = 100;
const TOO_LONG = `Enter ${LONGEST} characters or fewer`;

/** The words of a file, a page at a time, and a search for words in it: so that a statement can cite report and page. */
export function wordsRoutes(app: FastifyInstance, services: Services): void {
  const config = { access: 'anyone signed in', childFile: true } as const;
  const url = '/children/:childId/documents/:documentId/pages';
  app.get(url, { config }, (request, reply) => show(request, reply, ''));
  // Sent as a form, so that no name that is looked for stands in an address.
  app.post(url, { config }, (request, reply) => {
    const { q = '' } = typedIn(request.body);
    return show(request, reply, q);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, q: string) {
    const childId = idIn(request, 'childId');
    const { page: number } = asked.parse(request.query);
    const long = q.length > LONGEST;
    const read = await request.act(async (tx) => {
      const document = found(await findDocument(tx, idIn(request, 'documentId')));
      // What nobody can open, nobody reads by the page either.
      if (document.childId !== childId || isHeld(checkOf(document, services.config.clamd !== null)))
        throw new NotTheirs();
      return {
        document,
        childName: fullName(found(await findChild(tx, childId))),
        reading: (await findReading(tx, document.id)) ?? null,
        words: (await findPageWords(tx, document.id, number)) ?? null,
        pages: q === '' || long ? [] : await searchPages(tx, document.id, q),
      };
    });
    request.readsChildFile({ authorityId: read.document.authorityId, childId });
    // Before they are looked through: what a reader is not shown they do not find, in part or whole.
    const { document, pages, ...rest } = await saidTo(request, services, read);
    const matches = matchesIn(pages, q);
    const about = { childId, documentId: document.id, title: document.title, number, q };
    return reply.page(
      <WordsPage
        page={request.pageContext()}
        {...about}
        {...rest}
        matches={matches}
        error={long ? TOO_LONG : null}
      />,
      long ? 400 : 200,
    );
  }
}

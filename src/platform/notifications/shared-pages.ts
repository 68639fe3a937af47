import type { FastifyInstance } from 'fastify';
import { throughOf, withLens } from '../lens/index.ts';
import type { Services } from '../services.ts';
import { mayShow, tracesIn, withoutOthers } from './safe-contact.ts';
import { contactsOnFile } from './store.ts';

const READ_AS_TEXT = /^(text\/html|application\/(problem\+)?json)/;

// Between words on a page stand tags; a new line as JSON writes it would run into the word after it.
const BETWEEN = /<[^>]*>|\\[nrt]/g;

/**
 * The safe-contact rule for what a family reads on a page or as JSON: whoever wrote it there, nobody on a file is shown how to
 * reach another on it. What says so is left out of the answer as it is sent, and not of what is kept: staff, and whoever may be
 * reached so, read it whole. Most pages show nothing of the kind, and cost no question.
 */
export function keepPagesSafe(app: FastifyInstance, services: Services): void {
  const { email, phone, address, sendiass, safeguarding, mediationAdviser } = services.authority;
  const ours = tracesIn([email, phone, address, sendiass, safeguarding, mediationAdviser].join('\n'));
  app.addHook('onSend', async (request, reply, payload) => {
    const { actor, childFileRead: file } = request;
    if (actor?.kind !== 'family' || file === null) return payload;
    const type = String(reply.getHeader('content-type'));
    if (!READ_AS_TEXT.test(type)) return payload;
    const text = Buffer.isBuffer(payload) ? payload.toString('utf8') : payload;
    if (typeof text !== 'string' || !mayShow(text.replace(BETWEEN, '<'), ours)) return payload;
    const { authorityId, childId } = file;
    const system = { kind: 'system', authorityId } as const;
    const onFile = await withLens(services.database, system, (tx) => contactsOnFile(tx, childId), 'one');
    const reader = onFile.find(({ id }) => id === throughOf(actor, childId)?.contactId);
    const safe = (words: string) => withoutOthers(words, reader, onFile);
    return type.startsWith('text/html') ? safe(text) : JSON.stringify(JSON.parse(text, inTexts(safe)));
  });
}

function inTexts(safe: (text: string) => string) {
  return (_key: string, value: unknown) => (typeof value === 'string' ? safe(value) : value);
}

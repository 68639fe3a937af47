import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Uuid } from '../../shared/uuid.ts';
import { type Tx, throughOf, withLens } from '../lens/index.ts';
import type { HomeAuthority, Services } from '../services.ts';
import { type ContactOnFile, contactsOnFile } from './on-file.ts';
import { hasOthers, mayShow, namesHouse, tracesIn, withoutOthers } from './safe-contact.ts';

const READ_AS_TEXT = /^(text\/html|application\/(problem\+)?json)/;

/**
 * The safe-contact rule for what a family reads on a page or as JSON: whoever wrote it there, nobody on a file is shown how to
 * reach another on it. What says so is left out of the answer as it is sent, and not of what is kept: staff, and whoever may be
 * reached so, read it whole. Most pages show nothing of the kind, and cost no question.
 */
export function keepPagesSafe(app: FastifyInstance, services: Services): void {
  const ours = waysToReach(services.authority);
  app.addHook('onSend', async (request, reply, payload) => {
    const { actor, childFileRead: file } = request;
    if (actor?.kind !== 'family' || file === null) return payload;
    const type = String(reply.getHeader('content-type'));
    if (!READ_AS_TEXT.test(type)) return payload;
    const isPage = type.startsWith('text/html');
    const text = Buffer.isBuffer(payload) ? payload.toString('utf8') : payload;
    if (typeof text !== 'string' || !mayShow(isPage ? telling(text) : wordsApart(text), ours)) return payload;
    const asking = await whoAsks(request, services);
    if (asking === null) return payload;
    const safe = withoutOthers(asking.reader, asking.onFile);
    return isPage ? safe(text) : JSON.stringify(JSON.parse(text, inTexts(safe)));
  });
}

function waysToReach(authority: HomeAuthority): ReadonlySet<string> {
  const { email, phone, address, sendiass, safeguarding, mediationAdviser } = authority;
  return tracesIn([email, phone, address, sendiass, safeguarding, mediationAdviser].join('\n'));
}

/** What is between a page's tags and has a figure, an @ or a house: nothing else says how to reach anybody, and most of a page has none. */
function telling(page: string): string {
  const told: string[] = [];
  for (let from = 0; from !== -1; ) {
    const tag = page.indexOf('<', from);
    const end = tag === -1 ? -1 : page.indexOf('>', tag);
    const words = end === -1 ? page.slice(from) : page.slice(from, tag);
    if (/[\d@]/.test(words) || namesHouse(words)) told.push(words);
    from = end === -1 ? -1 : end + 1;
  }
  return wordsApart(told.join('<'));
}

/** A new line as JSON writes it would run into the word after it. */
function wordsApart(text: string): string {
  return text.replace(/\\[nrt]/g, '<');
}

type Asking = {
  /** Whoever asks, as the file has them; for somebody invited, whoever invited them. Undefined for nobody on it. */
  reader: ContactOnFile | undefined;
  onFile: readonly ContactOnFile[];
};

/**
 * Who of a family asks, and everybody on the file, where there is somebody they may not be shown how to reach; null where there is
 * not: most have nobody. The request must have said whose file it reads.
 */
export async function whoAsks(
  { actor, childFileRead: file }: FastifyRequest,
  { database }: Services,
): Promise<Asking | null> {
  if (actor?.kind !== 'family' || file === null) return null;
  const { authorityId, childId } = file;
  const system = { kind: 'system', authorityId } as const;
  const onFile = await withLens(database, system, (tx) => contactsOnFile(tx, childId), 'one');
  const reader = onFile.find(({ id }) => id === throughOf(actor, childId)?.contactId);
  return hasOthers(reader, onFile) ? { reader, onFile } : null;
}

/** A text as it may be said to whoever asks. */
export type Safely = (text: string) => string;

/**
 * How to say some words to whoever of the family asks, without how to reach another on the file; null where nothing of them is
 * to be left out. For what is drawn to print or to open, before it is drawn: a paper cannot be gone through as it is sent. What
 * others read is not touched. The request must have said whose file it reads.
 */
export async function leavingOut(
  request: FastifyRequest,
  services: Services,
  said: unknown,
): Promise<Safely | null> {
  const asking = await whoAsks(request, services);
  if (asking === null) return null;
  const safe = withoutOthers(asking.reader, asking.onFile);
  const leavesOut = JSON.stringify(saidAs(said, safe)) !== JSON.stringify(said);
  return leavesOut ? safe : null;
}

/** All that is said, each text of it as it may be said. */
export function saidAs<T>(said: T, safe: Safely): T {
  return JSON.parse(JSON.stringify(said), inTexts(safe));
}

/** All that is said on a paper, as it may be said to whoever of the family asks. */
export async function saidTo<T>(request: FastifyRequest, services: Services, said: T): Promise<T> {
  const safe = await leavingOut(request, services, said);
  return safe === null ? said : saidAs(said, safe);
}

/**
 * All that is said on a paper for one person on a file, without how to reach anybody else on it. Needs an authority's lens;
 * `contactId` is null for a reader who is nobody on the file.
 */
export async function saidSafely<T>(
  tx: Tx,
  { childId, contactId }: { childId: Uuid; contactId: Uuid | null },
  said: T,
): Promise<T> {
  const onFile = await contactsOnFile(tx, childId);
  const reader = onFile.find(({ id }) => id === contactId);
  return saidAs(said, withoutOthers(reader, onFile));
}

function inTexts(safe: Safely) {
  return (_key: string, value: unknown) => (typeof value === 'string' ? safe(value) : value);
}

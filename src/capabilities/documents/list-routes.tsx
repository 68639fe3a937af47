import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  checkOf,
  type Document,
  HELD_WORDS,
  type KeptBack,
  listDocuments,
  listKeptBack,
  notScanned,
} from '../../platform/documents/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import type { Actor } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { findChild, fullName } from '../children/index.ts';
import { PapersPage } from './pages/papers.tsx';
import { backFrom } from './schema.ts';

/** Every paper on a child's file that the lens shows: what it is, who sent it, and when it came. */
export function listRoutes(app: FastifyInstance, services: Services): void {
  const config = { access: 'anyone signed in', childFile: true } as const;
  app.get('/children/:childId/documents', { config }, async (request, reply) => {
    const { child, papers, keptBack } = await readPapers(request);
    const childId = child.id;
    // Whom a file is kept back from is for those who can do something about it.
    const toDo = readerOf(request.actor) === 'decides' ? keptBack.filter(({ end }) => end === null) : [];
    const shown = {
      childId,
      childName: fullName(child),
      reader: readerOf(request.actor),
      back: backFrom(request.actor, childId),
      papers: papers.map((paper) => shownPaper(paper, services, toDo)),
      notScanned: notScanned(services.config.clamd !== null),
    };
    return reply.page(<PapersPage page={request.pageContext()} {...shown} />);
  });
}

export async function readPapers(request: FastifyRequest) {
  const childId = idIn(request, 'childId');
  const read = await request.act(async (tx) => ({
    child: found(await findChild(tx, childId)),
    papers: await listDocuments(tx, childId),
    keptBack: await listKeptBack(tx, childId),
  }));
  request.readsChildFile({ authorityId: read.child.authorityId, childId });
  return read;
}

/** Staff who may withhold are offered it; families are told of the rule; neither is anybody else's business. */
function readerOf(actor: Actor | null): 'decides' | 'family' | 'other' {
  if (actor?.kind === 'family') return 'family';
  return mayUse(['caseworker', 'manager'], actor) ? 'decides' : 'other';
}

const READ = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
]);

function hasWords({ mediaType }: Document): boolean {
  return READ.has(mediaType);
}

function shownPaper(paper: Document, { config }: Services, toDo: readonly KeptBack[]) {
  const { id, kind, title, uploadedAt, uploadedByName, writtenBy, writtenOn } = paper;
  const held = HELD_WORDS[checkOf(paper, config.clamd !== null)];
  return {
    id,
    kind,
    title,
    uploadedAt,
    uploadedByName,
    writtenBy,
    writtenOn,
    held,
    withheld: paper.withheldFromFamily,
    madeHere: paper.madeHere,
    keptBack: toDo
      .filter(({ documentId }) => documentId === id)
      .map(({ id: at, childId: of, readerName }) => ({
        href: `/children/${of}/kept-back/${at}`,
        readerName,
      })),
    wordsHref: hasWords(paper) ? `/children/${paper.childId}/documents/${id}/pages` : null,
  };
}

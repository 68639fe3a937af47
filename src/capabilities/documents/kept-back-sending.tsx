import type { FastifyRequest } from 'fastify';
import type { DecideOpening, Document } from '../../platform/documents/index.ts';
import { insertKeptBack } from '../../platform/documents/index.ts';
import { findWords, isRead } from '../../platform/documents/reading/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { actorId, invitedTo, withLens } from '../../platform/lens/index.ts';
import { sendLetter, whoAsks, whoIsShown } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { whereToTurn } from '../requests/index.ts';
import { whoIsTold } from './jobs.ts';
import { keptBack } from './letters.ts';
import { BeingReadPage, KeptBackPage } from './pages/kept-back.tsx';

type OnFile = { authorityId: number; childId: Uuid; id: Uuid };

/** A paper of the service's own, drawn anew for whoever asks; null where it leaves nothing out, or cannot be. */
export type Redraw = (
  request: FastifyRequest,
  services: Services,
  paper: OnFile,
) => Promise<Uint8Array | null>;

/**
 * The safe-contact rule for a file that one of the family opens. A paper the service made is drawn anew without how to reach
 * another on the file. What somebody sent in cannot be: where its words say it, it is not opened for that reader, who is told so,
 * and the staff are, once. Nothing on the file is altered, and it opens for everybody else; also for whoever sent it, who has it.
 */
export function openSafely(services: Services, redraw: Redraw): DecideOpening {
  return async (request, document) => {
    const { actor } = request;
    const { id, authorityId, childId, uploadedBy, madeHere, title } = document;
    if (actor?.kind !== 'family' || childId === null || uploadedBy === actorId(actor))
      return { as: 'it is kept' };
    const asking = await whoAsks(request, services);
    if (asking === null) return { as: 'it is kept' };
    const onFile = { authorityId, childId, id };
    const drawn = madeHere ? await redraw(request, services, onFile) : null;
    if (drawn !== null) return { as: 'drawn anew', bytes: Buffer.from(drawn) };
    // A picture of words has none to read, and neither has a file that nobody has read yet: its name has.
    const words = await request.act((tx) => findWords(tx, id));
    if (words === undefined && isReadSoon(document, services.now()))
      return { as: 'page', page: <BeingReadPage page={request.pageContext()} {...{ childId, title }} /> };
    const { reader, onFile: people } = asking;
    const shown = whoIsShown(`${title}\n${words ?? ''}`, reader, people);
    if (shown === undefined) return { as: 'it is kept' };
    const invited = invitedTo(actor, childId) !== null;
    const who = {
      contactId: reader?.id ?? null,
      readerName: (invited ? undefined : reader?.name) ?? actor.name,
      shownId: shown.home === null ? shown.id : null,
      on: englishDay(services.now()),
    };
    await tellStaff(services, onFile, who);
    const shownPage = {
      childId,
      title,
      wordsHref: (words ?? '').trim() === '' ? null : `/children/${childId}/documents/${id}/pages`,
      reach: whereToTurn(services.authority).reach,
    };
    return { as: 'page', page: <KeptBackPage page={request.pageContext()} {...shownPage} /> };
  };
}

// It is read within moments of its coming. One that never is, is not kept from them for good.
function isReadSoon({ mediaType, madeHere, uploadedAt }: Document, now: Date): boolean {
  return !madeHere && isRead(mediaType) && now.getTime() - uploadedAt.getTime() < AN_HOUR;
}
const AN_HOUR = 60 * 60 * 1000;

async function tellStaff(
  services: Services,
  document: OnFile,
  who: Parameters<typeof insertKeptBack>[2],
): Promise<void> {
  const { id, authorityId, childId } = document;
  const people = await whoIsTold(services, childId);
  await withLens(services.database, { kind: 'system', authorityId }, async (tx) => {
    const keptBackId = await insertKeptBack(tx, document, who);
    if (keptBackId === null) return;
    const href = `${services.config.baseUrl}/children/${childId}/kept-back/${keptBackId}`;
    for (const { name, email } of people) {
      const to = { kind: 'somebody', name, email } as const;
      // On no child's file: the family reads the letters of its own.
      const letter = { authorityId, childId: null, to, template: 'file kept back' };
      await sendLetter(tx, { ...letter, ...keptBack({ name, href }) });
    }
    const of = { authorityId, childId: null, unseenChildId: childId } as const;
    const event = { subject: 'document', subjectId: id, data: { keptBackId } };
    await recordEvent(tx, { ...of, ...event, kind: 'file kept back from a reader' });
  });
}

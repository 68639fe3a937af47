import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  findDocument,
  isPhotograph,
  joinPhotographs,
  type ReceivedContent,
  recordDocument,
} from '../../platform/documents/index.ts';
import { listUploads, removeUpload, type Upload } from '../../platform/documents/uploads/index.ts';
import { mayUse } from '../../platform/http/access.ts';
import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { findChild } from '../children/index.ts';
import { chooseFiles } from './adding.ts';
import { byWhom, listReviewers } from './reviewer-store.ts';
import type { detailsSchema } from './schema.ts';
import { type Act, withhold } from './withholding.ts';
import { recordAct } from './withholding-store.ts';

type Details = z.infer<typeof detailsSchema>;
const LOST = 'A file was lost on the way. Remove it and send it again';

/** Puts files that wait on the child's file, each a document, or photographs joined as the pages of one. */
export async function addFiles(
  request: FastifyRequest,
  services: Services,
  childId: Uuid,
  details: Details,
): Promise<Outcome> {
  const join = details.join === 'yes';
  const ids = details.uploads.split(',').filter((id) => id !== '');
  const choose = async (tx: Tx) =>
    chooseFiles({ ids, join }, (await listUploads(tx, childId, services.now())).map(asWaiting));
  const before = await request.act(choose);
  const joined =
    before.ok && join
      ? await joinPages(
          services,
          before.value.map(({ upload }) => upload),
          details,
        )
      : null;
  return request.once(async (tx) => {
    const chosen = await choose(tx);
    if (!chosen.ok) return chosen;
    if (joined !== null && !joined.ok) return joined;
    const contents = joined === null ? contentsOf(chosen.value) : [joined.value];
    const withheld = await withheldAs(tx, request, services, details);
    if (!withheld.ok) return withheld;
    for (const content of contents) {
      if (joined === null && !(await isThere(services, content))) return refused('files', LOST);
      const title = details.title === '' || contents.length > 1 ? {} : { title: details.title };
      const { kind, writtenBy, writtenOn } = details;
      const act = withheld.value;
      const meta = { childId, kind, writtenBy: writtenBy || null, writtenOn, ...title };
      const id = await recordDocument(tx, content, act === null ? meta : { ...meta, withheld: act.reason });
      if (act !== null)
        await recordAct(tx, found(await findDocument(tx, id)), act, byWhom(request, services));
    }
    for (const { id } of chosen.value) await removeUpload(tx, id);
    found(await findChild(tx, childId));
    return accepted(`/children/${childId}/documents`);
  });
}

/** Why what is added is withheld from the family from the first, where whoever adds it says so and may; null otherwise. */
async function withheldAs(
  tx: Tx,
  { actor }: FastifyRequest,
  services: Services,
  details: Details,
): Promise<Result<Act | null>> {
  if (details.withhold !== 'yes') return accepted(null);
  if (!mayUse(['caseworker', 'manager'], actor))
    return refused('withhold', 'Only a caseworker or manager may withhold a document');
  return withhold(details, {
    standing: null,
    madeHere: false,
    grounds: services.config.withholdingGrounds,
    staff: await listReviewers(tx),
    today: englishDay(services.now()),
  });
}

function asWaiting(upload: Upload) {
  const { id, kept } = upload;
  return { id, whole: kept !== null, photograph: kept !== null && isPhotograph(kept.mediaType), upload };
}

function contentsOf(chosen: readonly { upload: Upload }[]): ReceivedContent[] {
  return chosen.flatMap(({ upload: { authorityId, kept } }) =>
    kept === null ? [] : [{ authorityId, ...kept }],
  );
}

async function joinPages(
  services: Services,
  uploads: readonly Upload[],
  details: Details,
): Promise<Result<ReceivedContent>> {
  const [first] = uploads;
  const keys = uploads.flatMap(({ kept }) => (kept === null ? [] : [kept.storageKey]));
  const title = details.title === '' ? 'Photographed pages' : details.title;
  const date = englishDay(services.now());
  return joinPhotographs(services.documents, { authorityId: found(first).authorityId, title, date, keys });
}

// A back-up restored keeps no files on their way: their rows may be there without them.
async function isThere({ documents }: Services, { storageKey }: ReceivedContent): Promise<boolean> {
  const kept = await documents.open(storageKey);
  kept?.destroy();
  return kept !== null;
}

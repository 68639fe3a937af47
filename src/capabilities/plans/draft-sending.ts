import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { AMENDING } from './amending/citations.ts';
import { refuse } from './citations.ts';
import { insertShown } from './citing-store.ts';
import { insertWords } from './frozen/store.ts';
import { freeze } from './frozen/words.ts';
import { sha256 } from './hash.ts';
import { copiesFor, sendWaiting } from './held-sending.ts';
import { draftLetter } from './letters.ts';
import {
  aboutPlan,
  appendicesOf,
  citationsFor,
  type Drawn,
  drawPaper,
  filePaper,
  happened,
  openForActing,
  type Reading,
  wordsIn,
  writeToFamily,
} from './post.ts';
import { contentFor } from './recipients.ts';
import { serveDraft } from './serving.ts';
import { insertServed } from './version-store.ts';
import { insertFiledCopies } from './withheld-sending.ts';

/**
 * Draws the draft as the file has it now, before the transaction that serves it, so that nothing is locked while it is
 * drawn. Null when it may not be served as things stand: serving it says why.
 */
export async function drawDraft(
  read: Reading,
  services: Services,
  planId: Uuid,
  servedOn: PlainDate,
): Promise<Drawn | null> {
  const prepared = await read((tx) => prepare(tx, services, planId, servedOn));
  return prepared.ok ? drawPaper(services, prepared.value.plan, prepared.value.paper) : null;
}

/**
 * Sends the draft to the family today: frozen, numbered, on the file as a PDF, and the 15 days begun from the day it is
 * served. Refuses what `serveDraft` refuses, and filing a drawing of anything but what is served.
 */
export async function serve(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { servedOn, drawn }: { servedOn: PlainDate; drawn: Drawn | null },
): Promise<Outcome> {
  const prepared = await prepare(tx, services, planId, servedOn);
  if (!prepared.ok) return prepared;
  const { plan, served, about, paper } = prepared.value;
  const filed = await filePaper(tx, plan, paper, drawn);
  if (!filed.ok) return filed;
  const { number, lastDayForViews } = served;
  const versionId = await insertServed(tx, plan, served, { documentId: filed.value.documentId });
  await insertShown(tx, plan, versionId, paper.view.citations);
  await insertWords(tx, plan, versionId, freeze(paper.view, sha256));
  await insertFiledCopies(tx, plan, { versionId, sentOn: served.sentOn }, filed.value.copies);
  const href = `${services.config.baseUrl}/family/${plan.childId}/plan`;
  await writeToFamily(tx, plan, about.told, {
    ...draftLetter({ childName: about.childName, number, lastDay: lastDayForViews, href }, about.turn),
    template: 'draft plan',
    documentId: filed.value.documentId,
    documentWords: wordsIn([paper.view.content, paper.view.appendices, paper.view.citations]),
  });
  await sendWaiting(tx, plan);
  await happened(tx, plan, 'draft plan served', versionId, { data: { number, servedOn } });
  return { ok: true, value: `/plans/${plan.id}` };
}

const notAsADraft = refuse(
  'draft',
  'This amends a plan that was issued. Send it as an amendment notice instead',
  AMENDING.notice,
);

async function prepare(tx: Tx, services: Services, planId: Uuid, servedOn: PlainDate) {
  const { plan, facts } = await openForActing(tx, planId);
  if (facts.amendment !== null) return notAsADraft;
  const sentOn = englishDay(services.now());
  const served = serveDraft(facts, { sentOn, servedOn }, sha256, sentOn);
  if (!served.ok) return served;
  const { number, content } = served.value;
  const about = await aboutPlan(tx, services, plan);
  const view = {
    authority: { name: services.authority.name },
    reference: about.reference,
    version: { kind: 'draft', number, on: servedOn },
    // Either parent may open what is on the file, so the copy there shows nobody's address.
    content: contentFor(content, { kind: 'person', id: null }, about.parties),
    layout: 'sections',
    appendices: await appendicesOf(tx, plan, content),
    citations: await citationsFor(tx, plan, content),
  } as const;
  // Nobody but the family is sent it now; a setting is asked about it later, and held from it then if need be.
  const { copies } = await copiesFor(tx, plan, view);
  const paper = { kind: 'draft plan', title: `Draft plan ${number}`, view, copies };
  return accepted({ plan, served: served.value, about, paper });
}

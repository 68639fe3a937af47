import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay, type PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { sha256 } from './hash.ts';
import { draftLetter } from './letters.ts';
import {
  aboutPlan,
  appendicesOf,
  drawPaper,
  filePaper,
  happened,
  openForActing,
  wordsIn,
  writeToFamily,
} from './post.ts';
import { contentFor } from './recipients.ts';
import { serveDraft } from './serving.ts';
import { insertServed } from './version-store.ts';

/**
 * Sends the draft to the family today: frozen, numbered, on the file as a PDF, and the 15 days begun from the day it is
 * served. Refuses what `serveDraft` refuses.
 */
export async function serve(tx: Tx, services: Services, planId: Uuid, servedOn: PlainDate): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const sentOn = englishDay(services.now());
  const served = serveDraft(facts, { sentOn, servedOn }, sha256, sentOn);
  if (!served.ok) return served;
  const { number, content, lastDayForViews } = served.value;
  const { contacts, parties, childName, reference, turn } = await aboutPlan(tx, services, plan);
  const appendices = await appendicesOf(tx, plan, content);
  const view = {
    authority: { name: services.authority.name },
    reference,
    version: { kind: 'draft', number, on: servedOn },
    // Either parent may open what is on the file, so the copy there shows nobody's address.
    content: contentFor(content, { kind: 'person', id: null }, parties),
    layout: 'sections',
    appendices,
  } as const;
  const paper = { kind: 'draft plan', title: `Draft plan ${number}`, view };
  const documentId = await filePaper(tx, plan, paper, await drawPaper(services, plan, paper));
  const versionId = await insertServed(tx, plan, served.value, documentId);
  const href = `${services.config.baseUrl}/family/${plan.childId}/plan`;
  await writeToFamily(tx, plan, contacts, {
    ...draftLetter({ childName, number, lastDay: lastDayForViews, href }, turn),
    template: 'draft plan',
    documentId,
    documentWords: wordsIn([view.content, appendices]),
  });
  await happened(tx, plan, 'draft plan served', versionId, { data: { number, servedOn } });
  return { ok: true, value: `/plans/${plan.id}` };
}

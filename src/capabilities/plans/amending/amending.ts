import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay } from '../../../shared/plain-date.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { rightsDates } from '../../requests/index.ts';
import { aboutPlan, happened, openForActing, wordsIn, writeToFamily } from '../post.ts';
import { saveWorking } from '../store.ts';
import { listVersions } from '../version-store.ts';
import { type Begin, beginAmendment, draftFromIssued, endAmendment } from './amendment.ts';
import { notAmendingLetter } from './letters.ts';
import { insertAmendment, insertEnd, listAmendments } from './store.ts';

/* An amendment's beginning, and its end where no plan is issued: each one act, with its event. */

/** Begins an amendment: a new draft, from the rows of the plan in force. */
export async function begin(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { by, ...given }: Begin & { by: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const on = englishDay(services.now());
  const begun = beginAmendment(facts, given, on);
  if (!begun.ok) return begun;
  const final = (await listVersions(tx, planId)).findLast(({ kind }) => kind === 'final');
  if (final === undefined) throw new Error('a plan in force without a version');
  const number = (await listAmendments(tx, planId)).length + 1;
  const id = await insertAmendment(tx, plan, { ...given, fromVersionId: final.id, number, on, by });
  const working = draftFromIssued(begun.value, facts.working);
  await saveWorking(tx, plan, { working, answers: [] }, services.now());
  await happened(tx, plan, 'amendment begun', id, { data: { number } });
  return { ok: true, value: `/plans/${planId}` };
}

/** Ends an amendment without an amended plan, and tells the family where it had notice of it. */
export async function end(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { reasons, by }: { reasons: string; by: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const on = englishDay(services.now());
  const how = endAmendment(facts, reasons, on);
  if (!how.ok) return how;
  const { amendment, inForce } = facts;
  if (amendment === null || inForce === null) throw new Error('an amendment of no plan was ended');
  await insertEnd(tx, plan, { amendmentId: amendment.id, how: how.value, reasons, on, by });
  const { number } = amendment;
  if (how.value === 'withdrawn') {
    await happened(tx, plan, 'amendment withdrawn', amendment.id, { data: { number } });
    return { ok: true, value: `/plans/${planId}` };
  }
  const { childName, told, turn } = await aboutPlan(tx, services, plan);
  const { version } = inForce;
  await writeToFamily(tx, plan, told, {
    ...notAmendingLetter({ childName, reasons, version, rights: rightsDates(on) }, turn),
    template: 'plan not amended',
    documentWords: wordsIn(reasons),
  });
  await happened(tx, plan, 'decided not to amend', amendment.id, { data: { number } });
  return { ok: true, value: `/plans/${planId}` };
}

import { found } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { canonicalJson } from './changes.ts';
import { type Because, changeSection } from './changing.ts';
import type { PlanFacts } from './facts.ts';
import { sha256 } from './hash.ts';
import { editsBack, overtaken } from './history/changed.ts';
import { type DraftPart, partsOf } from './history/parts.ts';
import { findChange, lastActOf, type Why } from './history-store.ts';
import type { DraftContent } from './plan.ts';
import { beginAgain } from './plan-routes.tsx';
import { happened, openForActing } from './post.ts';
import type { SectionEdit } from './sections.ts';
import { type Plan, saveWorking } from './store.ts';

/* Undoing one's last change, and putting earlier words back: each a change of the draft like any other, kept beside the rest. */

export const OVERTAKEN = 'Somebody has changed this since you did. Read both, then choose which words stay';

type Given = { planId: Uuid; by: string; because: Because };

/** Undoes the last change of whoever asks, `actId` being the one they were shown. */
export async function undoLast(
  tx: Tx,
  services: Services,
  { planId, by, because, actId }: Given & { actId: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const last = await lastActOf(tx, planId);
  if (last.length === 0) return refused('actId', 'You have changed nothing in this draft that is not undone');
  if (last[0]?.actId !== actId)
    return refused('actId', 'Your last change is another one now. Look at it, then undo it');
  if (overtaken(facts.working.content, last).length > 0) return refused('version', OVERTAKEN);
  const edits = editsBack(facts.working.content, last);
  const why = { how: 'undone', about: actId } as const;
  const done = await changeSections(tx, services, { plan, facts, by }, edits, { because, why });
  if (!done.ok) return done;
  await happened(tx, plan, 'change of the draft undone', actId, { data: { section: last[0].section } });
  return accepted(`/plans/${planId}/history`);
}

/** Puts back what a part said before one of its changes; `version` is what it said when that was chosen. */
export async function putBack(
  tx: Tx,
  services: Services,
  { planId, by, because, changeId, version }: Given & { changeId: Uuid; version: string },
): Promise<Outcome> {
  const { plan, facts } = await openForActing(tx, planId);
  const change = found(await findChange(tx, planId, changeId));
  const { content } = facts.working;
  const now = partsOf(content).get(change.at)?.part ?? null;
  if (change.before === null) return refused('version', 'There was nothing there before this change');
  if (versionOfPart(now) !== version) return refused('version', OVERTAKEN);
  const why = { how: 'put back', about: changeId } as const;
  const edits = editsBack(content, [change]);
  const done = await changeSections(tx, services, { plan, facts, by }, edits, { because, why });
  if (!done.ok) return done;
  const data = { section: change.section };
  await happened(tx, plan, 'earlier words put back in the draft', changeId, { data });
  return accepted(`/plans/${planId}/history`);
}

/** What a part says, by its hash, so that a change meanwhile is noticed. */
export function versionOfPart(part: DraftPart | null): string {
  return sha256(canonicalJson(part)).slice(0, 16);
}

type Changing = { plan: Plan; facts: PlanFacts; by: string };

/** Changes several sections as one act: all of them, or none. */
async function changeSections(
  tx: Tx,
  services: Services,
  { plan, facts, by }: Changing,
  edits: readonly SectionEdit[],
  { because, why }: { because: Because; why: Why },
): Promise<Result<DraftContent>> {
  let now = facts;
  let begins = false;
  for (const edit of edits) {
    const version = now.working.versions[edit.section];
    const changed = changeSection(now, edit, version, because);
    if (!changed.ok) return changed;
    const { working, answers, beginsNewDraft } = changed.value;
    begins ||= beginsNewDraft;
    now = { ...now, working, answers };
  }
  if (begins) await beginAgain(tx, plan, by, englishDay(services.now()));
  await saveWorking(tx, plan, { working: now.working, answers: now.answers, why }, services.now());
  return accepted(now.working.content);
}

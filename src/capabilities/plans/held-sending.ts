import { recordEvent } from '../../platform/events/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listShownCitations } from './citing-store.ts';
import type { PlanFacts } from './facts.ts';
import { insertHeld, listWaiting } from './held-store.ts';
import { appendicesOf, citationsFor } from './post.ts';
import type { PlanView } from './rendering/index.ts';
import { nameOf } from './sending-check.ts';
import type { Plan } from './store.ts';
import { unsentOf } from './unsent.ts';
import { findVersion, listVersions, type Version } from './version-store.ts';
import { listInForce, type Rule } from './withheld-store.ts';
import { CLASSES_OF, type Copy, copiesOf, heldFrom, notFound, type Said } from './withholding/copies.ts';
import type { Held } from './withholding/held.ts';
import { CLASSES, type ReaderClass } from './withholding/rule.ts';

/**
 * The copies a version goes out in by the rules that hold now, and the classes of organisation it is held from, because words
 * to be withheld from them are nowhere in it as they were marked: said otherwise, they would be shown. It is held from
 * nobody else, and from the family never.
 */
export async function copiesFor(
  tx: Tx,
  plan: Plan,
  view: PlanView,
  versionId: Uuid | null = null,
): Promise<{ copies: readonly Copy[]; held: readonly ReaderClass[] }> {
  const rules = await listInForce(tx, plan.id);
  const held = heldFrom(view.version.kind, notFound(view, rules, versionId));
  return { copies: copiesOf(view, rules, held), held };
}

/** Whether a version that was sent to the family is held from a class of organisation. */
export async function isHeldFrom(
  tx: Tx,
  plan: Plan,
  { id, kind }: Pick<Version, 'id' | 'kind'>,
  reader: ReaderClass,
): Promise<boolean> {
  const rules = (await listInForce(tx, plan.id)).filter(({ readers }) => readers.includes(reader));
  if (rules.length === 0) return false;
  const said = await saidBy(tx, plan, id);
  return said !== null && heldFrom(kind, notFound(said, rules, id)).includes(reader);
}

/** What a version says that was sent, with the advice and reports it went with; null where there is no such version. */
export async function saidBy(tx: Tx, plan: Plan, versionId: Uuid): Promise<Said | null> {
  const version = await findVersion(tx, versionId);
  if (version === undefined) return null;
  const { content } = version;
  const appendices = await appendicesOf(tx, plan, content);
  return { content, appendices, citations: await listShownCitations(tx, versionId) };
}

/** A version, or the draft being written (`versionId` null), that the words of a rule are nowhere in. */
export type NowhereIn = { name: string; versionId: Uuid | null };

/**
 * Where the words of a plan's rules are looked for now (the newest final plan, the draft with the family, the draft being
 * written), and for each rule in force those of them that say its words nowhere.
 */
export async function lookFor(tx: Tx, plan: Plan, facts: PlanFacts, rules: readonly Rule[]) {
  const inForce = rules.filter(({ reviewBy }) => reviewBy !== null);
  const looked = await newestSaid(tx, plan, facts);
  const missing = new Map<Uuid, NowhereIn[]>();
  for (const { said, name, versionId, kind } of looked) {
    const classes: readonly ReaderClass[] = kind === null ? CLASSES : CLASSES_OF[kind];
    for (const { id, readers } of notFound(said, inForce, versionId)) {
      if (!readers.some((reader) => classes.includes(reader))) continue;
      missing.set(id, [...(missing.get(id) ?? []), { name, versionId }]);
    }
  }
  return { said: looked.map(({ said }) => said), missing };
}

async function newestSaid(tx: Tx, plan: Plan, facts: PlanFacts) {
  const versions = await listVersions(tx, plan.id);
  const final = versions.findLast(({ kind }) => kind === 'final');
  const draft = versions.findLast(({ kind }) => kind === 'draft');
  const newest = [...(final ? [final] : []), ...(draft && facts.served && !facts.issued ? [draft] : [])];
  const looked = [];
  for (const version of newest) {
    const said = await saidBy(tx, plan, version.id);
    if (said !== null)
      looked.push({ said, name: nameOf(version), versionId: version.id, kind: version.kind });
  }
  if (facts.issued !== null || unsentOf(facts) === null) return looked;
  const { content } = facts.working;
  const citations = await citationsFor(tx, plan, content);
  const said = { content, appendices: await appendicesOf(tx, plan, content), citations };
  return [...looked, { said, name: 'The draft as it now stands', versionId: null, kind: null }];
}

/** Holds a version from one organisation, for staff to see and put right; held already, nothing more is kept. */
export async function hold(tx: Tx, plan: Plan, held: Held): Promise<void> {
  const id = await insertHeld(tx, plan, held);
  if (id === null) return;
  // For staff alone to find: an organisation reads what happened to its pupils.
  const { authorityId, childId: unseenChildId } = plan;
  const of = { authorityId, childId: null, unseenChildId, subject: 'plan', subjectId: id } as const;
  await recordEvent(tx, { ...of, kind: 'plan held from an organisation', data: { planId: plan.id } });
}

/** Asks for what waits to be sent, wherever it now may be. */
export async function sendWaiting(tx: Tx, { authorityId, id: planId }: Plan): Promise<void> {
  if ((await listWaiting(tx, planId)).length === 0) return;
  await enqueue(tx, 'send held plan', { authorityId, planId }, `send held plan ${planId}`);
}

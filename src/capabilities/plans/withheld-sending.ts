import { findDocument, shareDocument, stopSharingDocument } from '../../platform/documents/index.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { PlainDate } from '../../shared/plain-date.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { canonicalJson } from './changes.ts';
import { listShownCitations } from './citing-store.ts';
import { sha256 } from './hash.ts';
import { appendicesOf, type FiledCopy } from './post.ts';
import type { Plan } from './store.ts';
import { findVersion, listVersions, type PlanKey } from './version-store.ts';
import { insertCopy, listCopies, listHolders, listInForce } from './withheld-store.ts';
import { CLASSES_OF, passagesFor } from './withholding/copies.ts';
import type { ReaderClass } from './withholding/rule.ts';
import { adviceWithout, citationsWithout, contentWithout } from './withholding/without.ts';

/**
 * Makes what organisations have of each version agree with the rules that hold now: a copy in its place where something is
 * withheld, and where nothing is any longer, one that says all. A paper that shows other than that is no longer shared with
 * them; what they were sent before a rule began cannot be taken back from them.
 */
export async function keepCopies(tx: Tx, plan: Plan): Promise<void> {
  const rules = await listInForce(tx, plan.id);
  for (const { id } of await listVersions(tx, plan.id)) {
    const version = await findVersion(tx, id);
    if (version === undefined) continue;
    const copies = await listCopies(tx, id);
    const appendices = await appendicesOf(tx, plan, version.content);
    const shown = await listShownCitations(tx, id);
    for (const reader of CLASSES_OF[version.kind]) {
      const passages = passagesFor(rules, reader);
      const content = contentWithout(version.content, passages);
      const contentHash = sha256(canonicalJson(content));
      const copy = copies.find((one) => one.reader === reader);
      const advice = adviceWithout(appendices, version.content, passages);
      const cited = citationsWithout(shown, passages);
      const allShown =
        contentHash === version.contentHash &&
        canonicalJson(advice) === canonicalJson(appendices) &&
        canonicalJson(cited) === canonicalJson(shown);
      const citations = allShown ? null : cited;
      const same = (one: { allShown: boolean; contentHash: string; citations: unknown }) =>
        one.allShown === allShown &&
        one.contentHash === contentHash &&
        canonicalJson(one.citations ?? shown) === canonicalJson(citations ?? shown);
      if (copy === undefined ? allShown : same(copy)) continue;
      const documentId = allShown ? version.documentId : null;
      const { kind, number, sentOn, servedOn, officer } = version;
      await insertCopy(tx, plan, {
        versionId: id,
        ...{ reader, kind, number, sentOn, servedOn, officer, content, contentHash, documentId, allShown },
        citations,
      });
      await changePaper(tx, {
        versionId: id,
        reader,
        from: copy?.documentId ?? version.documentId,
        to: documentId,
      });
    }
  }
}

type Paper = { versionId: Uuid; reader: ReaderClass; from: Uuid | null; to: Uuid | null };

async function changePaper(tx: Tx, { versionId, reader, from, to }: Paper): Promise<void> {
  const before = from === null ? undefined : await findDocument(tx, from);
  const after = to === null ? undefined : await findDocument(tx, to);
  for (const { organisationId, reader: theirs } of await listHolders(tx, versionId)) {
    if (theirs !== reader) continue;
    if (before !== undefined) await stopSharingDocument(tx, before, organisationId);
    if (after !== undefined) await shareDocument(tx, after, organisationId);
  }
}

/** The paper of a version that one class of reader is given: their copy's where they have one. */
export async function paperFor(
  tx: Tx,
  version: { id: Uuid; documentId: Uuid | null },
  reader: ReaderClass,
): Promise<Uuid | null> {
  const copy = (await listCopies(tx, version.id)).find((one) => one.reader === reader);
  return copy === undefined ? version.documentId : copy.documentId;
}

/** Keeps, with their papers, the copies in which a version goes out. */
export async function insertFiledCopies(
  tx: Tx,
  plan: PlanKey,
  { versionId, sentOn }: { versionId: Uuid; sentOn: PlainDate },
  copies: readonly FiledCopy[],
): Promise<void> {
  if (copies.length === 0) return;
  // Of the content as it is kept, with the addresses that no paper shows; a paper's own view leaves them out.
  const version = await findVersion(tx, versionId);
  if (version === undefined) return;
  const rules = await listInForce(tx, plan.id);
  const shown = await listShownCitations(tx, versionId);
  for (const { reader, documentId } of copies) {
    const passages = passagesFor(rules, reader);
    const content = contentWithout(version.content, passages);
    const citations = citationsWithout(shown, passages);
    const { kind, number, servedOn, officer } = version;
    const contentHash = sha256(canonicalJson(content));
    const whole = { reader, kind, number, sentOn, servedOn, officer, content, contentHash, documentId };
    await insertCopy(tx, plan, { versionId, ...whole, allShown: false, citations });
  }
}

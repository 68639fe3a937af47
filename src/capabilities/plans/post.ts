import { Readable } from 'node:stream';
import { type ReceivedContent, receiveContent, recordDocument } from '../../platform/documents/index.ts';
import { recordEvent } from '../../platform/events/index.ts';
import { found } from '../../platform/http/errors.ts';
import type { Tx } from '../../platform/lens/index.ts';
import { sendLetter } from '../../platform/notifications/index.ts';
import type { Services } from '../../platform/services.ts';
import { accepted, type Result, refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import { listEverSigned, sayParagraph } from '../assessments/index.ts';
import { type Contact, findChild, fullName, listContacts } from '../children/index.ts';
import { findRequest, whereToTurn } from '../requests/index.ts';
import { findRights, isThemself, type Rights, whoIsTold } from '../rights/index.ts';
import { canonicalJson } from './changes.ts';
import { type Citation, citedIn } from './citing.ts';
import { listCitations, listShownCitations } from './citing-store.ts';
import type { PlanFacts } from './facts.ts';
import { sha256 } from './hash.ts';
import type { Words } from './letters.ts';
import type { PlanContent } from './plan.ts';
import type { Party } from './recipients.ts';
import { referenceOf } from './reference-store.ts';
import { type Appendix, type PlanView, renderPlanPdf, renderPlanToKeep } from './rendering/index.ts';
import { findPlan, loadFacts, lockPlan, type Plan } from './store.ts';
import { listVersions, type PlanKey } from './version-store.ts';
import type { Copy } from './withholding/copies.ts';
import { CLASS_WORDS } from './withholding/rule.ts';

/* What every act on a plan needs: the plan, locked, with its facts; who it is about; its papers, letters and events. */

/** The plan and everything that has happened to it, locked for one act at a time. Answers 404 where the lens has none. */
export async function openForActing(tx: Tx, planId: Uuid): Promise<{ plan: Plan; facts: PlanFacts }> {
  await lockPlan(tx, planId);
  const plan = found(await findPlan(tx, planId));
  return { plan, facts: await loadFacts(tx, plan) };
}

/** Who a plan is about, and whom its letters tell people to turn to. Needs the authority's lens. */
export async function aboutPlan(tx: Tx, services: Services, plan: Plan) {
  const child = found(await findChild(tx, plan.childId));
  const request = plan.requestId === null ? null : found(await findRequest(tx, plan.requestId));
  const contacts = await listContacts(tx, plan.childId);
  const rights = await findRights(tx, services, { child, decision: 'the plan and its setting' });
  return {
    child,
    childName: fullName(child),
    reference: await referenceOf(tx, plan),
    /** The day the request came; null where the plan came of none here. */
    receivedOn: request?.receivedOn ?? null,
    contacts,
    /** Those of them whom a letter about the plan goes to. */
    told: whoIsTold(rights, contacts),
    parties: contacts.map((contact) => toParty(contact, rights)),
    turn: whereToTurn(services.authority),
  };
}

export function toParty(contact: Contact, rights: Rights): Party {
  return {
    personId: contact.id,
    name: contact.name,
    role: rights.representatives.includes(contact.id)
      ? 'representative'
      : isThemself(contact)
        ? 'young person'
        : 'parent',
    restricted: contact.restricted,
    address: contact.addressLines,
    email: contact.email,
  };
}

export type Paper<View = PlanView> = {
  kind: string;
  title: string;
  view: View;
  /** Of each class of reader from whom something it says is withheld. */
  copies?: readonly Copy[];
};
/** A paper as it was drawn, and the hash of what it was drawn from. */
export type Drawn = {
  content: ReceivedContent;
  /** Its archival copy; of a final plan alone, since a draft is replaced. */
  archive: ReceivedContent | null;
  /** The copies' own papers, in their order. */
  copies: readonly ReceivedContent[];
  from: string;
};
export type Filed = { documentId: Uuid; archiveId: Uuid | null; copies: readonly FiledCopy[] };
export type FiledCopy = Copy & { documentId: Uuid };
/** A short transaction of its own. */
export type Reading = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Draws a version of a plan as a PDF and keeps its bytes. Slow: it is called before the transaction that files it. */
export async function drawPaper(
  services: Services,
  plan: Pick<Plan, 'authorityId'>,
  paper: Paper,
): Promise<Drawn> {
  const copies = await drawCopies(services, plan, paper);
  if (paper.view.version.kind === 'draft')
    return keepDrawing(services, plan, paper, { read: await renderPlanPdf(paper.view), copies });
  return keepDrawing(services, plan, paper, { ...(await renderPlanToKeep(paper.view)), copies });
}

/** Draws the copies of a paper alone, in their order. As slow. */
export async function drawCopies(
  services: Services,
  plan: Pick<Plan, 'authorityId'>,
  { title, copies = [] }: Paper,
): Promise<readonly ReceivedContent[]> {
  const kept: ReceivedContent[] = [];
  for (const { view } of copies) kept.push(await keep(services, plan, title, await renderPlanPdf(view)));
  return kept;
}

/** What was drawn of a paper: to read, to keep where it is to be kept, and its copies in their order. */
type Drawings = { read: Uint8Array; kept?: Uint8Array; copies?: readonly ReceivedContent[] };

/** Keeps the bytes of a paper that was drawn, and of its archival copy where it has one, until they are filed. */
export async function keepDrawing(
  services: Services,
  plan: Pick<Plan, 'authorityId'>,
  paper: Paper<unknown>,
  { read, kept, copies = [] }: Drawings,
): Promise<Drawn> {
  const content = await keep(services, plan, paper.title, read);
  const archive = kept === undefined ? null : await keep(services, plan, paper.title, kept);
  return { content, archive, copies, from: hashOf(paper) };
}

async function keep(
  { documents }: Services,
  { authorityId }: Pick<Plan, 'authorityId'>,
  title: string,
  drawn: Uint8Array,
): Promise<ReceivedContent> {
  const bytes = Readable.from([Buffer.from(drawn)]);
  const received = await receiveContent(documents, bytes, { authorityId, name: `${title}.pdf` });
  if (!received.ok) throw new Error('the plan’s own PDF was not accepted as a document');
  return received.value;
}

/** Puts on the child's file the paper that was drawn, if that is what is to be filed now: refuses when it has changed since. */
export async function filePaper(
  tx: Tx,
  { childId }: Plan,
  paper: Paper<unknown>,
  drawn: Drawn | null,
): Promise<Result<Filed>> {
  if (drawn === null || drawn.from !== hashOf(paper)) {
    const doing = paper.kind === 'final plan' ? 'issued' : 'served';
    return refused('plan', `Somebody changed the plan while it was being ${doing}. Look at it again`);
  }
  const { kind, title } = paper;
  const documentId = await recordDocument(tx, drawn.content, { childId, kind, title, madeHere: true });
  const copies = await fileCopies(tx, { childId }, paper, drawn.copies);
  if (drawn.archive === null) return accepted({ documentId, archiveId: null, copies });
  const archiveId = await recordDocument(tx, drawn.archive, { childId, ...archiveOf(paper), madeHere: true });
  return accepted({ documentId, archiveId, copies });
}

/** Puts the copies of a paper on the child’s file, as they were drawn. */
export async function fileCopies(
  tx: Tx,
  { childId }: Pick<Plan, 'childId'>,
  { kind, title, copies = [] }: Pick<Paper, 'kind' | 'title' | 'copies'>,
  drawn: readonly ReceivedContent[],
): Promise<FiledCopy[]> {
  const filed: FiledCopy[] = [];
  for (const [at, content] of drawn.entries()) {
    const copy = copies[at];
    if (copy === undefined) continue;
    const said = {
      kind: `${kind}, copy`,
      title: `${title}, copy for: ${CLASS_WORDS[copy.reader].toLowerCase()}`,
    };
    const documentId = await recordDocument(tx, content, { childId, ...said, madeHere: true });
    filed.push({ ...copy, documentId });
  }
  return filed;
}

/** What the archival copy of a paper is called on the file. */
export function archiveOf({ kind, title }: Pick<Paper, 'kind' | 'title'>) {
  return { kind: `${kind}, archive copy`, title: `${title}, archive copy` };
}

function hashOf(paper: Paper<unknown>): string {
  return sha256(canonicalJson(paper));
}

/** The signed advice a plan says is appended, as its own authors wrote it then (reg. 12(4)), corrected since or not. */
export async function appendicesOf(tx: Tx, plan: Plan, content: PlanContent): Promise<Appendix[]> {
  const appended = new Set(content.advice.filter((entry) => entry.appended).map(({ adviceId }) => adviceId));
  if (plan.assessmentId === null) return [];
  const signed = (await listEverSigned(tx, plan.assessmentId)).filter(({ id }) => appended.has(id));
  return signed.map((advice) => {
    const { statement, rows } = advice.content;
    const outcomes = rows.filter((row) => row.kind === 'outcome');
    const provisions = rows.filter((row) => row.kind === 'provision');
    return {
      title: sayParagraph(advice.paragraph),
      from: [advice.authorName, advice.authorRole, advice.organisation]
        .filter((part) => part !== null)
        .join(', '),
      signedOn: advice.signedOn,
      statement: statement.notKnown
        ? `The child is not known to this service. ${statement.text}`
        : statement.text,
      needs: rows
        .filter((row) => row.kind === 'need')
        .map((need) => ({
          ...need,
          outcomes: outcomes
            .filter(({ under }) => under === need.id)
            .map((outcome) => ({
              ...outcome,
              provisions: provisions.filter(({ under }) => under === outcome.id),
            })),
        })),
    };
  });
}

/**
 * The reports its statements cite, as a paper on the file may show them: to whoever opens it, now or later. One withheld from
 * the family is on no paper.
 */
export async function citationsFor(tx: Tx, plan: Plan, content: PlanContent): Promise<Citation[]> {
  const known = await listCitations(tx, plan.id);
  return citedIn(
    content,
    known.filter(({ withheld }) => !withheld).map(({ withheld: _, ...citation }) => citation),
  );
}

/** What the plan as it now stands cites: a final plan as it was issued, or the draft being written. */
export async function citationsNow(
  tx: Tx,
  plan: Plan,
  { issued, working }: Pick<PlanFacts, 'issued' | 'working'>,
): Promise<Citation[]> {
  if (issued === null) return citationsFor(tx, plan, working.content);
  const final = (await listVersions(tx, plan.id)).findLast(({ kind }) => kind === 'final');
  return final === undefined ? [] : listShownCitations(tx, final.id);
}

/** Writes to each of those a letter about the plan goes to who may be written to. */
export async function writeToFamily(
  tx: Tx,
  plan: Plan,
  contacts: readonly Contact[],
  letter: Words & { template: string; documentId?: Uuid; documentWords?: string },
): Promise<void> {
  const { authorityId, childId } = plan;
  for (const contact of contacts) {
    await sendLetter(tx, { authorityId, childId, to: { kind: 'contact', contact }, ...letter });
  }
}

/** Every word of a plan, so that the safe-contact rule reads what is enclosed. */
export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(wordsIn).join('\n');
}

/** Records what happened to a plan, in the transaction of its facts. */
export async function happened(
  tx: Tx,
  plan: PlanKey,
  kind: string,
  subjectId: Uuid,
  about: { organisationId?: Uuid; data?: Readonly<Record<string, string | number>> } = {},
): Promise<void> {
  const { authorityId, childId } = plan;
  await recordEvent(tx, {
    authorityId,
    childId,
    kind,
    subject: 'plan',
    subjectId,
    ...(about.organisationId === undefined ? {} : { organisationId: about.organisationId }),
    data: { planId: plan.id, ...about.data },
  });
}

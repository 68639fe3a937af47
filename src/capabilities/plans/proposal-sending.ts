import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { refused } from '../../shared/result.ts';
import type { Uuid } from '../../shared/uuid.ts';
import type { proposalSchema } from './act-schema.ts';
import { keyOfSource, sayCitation } from './citing.ts';
import { listShownCitations } from './citing-store.ts';
import type { Source } from './plan.ts';
import { happened, openForActing } from './post.ts';
import { listProposals } from './proposal-store.ts';
import { contentFor } from './recipients.ts';
import type { PlanView } from './rendering/index.ts';
import { insertAct, type Plan } from './store.ts';
import { findVersion, listVersions } from './version-store.ts';
import {
  newRowAt,
  type Party,
  type Proposal,
  sectionLettered,
  type WorkingDocument,
  type WorkingField,
  workingDocument,
} from './working/document.ts';

export type OpenWorking = {
  versionId: Uuid;
  view: PlanView;
  proposals: readonly Proposal[];
  document: WorkingDocument;
  /** The advice and reports a change may rest on: those this version showed. */
  citable: readonly { key: string; words: string; source: Source }[];
};

/** The working document of the plan as last issued; null where none is. It shows nobody's address, whoever reads it. */
export async function openWorking(tx: Tx, plan: Plan, reference: string): Promise<OpenWorking | null> {
  const last = (await listVersions(tx, plan.id)).findLast(({ kind }) => kind === 'final');
  const version = last === undefined ? undefined : await findVersion(tx, last.id);
  if (version === undefined) return null;
  const { id: versionId, number, servedOn: on, officer, authorityName } = version;
  const citations = await listShownCitations(tx, versionId);
  const content = contentFor(version.content, { kind: 'person', id: null }, []);
  const view: PlanView = {
    authority: { name: authorityName },
    reference,
    version: { kind: 'final', number, on, officer: officer ?? '' },
    content,
    layout: 'sections',
    citations,
  };
  const sources: { words: string; source: Source }[] = [
    ...citations.map((one) => ({ words: sayCitation(one), source: { citationId: one.id } })),
    ...content.advice.map(({ adviceId, from }) => ({ words: from, source: { adviceId, page: null } })),
  ];
  const proposals = await listProposals(tx, plan.id, versionId);
  const document = workingDocument(view, proposals);
  const citable = sources.map((one) => ({ ...one, key: keyOfSource(one.source) }));
  return { versionId, view, proposals, document, citable };
}

/** What a change is proposed to: a field of the document, or a row that is to be put into a section. */
export type ProposedTo = Pick<WorkingField, 'at' | 'label' | 'original'> & { newIn: string | null };

/** By its number a field; by a section’s letter a new row in it. */
export function fieldAt({ document }: OpenWorking, place: string): ProposedTo {
  const section = sectionLettered(place);
  if (section !== undefined)
    return { at: newRowAt(section, randomUUID()), label: '', original: '', newIn: section };
  const fields = document.statements.flatMap((statement) => statement.fields);
  const field = fields.find((one) => String(one.place) === place);
  if (field === undefined) throw new NotTheirs();
  return { ...field, newIn: null };
}

export type Proposing = {
  place: string;
  party: Party;
  words: string;
  source: string;
  page: string;
  by: string;
};

/** Writes down a change one party proposes to one field of the plan as issued, which itself is not altered. */
export async function propose(
  tx: Tx,
  services: Services,
  planId: Uuid,
  { place, party, words, source: chosen, page, by }: Proposing,
): Promise<Outcome> {
  const { plan } = await openForActing(tx, planId);
  const open = found((await openWorking(tx, plan, '')) ?? undefined);
  const field = fieldAt(open, place);
  const before = open.proposals.findLast((one) => one.at === field.at && one.party === party);
  if (words.trim() === (before?.words ?? field.original).trim())
    return refused(
      'words',
      field.newIn === null ? 'Change the words to what is proposed' : 'Enter the words of the new row',
    );
  const source = sourceOf(open, chosen, page);
  if (source === undefined) return refused('source', 'Choose the advice or report it rests on, or none');
  const pageOfAdvice = source !== null && 'adviceId' in source && source.page !== null;
  if (page !== '' && !pageOfAdvice)
    return refused(
      'page',
      'Enter the page as a number, and choose the advice it is in: a report has its page already',
    );
  await writeDown(tx, services, plan, {
    by,
    body: { versionId: open.versionId, at: field.at, party, words: words.trim(), source },
  });
  return { ok: true, value: `/plans/${planId}/working-document` };
}

/** Keeps one proposal, with its event. */
export async function writeDown(
  tx: Tx,
  services: Services,
  plan: Plan,
  { by, body }: { by: string; body: z.input<typeof proposalSchema> },
): Promise<void> {
  const on = englishDay(services.now());
  const id = await insertAct(tx, plan, { kind: 'change proposed', on, by, body });
  await happened(tx, plan, 'change to the plan proposed', id, { data: { party: body.party } });
}

function sourceOf({ citable }: OpenWorking, chosen: string, page: string): Source | null | undefined {
  if (chosen === '') return null;
  const source = citable.find(({ key }) => key === chosen)?.source;
  if (source === undefined || 'citationId' in source || !/^\d{1,4}$/.test(page)) return source;
  return { adviceId: source.adviceId, page: Number(page) };
}

/** Records that both parties agree a change that one of them proposed. Said twice, it is recorded once. */
export async function agree(
  tx: Tx,
  services: Services,
  planId: Uuid,
  given: { proposalId: Uuid; by: string },
): Promise<Outcome> {
  const { plan } = await openForActing(tx, planId);
  const open = found((await openWorking(tx, plan, '')) ?? undefined);
  const proposal = found(open.proposals.find(({ id }) => id === given.proposalId));
  if (proposal.agreedOn === null) {
    const on = englishDay(services.now());
    const body = { outcome: 'accepted', reasons: '' };
    const about = proposal.id;
    await insertAct(tx, plan, { kind: 'answer', on, by: given.by, about, body });
    await happened(tx, plan, 'change to the plan agreed', about);
  }
  return { ok: true, value: `/plans/${planId}/working-document` };
}

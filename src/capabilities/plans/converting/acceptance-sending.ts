import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { attachDraftDocuments } from '../../../platform/documents/index.ts';
import { dayField, readForm, type Typed, textField } from '../../../platform/http/forms.ts';
import type { Outcome } from '../../../platform/http/types.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import { englishDay, type PlainDate } from '../../../shared/plain-date.ts';
import { accepted, type Refusal, type Result, refused } from '../../../shared/result.ts';
import { isUuid, type Uuid } from '../../../shared/uuid.ts';
import { findLikelySame, insertChild, lockChild } from '../../children/index.ts';
import { settle } from '../../requests/index.ts';
import type { IssuedPlan } from '../facts.ts';
import { readPlacement } from '../final-routes.tsx';
import { insertWords } from '../frozen/store.ts';
import { freeze } from '../frozen/words.ts';
import { sha256 } from '../hash.ts';
import { staffName } from '../plan-routes.tsx';
import { type Drawn, drawPaper, filePaper, happened, type Paper } from '../post.ts';
import { contentFor } from '../recipients.ts';
import { referenceOf } from '../reference-store.ts';
import { findPlanOfChild, insertPlan, type Plan } from '../store.ts';
import { insertIssued } from '../version-store.ts';
import { acceptPlan } from './accepting.ts';
import { insertAcceptance } from './conversion-store.ts';
import type { Reviewed } from './review.ts';
import { openConversion, openForReview } from './review-sending.ts';

const optional = z.string().max(2000, 'Shorten this to 2,000 characters or fewer').default('');

/** Whose plan it is, when and by whom it was issued; what Section I says is read as it is for a plan of ours. */
export const acceptanceSchema = z.object({
  givenNames: textField('Enter the given names', 200),
  familyName: textField('Enter the family name', 200),
  bornOn: dayField('the date of birth'),
  file: z.string().default(''),
  /** The children who were shown as perhaps the same. */
  shown: z.string().max(2000).default(''),
  reason: optional,
  issuedOn: dayField('the day the plan was issued'),
  officer: textField('Enter the officer who signed the plan', 200),
  kind: z.string().default(''),
  settingIds: z.string().max(400).default(''),
  type: z.string().default(''),
  attendance: z.string().default(''),
  arrangements: optional,
  /** What a setting is looked for by. */
  q: z.string().max(100, 'Shorten this to 100 characters or fewer').default(''),
});
export type AcceptanceForm = z.infer<typeof acceptanceSchema>;

/** What the matching is asked with: only names and a birth date find anybody. */
export async function findLikely(
  tx: Tx,
  said: { givenNames: string; familyName: string; bornOn: PlainDate; upn: string; nhsNumber: string },
) {
  const upn = /^[A-Z]\d{11}[0-9A-Z]$/i.test(said.upn) ? said.upn.toUpperCase() : null;
  const nhsNumber = /^\d{10}$/.test(said.nhsNumber) ? said.nhsNumber : null;
  const { givenNames, familyName, bornOn } = said;
  return findLikelySame(tx, { givenNames, familyName, bornOn, upn, nhsNumber, postcode: null }, null);
}

/** Accepts a converted plan, drawn before the one transaction that keeps it: the plan, the file it came of, and the event. */
export async function acceptOnce(
  request: FastifyRequest,
  services: Services,
  id: Uuid,
  form: AcceptanceForm,
  said: { upn: string; nhsNumber: string },
): Promise<Outcome> {
  const seen = await request.act(async (tx) => prepare(tx, services, id, form));
  const drawn = seen.ok ? await drawPaper(services, seen.value.plan, seen.value.paper) : null;
  return request.once(async (tx) => {
    const opened = await openForReview(tx, services, id);
    if (!opened.ok) return opened;
    const prepared = await prepare(tx, services, id, form);
    return prepared.ok ? keep(tx, { request, services, id, form, said, drawn }, prepared.value) : prepared;
  });
}

type Prepared = {
  issued: IssuedPlan;
  plan: Omit<Plan, 'childId'>;
  paper: Paper;
  passages: readonly Reviewed[];
  chosen: string;
};

async function prepare(
  tx: Tx,
  services: Services,
  id: Uuid,
  form: AcceptanceForm,
): Promise<Result<Prepared>> {
  const { conversion, passages } = await openConversion(tx, services, id);
  const placement = await readPlacement(tx, form);
  if (!placement.ok) return placement;
  const act = { ...form, placement: placement.value };
  const issued = acceptPlan(id, passages, act, { hash: sha256, today: englishDay(services.now()) });
  if (!issued.ok) return issued;
  // The plan has the conversion's own identifier, so that drawing it twice draws the same.
  const plan = { authorityId: conversion.authorityId, id, requestId: null, assessmentId: null };
  const { content, issuedOn, officer, version: number } = issued.value;
  const view = {
    authority: { name: services.authority.name },
    reference: await referenceOf(tx, plan),
    version: { kind: 'final', number, on: issuedOn, officer },
    content: contentFor(content, { kind: 'person', id: null }, []),
    layout: 'sections',
    appendices: [],
    citations: [],
  } as const;
  const paper = { kind: 'final plan', title: `Final plan, version ${number}`, view };
  return accepted({ issued: issued.value, plan, paper, passages, chosen: form.file });
}

type Keeping = {
  request: FastifyRequest;
  services: Services;
  id: Uuid;
  form: AcceptanceForm;
  said: { upn: string; nhsNumber: string };
  drawn: Drawn | null;
};

async function keep(
  tx: Tx,
  { request, services, id, form, said, drawn }: Keeping,
  { issued, plan, paper }: Prepared,
): Promise<Outcome> {
  const { upn, nhsNumber } = said;
  const likely = await findLikely(tx, { ...form, upn, nhsNumber });
  const whose = settledBy(form, likely);
  if (!whose.ok) return whose;
  const child = await childOf(tx, plan.authorityId, form, said);
  if (!child.ok) return child;
  const childId = child.value;
  if ((await findPlanOfChild(tx, childId)) !== undefined)
    return refused(
      'file',
      'This child has a plan on this service already. Set this file aside, or amend that plan after a review',
    );
  const own = { ...plan, childId };
  const { sectionI: _, ...written } = issued.content;
  await insertPlan(tx, own, { ...written, sectionI: null }, issued.issuedOn);
  const filed = await filePaper(tx, own, paper, drawn);
  if (!filed.ok) return filed;
  const versionId = await insertIssued(tx, own, issued, { ...filed.value, amendmentId: null });
  await insertWords(tx, own, versionId, freeze(paper.view, sha256));
  await attachDraftDocuments(tx, id, childId);
  await insertAcceptance(tx, plan, {
    childId,
    planId: id,
    ...whose.value,
    by: staffName(request),
    at: services.now(),
  });
  const data = { version: issued.version, versionId, issuedOn: issued.issuedOn };
  await happened(tx, own, 'plan written elsewhere brought in', versionId, { data });
  return { ok: true, value: `/plans/${id}` };
}

/** Whose it is, as a person said. Nobody new is opened a file past somebody they were not shown. */
function settledBy(form: AcceptanceForm, likely: Awaited<ReturnType<typeof findLikely>>) {
  if (form.file === '') return refused('file', 'Select whose plan this is');
  const shown = new Set(form.shown.split(','));
  if (likely.some(({ id }) => !shown.has(id)))
    return refused(
      'file',
      'Somebody on file may be this child, and was not shown before. Look at the list again',
    );
  const nobody = likely.length === 0 && form.reason === '';
  const file = form.file === 'new' ? null : form.file;
  const reason = nobody && file === null ? 'Nobody on file is like them' : form.reason;
  return settle({ file, reason, contactCheck: '' }, likely);
}

async function childOf(
  tx: Tx,
  authorityId: number,
  form: AcceptanceForm,
  said: { upn: string },
): Promise<Result<Uuid> | Refusal> {
  if (form.file !== 'new') {
    // One plan at a time for one child, whoever accepts it.
    const child = isUuid(form.file) ? await lockChild(tx, form.file) : undefined;
    return child === undefined ? refused('file', 'Select whose plan this is') : accepted(child.id);
  }
  const id = randomUUID();
  await insertChild(tx, authorityId, {
    id,
    givenNames: form.givenNames,
    familyName: form.familyName,
    preferredName: null,
    bornOn: form.bornOn,
    upn: /^[A-Z]\d{11}[0-9A-Z]$/.test(said.upn) ? said.upn : null,
    addressLines: [],
    postcode: null,
    settingId: null,
  });
  return accepted(id);
}

/** A form whose days may not be real yet: as much of it as the matching can be asked with, or nothing. */
export function namesIn(typed: Typed) {
  const read = readForm(acceptanceSchema.pick({ givenNames: true, familyName: true, bornOn: true }), typed);
  return read.ok ? read.value : null;
}

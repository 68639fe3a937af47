import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../design-system/index.ts';
import { findDocument } from '../../platform/documents/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found, NotTheirs } from '../../platform/http/errors.ts';
import {
  choiceField,
  optionalDayField,
  optionalText,
  readForm,
  type Typed,
  typedIn,
} from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Tx } from '../../platform/lens/index.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { accepted } from '../../shared/result.ts';
import { findChild, fullName } from '../children/index.ts';
import { WithheldPage } from './pages/withheld.tsx';
import { WithholdingPage } from './pages/withholding.tsx';
import { byWhom, listReviewers } from './reviewer-store.ts';
import { review, withhold } from './withholding.ts';
import {
  letOrganisationsRead,
  listActs,
  listWithheld,
  lockStanding,
  recordAct,
} from './withholding-store.ts';

const caseworkers = { access: ['caseworker', 'manager'] } as const;

export const withholdSchema = z.object({
  ground: z.string().max(300, 'Choose the ground you rely on').default(''),
  reason: optionalText(2000),
  reviewBy: optionalDayField('the day of the review'),
  reviewer: z.string().max(100).default(''),
  organisations: z.string().default(''),
});
export const reviewSchema = z.object({
  outcome: choiceField(['keep', 'lift'], 'Choose whether it is still withheld'),
  reason: optionalText(2000),
  reviewBy: optionalDayField('the day of the next review'),
  reviewer: z.string().max(100).default(''),
  organisations: z.string().default(''),
});

/** Staff withhold a document from the family, with a reason and a day by which somebody looks again; and look again. */
export function withholdingRoutes(app: FastifyInstance, services: Services): void {
  const url = '/children/:childId/documents/:documentId/withholding';
  const { withholdingGrounds: grounds } = services.config;

  app.get('/withheld-documents', { config: { access: 'staff' } }, async (request, reply) => {
    const withheld = await request.act((tx) => listWithheld(tx, null));
    const today = englishDay(services.now());
    return reply.page(<WithheldPage page={request.pageContext()} {...{ withheld, today }} />);
  });

  app.get(url, { config: { ...caseworkers, childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(url, { config: caseworkers }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(withholdSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, typed);
    const outcome = await withholdOnce(request, services, read.value);
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  app.post(`${url}/review`, { config: caseworkers }, async (request, reply) => {
    const typed = typedIn(request.body);
    const read = readForm(reviewSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, typed);
    const outcome = await reviewOnce(request, services, read.value);
    if (!outcome.ok) return show(request, reply, { [outcome.field]: outcome.message }, typed);
    return reply.redirect(outcome.value, 303);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
    const { child, document, acts, reviewers } = await readWithholding(request);
    const form = { grounds, typed, errors, formKey: randomUUID(), action: hrefOf(request) };
    const shown = {
      childId: child.id,
      childName: fullName(child),
      title: document.title,
      madeHere: document.madeHere,
      acts,
      reviewers,
    };
    const status = Object.keys(errors).length === 0 ? 200 : 400;
    return reply.page(<WithholdingPage page={request.pageContext()} {...shown} {...form} />, status);
  }
}

/** Withholds a document from the family, once, with its reason and the day somebody looks again. */
export function withholdOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof withholdSchema>,
): Promise<Outcome> {
  const { withholdingGrounds: grounds } = services.config;
  return request.once(async (tx) => {
    const document = await theirDocument(tx, request);
    const standing = await lockStanding(tx, document.id);
    const { madeHere } = document;
    const decided = withhold(form, {
      standing,
      madeHere,
      grounds,
      staff: await listReviewers(tx),
      today: englishDay(services.now()),
    });
    if (!decided.ok) return decided;
    if (form.organisations === 'yes') await letOrganisationsRead(tx, document.id);
    await recordAct(tx, document, decided.value, byWhom(request, services));
    return accepted(hrefOf(request));
  });
}

export function reviewOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof reviewSchema>,
): Promise<Outcome> {
  return request.once(async (tx) => {
    const document = await theirDocument(tx, request);
    const decided = review(form, {
      standing: await lockStanding(tx, document.id),
      staff: await listReviewers(tx),
      today: englishDay(services.now()),
    });
    if (!decided.ok) return decided;
    if (form.organisations === 'yes') await letOrganisationsRead(tx, document.id);
    await recordAct(tx, document, decided.value, byWhom(request, services));
    return accepted(hrefOf(request));
  });
}

/** A document, and everything that was decided about withholding it. */
export async function readWithholding(request: FastifyRequest) {
  const read = await request.act(async (tx) => {
    const document = await theirDocument(tx, request);
    const child = found(await findChild(tx, idIn(request, 'childId')));
    const reviewers = await listReviewers(tx);
    return { document, child, acts: await listActs(tx, document.id), reviewers };
  });
  request.readsChildFile({ authorityId: read.child.authorityId, childId: read.child.id });
  return read;
}

function hrefOf(request: FastifyRequest): string {
  return `/children/${idIn(request, 'childId')}/documents/${idIn(request, 'documentId')}/withholding`;
}

async function theirDocument(tx: Tx, request: FastifyRequest) {
  const document = found(await findDocument(tx, idIn(request, 'documentId')));
  if (document.childId !== idIn(request, 'childId')) throw new NotTheirs();
  return document;
}

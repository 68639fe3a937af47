import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FieldErrors } from '../../../design-system/index.ts';
import { idIn } from '../../../platform/http/address.ts';
import { found } from '../../../platform/http/errors.ts';
import { readForm, typedIn } from '../../../platform/http/forms.ts';
import type { Tx } from '../../../platform/lens/index.ts';
import type { Services } from '../../../platform/services.ts';
import type { Uuid } from '../../../shared/uuid.ts';
import { findParticulars, listPeople } from '../../children/index.ts';
import { readOneFile } from '../one-file.ts';
import { openPlanPage, readsFile, staff } from '../plan-routes.tsx';
import { referenceOf } from '../reference-store.ts';
import { stampOf } from '../rendering/index.ts';
import { inAddress, openLanguage, openNewest } from './address.ts';
import { keeping, translatingApi } from './api.ts';
import { writeCsv } from './csv.ts';
import { type Language, languageOf, languagesNamedIn } from './languages.ts';
import { standingOf } from './matching.ts';
import { inLanguage, openVersion } from './opening.ts';
import { LanguagePage, TranslationsPage } from './pages.tsx';
import { type FileOutcome, keepOnce, receiveFile } from './receiving.ts';
import { urnOf } from './returned.ts';
import { ReviewPage } from './review.tsx';
import { listTranslations } from './store.ts';
import { writeXliff, XLIFF } from './xliff.ts';

/** A plan’s words in a hundred languages’ widest letters are far less. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A plan in other languages: the file for a translator, the file that comes back, and keeping it once somebody has looked. */
export function translatingRoutes(app: FastifyInstance, services: Services): void {
  const at = '/plans/:planId/translations';
  const one = `${at}/:language`;
  app.get(at, { config: readsFile }, async (request, reply) => {
    const { planId } = z.object({ planId: z.string() }).parse(request.params);
    const asked = languageOf(
      z.object({ language: z.string() }).catch({ language: '' }).parse(request.query).language,
    );
    if (asked !== undefined) return reply.redirect(`/plans/${planId}/translations/${asked.tag}`, 303);
    const { of, shown } = await openPlanPage(request, async (tx, plan) => ({
      recorded: await languagesOf(tx, plan.childId),
      ...(await openNewest(tx, services, plan)),
    }));
    const { open, all, recorded } = shown;
    const languages = [...new Set(all.map(({ language }) => language))].flatMap(
      (tag) => languageOf(tag) ?? [],
    );
    return reply.page(
      <TranslationsPage
        page={request.pageContext()}
        {...{ of, recorded }}
        shown={open === null ? [] : languages.map((language) => inLanguage(open, language, all))}
        version={open && stampOf(open.view)}
      />,
    );
  });

  app.get(one, { config: readsFile }, (request, reply) => show(request, reply, services));
  app.post(one, { config: { access: staff } }, async (request, reply) => {
    const { fields, file } = await readOneFile(request, {
      field: 'file',
      mostBytes: MOST_BYTES,
      tooLarge: TOO_LARGE,
    });
    request.body = { idempotencyKey: fields['idempotencyKey'] ?? '' };
    const outcome: FileOutcome = file.ok
      ? await receiveFile(request, services, { ...inAddress(request), bytes: file.value })
      : file;
    return outcome.ok ? reply.redirect(outcome.value, 303) : show(request, reply, services, outcome);
  });
  for (const [end, type, write] of [
    ['xlf', XLIFF, writeXliff],
    ['csv', 'text/csv; charset=utf-8', writeCsv],
  ] as const) {
    app.get(`${one}/translators-file.${end}`, { config: readsFile }, async (request, reply) => {
      const { open, shown } = await openLanguage(request, services);
      const { language, standing: rows } = shown;
      const name = `plan-${language.tag}-${open.view.version.kind}-${open.view.version.number}.${end}`;
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(write({ of: urnOf(open.versionId), stamp: stampOf(open.view), language, rows }));
    });
  }

  const received = `${one}/:translationId`;
  app.get(received, { config: readsFile }, (request, reply) => showReview(request, reply, services, {}));
  app.post(received, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(keeping, request.body);
    if (!read.ok) return showReview(request, reply, services, read.errors);
    const done = await keepOnce(
      request,
      services,
      { ...inAddress(request), id: idIn(request, 'translationId') },
      read.value,
    );
    if (done.ok) return reply.redirect(done.value, 303);
    return showReview(request, reply, services, { [done.field]: done.message });
  });

  translatingApi(app, services);
}

const TOO_LARGE =
  'This file is larger than 5 MB. A translator’s file is far smaller: check that it is the right file';

/** The languages a child's file names: first those their people want letters in, or an interpreter for. */
async function languagesOf(tx: Tx, childId: Uuid): Promise<Language[]> {
  const people = await listPeople(tx, childId);
  const particulars = (await findParticulars(tx, childId))?.now;
  const said = [
    ...people.flatMap(({ language, interpreter }) => [language, interpreter]),
    particulars?.homeLanguages,
    particulars?.interpreter,
    particulars?.firstLanguage,
  ];
  return [...new Set(said.flatMap((words) => languagesNamedIn(words ?? '')))];
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  refusal?: Extract<FileOutcome, { ok: false }>,
) {
  const { of, open, shown, all } = await openLanguage(request, services);
  return reply.page(
    <LanguagePage
      page={request.pageContext()}
      {...{ of, shown }}
      formKey={randomUUID()}
      version={stampOf(open.view)}
      waiting={all.filter((one) => one.kept === null && one.language === shown.language.tag)}
      errors={refusal === undefined ? {} : { file: refusal.message }}
      problems={refusal?.problems ?? []}
    />,
    refusal === undefined ? 200 : 400,
  );
}

async function showReview(
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  errors: FieldErrors,
) {
  const { language } = inAddress(request);
  const id = idIn(request, 'translationId');
  const { of, shown } = await openPlanPage(request, async (tx, plan) => {
    const all = await listTranslations(tx, plan.id);
    const translation = found(all.find((one) => one.id === id && one.language === language.tag));
    const { pieces } = await openVersion(tx, services, translation.versionId, await referenceOf(tx, plan));
    return { all, translation, pieces };
  });
  const { all, translation, pieces } = shown;
  const others = all.filter((one) => one.kept !== null && one.language === language.tag && one.id !== id);
  const before = standingOf(
    pieces,
    others.map(({ rows }) => rows),
  );
  return reply.page(
    <ReviewPage
      page={request.pageContext()}
      {...{ of, language, translation, errors }}
      formKey={randomUUID()}
      rows={standingOf(pieces, [translation.rows]).map((now, at) => ({
        now,
        before: before[at]?.words ?? null,
      }))}
      typed={typedIn(request.body ?? {})}
    />,
    Object.keys(errors).length > 0 ? 400 : 200,
  );
}

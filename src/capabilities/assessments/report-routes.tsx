import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FieldErrors, hasErrors } from '../../design-system/index.ts';
import { listDocuments } from '../../platform/documents/index.ts';
import { idIn } from '../../platform/http/address.ts';
import { found } from '../../platform/http/errors.ts';
import { optionalDayField, optionalText, readForm, type Typed, typedIn } from '../../platform/http/forms.ts';
import type { Outcome } from '../../platform/http/types.ts';
import type { Services } from '../../platform/services.ts';
import { englishDay } from '../../shared/plain-date.ts';
import { staffName } from './assessment-routes.tsx';
import { ReportPage } from './pages/report.tsx';
import { recordReport } from './report-sending.ts';
import { findAssessment } from './store.ts';

const at = '/assessments/:assessmentId/reports';
const staff = ['caseworker', 'manager'] as const;

/** A report the family had made, recorded beside the advice that was asked for, on equal terms. */
export function reportRoutes(app: FastifyInstance, services: Services): void {
  app.get(at, { config: { access: staff, childFile: true } }, (request, reply) =>
    show(request, reply, {}, {}),
  );

  app.post(at, { config: { access: staff } }, async (request, reply) => {
    const read = readForm(reportSchema, request.body);
    if (!read.ok) return show(request, reply, read.errors, read.typed);
    const outcome = await recordReportOnce(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return show(request, reply, { [outcome.field]: outcome.message }, typedIn(request.body));
  });
}

export const reportSchema = z.object({
  documentId: z.string().max(100).catch(''),
  statement: optionalText(20_000),
  signedName: optionalText(200),
  signedRole: optionalText(200),
  signedOn: optionalDayField('the date on the report'),
  returnedOn: optionalDayField('the date you received the report'),
});

export function recordReportOnce(
  request: FastifyRequest,
  services: Services,
  form: z.infer<typeof reportSchema>,
): Promise<Outcome> {
  const by = { name: staffName(request), now: services.now(), today: englishDay(services.now()) };
  const id = idIn(request, 'assessmentId');
  return request.once((tx) => recordReport(tx, id, form, by));
}

/** The assessment, and the files on the child's file that may be such a report. */
export async function readReports(request: FastifyRequest) {
  const read = await request.act(async (tx) => {
    const assessment = found(await findAssessment(tx, idIn(request, 'assessmentId')));
    return { assessment, documents: await listDocuments(tx, assessment.childId) };
  });
  request.readsChildFile(read.assessment);
  return read;
}

async function show(request: FastifyRequest, reply: FastifyReply, errors: FieldErrors, typed: Typed) {
  const { assessment, documents } = await readReports(request);
  const form = { documents, typed, errors, formKey: randomUUID() };
  return reply.page(
    <ReportPage page={request.pageContext()} assessment={assessment} {...form} />,
    hasErrors(errors) ? 400 : 200,
  );
}

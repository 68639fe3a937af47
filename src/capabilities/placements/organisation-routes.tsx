import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readForm, typedIn } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { admitAsSetting, readOwed } from './admission-sending.ts';
import { lastOf } from './check.ts';
import { answerAsSetting, readCheck } from './check-sending.ts';
import { againWith, type Sent } from './forms.ts';
import { AdmissionPage } from './pages/admission.tsx';
import { AnswersPage } from './pages/answers.tsx';
import { admissionSchema, answersSchema } from './schema.ts';

const reads = { access: 'organisation', childFile: true } as const;
const acts = { access: 'organisation' } as const;

/** What a setting owes a child: admission, and saying whether provision is in place. */
export function organisationRoutes(app: FastifyInstance, services: Services): void {
  const admission = '/admissions/:versionId/:place';
  app.get(admission, { config: reads }, (request, reply) => showAdmission(request, reply));
  app.post(admission, { config: acts }, async (request, reply) => {
    const read = readForm(admissionSchema, request.body);
    if (!read.ok) return showAdmission(request, reply, read);
    const outcome = await admitAsSetting(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showAdmission(request, reply, againWith(typedIn(request.body), outcome));
  });

  const check = '/placement-checks/:checkId';
  app.get(check, { config: reads }, (request, reply) => showCheck(request, reply));
  app.post(check, { config: acts }, async (request, reply) => {
    const read = readForm(answersSchema, request.body);
    if (!read.ok) return showCheck(request, reply, read);
    const outcome = await answerAsSetting(request, services, read.value);
    if (outcome.ok) return reply.redirect(outcome.value, 303);
    return showCheck(request, reply, againWith(typedIn(request.body), outcome));
  });

  async function showAdmission(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const owed = await readOwed(request, services);
    return reply.page(
      <AdmissionPage page={request.pageContext()} owed={owed} form={filled(sent)} staff={false} />,
      sent === undefined ? 200 : 400,
    );
  }

  async function showCheck(request: FastifyRequest, reply: FastifyReply, sent?: Sent) {
    const read = await readCheck(request, services);
    const before = lastOf(read.check, 'setting')?.lines ?? [];
    const shown = { ...read, by: 'setting', asksName: false, before, ...filled(sent) } as const;
    return reply.page(
      <AnswersPage page={request.pageContext()} {...shown} />,
      sent === undefined ? 200 : 400,
    );
  }
}

function filled(sent: Sent | undefined) {
  return { formKey: randomUUID(), typed: sent?.typed ?? {}, errors: sent?.errors ?? {} };
}
